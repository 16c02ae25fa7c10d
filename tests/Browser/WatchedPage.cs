using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>A page that notes everything that must not happen: console errors, CSP violations, failed or foreign requests.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> problems;
    private readonly List<string> requests = [];

    private WatchedPage(IBrowserContext context, IPage page, List<string>? problems = null)
    {
        this.context = context;
        this.problems = problems ?? [];
        Page = page;
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Problems => problems;

    /// <summary>Gets the addresses of all requests so far.</summary>
    public IReadOnlyList<string> Requests => requests;

    public static Task<WatchedPage> Open(
        BrowserFixture fixture, BuiltSite site, string path, int width, ColorScheme scheme = ColorScheme.Light, bool hasScripts = true) =>
        Open(fixture, site.Address, path, width, scheme, hasScripts);

    /// <param name="address">Where the site is served, without a slash at the end.</param>
    public static async Task<WatchedPage> Open(
        BrowserFixture fixture, string address, string path, int width, ColorScheme scheme = ColorScheme.Light, bool hasScripts = true)
    {
        var context = await fixture.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = hasScripts,
        });
        var watched = new WatchedPage(context, await context.NewPageAsync());
        watched.Watch(address);
        await watched.Page.GotoAsync(address + path);
        return watched;
    }

    /// <summary>Opens another tab of the same browser; what goes wrong there is noted here too.</summary>
    public async Task<WatchedPage> OpenTab(BuiltSite site, string path)
    {
        var tab = new WatchedPage(context, await context.NewPageAsync(), problems);
        tab.Watch(site.Address);
        await tab.Page.GotoAsync(site.Address + path);
        return tab;
    }

    /// <summary>Waits until the page is somewhere else, and all of it there.</summary>
    /// <param name="part">Of the address. Asked for again and again: the library's own wait misses a page that comes at once.</param>
    public async Task Arrive(string part)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(part)));
        await Page.WaitForLoadStateAsync();
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Watch(string address)
    {
        // Violations of the policy are console errors too.
        Page.Console += (_, message) =>
        {
            // A missing page is asked for on purpose; its own status is all that may be reported.
            if (message.Type is "error" or "warning" && !message.Text.Contains("404 (Not Found)", StringComparison.Ordinal))
            {
                problems.Add($"console: {message.Text}");
            }
        };
        Page.PageError += (_, error) => problems.Add($"script: {error}");
        Page.RequestFailed += (_, request) => problems.Add($"failed: {request.Url}");
        Page.Request += (_, request) =>
        {
            requests.Add(request.Url);
            if (!request.Url.StartsWith(address, StringComparison.Ordinal))
            {
                problems.Add($"foreign: {request.Url}");
            }
        };
    }
}
