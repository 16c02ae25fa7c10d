using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>What the form of the search says and shows, whatever is searched for.</summary>
public class SearchFormTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("q=der die das", "Füllwörter wie „der“ und „und“ zählen nicht")]
    [InlineData("frist=offen", "Geben Sie ein Wort mit mindestens zwei Buchstaben ein")]
    [InlineData("q=a Satzung", "Nicht gesucht wurde nach einzelnen Zeichen: a.")]
    [InlineData("q=\"untere Abfallbehörde\"", "Genaue Wortfolge auf 1 von 1 geprüften Seiten; alle Wörter auf 1.")]
    public async Task Search_says_what_it_looked_for(string query, string answer)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/suche/?" + query);
        await Assertions.Expect(page.Page.Locator("#suche_stand")).ToContainTextAsync(answer);
    }

    /// <summary>A display of buttons that is stronger than the attribute would show them all.</summary>
    [Theory]
    [InlineData("", false, false)]
    [InlineData("q=der die das", false, false)]
    [InlineData("q=gibtesnirgends", false, true)]
    [InlineData("q=Satzung", true, true)]
    [InlineData("q=Antrag&bereich=dateien", false, false)]
    public async Task Only_buttons_with_something_to_offer_are_shown(string query, bool hasMore, bool offersFiles)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/suche/?" + query);
        if (query.Length > 0)
        {
            await Assertions.Expect(page.Page.Locator("#suche_stand")).Not.ToBeEmptyAsync();
        }

        await Assertions.Expect(page.Page.Locator("#suche_mehr")).ToBeVisibleAsync(new() { Visible = hasMore });
        await Assertions.Expect(page.Page.Locator("#suche_dateien")).ToBeVisibleAsync(new() { Visible = offersFiles });
    }

    [Fact]
    public async Task Typed_words_have_room_on_a_small_screen()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await WatchedPage.Open(fixture, fixture.Example, "/suche/", 320, ColorScheme.Light);
        Assert.InRange((await page.Page.Locator("#suche_feld").BoundingBoxAsync())!.Width, 190, 320);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Suchen", Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>A bookmark may name a year or a rubric that is no longer there.</summary>
    [Fact]
    public async Task Choice_that_is_gone_is_no_filter_and_not_empty()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/suche/?q=Satzung&jahr=1999&rubrik=gibtesnicht");
        await Assertions.Expect(page.Page.Locator("#suche_liste li").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("#suche_jahr option:checked, #suche_rubrik option:checked")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Typing_shows_hits_before_the_word_is_whole()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/suche/");
        await page.Page.Locator("#suche_feld").PressSequentiallyAsync("Friedhofss");
        await Assertions.Expect(page.Page.Locator("#suche_liste li h3").First).ToContainTextAsync("Friedhofssatzung");
        Assert.Contains("q=Friedhofss", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_leads_to_the_registers_without_scripts()
    {
        BrowserFixture.RequireBrowser();
        var context = await fixture.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(fixture.Example.Address + "/suche/?q=satzung");
        await Assertions.Expect(page.Locator("#suche_register a").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Die Suche braucht JavaScript")).ToBeVisibleAsync();
        await context.DisposeAsync();
    }

    private Task<WatchedPage> Open(string path) => WatchedPage.Open(fixture, fixture.Example, path, 1280, ColorScheme.Light);
}
