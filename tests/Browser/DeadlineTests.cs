using System.Globalization;
using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>Deadlines by the visitor's day, which may be later than the day of the build (22 November 2026).</summary>
public class DeadlineTests(BrowserFixture fixture)
{
    private const string Days = "list => [...list.querySelectorAll('li')].map(item => item.querySelector('time').dateTime)";

    /// <summary>Of a notice with a deadline that was running when the site was built.</summary>
    private const string Notice = "/mitteilungen/2026/601/";

    [Fact]
    public async Task Passed_deadlines_move_down_on_the_page_of_deadlines()
    {
        BrowserFixture.RequireBrowser();
        await using var visit = await Visit.Start(fixture);
        var before = await Read(visit, "2026-11-22T12:00:00");
        var after = await Read(visit, "2026-12-12T09:00:00");
        Assert.Equal(before.Running.Where(day => string.CompareOrdinal(day, "2026-12-12") >= 0), after.Running);
        Assert.Equal(before.Running.Concat(before.Past).OrderDescending(StringComparer.Ordinal).Where(day => string.CompareOrdinal(day, "2026-12-12") < 0), after.Past);
        Assert.True(before.Running.Length > after.Running.Length && after.Running.Length > 0);
        Assert.Equal(after.Running.Length, after.Words.Count(word => word == "läuft noch"));
        Assert.Equal(after.Past.Length, after.Words.Count(word => word == "abgelaufen"));

        // A deadline runs to the end of its day.
        Assert.Contains("2026-11-30", (await Read(visit, "2026-11-30T23:59:00")).Running);
        Assert.DoesNotContain("2026-11-30", (await Read(visit, "2026-12-01T00:01:00")).Running);
    }

    [Fact]
    public async Task Page_says_when_no_deadline_runs_any_more()
    {
        BrowserFixture.RequireBrowser();
        await using var visit = await Visit.Start(fixture);
        await visit.Open("/fristen/", "2099-01-01T12:00:00");
        await Assertions.Expect(visit.Page.GetByText("Zurzeit läuft keine Frist.")).ToBeVisibleAsync();
        Assert.Equal(0, await visit.Page.Locator("section[aria-labelledby=laufend_titel] ul:visible").CountAsync());
    }

    [Fact]
    public async Task Start_page_drops_what_has_passed()
    {
        BrowserFixture.RequireBrowser();
        await using var visit = await Visit.Start(fixture);
        await visit.Open("/", "2026-12-05T12:00:00");
        var days = await visit.Page.Locator("[data-deadline-line]").EvaluateAllAsync<string[]>("lines => lines.map(line => line.dataset.deadlineLine)");
        Assert.NotEmpty(days);
        Assert.All(days, day => Assert.True(string.CompareOrdinal(day, "2026-12-05") >= 0, day));
        await visit.Open("/", "2099-01-01T12:00:00");
        await Assertions.Expect(visit.Page.Locator(".panel-deadlines")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Notice_says_that_its_deadline_has_passed()
    {
        BrowserFixture.RequireBrowser();
        await using var visit = await Visit.Start(fixture);
        await visit.Open(Notice, "2026-11-22T12:00:00");
        await Assertions.Expect(visit.Page.Locator(".deadline-state").First).ToContainTextAsync("Frist läuft bis");
        var day = DateOnly.Parse(await visit.Page.Locator(".deadline-state time").First.GetAttributeAsync("datetime") ?? "", CultureInfo.InvariantCulture);
        await visit.Open(Notice, day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T06:00:00");
        await Assertions.Expect(visit.Page.Locator(".deadline-state").First).ToContainTextAsync("Frist abgelaufen am");
        await Assertions.Expect(visit.Page.Locator(".is-over").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".facts")).ToContainTextAsync("(abgelaufen)");
    }

    [Fact]
    public async Task Without_scripts_the_day_of_the_build_holds()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await WatchedPage.Open(fixture, fixture.Example, "/fristen/", 1280, hasScripts: false);
        await Assertions.Expect(page.Page.GetByText("läuft noch").First).ToBeVisibleAsync();
    }

    private static async Task<(string[] Running, string[] Past, string[] Words)> Read(Visit visit, string now)
    {
        await visit.Open("/fristen/", now);
        return (
            await visit.Page.Locator("section[aria-labelledby=laufend_titel] ul").EvaluateAsync<string[]>(Days),
            await visit.Page.Locator("section[aria-labelledby=vorbei_titel] ul").EvaluateAsync<string[]>(Days),
            [.. (await visit.Page.Locator(".deadline-ledger .badge").AllInnerTextsAsync()).Select(text => text.Trim())]);
    }

    /// <summary>A visitor in Germany, who comes back at other times.</summary>
    private sealed record Visit(IBrowserContext Context, IPage Page, string Address) : IAsyncDisposable
    {
        public static async Task<Visit> Start(BrowserFixture fixture)
        {
            var context = await fixture.Browser.NewContextAsync(new BrowserNewContextOptions { TimezoneId = "Europe/Berlin" });
            return new Visit(context, await context.NewPageAsync(), fixture.Example.Address);
        }

        /// <param name="now">Central European time, which winter days have.</param>
        public async Task Open(string path, string now)
        {
            await Context.Clock.SetFixedTimeAsync(now + "+01:00");
            await Page.GotoAsync(Address + path);
        }

        public ValueTask DisposeAsync() => Context.DisposeAsync();
    }
}
