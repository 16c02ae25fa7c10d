using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Fachinfo.Bench.Search;

/// <summary>Drives the search page of a built site in a browser, with the modules that visitors get.</summary>
/// <remarks>The browser's requests are answered from the folder, so no server runs, and what is counted is what was asked for.</remarks>
internal sealed class SearchBrowser : IAsyncDisposable
{
    private const string Address = "http://bench.example";

    /// <summary>A query of other words, so that a later one finds the root there and nothing else.</summary>
    private const string Warmup = "Bibliothekskonzept";

    /// <summary>Notes which pieces had arrived whenever the page said something.</summary>
    private const string Watch = """
        addEventListener("DOMContentLoaded", () => {
            const status = document.getElementById("suche_stand");
            window.said = [];
            window.pieces = () => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".bin"));
            if (status) {
                new MutationObserver(() => said.push({ text: status.textContent, pieces: pieces() })).observe(status, { childList: true, characterData: true, subtree: true });
            }
        });
        """;

    /// <summary>Answers a query seven times with pieces that are there, and returns the least time: what else the machine does only adds to it.</summary>
    private const string Time = """
        async (query) => {
            const { src, dataset } = document.getElementById("suche_skript");
            const [{ SearchIndex }, { loaderFor }] = await Promise.all(["index.js", "pieces.js"].map((name) => import(new URL(name, src))));
            const load = loaderFor(new URL(dataset.pieces, location).href);
            const there = new Map();
            const answer = async (index) => {
                const { ids } = await index.search(query);
                await Promise.all(ids.slice(0, 10).map((id) => index.record(id)));
            };
            await answer(new SearchIndex(async (name) => {
                there.set(name, await load(name));
                return there.get(name);
            }));
            const times = [];
            for (let round = 0; round < 7; round++) {
                const started = performance.now();
                await answer(new SearchIndex((name) => there.get(name)));
                times.push(performance.now() - started);
            }

            return Math.min(...times);
        }
        """;

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly string output;

    private SearchBrowser(IPlaywright playwright, IBrowser browser, string output)
    {
        this.playwright = playwright;
        this.browser = browser;
        this.output = output;
    }

    /// <summary>Gets the path of a browser, or <see langword="null"/>.</summary>
    public static string? Executable { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin").Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <param name="output">The folder of a built site.</param>
    public static async Task<SearchBrowser> Start(string output)
    {
        var playwright = await Playwright.CreateAsync().ConfigureAwait(false);
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"] }).ConfigureAwait(false);
        return new SearchBrowser(playwright, browser, output);
    }

    public async Task<MeasuredQuery> Measure(TypicalQuery query)
    {
        var (first, hits) = await First(query).ConfigureAwait(false);
        var later = await Later(query).ConfigureAwait(false);
        return new MeasuredQuery(query, hits, first, later, query.Leads ? 0 : await TimeOf(query).ConfigureAwait(false));
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync().ConfigureAwait(false);
        playwright.Dispose();
    }

    private async Task<(SearchCost Cost, string Hits)> First(TypicalQuery query)
    {
        var (page, requests) = await Open($"/suche/?q={Uri.EscapeDataString(query.Text)}{query.Filter}").ConfigureAwait(false);
        var result = await Answer(page, requests, query, 0).ConfigureAwait(false);
        await page.Context.CloseAsync().ConfigureAwait(false);
        return result;
    }

    private async Task<SearchCost> Later(TypicalQuery query)
    {
        var (page, requests) = await Open($"/suche/?q={Warmup}{query.Filter}").ConfigureAwait(false);
        await Answer(page, requests, new TypicalQuery("", Warmup), 0).ConfigureAwait(false);
        var before = requests.Count;
        await page.EvaluateAsync("() => { said.length = 0; }").ConfigureAwait(false);
        await page.Locator("#suche_feld").FillAsync(query.Text).ConfigureAwait(false);
        await page.Locator("#suche_feld").PressAsync("Enter").ConfigureAwait(false);
        var (cost, _) = await Answer(page, requests, query, before).ConfigureAwait(false);
        await page.Context.CloseAsync().ConfigureAwait(false);
        return cost;
    }

    private async Task<double> TimeOf(TypicalQuery query)
    {
        var (page, _) = await Open("/suche/").ConfigureAwait(false);
        var time = await page.EvaluateAsync<double>(Time, query.Text).ConfigureAwait(false);
        await page.Context.CloseAsync().ConfigureAwait(false);
        return time;
    }

    private async Task<(IPage Page, List<string> Requests)> Open(string path)
    {
        var context = await browser.NewContextAsync().ConfigureAwait(false);
        var requests = new List<string>();
        await context.AddInitScriptAsync(Watch).ConfigureAwait(false);
        await context.RouteAsync("**/*", route =>
        {
            var asked = new Uri(route.Request.Url).AbsolutePath;
            if (asked.EndsWith(".bin", StringComparison.Ordinal))
            {
                requests.Add(route.Request.Url);
            }

            var file = FileOf(asked);
            return File.Exists(file) ? route.FulfillAsync(new() { Path = file }) : route.FulfillAsync(new() { Status = 404 });
        }).ConfigureAwait(false);
        var page = await context.NewPageAsync().ConfigureAwait(false);
        await page.GotoAsync(Address + path).ConfigureAwait(false);
        return (page, requests);
    }

    /// <summary>Waits until the page has said what it found, and until it is quiet.</summary>
    /// <param name="before">So many pieces were asked for by an earlier query.</param>
    private async Task<(SearchCost Cost, string Hits)> Answer(IPage page, List<string> requests, TypicalQuery query, int before)
    {
        if (query.Leads)
        {
            await page.WaitForURLAsync(url => !url.Contains("/suche/", StringComparison.Ordinal)).ConfigureAwait(false);
            var led = Sum(requests.Skip(before));
            return (new SearchCost(led, led), new Uri(page.Url).AbsolutePath);
        }

        await page.WaitForFunctionAsync("() => window.said?.some(({ text }) => text !== '' && !text.includes('…'))").ConfigureAwait(false);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle).ConfigureAwait(false);
        await page.WaitForTimeoutAsync(1500).ConfigureAwait(false);
        var said = await page.EvaluateAsync<JsonElement>("() => said.find(({ text }) => text !== '' && !text.includes('…'))").ConfigureAwait(false);
        var arrived = said.GetProperty("pieces").EnumerateArray().Select(piece => piece.GetString()!).Except(requests.Take(before));
        return (new SearchCost(Sum(arrived), Sum(requests.Skip(before))), said.GetProperty("text").GetString()!);
    }

    private Fetched Sum(IEnumerable<string> addresses)
    {
        var files = addresses.Select(address => new FileInfo(FileOf(new Uri(address).AbsolutePath))).ToList();
        return new Fetched(files.Count, files.Sum(file => file.Length));
    }

    private string FileOf(string path) => Path.Combine(output, path.TrimStart('/')) is var file && path.EndsWith('/') ? Path.Combine(file, "index.html") : file;
}
