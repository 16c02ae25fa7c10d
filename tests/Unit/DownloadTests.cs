using System.IO.Compression;
using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>Pages of downloads, lists of them, and where they are reported.</summary>
public class DownloadTests
{
    private const string Page = "mitteilungen/2024/1/downloads/bogen/index.html";

    [Fact]
    public void Download_has_a_page_with_its_facts_and_its_text()
    {
        var site = SiteFixture.Build(Notice(
            "downloads: [{file: bogen.txt, title: Der Bogen, description: Zum Ausfüllen., date: 2024-01-05, updated: 2024-02-06, license: CC BY 4.0}]",
            "bogen.txt", "Erster Absatz.\n\nZweiter <Absatz>."));
        var bytes = site.Bytes["mitteilungen/2024/1/dateien/bogen.txt"];
        foreach (var shown in new[]
        {
            "<h1>Der Bogen</h1>", "Zum Ausfüllen.", "Mitteilung 1/2024: Titel", "bogen.txt", "Textdatei", $"{bytes.Length} Byte", "5. Januar 2024", "6. Februar 2024", "CC BY 4.0",
            "<p>Erster Absatz.</p>", "<p>Zweiter &lt;Absatz&gt;.</p>", "href=\"/mitteilungen/2024/1/dateien/bogen.txt\"", "href=\"/mitteilungen/2024/1/\"",
            Convert.ToHexStringLower(System.Security.Cryptography.SHA512.HashData(bytes)),
        })
        {
            Assert.Contains(shown, site[Page], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Notice_leads_to_the_page_and_to_the_file()
    {
        var page = SiteFixture.Build(Notice("downloads: [bogen.txt]", "bogen.txt", "Text"))["mitteilungen/2024/1/index.html"];
        Assert.Contains("href=\"/mitteilungen/2024/1/downloads/bogen/\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/mitteilungen/2024/1/dateien/bogen.txt\" download", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_elsewhere_has_a_line_but_no_page()
    {
        var site = SiteFixture.Check(Notice("downloads: [{url: 'https://www.land.example/f', title: Formular}]"));
        Assert.DoesNotContain(site.Outputs, path => path.Contains("1/downloads/", StringComparison.Ordinal));
        Assert.Contains("https://www.land.example/f", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        Assert.Contains("downloads/index.html", site.Outputs);
    }

    [Fact]
    public void Members_download_leaves_no_page_file_or_archive_in_public()
    {
        var site = SiteFixture.Check(
            Notice("downloads: [bogen.txt, {file: geheim.txt, access: members}, {file: a/bogen.txt, access: members}]", "bogen.txt", "Offen")
            + "-- mitteilungen/2024/geheim.txt --\nGEHEIM\n-- mitteilungen/2024/a/bogen.txt --\nGEHEIM\n");
        Assert.Equal(
            ["mitteilungen/2024/1/dateien/bogen.txt", Page],
            site.Outputs.Where(path => path.StartsWith("mitteilungen/2024/1/d", StringComparison.Ordinal)));
        Assert.DoesNotContain(site.Bytes, file => Encoding.UTF8.GetString(file.Value).Contains("geheim", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Files_with_one_stem_have_pages_of_their_own()
    {
        var site = SiteFixture.Check(Notice("downloads: [bogen.txt, bogen.csv, b/bogen.csv]", "bogen.txt", "A") + "-- mitteilungen/2024/bogen.csv --\nB\n-- mitteilungen/2024/b/bogen.csv --\nC\n");
        Assert.Equal(
            ["mitteilungen/2024/1/downloads/b-bogen/index.html", "mitteilungen/2024/1/downloads/bogen-csv/index.html", Page],
            site.Outputs.Where(path => path.EndsWith("/index.html", StringComparison.Ordinal) && path.Contains("1/downloads/", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_public_files_of_a_notice_come_in_one_archive()
    {
        var files = Notice("downloads: [bogen.txt, {file: geheim.txt, access: members}, liste.csv]", "bogen.txt", "Text")
            + "-- mitteilungen/2024/geheim.txt --\nGEHEIM\n-- mitteilungen/2024/liste.csv --\na;b\n";
        var bytes = SiteFixture.Check(files).Bytes["mitteilungen/2024/1/downloads/mitteilungen-2024-1.zip"];
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(["bogen.txt", "liste.csv"], zip.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(zip.GetEntry("liste.csv")!.Open());
        Assert.Equal("a;b", reader.ReadToEnd().TrimEnd());
        Assert.Equal(bytes, SiteFixture.Check(files, new BuildOptions(SiteFixture.Today.AddDays(40))).Bytes["mitteilungen/2024/1/downloads/mitteilungen-2024-1.zip"]);
    }

    [Fact]
    public void Archive_of_unchanged_files_is_not_written_again()
    {
        var site = SiteFixture.Check(Notice("downloads: [bogen.txt, liste.csv]", "bogen.txt", "Text") + "-- mitteilungen/2024/liste.csv --\na;b\n");
        site.Content.Write("mitteilungen/2024/1.md", Encoding.UTF8.GetBytes("---\ntitle: Neuer Titel\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\ndownloads: [bogen.txt, liste.csv]\n---\nText\n"));
        var before = site.Bytes["mitteilungen/2024/1/downloads/mitteilungen-2024-1.zip"];
        site.Rebuild();
        Assert.Same(before, site.Bytes["mitteilungen/2024/1/downloads/mitteilungen-2024-1.zip"]);
        Assert.Contains("Neuer Titel", site.Outputs.Select(path => site[path]).First(text => text.Contains("Neuer Titel", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Downloads_are_listed_by_rubric()
    {
        var page = SiteFixture.Build(
            Notice("downloads: [bogen.txt]", "bogen.txt", "Text")
            + "-- fachinformationen/recht/index.md --\n---\ndownloads: [{file: merkblatt.txt, title: Merkblatt}]\n---\nText\n-- fachinformationen/recht/merkblatt.txt --\nText\n"
            + "-- seiten/service.md --\n---\ntitle: Service\ndownloads: [{file: satzung.txt, title: Vereinssatzung}]\n---\nText\n-- seiten/satzung.txt --\nText\n")["downloads/index.html"];
        var places = new[] { "id=\"recht\"", "Merkblatt", "id=\"umwelt\"", "bogen.txt", "Mitteilung 1/2024", "id=\"seiten\"", "Vereinssatzung" }.Select(text => page.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Rubric_with_very_many_downloads_lists_them_on_a_page_of_its_own()
    {
        var names = Enumerable.Range(1, 51).Select(i => $"d{i}.txt").ToList();
        var site = SiteFixture.Build(Notice($"downloads: [{string.Join(", ", names)}]") + string.Concat(names.Select(name => $"-- mitteilungen/2024/{name} --\n{name}\n")));
        Assert.Contains("d51.txt", site["fachinformationen/umwelt/downloads/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("d51.txt", site["downloads/index.html"], StringComparison.Ordinal);
        Assert.Contains("href=\"/fachinformationen/umwelt/downloads/\"", site["downloads/index.html"], StringComparison.Ordinal);
        Assert.Contains("href=\"/fachinformationen/umwelt/downloads/\"", site["fachinformationen/umwelt/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Site_without_downloads_has_no_list_of_them() =>
        Assert.DoesNotContain("downloads", SiteFixture.Build(Notice(""))["index.html"], StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Report_by_mail_needs_no_server()
    {
        var site = SiteFixture.Build(Site("email: hinweise@verband.example") + Notice("downloads: [bogen.txt]", "bogen.txt", "Text"));
        Assert.Contains("action=\"mailto:hinweise@verband.example\" method=\"get\"", site["melden/index.html"], StringComparison.Ordinal);
        Assert.Contains("form-action 'self' mailto:;", site["_headers"], StringComparison.Ordinal);
        Assert.Contains("href=\"/melden/?datei=%2Fmitteilungen%2F2024%2F1%2Fdownloads%2Fbogen%2F\"", site[Page], StringComparison.Ordinal);
    }

    [Fact]
    public void Report_by_form_goes_where_the_site_says()
    {
        var site = SiteFixture.Build(Site("form: https://formulare.land.example/melden"));
        Assert.Contains("action=\"https://formulare.land.example/melden\" method=\"post\"", site["melden/index.html"], StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https://formulare.land.example;", site["_headers"], StringComparison.Ordinal);
    }

    [Fact]
    public void Report_by_netlify_has_what_that_host_looks_for()
    {
        var site = SiteFixture.Build(Site("form: netlify"));
        Assert.Contains("data-netlify=\"true\"", site["melden/index.html"], StringComparison.Ordinal);
        Assert.Contains("name=\"form-name\" value=\"melden\"", site["melden/index.html"], StringComparison.Ordinal);
        Assert.True(site.Has("melden/danke/index.html"));
    }

    [Fact]
    public void Wrong_form_address_is_told_at_its_place() =>
        Assert.Equal(["site.yml(3,16): FM017"], SiteFixture.Check(Site("form: kein ort")).Findings);

    [Fact]
    public void Site_that_takes_no_reports_asks_for_none()
    {
        var site = SiteFixture.Build(Notice("downloads: [bogen.txt]", "bogen.txt", "Text"));
        Assert.False(site.Has("melden/index.html"));
        Assert.DoesNotContain("melden", site[Page], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Damaged_text_in_the_cache_is_read_anew()
    {
        using var project = new ProjectFolder("-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\ndownloads: [bogen.txt]\n---\nText\n");
        project.Write("content/mitteilungen/2024/bogen.txt", "Der Text des Bogens.");
        project.Build().RequireGood();
        var text = Assert.Single(Directory.GetFiles(project.PathOf(".output.cache/" + FolderCache.ResultsFolder), "*.text", SearchOption.AllDirectories));
        File.WriteAllText(text, "kaputt");
        project.Write("content/site.yml", File.ReadAllText(project.PathOf("content/site.yml")) + "description: Neu\n");
        project.Build().RequireGood();
        Assert.NotEqual("kaputt", File.ReadAllText(text));
    }

    private static string Site(string report) => $"-- site.yml --\ntitle: Verband\nbaseUrl: https://verband.example\nreport: {{{report}}}\n";

    private static string Notice(string fields, string? name = null, string text = "") =>
        $"-- mitteilungen/2024/1.md --\n---\ntitle: Titel\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n{fields}\n---\nText\n" + (name is null ? "" : $"-- mitteilungen/2024/{name} --\n{text}\n");
}
