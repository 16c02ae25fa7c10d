using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>Every kind of page, in light and dark, narrow and wide.</summary>
public class PageTests(BrowserFixture fixture)
{
    private const string Notice = "/mitteilungen/2024/145/";

    /// <summary>Gets one address of every kind; those with <c>crowded:</c> are of the second site.</summary>
    public static TheoryData<string> Kinds =>
    [
        "/", "/mitteilungen/", "/mitteilungen/2024/", Notice, "/mitteilungen/2024/520/", "/mitteilungen/2023/231/", "/mitteilungen/2023/163/",
        "/mitteilungen/2024/146/", "/mitteilungen/2024/398/", "/schnellbriefe/", "/fachinformationen/", "/fachinformationen/recht-personal-organisation/",
        "/fachinformationen/recht-personal-organisation/2024/", "/mitteilungen/2023/641/downloads/winterdienst-checkliste/", "/downloads/", "/melden/", "/feeds/", "/fristen/", "/aktenzeichen/", "/aktenzeichen/10.70/", "/aktenzeichen/sonstige/", "/suche/", "/impressum/", "/barrierefreiheit/", "/404.html", "/gibt-es-nicht/",
        "/ratsarchiv/", "/ratsarchiv/juelich/", "/ratsarchiv/beispielstadt/", "/ratsarchiv/juelich/2017/", "/ratsarchiv/beispielstadt/gremien/umwelt/", "/ratsarchiv/beispielstadt/gremien/festausschuss/",
        "/ratsarchiv/juelich/sitzungen/2017-10-19-kultur/", "/ratsarchiv/beispielstadt/sitzungen/2026-11-10-umwelt/", "/ratsarchiv/juelich/vorlagen/325-2017/",
        "/ratsarchiv/beispielstadt/vorlagen/bv-2026-0207/", "/ratsarchiv/juelich/vorlagen/112-2018/", "/ratsarchiv/juelich/dateien/325-2017/", "/ratsarchiv/juelich/dateien/41-2018-handreichung/",
        "crowded:/mitteilungen/2025/", "crowded:/mitteilungen/2025/monat-03/",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Page_is_accessible_quiet_and_no_wider_than_the_screen(string kind)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open(kind, 320);
        await Axe.Require(page.Page, kind);
        Assert.True(page.Problems.Count == 0, $"{kind}:\n{string.Join('\n', page.Problems)}");
    }

    [Fact]
    public async Task Checks_find_planted_faults()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/impressum/", 1280);
        await page.Page.EvaluateAsync("() => { document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/fehlt.png\"><p style=\"color: red\">x</p>'); }");
        Assert.Contains(await Axe.Violations(page.Page), violation => violation.StartsWith("image-alt: ", StringComparison.Ordinal));
        await page.Page.EvaluateAsync("() => { document.querySelector('main img[src=\"/fehlt.png\"]').remove(); document.querySelector('main p').style.color = '#333'; }");
        var dark = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Axe.Require(page.Page, "page"));
        Assert.StartsWith("page at 320 px in dark:\ncolor-contrast: ", dark.Message, StringComparison.Ordinal);
        Assert.Contains(page.Problems, problem => problem.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Notice)]
    [InlineData("/fachinformationen/recht-personal-organisation/")]
    public async Task Page_stays_usable_with_text_twice_as_large(string kind)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open(kind, 1280);
        await page.Page.EvaluateAsync("() => document.documentElement.style.setProperty('font-size', '200%')");
        Assert.True(await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 1280, kind);

        // No column has become so narrow that words are broken.
        Assert.InRange((await page.Page.Locator("h1").BoundingBoxAsync())!.Width, 500, 1280);
        Assert.InRange((await page.Page.Locator(".footer-publisher").BoundingBoxAsync())!.Width, 380, 1280);
    }

    [Fact]
    public async Task Long_name_of_an_association_fits_on_a_small_screen()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/impressum/", 320);
        await page.Page.Locator(".brand-name").EvaluateAsync("name => { name.textContent = 'Arbeitsgemeinschaft Donaudampfschifffahrtsgebietskörperschaften'; }");
        Assert.True(await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 320);
    }

    [Theory]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task Newest_notices_come_before_the_feeds_where_all_is_in_one_column(int width, bool isBelow)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/", width);
        var newest = (await page.Page.Locator(".notice-list").First.BoundingBoxAsync())!;
        Assert.Equal(isBelow, (await page.Page.Locator(".panel-feed").BoundingBoxAsync())!.Y > newest.Y + newest.Height);
    }

    [Fact]
    public async Task First_tab_leads_past_the_navigation_to_the_content()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open(Notice, 1280);
        await page.Page.Keyboard.PressAsync("Tab");
        Assert.StartsWith("#", await page.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"), StringComparison.Ordinal);
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("MAIN", await page.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Notice)]
    [InlineData("/mitteilungen/2024/")]
    [InlineData("/feeds/")]
    [InlineData("/fristen/")]
    [InlineData("/aktenzeichen/")]
    [InlineData("/aktenzeichen/10.70/")]
    public async Task Keyboard_reaches_everything_and_leaves_again(string kind)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open(kind, 1280);
        var count = await page.Page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('a[href], summary, [tabindex=\"0\"]')].filter(e => e.tabIndex >= 0 && e.checkVisibility()).length");

        // Noted in the page as it happens: asking after each key takes as long again.
        await page.Page.EvaluateAsync(
            """
            () => {
                window.reached = [];
                document.addEventListener("focusin", ({ target }) => {
                    const style = getComputedStyle(target);
                    window.reached.push({ target, isSeen: style.outlineStyle !== "none" || style.boxShadow !== "none" });
                });
            }
            """);
        for (var i = 0; i < count; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
        }

        var unseen = await page.Page.EvaluateAsync<string[]>("() => window.reached.filter(({ isSeen }) => !isSeen).map(({ target }) => target.outerHTML)");
        Assert.True(unseen.Length == 0, $"{kind}: the focus cannot be seen on\n{string.Join('\n', unseen)}");
        Assert.Equal(count, await page.Page.EvaluateAsync<int>("() => new Set(window.reached.map(({ target }) => target)).size"));
    }

    [Fact]
    public async Task Notice_prints_as_a_clean_sheet()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open(Notice, 1280, ColorScheme.Dark);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Light });
        Assert.False(await page.Page.Locator("nav").First.IsVisibleAsync());
        Assert.Equal(0, await page.Page.Locator("nav:visible, button:visible, .button:visible, .backlink:visible").CountAsync());
        var text = await page.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Mitteilung 145/2024 vom 20.02.2024", text, StringComparison.Ordinal);
        Assert.Contains("13.0.70-001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_page_fills_in_the_address_of_the_file()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/mitteilungen/2023/641/downloads/winterdienst-checkliste/", 1280);
        await page.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Melden", Exact = true }).ClickAsync();
        await page.Arrive("/melden/?datei=");
        Assert.Contains("/mitteilungen/2023/641/downloads/winterdienst-checkliste/", await page.Page.GetByLabel("Ihr Hinweis").InputValueAsync(), StringComparison.Ordinal);
        await page.Page.GotoAsync(fixture.Example.Address + "/melden/?datei=//boese.example/");
        Assert.DoesNotContain("boese", await page.Page.GetByLabel("Ihr Hinweis").InputValueAsync(), StringComparison.Ordinal);
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Former_address_leads_to_the_notice()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/alt/mitteilungen/2024/engagement-werkstatt.html", 1280);
        await page.Arrive(Notice);
        Assert.Contains("Werkstatt", await page.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_is_seen_in_forced_colours()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/", 1280);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        var hidden = await page.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('a, h1, h2, h3, p')].filter(e => e.checkVisibility() && e.innerText.trim()).filter(e => {
                let back = e;
                while (back && getComputedStyle(back).backgroundColor === 'rgba(0, 0, 0, 0)') back = back.parentElement;
                return back && getComputedStyle(e).color === getComputedStyle(back).backgroundColor;
            }).map(e => e.outerHTML.slice(0, 80))
            """);
        Assert.Empty(hidden);
    }

    private async Task<WatchedPage> Open(string kind, int width, ColorScheme scheme = ColorScheme.Light) => kind.StartsWith("crowded:", StringComparison.Ordinal)
        ? await WatchedPage.Open(fixture, await fixture.Crowded(), kind["crowded:".Length..], width, scheme)
        : await WatchedPage.Open(fixture, fixture.Example, kind, width, scheme);
}
