using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>What tests do on the page of the members' area.</summary>
internal static class MembersArea
{
    public static ILocator Code(IPage page) => page.GetByLabel("Zugangscode", new() { Exact = true });

    public static ILocator OpenButton(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Bereich öffnen" });

    public static ILocator Error(IPage page) => page.Locator("form [role=alert]");

    /// <summary>Types a code and waits until the area is open.</summary>
    public static async Task Unlock(IPage page, string code, bool isRemembered = false)
    {
        await Code(page).FillAsync(code);
        if (isRemembered)
        {
            await page.GetByLabel("Auf diesem Gerät merken").CheckAsync();
        }

        await OpenButton(page).ClickAsync();
        await Assertions.Expect(page.Locator(".members-bar")).ToBeVisibleAsync();
        await Assertions.Expect(Code(page)).Not.ToBeAttachedAsync();
    }

    public static Task LogOut(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Abmelden" }).ClickAsync();
}
