using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>The search inside of the members' area.</summary>
[Collection(SharedArea.Name)]
public class MembersSearchTests(BrowserFixture fixture, SealedSite area)
{
    private const string Notice = "/mitteilungen/2024/146/";

    [Fact]
    public async Task Member_finds_what_stands_in_a_sealed_text_by_keyboard_and_comes_back()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await area.Open();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Suche", Exact = true }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Suche");
        await Assertions.Expect(page.Page.Locator("h1")).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.Locator(".members-nav a[aria-current=page]")).ToHaveTextAsync("Suche");
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.Locator("#suche_feld")).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync("Anfragen erreicht Aufruf");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("#suche_stand")).ToContainTextAsync("1 Treffer");
        await Assertions.Expect(page.Page.Locator("#suche_liste mark").First).ToBeVisibleAsync();
        Assert.EndsWith("/mitglieder/#/suche/?q=Anfragen+erreicht+Aufruf", page.Page.Url, StringComparison.Ordinal);

        await page.Page.Locator("#suche_liste a").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Hinweise zum Ausfüllen");
        await page.Page.GoBackAsync();
        await Assertions.Expect(page.Page.Locator("#suche_feld")).ToHaveValueAsync("Anfragen erreicht Aufruf");
        await Assertions.Expect(page.Page.Locator("#suche_liste li")).ToHaveCountAsync(1);
        Assert.DoesNotContain(page.Requests, address => address.Split('#')[0].Contains("Anfragen", StringComparison.Ordinal));
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Public_things_are_found_too_and_nothing_twice()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await area.Open("#/suche/?q=Werkstatt+Engagementstrategien");
        await Assertions.Expect(page.Page.Locator("#suche_liste li").Nth(2)).ToBeVisibleAsync();
        var targets = await page.Page.Locator("#suche_liste h3 a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href').replace('#', ''))");
        Assert.Contains(Notice, targets);
        Assert.Contains("/mitteilungen/2026/538/", targets);
        Assert.Equal(targets.Distinct(), targets);
        await Assertions.Expect(page.Page.Locator($"#suche_liste a[href='#{Notice}']")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("#suche_liste a[href='#/mitteilungen/2024/145/']")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("#suche_liste a[href='/mitteilungen/2026/538/']")).ToHaveCountAsync(1);

        await page.Page.GetByLabel("nur im Mitgliederbereich").CheckAsync();
        await Assertions.Expect(page.Page.Locator("#suche_liste a[href^='/']")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator($"#suche_liste a[href='#{Notice}']")).ToHaveCountAsync(1);
        Assert.Contains("nur=bereich", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Each_member_finds_what_its_audiences_may_see()
    {
        BrowserFixture.RequireBrowser();
        await using (var town = await area.Open("#/suche/?q=Beitragsschlüssel"))
        {
            await Assertions.Expect(town.Page.Locator("#suche_stand")).ToContainTextAsync("Nichts gefunden");
        }

        await using var county = await WatchedPage.Open(fixture, area.Site, "/mitglieder/#/suche/?q=Beitragsschlüssel", 1280);
        await MembersArea.Unlock(county.Page, area.CodeOf(SealedSite.County));
        await Assertions.Expect(county.Page.Locator("#suche_liste")).ToContainTextAsync("Vorlage für die Sitzung des Vorstands");
        await Assertions.Expect(county.Page.Locator("#suche_liste .badge-members")).ToBeVisibleAsync();
        await county.Page.Locator("#suche_feld").FillAsync("Ausfüllen");
        await county.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(county.Page.Locator("#suche_liste")).ToContainTextAsync("Hinweise zum Ausfüllen");
        Assert.Empty(county.Problems);
    }

    [Fact]
    public async Task Field_in_the_head_searches_the_area_and_a_number_leads_straight_to_it()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await WatchedPage.Open(fixture, area.Site, "/mitglieder/", 1280);
        await MembersArea.Unlock(page.Page, area.CodeOf(SealedSite.County));
        await page.Page.Locator("#kopf_suche").FillAsync(SealedSite.BoardNotice);
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Vorlage für die Sitzung des Vorstands");
        await page.Page.GoBackAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Mitgliederbereich");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Texts_of_members_files_are_searched_on_demand()
    {
        BrowserFixture.RequireBrowser();
        Assert.SkipUnless(new Fachinfo.Commands.Host().FindPrograms(["pdftotext"]).Count == 1, "poppler-utils is not installed.");
        await using var page = await area.Open("#/suche/?q=Dreierteam");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Auch in Dateien suchen" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#suche_liste")).ToContainTextAsync("in der Datei, Seite 1");
        await page.Page.Locator("#suche_liste a").First.ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Bewerbungsbogen für die fünfte Runde");
        Assert.EndsWith("!seite_1", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Typing_error_is_forgiven_once_for_all_indexes()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await area.Open("#/suche/?q=Wegenutzugsrechten");
        await Assertions.Expect(page.Page.Locator("#suche_liste")).ToContainTextAsync("Vertraulicher Hinweis");
        await Assertions.Expect(page.Page.Locator("#suche_stand")).ToContainTextAsync("Gesucht wurde auch nach");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Logging_out_takes_the_results_away()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await area.Open("#/suche/?q=Ausfüllen");
        await Assertions.Expect(page.Page.Locator("#suche_liste")).ToContainTextAsync("Hinweise zum Ausfüllen");
        await MembersArea.LogOut(page.Page);
        await Assertions.Expect(MembersArea.Code(page.Page)).ToBeVisibleAsync();
        Assert.DoesNotContain("Ausfüllen", await page.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("suche", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(page.Problems);
    }
}
