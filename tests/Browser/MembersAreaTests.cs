using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>A member at work: unlocking, reading, files, logging out.</summary>
[Collection(SharedArea.Name)]
public class MembersAreaTests(BrowserFixture fixture, SealedSite area)
{
    private const string Teaser = "/mitteilungen/2024/146/";
    private const string Notice = "/mitteilungen/2024/145/";
    private const string Form = Notice + "dateien/bewerbungsbogen.pdf";

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
        await page.Page.WaitForURLAsync(area.Site.Address + Teaser);
        await Assertions.Expect(page.Page.Locator("main")).Not.ToContainTextAsync("17 Anfragen");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Start_page_leads_to_notices_and_back()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open();
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
        await using var page = await Open();
        await page.Page.EvaluateAsync("() => window.scrollTo(0, 400)");
        await page.Page.WaitForFunctionAsync("() => history.state?.y === 400");
        await page.Page.Locator($"main a[href='#{Teaser}']").First.EvaluateAsync("link => link.click()");
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Hinweise zum Ausfüllen");
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => window.scrollY"));
        await page.Page.GoBackAsync();
        await page.Page.WaitForFunctionAsync("() => window.scrollY === 400");
    }

    [Fact]
    public async Task File_is_saved_as_it_was_sealed()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("#" + Notice);
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator($"a[data-file='{Form}']:not([data-action='open'])").First.ClickAsync());
        Assert.Equal("bewerbungsbogen.pdf", download.SuggestedFilename);
        Assert.Equal(Source("mitteilungen/2024/ews5/bewerbungsbogen.pdf"), await Read(download));
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("bewerbungsbogen.pdf");
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("Werkstatt");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task All_files_are_saved_as_one_archive()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("#" + Notice);
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByText("Alle 2 Dateien herunterladen").ClickAsync());
        Assert.Equal("mitteilungen-2024-145.zip", download.SuggestedFilename);
        using var zip = new ZipArchive(new MemoryStream(await Read(download)));
        Assert.Equal(["bewerbungsbogen.pdf", "punkteraster.pdf"], zip.Entries.Select(entry => entry.FullName));
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync(TestContext.Current.CancellationToken);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            Assert.Equal(Source("mitteilungen/2024/ews5/" + entry.FullName), copy.ToArray());
        }

        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Report_of_a_file_leads_to_the_public_form_without_telling_the_host_and_back()
    {
        BrowserFixture.RequireBrowser();
        const string Page = Notice + "downloads/bewerbungsbogen/";
        await using var page = await Open("#" + Page);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Melden", Exact = true }).ClickAsync();
        await page.Page.WaitForURLAsync(area.Site.Address + "/melden/#**");
        await Assertions.Expect(page.Page.Locator("textarea")).ToHaveValueAsync(new Regex(Regex.Escape($"{area.Site.Address}/mitglieder/#{Page}")));
        Assert.DoesNotContain(page.Requests, address => address.Split('#')[0].Contains("bewerbungsbogen", StringComparison.Ordinal));
        await page.Page.GoBackAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Bewerbungsbogen für die fünfte Runde");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Page_of_a_file_shows_its_first_page()
    {
        BrowserFixture.RequireBrowser();
        Assert.SkipUnless(new Fachinfo.Commands.Host().FindPrograms(["pdftoppm"]).Count == 1, "poppler-utils is not installed.");
        await using var page = await Open("#" + Notice + "downloads/bewerbungsbogen/");
        await Assertions.Expect(page.Page.Locator(".file-picture canvas[role=img]")).ToBeVisibleAsync();
        Assert.Equal(480, await page.Page.Locator(".file-picture canvas").EvaluateAsync<int>("canvas => canvas.width"));
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Pdf_opens_in_a_tab_of_its_own()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("#" + Notice);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Bewerbungsbogen für die fünfte Runde", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Bewerbungsbogen für die fünfte Runde");
        await KeepBlobs(page.Page);
        var tab = await page.Page.RunAndWaitForPopupAsync(() => page.Page.Locator($"a[data-file='{Form}'][data-action='open']").First.ClickAsync());
        await page.Page.WaitForFunctionAsync("() => window.blobs.length === 1");
        Assert.Equal("application/pdf", await page.Page.EvaluateAsync<string>("() => window.blobs[0].type"));
        Assert.Equal(Source("mitteilungen/2024/ews5/bewerbungsbogen.pdf"), await Blob(page.Page));
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("neuen Fenster");
        Assert.Empty(page.Problems);
        await tab.CloseAsync();
    }

    [Fact]
    public async Task Text_is_shown_in_a_tab_that_cannot_reach_back()
    {
        BrowserFixture.RequireBrowser();
        area.PutFile("/text/dateien/notiz.txt", "text/plain", "Nur für Mitglieder: Grüße"u8.ToArray());
        area.PutPage("/text/", "<main><h1>Test</h1><a data-action=\"open\" href=\"#/file/text/dateien/notiz.txt\">Notiz</a></main>");
        await using var page = await Open("#/text/");
        var tab = await page.Page.RunAndWaitForPopupAsync(() => page.Page.GetByText("Notiz").ClickAsync());
        await Assertions.Expect(tab.Locator("body")).ToHaveTextAsync("Nur für Mitglieder: Grüße");
        Assert.StartsWith("blob:", tab.Url, StringComparison.Ordinal);
        Assert.True(await tab.EvaluateAsync<bool>("() => window.opener === null"));
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Skip_link_leads_to_the_content_and_keeps_the_page()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("#" + Teaser);
        await page.Page.Locator(".skip-link").EvaluateAsync("link => link.click()");
        await Assertions.Expect(page.Page.Locator("main")).ToBeFocusedAsync();
        Assert.EndsWith("#" + Teaser, page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_could_hold_a_script_is_saved_and_never_opened()
    {
        BrowserFixture.RequireBrowser();
        area.PutFile("/test/dateien/seite.html", "text/html", "<script>document.title = 'böse'</script>"u8.ToArray());
        area.PutPage("/test/", "<main><h1>Test</h1><a data-action=\"open\" href=\"#/file/test/dateien/seite.html\">Datei</a></main>");
        await using var page = await Open("#/test/");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByText("Datei").First.ClickAsync());
        Assert.Equal("seite.html", download.SuggestedFilename);
        Assert.Single(page.Page.Context.Pages);
    }

    [Fact]
    public async Task File_of_several_chunks_arrives_whole()
    {
        BrowserFixture.RequireBrowser();
        var bytes = new byte[(2 * 1024 * 1024) + 12345];
        new Random(1).NextBytes(bytes);
        area.PutFile("/gross/dateien/gross.bin", "application/octet-stream", bytes);
        await using var page = await Open("#/file/gross/dateien/gross.bin");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Herunterladen" }).ClickAsync());
        Assert.Equal(bytes, await Read(download));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-(1024 * 1024))]
    [InlineData(1)]
    public async Task Damaged_file_is_not_saved(int change)
    {
        BrowserFixture.RequireBrowser();
        var path = $"/schaden{change + 2_000_000}/dateien/datei.bin";
        area.PutFile(path, "application/octet-stream", new byte[1500 * 1024]);
        var file = area.FileOf(path);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Array.Resize(ref bytes, bytes.Length + change);
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        await using var page = await Open("#/file" + path);
        var saved = 0;
        page.Page.Download += (_, _) => saved++;
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Herunterladen" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("beschädigt");
        Assert.Equal(0, saved);
    }

    [Fact]
    public async Task Picture_is_drawn_with_its_description()
    {
        BrowserFixture.RequireBrowser();
        area.PutFile("/bild/dateien/punkt.png", "image/png", Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        area.PutPage("/bild/", "<main><h1>Bild</h1><p><img src=\"#/file/bild/dateien/punkt.png\" alt=\"Ein Punkt\"></p></main>");
        await using var page = await Open("#/bild/");
        var picture = page.Page.GetByRole(AriaRole.Img, new() { Name = "Ein Punkt" });
        await Assertions.Expect(picture).ToBeVisibleAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('canvas')?.width === 1");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Link_within_a_page_goes_to_its_place_and_keeps_the_route()
    {
        BrowserFixture.RequireBrowser();
        var filler = string.Concat(Enumerable.Range(0, 60).Select(i => $"<p>Absatz {i}</p>"));
        area.PutPage("/anker/", $"<main><h1>Anker</h1><a href=\"#ziel\">hin</a>{filler}<h2 id=\"ziel\">Ziel</h2></main>");
        await using var page = await Open("#/anker/");
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
        await using var page = await Open("#/boese/");
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
    public async Task Vector_picture_is_offered_to_be_saved()
    {
        BrowserFixture.RequireBrowser();
        area.PutFile("/vektor/dateien/plan.svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray());
        area.PutPage("/vektor/", "<main><h1>Bild</h1><p><img src=\"#/file/vektor/dateien/plan.svg\" alt=\"Ein Plan\"></p></main>");
        await using var page = await Open("#/vektor/");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "Ein Plan" }).ClickAsync());
        Assert.Equal("plan.svg", download.SuggestedFilename);
        Assert.Empty(page.Problems);
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
        await using var page = await Open("#/gibt/es/nicht/");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Hier gibt es für Sie keine Seite");
        await page.Page.Locator("main a[href='#/']").ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Mitgliederbereich");
    }

    [Fact]
    public async Task Notice_prints_without_the_strip()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("#" + Teaser);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(0, await page.Page.Locator("nav:visible, button:visible").CountAsync());
        await Assertions.Expect(page.Page.Locator(".members-bar")).ToContainTextAsync("/mitglieder/#" + Teaser);
    }

    private async Task<WatchedPage> Open(string route = "")
    {
        var page = await WatchedPage.Open(fixture, area.Site, "/mitglieder/" + route, 1280);
        await MembersArea.Unlock(page.Page, area.CodeOf(SealedSite.Town));
        return page;
    }

    private byte[] Source(string path) => File.ReadAllBytes(Path.Combine(area.Content, path));

    private static async Task<byte[]> Read(IDownload download) => await File.ReadAllBytesAsync(await download.PathAsync());

    /// <summary>Keeps every blob that gets an address, since a test cannot read the tab of a browser's own viewer.</summary>
    private static async Task KeepBlobs(IPage page) => await page.EvaluateAsync(
        "() => { window.blobs = []; const make = URL.createObjectURL; URL.createObjectURL = blob => { window.blobs.push(blob); return make.call(URL, blob); }; }");

    private static async Task<byte[]> Blob(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>(
        "async () => btoa(Array.from(new Uint8Array(await window.blobs[0].arrayBuffer()), byte => String.fromCharCode(byte)).join(''))"));
}
