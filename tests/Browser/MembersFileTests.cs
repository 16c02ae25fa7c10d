using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>Files of the members' area: opened in the browser, put back together, saved, and drawn.</summary>
[Collection(SharedArea.Name)]
public class MembersFileTests(SealedSite area)
{
    private const string Notice = "/mitteilungen/2024/145/";
    private const string Form = Notice + "dateien/bewerbungsbogen.pdf";

    [Fact]
    public async Task File_is_saved_as_it_was_sealed()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await area.Open("#" + Notice);
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
        await using var page = await area.Open("#" + Notice);
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
        await using var page = await area.Open("#" + Page);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Melden", Exact = true }).ClickAsync();
        await page.Arrive(area.Site.Address + "/melden/#");
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
        await using var page = await area.Open("#" + Notice + "downloads/bewerbungsbogen/");
        await Assertions.Expect(page.Page.Locator(".file-picture canvas[role=img]")).ToBeVisibleAsync();
        Assert.Equal(480, await page.Page.Locator(".file-picture canvas").EvaluateAsync<int>("canvas => canvas.width"));
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Pdf_opens_in_a_tab_of_its_own()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await area.Open("#" + Notice);
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
        await using var page = await area.Open("#/text/");
        var tab = await page.Page.RunAndWaitForPopupAsync(() => page.Page.GetByText("Notiz").ClickAsync());
        await Assertions.Expect(tab.Locator("body")).ToHaveTextAsync("Nur für Mitglieder: Grüße");
        Assert.StartsWith("blob:", tab.Url, StringComparison.Ordinal);
        Assert.True(await tab.EvaluateAsync<bool>("() => window.opener === null"));
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task File_that_could_hold_a_script_is_saved_and_never_opened()
    {
        BrowserFixture.RequireBrowser();
        area.PutFile("/test/dateien/seite.html", "text/html", "<script>document.title = 'böse'</script>"u8.ToArray());
        area.PutPage("/test/", "<main><h1>Test</h1><a data-action=\"open\" href=\"#/file/test/dateien/seite.html\">Datei</a></main>");
        await using var page = await area.Open("#/test/");
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
        await using var page = await area.Open("#/file/gross/dateien/gross.bin");
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
        await using var page = await area.Open("#/file" + path);
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
        await using var page = await area.Open("#/bild/");
        var picture = page.Page.GetByRole(AriaRole.Img, new() { Name = "Ein Punkt" });
        await Assertions.Expect(picture).ToBeVisibleAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('canvas')?.width === 1");
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Vector_picture_is_offered_to_be_saved()
    {
        BrowserFixture.RequireBrowser();
        area.PutFile("/vektor/dateien/plan.svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray());
        area.PutPage("/vektor/", "<main><h1>Bild</h1><p><img src=\"#/file/vektor/dateien/plan.svg\" alt=\"Ein Plan\"></p></main>");
        await using var page = await area.Open("#/vektor/");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "Ein Plan" }).ClickAsync());
        Assert.Equal("plan.svg", download.SuggestedFilename);
        Assert.Empty(page.Problems);
    }

    private byte[] Source(string path) => File.ReadAllBytes(Path.Combine(area.Content, path));

    private static async Task<byte[]> Read(IDownload download) => await File.ReadAllBytesAsync(await download.PathAsync());

    /// <summary>Keeps every blob that gets an address, since a test cannot read the tab of a browser's own viewer.</summary>
    private static async Task KeepBlobs(IPage page) => await page.EvaluateAsync(
        "() => { window.blobs = []; const make = URL.createObjectURL; URL.createObjectURL = blob => { window.blobs.push(blob); return make.call(URL, blob); }; }");

    private static async Task<byte[]> Blob(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>(
        "async () => btoa(Array.from(new Uint8Array(await window.blobs[0].arrayBuffer()), byte => String.fromCharCode(byte)).join(''))"));
}
