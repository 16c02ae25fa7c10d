using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>A feed that somebody opens in a browser: its style sheet makes it readable.</summary>
public class FeedViewTests(BrowserFixture fixture)
{
    /// <summary>Gets the contrast of each kind of text with what lies behind it, by the formula of WCAG 2.2.</summary>
    private const string Contrasts = """
        () => {
            const light = (color) => {
                const [r, g, b] = color.match(/[0-9.]+/g).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const contrast = (one, other) => {
                const [dark, bright] = [light(one), light(other)].sort((left, right) => left - right);
                return (bright + 0.05) / (dark + 0.05);
            };
            const root = document.documentElement;
            const paper = getComputedStyle(root).backgroundColor;
            const shown = [...root.getElementsByTagName("*")].filter((element) => element.childElementCount === 0 && element.getClientRects().length > 0);
            const banner = getComputedStyle(root, "::before");
            return [contrast(banner.color, banner.backgroundColor), ...new Set(shown.map((element) => contrast(getComputedStyle(element).color, paper)))];
        }
        """;

    [Theory]
    [InlineData("/feed.xml")]
    [InlineData("/atom.xml")]
    [InlineData("/aktenzeichen/10/feed.xml")]
    [InlineData("/ratsarchiv/juelich/feed.xml")]
    public async Task Feed_is_readable_in_a_browser(string address)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await WatchedPage.Open(fixture, fixture.Example, address, 320);
        Assert.Contains(page.Requests, url => url.Contains("/assets/feed.", StringComparison.Ordinal));
        foreach (var width in new[] { 320, 1280 })
        {
            await page.Page.SetViewportSizeAsync(width, 900);
            Assert.True(await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"{address} is wider than {width} px");
        }

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            Assert.All(await page.Page.EvaluateAsync<double[]>(Contrasts), contrast => Assert.InRange(contrast, 4.5, 21));
        }

        Assert.Empty(page.Problems);
    }

    [Theory]
    [InlineData("/feed.xml", "item")]
    [InlineData("/atom.xml", "entry")]
    public async Task Entries_show_title_and_summary_and_hide_what_is_for_machines(string address, string entry)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await WatchedPage.Open(fixture, fixture.Example, address, 1280);
        var texts = await page.Page.EvaluateAsync<string[]>(
            "name => [...document.getElementsByTagName(name)[0].children].filter(part => part.getClientRects().length > 0).map(part => part.localName)", entry);
        Assert.Contains("title", texts);
        Assert.Contains(entry == "item" ? "description" : "summary", texts);
        Assert.Contains("identifier", texts);
        Assert.Contains("link", texts);
        Assert.DoesNotContain(texts, name => name is "encoded" or "content" or "guid" or "id" or "category");
        var title = await page.Page.EvaluateAsync<double[]>(
            "name => ['title', name].map((part, i) => parseFloat(getComputedStyle(i === 0 ? document.getElementsByTagName('title')[0] : document.getElementsByTagName(name)[0]).fontSize))", entry);
        Assert.True(title[0] > title[1], "The title of the feed is larger than its entries");
    }
}
