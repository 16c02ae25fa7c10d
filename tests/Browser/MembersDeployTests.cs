using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>An open browser after the next deploy. The site is their own, since they change its members; none minds what another changed.</summary>
public class MembersDeployTests(BrowserFixture fixture, SealedSite area) : IClassFixture<SealedSite>
{
    private const string Notice = "/mitteilungen/2024/146/";

    [Fact]
    public async Task Open_browser_goes_on_after_a_rotation()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Unlocked(SealedSite.Town);
        var old = area.FileOf(Notice);
        area.Deploy(area.Change.Rotate(area.Roster, ["members"]));
        Assert.NotEqual(old, area.FileOf(Notice));
        Assert.False(File.Exists(old));
        await page.Page.Locator($"main a[href='#{Notice}']").First.ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Hinweise zum Ausfüllen");
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Hinweise zum Ausfüllen");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Open_search_goes_on_after_a_rotation()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Unlocked(SealedSite.Town);
        await page.Page.EvaluateAsync("() => { location.hash = '/suche/?q=Umsatzsteuer'; }");
        await Assertions.Expect(page.Page.Locator("#suche_liste li").First).ToBeVisibleAsync();
        area.Deploy(area.Change.Rotate(area.Roster, ["members"]));
        await page.Page.Locator("#suche_feld").FillAsync("Rügen");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("#suche_liste")).ToContainTextAsync("Vertraulicher Hinweis");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Removed_member_is_locked_out_and_told_whom_to_ask()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Unlocked(SealedSite.Village);
        var code = area.CodeOf(SealedSite.Village);
        area.Deploy(area.Change.Remove(area.Roster, SealedSite.Village));
        await page.Page.Locator($"main a[href='#{Notice}']").First.ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Code nicht mehr gültig");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("post@verband.example");
        await page.Page.ReloadAsync();
        await MembersArea.Code(page.Page).FillAsync(code);
        await MembersArea.OpenButton(page.Page).ClickAsync();
        await Assertions.Expect(MembersArea.Error(page.Page)).ToContainTextAsync("Code nicht mehr gültig");
        await Assertions.Expect(page.Page.Locator(".members-bar")).Not.ToBeAttachedAsync();
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task New_code_opens_and_the_old_one_says_that_it_is_revoked()
    {
        BrowserFixture.RequireBrowser();
        var old = area.CodeOf(SealedSite.Town);
        area.Deploy(area.Change.Renew(area.Roster, SealedSite.Town));
        await using var page = await WatchedPage.Open(fixture, area.Site, "/mitglieder/", 1280);
        await MembersArea.Code(page.Page).FillAsync(old);
        await MembersArea.OpenButton(page.Page).ClickAsync();
        await Assertions.Expect(MembersArea.Error(page.Page)).ToContainTextAsync("Code nicht mehr gültig");
        await MembersArea.Unlock(page.Page, area.CodeOf(SealedSite.Town));
    }

    private async Task<WatchedPage> Unlocked(string member)
    {
        var page = await WatchedPage.Open(fixture, area.Site, "/mitglieder/", 1280);
        await MembersArea.Unlock(page.Page, area.CodeOf(member), isRemembered: true);
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Mitgliederbereich");
        return page;
    }
}
