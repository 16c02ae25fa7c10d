using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Fachinfo.BrowserTests.BrowserFixture))]

namespace Fachinfo.BrowserTests;

/// <summary>One browser and the sites that no test changes, shared by all tests; classes of tests run side by side.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<BuiltSite>> crowded = new(BuiltSite.Crowded);
    private IPlaywright? playwright;

    /// <summary>Gets the path of a browser, or <see langword="null"/>.</summary>
    public static string? Executable { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin").Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public IBrowser Browser { get; private set; } = null!;

    public BuiltSite Example { get; private set; } = null!;

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

    /// <summary>Gets the site with many notices, which few tests need.</summary>
    public Task<BuiltSite> Crowded() => crowded.Value;

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        Example = await BuiltSite.Example();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Arguments });

        // Machines that build other things at the same time are slow.
        Assertions.SetDefaultExpectTimeout(20_000);
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
        if (crowded.IsValueCreated)
        {
            await (await crowded.Value).DisposeAsync();
        }
    }
}
