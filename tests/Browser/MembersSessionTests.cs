using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>Codes that open and codes that do not, and how long an open area stays open.</summary>
[Collection(SharedArea.Name)]
public class MembersSessionTests(BrowserFixture fixture, SealedSite area)
{
    private const string Notice = "/mitteilungen/2024/146/";

    [Fact]
    public async Task Mistyped_code_is_caught_at_once_and_nothing_is_fetched()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
        var requests = new List<string>();
        page.Page.Request += (_, request) => requests.Add(request.Url);
        var code = area.CodeOf(SealedSite.Town);
        await MembersArea.Code(page.Page).PressSequentiallyAsync(code[..^2].ToLowerInvariant() + (code[^2] == '7' ? "8" : "7") + code[^1]);
        await Assertions.Expect(MembersArea.Error(page.Page)).ToContainTextAsync("Tippfehler");
        await MembersArea.OpenButton(page.Page).ClickAsync();
        await Assertions.Expect(MembersArea.Code(page.Page)).ToBeFocusedAsync();
        await Assertions.Expect(MembersArea.Code(page.Page)).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.DoesNotContain(requests, request => request.Contains("/mitglieder/", StringComparison.Ordinal));
        Assert.Empty(page.Problems);
    }

    [Theory]
    [InlineData("", "geben Sie")]
    [InlineData("ABCDE", "erst 5")]
    [InlineData("ABUDE", "„U“")]
    public async Task Incomplete_code_is_explained(string typed, string expected)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
        await MembersArea.Code(page.Page).FillAsync(typed);
        await MembersArea.OpenButton(page.Page).ClickAsync();
        await Assertions.Expect(MembersArea.Error(page.Page)).ToContainTextAsync(expected);
    }

    [Fact]
    public async Task Code_is_taken_as_it_is_typed_or_pasted()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
        var code = area.CodeOf(SealedSite.Town);
        var loose = code.Replace("-", "  ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l').ToLowerInvariant();
        await MembersArea.Code(page.Page).FocusAsync();
        await page.Page.Keyboard.InsertTextAsync(" " + loose + "\n");
        await Assertions.Expect(MembersArea.Code(page.Page)).ToHaveValueAsync(code);
        await Assertions.Expect(page.Page.Locator(".is-complete")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator(".members-bar")).ToBeVisibleAsync();
        Assert.DoesNotContain(code[..5], page.Page.Url, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Unknown_code_is_told_from_a_typing_error()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
        await MembersArea.Code(page.Page).FillAsync(SealedSite.UnknownCode);
        await MembersArea.OpenButton(page.Page).ClickAsync();
        await Assertions.Expect(MembersArea.Error(page.Page)).ToContainTextAsync("Code unbekannt");
    }

    [Fact]
    public async Task Field_of_the_code_cannot_be_sent_or_kept_by_the_browser()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
        var field = MembersArea.Code(page.Page);
        Assert.Null(await field.GetAttributeAsync("name"));
        Assert.Equal("off", await field.GetAttributeAsync("autocomplete"));
        Assert.Equal("false", await field.GetAttributeAsync("spellcheck"));
        Assert.Equal(0, await page.Page.Locator("main form [name]").CountAsync());
    }

    [Fact]
    public async Task Reload_keeps_the_area_open_and_logging_out_ends_it_for_good()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("#" + Notice);
        await MembersArea.Unlock(page.Page, area.CodeOf(SealedSite.Town));
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Hinweise zum Ausfüllen");
        await MembersArea.LogOut(page.Page);
        await Assertions.Expect(MembersArea.Code(page.Page)).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("abgemeldet");
        Assert.DoesNotContain("17 Anfragen", await page.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.EndsWith("/mitglieder/", page.Page.Url, StringComparison.Ordinal);
        await page.Page.ReloadAsync();
        await Assertions.Expect(MembersArea.Code(page.Page)).ToBeVisibleAsync();
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Key_in_the_browser_cannot_be_read_back()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
        await MembersArea.Unlock(page.Page, area.CodeOf(SealedSite.Town), isRemembered: true);
        var stored = await page.Page.EvaluateAsync<string>(
            """
            async () => {
                const [{ name }] = await indexedDB.databases();
                const database = await new Promise(done => { const request = indexedDB.open(name); request.onsuccess = () => done(request.result); });
                const entry = await new Promise(done => { const request = database.transaction('schluessel').objectStore('schluessel').get('aktuell'); request.onsuccess = () => done(request.result); });
                database.close();
                const kinds = Object.entries(entry).map(([key, value]) => `${key}:${value instanceof CryptoKey ? 'CryptoKey ' + value.extractable : typeof value}`);
                const others = [...Object.values(localStorage), ...Object.values(sessionStorage), document.cookie].join(' ');
                return `${kinds.sort().join(' ')} | ${others.trim()}`;
            }
            """);
        Assert.Equal("isRemembered:boolean key:CryptoKey false locator:string since:number | 1", stored);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_a_remembered_code_outlives_the_last_tab(bool isRemembered)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
        await MembersArea.Unlock(page.Page, area.CodeOf(SealedSite.Town), isRemembered);
        await page.Page.CloseAsync();
        await using var later = await page.OpenTab(area.Site, "/mitglieder/");
        await Assertions.Expect(isRemembered ? later.Page.Locator(".members-bar") : MembersArea.Code(later.Page)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Tabs_open_and_close_together()
    {
        BrowserFixture.RequireBrowser();
        await using var first = await Open();
        var waiting = await first.OpenTab(area.Site, "/mitglieder/#" + Notice);
        await Assertions.Expect(MembersArea.Code(waiting.Page)).ToBeVisibleAsync();
        await MembersArea.Unlock(first.Page, area.CodeOf(SealedSite.Town));
        await Assertions.Expect(waiting.Page.Locator("h1")).ToContainTextAsync("Hinweise zum Ausfüllen");
        var later = await first.OpenTab(area.Site, "/mitglieder/");
        await Assertions.Expect(later.Page.Locator(".members-bar")).ToBeVisibleAsync();

        await MembersArea.LogOut(first.Page);
        foreach (var tab in new[] { waiting, later })
        {
            await Assertions.Expect(MembersArea.Code(tab.Page)).ToBeVisibleAsync();
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("in einem anderen Fenster");
            Assert.DoesNotContain("17 Anfragen", await tab.Page.ContentAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(first.Problems);
    }

    [Fact]
    public async Task Session_ends_after_twelve_hours()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
        await page.Page.Clock.InstallAsync();
        await page.Page.ReloadAsync();
        await MembersArea.Unlock(page.Page, area.CodeOf(SealedSite.Town));
        await page.Page.Clock.FastForwardAsync("11:59:00");
        await Assertions.Expect(page.Page.Locator(".members-bar")).ToBeVisibleAsync();
        await page.Page.Clock.FastForwardAsync("00:03:00");
        await Assertions.Expect(MembersArea.Code(page.Page)).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("abgelaufen");
    }

    [Fact]
    public async Task Area_works_where_the_browser_stores_nothing()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
        await page.Page.AddInitScriptAsync("Object.defineProperty(window, 'indexedDB', { get() { throw new Error('private'); } });");
        await page.Page.ReloadAsync();
        await MembersArea.Unlock(page.Page, area.CodeOf(SealedSite.Town));
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("speichert den Zugang nicht");
        await page.Page.ReloadAsync();
        await Assertions.Expect(MembersArea.Code(page.Page)).ToBeVisibleAsync();
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Area_is_used_with_the_keyboard_alone()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
        await MembersArea.Code(page.Page).WaitForAsync();
        await TabTo(page.Page, "e => e.id === 'zugangscode'");
        await page.Page.Keyboard.TypeAsync(area.CodeOf(SealedSite.Town));
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("h1")).ToBeFocusedAsync();
        await TabTo(page.Page, $"e => e.getAttribute('href') === '#{Notice}'");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Hinweise zum Ausfüllen");
        await Assertions.Expect(page.Page.Locator("h1")).ToBeFocusedAsync();
        await page.Page.EvaluateAsync("() => document.activeElement.blur()");
        await TabTo(page.Page, "e => e.dataset.part === 'logout'");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(MembersArea.Code(page.Page)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Page_explains_itself_without_scripts()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await WatchedPage.Open(fixture, area.Site, "/mitglieder/", 1280, hasScripts: false);
        var text = await page.Page.Locator("main").InnerTextAsync();
        Assert.Contains("JavaScript", text, StringComparison.Ordinal);
        Assert.Contains("https", text, StringComparison.Ordinal);
        Assert.Equal(0, await page.Page.Locator("main input").CountAsync());
    }

    [Fact]
    public async Task Every_state_is_accessible()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
        await MembersArea.Code(page.Page).WaitForAsync();
        await Axe.Require(page.Page, "locked");
        await MembersArea.Code(page.Page).FillAsync(SealedSite.UnknownCode);
        await MembersArea.OpenButton(page.Page).ClickAsync();
        await Assertions.Expect(MembersArea.Error(page.Page)).ToContainTextAsync("unbekannt");
        await Axe.Require(page.Page, "unknown code");
        await MembersArea.Unlock(page.Page, area.CodeOf(SealedSite.Town));
        foreach (var route in new[] { "/", Notice, "/mitteilungen/2024/145/", "/mitteilungen/2024/145/downloads/bewerbungsbogen/", "/downloads/", "/suche/", "/suche/?q=Werkstatt", "/fachinformationen/", "/mitteilungen/2024/", "/gibt-es-nicht/" })
        {
            await page.Page.EvaluateAsync("route => { location.hash = route; }", route);
            await page.Page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy]') && document.activeElement?.localName === 'h1'");
            await Axe.Require(page.Page, route);
        }

        Assert.Empty(page.Problems);
    }

    private static async Task TabTo(IPage page, string isThere)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>($"() => ({isThere})(document.activeElement)"))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {isThere}");
    }

    private Task<WatchedPage> Open(string route = "") => WatchedPage.Open(fixture, area.Site, "/mitglieder/" + route, 1280);
}
