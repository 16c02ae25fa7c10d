using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>The preview as an editor sees it: the page follows, keeps its place, and says what is wrong.</summary>
public class PreviewTests(BrowserFixture fixture)
{
    private const string Notice = "/mitteilungen/2024/145/";
    private const string Source = "content/mitteilungen/2024/145-werkstatt-engagementstrategien.md";
    private const string Sentence = "Zum fünften Mal laden";

    [Fact]
    public async Task Save_reloads_the_page_at_its_place_and_leaves_others_alone()
    {
        BrowserFixture.RequireBrowser();
        await using var preview = await LivePreview.Start();
        await using var page = await Open(preview, Notice);
        await using var other = await Open(preview, "/impressum/");
        await Mark(page.Page);
        await Mark(other.Page);
        await page.Page.EvaluateAsync("() => scrollTo(0, 700)");
        preview.Edit(Source, Sentence, "Wieder einmal laden");

        await page.Page.GetByText("Wieder einmal laden").WaitForAsync();
        Assert.False(await IsMarked(page.Page));
        await page.Page.WaitForFunctionAsync("() => Math.abs(scrollY - 700) < 3");
        Assert.True(await IsMarked(other.Page));
        Expect(page);
        Expect(other);
    }

    [Fact]
    public async Task Style_sheet_is_swapped_without_a_reload()
    {
        BrowserFixture.RequireBrowser();
        await using var preview = await LivePreview.Start();
        await using var page = await Open(preview, Notice);
        await Mark(page.Page);
        await page.Page.EvaluateAsync("() => scrollTo(0, 500)");
        File.AppendAllText(preview.PathOf("theme/assets/site.css"), "\nh1 { letter-spacing: 7px; }\n");
        await page.Page.WaitForFunctionAsync("() => getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'");
        Assert.True(await IsMarked(page.Page));
        Assert.Equal(500, await page.Page.EvaluateAsync<int>("() => Math.round(scrollY)"));
        Assert.Equal(1, await page.Page.EvaluateAsync<int>("() => document.querySelectorAll('link[rel=stylesheet][href^=\"/assets/site\"]').length"));
        Expect(page);
    }

    [Fact]
    public async Task Mistake_is_shown_at_its_line_over_the_last_good_page_and_goes_when_it_is_mended()
    {
        BrowserFixture.RequireBrowser();
        await using var preview = await LivePreview.Start();
        await using var page = await Open(preview, Notice);
        var panel = page.Page.GetByRole(AriaRole.Region, new() { Name = "Meldungen der Vorschau" });
        Assert.False(await panel.IsVisibleAsync());
        preview.Edit(Source, "datum: 2024-02-20", "datum: 2024-02-31");
        await panel.WaitForAsync();
        Assert.Contains("Fehler: Gezeigt wird der letzte gute Stand.", await panel.GetByRole(AriaRole.Heading).TextContentAsync(), StringComparison.Ordinal);
        var text = await panel.TextContentAsync();
        Assert.Contains("Zeile 4, Spalte 8", text, StringComparison.Ordinal);
        Assert.Contains("datum: 2024-02-31", text, StringComparison.Ordinal);
        Assert.True(await page.Page.GetByRole(AriaRole.Heading, new() { Name = "Was die Werkstatt bietet" }).IsVisibleAsync());

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Einklappen" }).ClickAsync();
        Assert.False(await panel.IsVisibleAsync());
        await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Vorschau: [0-9]+ Fehler") }).ClickAsync();
        Assert.True(await panel.IsVisibleAsync());
        await page.Page.Keyboard.PressAsync("Escape");
        Assert.False(await panel.IsVisibleAsync());

        preview.Edit(Source, "datum: 2024-02-31", "datum: 2024-02-20");
        await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Vorschau: (keine|\\d+ (Hinweis|Warnung))") }).WaitForAsync();
        Expect(page);
    }

    [Fact]
    public async Task Overlay_and_list_are_accessible_in_light_and_dark()
    {
        BrowserFixture.RequireBrowser();
        await using var preview = await LivePreview.Start();
        preview.Edit(Source, "datum: 2024-02-20", "datum: 2024-02-31");
        await using var page = await Open(preview, Notice);
        await page.Page.GetByRole(AriaRole.Region, new() { Name = "Meldungen der Vorschau" }).WaitForAsync();
        await Axe.Require(page.Page, "overlay");
        Expect(page);
        await page.Page.GotoAsync(preview.Address + "/__diagnostics");
        await Axe.Require(page.Page, "list");
    }

    [Fact]
    public async Task Draft_is_marked_on_its_page_and_wherever_it_is_linked()
    {
        BrowserFixture.RequireBrowser();
        await using var preview = await LivePreview.Start();
        preview.Edit("content/mitteilungen/2026/168-katzenschutz.md", "---\n", "---\nentwurf: ja\n", first: true);
        await using var page = await Open(preview, "/mitteilungen/2026/168/");
        await page.Page.GetByRole(AriaRole.Note).Filter(new LocatorFilterOptions { HasText = "Nur in der Vorschau zu sehen: Entwurf." }).WaitForAsync();
        await page.Page.GotoAsync(preview.Address + "/mitteilungen/2026/");
        await page.Page.Locator($"main a[href='/mitteilungen/2026/168/'] + .fachinfo-vorschau-etikett").First.WaitForAsync();
        Expect(page);
        Assert.Empty(await Axe.Violations(page.Page));
    }

    private Task<WatchedPage> Open(LivePreview preview, string path) => WatchedPage.Open(fixture, preview.Address, path, 1280);

    /// <summary>A mark that is lost with the page.</summary>
    private static Task<bool> Mark(IPage page) => page.EvaluateAsync<bool>("() => { return window.stayed = true; }");

    private static Task<bool> IsMarked(IPage page) => page.EvaluateAsync<bool>("() => window.stayed === true");

    /// <summary>The stream of events ends with its page, and a reload gives way to the next one; that is no problem.</summary>
    private static void Expect(WatchedPage page) => Assert.DoesNotContain(
        page.Problems,
        problem => !problem.EndsWith("/__preview/events", StringComparison.Ordinal) && problem != $"failed: {page.Page.Url}");
}
