using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>A member at work: unlocking, reading, finding the way.</summary>
[Collection(SharedArea.Name)]
public class MembersAreaTests(BrowserFixture fixture, SealedSite area)
{
    private const string Teaser = "/mitteilungen/2024/146/";

    [Fact]
    public async Task Member_comes_from_a_teaser_and_reads_the_notice()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await WatchedPage.Open(fixture, area.Site, Teaser, 1280);
        await page.Page.Locator("main a[href^='/mitglieder/#']").First.ClickAsync();
        await MembersArea.Unlock(page.Page, area.CodeOf(SealedSite.Town));
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Hinweise zum Ausfüllen der Bewerbung für die Werkstatt Engagementstrategien");
        await Assertions.Expect(page.Page.Locator("h1")).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.Locator("main")).ToContainTextAsync("Seit Versand des Aufrufs haben uns 17 Anfragen erreicht.");
        await Assertions.Expect(page.Page.Locator(".members-bar")).ToContainTextAsync("Stadt Beispielstadt");
        Assert.StartsWith("Hinweise zum Ausfüllen", await page.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.EndsWith("/mitglieder/#" + Teaser, page.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Page.Locator("nav.breadcrumbs li")).ToHaveTextAsync(["Startseite", "Mitgliederbereich", "Mitteilungen", "2024", "Mitteilung 146/2024"]);

        await page.Page.GetByText("Öffentliche Fassung").ClickAsync();
        await page.Arrive(area.Site.Address + Teaser);
        await Assertions.Expect(page.Page.Locator("main")).Not.ToContainTextAsync("17 Anfragen");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Start_page_leads_to_notices_and_back()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await area.Open();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Mitgliederbereich");
        await page.Page.Locator($"main a[href='#{Teaser}']").First.ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Hinweise zum Ausfüllen");
        await page.Page.GoBackAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Mitgliederbereich");
        await page.Page.GoForwardAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Hinweise zum Ausfüllen");
        await page.Page.Locator("nav.breadcrumbs").GetByText("Mitgliederbereich").ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Mitgliederbereich");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Page_is_found_again_where_it_was_left()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await area.Open();
        await page.Page.EvaluateAsync("() => window.scrollTo(0, 400)");
        await page.Page.WaitForFunctionAsync("() => history.state?.y === 400");
        await page.Page.Locator($"main a[href='#{Teaser}']").First.EvaluateAsync("link => link.click()");
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Hinweise zum Ausfüllen");
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => window.scrollY"));
        await page.Page.GoBackAsync();
        await page.Page.WaitForFunctionAsync("() => window.scrollY === 400");
    }

    [Fact]
    public async Task Skip_link_leads_to_the_content_and_keeps_the_page()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await area.Open("#" + Teaser);
        await page.Page.Locator(".skip-link").EvaluateAsync("link => link.click()");
        await Assertions.Expect(page.Page.Locator("main")).ToBeFocusedAsync();
        Assert.EndsWith("#" + Teaser, page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_within_a_page_goes_to_its_place_and_keeps_the_route()
    {
        BrowserFixture.RequireBrowser();
        var filler = string.Concat(Enumerable.Range(0, 60).Select(i => $"<p>Absatz {i}</p>"));
        area.PutPage("/anker/", $"<main><h1>Anker</h1><a href=\"#ziel\">hin</a>{filler}<h2 id=\"ziel\">Ziel</h2></main>");
        await using var page = await area.Open("#/anker/");
        await page.Page.GetByText("hin", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#ziel")).ToBeFocusedAsync();
        Assert.EndsWith("#/anker/!ziel", page.Page.Url, StringComparison.Ordinal);
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator("#ziel")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Sealed_page_cannot_run_anything()
    {
        BrowserFixture.RequireBrowser();
        area.PutPage(
            "/boese/",
            """
            <main><h1 onclick="window.hit=1" style="color:red">Böse</h1>
            <script>window.hit=1</script><img src="x" onerror="window.hit=1"><img src="https://fremd.example/x.png" alt="">
            <a id="a1" href="javascript:window.hit=1">eins</a><a id="a2" href=" java&#10;script:window.hit=1">zwei</a><a id="a3" href="data:text/html,x">drei</a>
            <a id="a4" href="//fremd.example/">vier</a><iframe src="/"></iframe><form action="/"><input name="x"></form><object data="/"></object>
            <svg><script>window.hit=1</script><a href="javascript:window.hit=1"><text>fünf</text></a><foreignObject><p>x</p></foreignObject><use href="#x"/></svg>
            <math><mtext><style><img src=x onerror="window.hit=1"></style></mtext></math><noscript><p title="</noscript><img src=x onerror=window.hit=1>"></p></noscript>
            <template><p>x</p></template><style>h1 { display: none }</style><base href="https://fremd.example/"><meta http-equiv="refresh" content="0; url=/">
            <p id="gut" class="lead" lang="en" data-x="1">Gut</p></main>
            """);
        await using var page = await area.Open("#/boese/");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Böse");
        Assert.Equal(0, await page.Page.Locator("#mitglieder_inhalt :is(script, style, iframe, form, input, object, template, foreignObject, use, math, base, meta, noscript, [style], [onclick], [onerror], [data-x])").CountAsync());
        Assert.Equal("a1:- a2:- a3:- a4://fremd.example/", await page.Page.EvaluateAsync<string>(
            "() => ['a1', 'a2', 'a3', 'a4'].map(id => `${id}:${document.getElementById(id).getAttribute('href') ?? '-'}`).join(' ')"));
        Assert.Equal("noopener noreferrer", await page.Page.Locator("#a4").GetAttributeAsync("rel"));
        Assert.Equal("lead", await page.Page.Locator("#gut[lang=en]").GetAttributeAsync("class"));
        await page.Page.Locator("h1").ClickAsync();
        Assert.False(await page.Page.EvaluateAsync<bool>("() => 'hit' in window"));

        // The policy stops these even in the inert document that the text is parsed into, and says so.
        string[] stopped = ["inline event handler", "inline style", "document's base URI"];
        Assert.DoesNotContain(page.Problems, problem => !stopped.Any(one => problem.Contains(one, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Reader_of_two_audiences_chooses_and_stays_with_the_choice()
    {
        BrowserFixture.RequireBrowser();
        area.PutPage("/zwei/", "<main><h1>Für alle</h1></main>");
        area.PutPage("/zwei/", "<main><h1>Für den Vorstand</h1></main>", "vorstand");
        area.PutPage("/drei/", "<main><h1>Noch etwas für alle</h1></main>");
        area.PutPage("/drei/", "<main><h1>Noch etwas für den Vorstand</h1></main>", "vorstand");
        await using var page = await WatchedPage.Open(fixture, area.Site, "/mitglieder/#/zwei/", 1280);
        await MembersArea.Unlock(page.Page, area.CodeOf(SealedSite.County));
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Für alle");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Vorstand" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Für den Vorstand");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Vorstand" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Page.EvaluateAsync("() => { location.hash = '/drei/'; }");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Noch etwas für den Vorstand");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Unknown_route_says_so_and_leads_home()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await area.Open("#/gibt/es/nicht/");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Hier gibt es für Sie keine Seite");
        await page.Page.Locator("main a[href='#/']").ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Mitgliederbereich");
    }

    [Fact]
    public async Task Notice_prints_without_the_strip()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await area.Open("#" + Teaser);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(0, await page.Page.Locator("nav:visible, button:visible").CountAsync());
        await Assertions.Expect(page.Page.Locator(".members-bar")).ToContainTextAsync("/mitglieder/#" + Teaser);
    }
}
