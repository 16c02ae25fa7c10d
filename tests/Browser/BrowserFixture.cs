using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>One browser and the built sites, shared by all tests.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;

    /// <summary>Gets the path of a browser, or <see langword="null"/>.</summary>
    public static string? Executable { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin").Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public IBrowser Browser { get; private set; } = null!;

    public BuiltSite Example { get; private set; } = null!;

    public BuiltSite Crowded { get; private set; } = null!;

    /// <summary>Skips a test where no browser is installed, unless the run demands one.</summary>
    public static void RequireBrowser()
    {
        const string Reason = "No Chromium found; install it for browser tests: apt-get install chromium";
        if (Executable is null && Environment.GetEnvironmentVariable("FACHINFO_REQUIRE_BROWSER") == "1")
        {
            Assert.Fail(Reason);
        }

        Assert.SkipUnless(Executable is not null, Reason);
    }

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        Example = await BuiltSite.Example();
        Crowded = await BuiltSite.Crowded();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        await Browser.DisposeAsync();
        playwright?.Dispose();
        await Example.DisposeAsync();
        await Crowded.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
