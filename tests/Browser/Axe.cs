using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>Looks for barriers with axe-core, in light and dark, narrow and wide.</summary>
/// <remarks>
/// The script is put into a page once and hands back nothing but violations; the package for Playwright opens a second page
/// for each run and carries all results there, which costs several times as much.
/// </remarks>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>All that a colour scheme can change: a style sheet has nothing but colours in its dark part.</summary>
    private static readonly string[] RulesOfColours = ["color-contrast", "link-in-text-block"];

    /// <summary>Requires that a page, as it stands, has no barriers and needs no scrolling sideways at 320 and 1280 px, in light and dark.</summary>
    /// <param name="state">What the page shows, for the message.</param>
    public static async Task Require(IPage page, string state)
    {
        foreach (var width in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var taken = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(taken <= width, $"{state} scrolls sideways at {width} px: {taken} px");
            await Require(page, $"{state} at {width} px", new { });
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            await Require(page, $"{state} at {width} px in dark", new { runOnly = RulesOfColours });
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        }
    }

    /// <summary>Gets what is wrong with a page, as <c>rule: element</c>.</summary>
    public static Task<string[]> Violations(IPage page) => Violations(page, new { });

    private static async Task Require(IPage page, string state, object options)
    {
        var violations = await Violations(page, options);
        Assert.True(violations.Length == 0, $"{state}:\n{string.Join('\n', violations)}");
    }

    /// <param name="options">Those of <c>axe.run</c>.</param>
    private static async Task<string[]> Violations(IPage page, object options)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(
            """
            async (options) => {
                const { violations } = await axe.run(document, { ...options, resultTypes: ["violations"], preload: false });
                return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
            }
            """,
            options);
    }
}
