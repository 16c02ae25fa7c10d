using System.IO.Compression;
using System.Text;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Sealing;

namespace Fachinfo.Tests;

/// <summary>Downloads for members: their pages, lists and archives in the area, whoever offers them.</summary>
public class MembersDownloadTests
{
    private static readonly SiteSecret Secret = new([.. Enumerable.Range(3, 32).Select(i => (byte)i)]);

    private static readonly BuildOptions Sealing = new(SiteFixture.Today) { Secret = new BuildSecret(Secret, Secret.Fingerprint) };

    private static readonly MemberRoster Roster = new RosterChange(SiteFixture.Today, () => "00000000000000ee")
        .Add(MemberRoster.Empty with { Check = Secret.Check }, "musterdorf", "Gemeinde Musterdorf", ["members", "finanzen"]);

    private const string Access = "access: {audiences: [members, finanzen]}\nreport: {email: hinweise@verband.example}\n";

    private static readonly string Content = $$"""
        -- site.yml --
        title: Verband
        baseUrl: https://verband.example
        {{Access}}
        -- mitteilungen/2024/1.md --
        ---
        title: Offene Mitteilung
        number: 1
        date: 2024-01-02
        rubric: Umwelt
        downloads:
          - {file: offen.txt, title: Offenes Blatt}
          - {file: liste.csv, title: Offene Liste}
          - {file: bogen.txt, title: Bogen der Mitglieder, access: members}
          - {file: zahlen.txt, title: Zahlen der Kämmerer, access: finanzen}
        ---
        Text.
        -- mitteilungen/2024/offen.txt --
        Offen.
        -- mitteilungen/2024/liste.csv --
        a;b
        -- mitteilungen/2024/bogen.txt --
        Bogen für Mitglieder.
        -- mitteilungen/2024/zahlen.txt --
        Zahlen für Kämmerer.
        -- fachinformationen/recht/index.md --
        ---
        downloads: [{file: muster.txt, title: Mustersatzung, access: members}, {file: merkblatt.txt, title: Merkblatt}]
        ---
        Zur Rubrik.
        -- fachinformationen/recht/muster.txt --
        Muster.
        -- fachinformationen/recht/merkblatt.txt --
        Merkblatt.
        -- seiten/service.md --
        ---
        title: Service
        downloads: [{file: logo.txt, title: Logo für Mitglieder, access: members}]
        ---
        Text der Seite.
        -- seiten/logo.txt --
        Logo.
        -- mitglieder.yml --

        """ + RosterText.Write(Roster);

    private static readonly SiteFixture Site = SiteFixture.Build(Content, Sealing);

    private static ContentKey Key(string audience = "members") => Secret.KeyFor(audience, Roster.PeriodOf(audience));

    private static string Open(string path, string audience = "members") => SealOpener.OpenText(Key(audience), path, Site.Bytes);

    private static (System.Text.Json.JsonElement Header, byte[] Body) File(string path, string audience = "members") =>
        SealOpener.Open(Key(audience).Bytes, Key(audience).AddressOf(path), Site.Bytes[Key(audience).AddressOf(path)[1..]]);

    [Theory]
    [InlineData("members", new[] { "bogen.txt", "liste.csv", "offen.txt" })]
    [InlineData("finanzen", new[] { "liste.csv", "offen.txt", "zahlen.txt" })]
    public void All_files_of_a_notice_come_in_one_sealed_archive_for_each_audience(string audience, string[] expected)
    {
        const string Path = "/mitteilungen/2024/1/downloads/mitteilungen-2024-1.zip";
        var (header, body) = File(Path, audience);
        Assert.Equal("mitteilungen-2024-1.zip", header.GetProperty("name").GetString());
        Assert.Equal("application/zip", header.GetProperty("mediaType").GetString());
        using var zip = new ZipArchive(new MemoryStream(body));
        Assert.Equal(expected, zip.Entries.Select(entry => entry.FullName));
        Assert.Contains($"href=\"#/file{Path}\"", Open("/mitteilungen/2024/1/", audience), StringComparison.Ordinal);
        Assert.Contains("Alle 3 Dateien herunterladen", Open("/mitteilungen/2024/1/", audience), StringComparison.Ordinal);
    }

    [Fact]
    public void Public_archive_holds_public_files_only()
    {
        using var zip = new ZipArchive(new MemoryStream(Site.Bytes["mitteilungen/2024/1/downloads/mitteilungen-2024-1.zip"]));
        Assert.Equal(["liste.csv", "offen.txt"], zip.Entries.Select(entry => entry.FullName));
        Assert.False(Site.Has("fachinformationen/recht/downloads/fachinformationen-recht.zip"));
    }

    [Fact]
    public void Archive_is_sealed_again_only_when_a_file_in_it_changed()
    {
        var site = SiteFixture.Create(Content, new Storage.EmbeddedThemeInput());
        site.Options = Sealing;
        site.Rebuild();
        var path = Key().AddressOf("/mitteilungen/2024/1/downloads/mitteilungen-2024-1.zip")[1..];
        var before = site.Bytes[path];
        site.Content.Write("mitteilungen/2024/zahlen.txt", "Andere Zahlen."u8.ToArray());
        site.Rebuild();
        Assert.Same(before, site.Bytes[path]);
        site.Content.Write("mitteilungen/2024/bogen.txt", "Anderer Bogen."u8.ToArray());
        site.Rebuild();
        Assert.NotEqual(before, site.Bytes[path]);
        var cold = SiteFixture.Create(Content, new Storage.EmbeddedThemeInput());
        cold.Options = Sealing;
        cold.Content.Write("mitteilungen/2024/zahlen.txt", "Andere Zahlen."u8.ToArray());
        cold.Content.Write("mitteilungen/2024/bogen.txt", "Anderer Bogen."u8.ToArray());
        cold.Rebuild();
        ProjectFolder.AssertSame(cold.Bytes, site.Bytes);
    }

    [Fact]
    public void Downloads_of_rubrics_and_plain_pages_are_sealed_like_those_of_notices()
    {
        Assert.Equal("Muster.\n", Encoding.UTF8.GetString(File("/fachinformationen/recht/dateien/muster.txt").Body));
        Assert.Equal("Logo.\n", Encoding.UTF8.GetString(File("/service/dateien/logo.txt").Body));
        Assert.Contains("<p>Muster.</p>", Open("/fachinformationen/recht/downloads/muster/"), StringComparison.Ordinal);
        Assert.Contains("href=\"#/file/service/dateien/logo.txt\" data-action=\"open\"", Open("/service/downloads/logo/"), StringComparison.Ordinal);
        Assert.Contains("href=\"#/fachinformationen/recht/downloads/muster/\"", Open("/fachinformationen/recht/"), StringComparison.Ordinal);
        Assert.Contains("href=\"#/service/downloads/logo/\"", Open("/service/"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mustersatzung", Open("/fachinformationen/recht/", "finanzen"), StringComparison.Ordinal);
    }

    [Fact]
    public void Public_pages_lead_to_the_members_page_of_the_same_thing()
    {
        Assert.Contains("href=\"/mitglieder/#/fachinformationen/recht/\"", Site["fachinformationen/recht/index.html"], StringComparison.Ordinal);
        Assert.Contains("href=\"/mitglieder/#/service/\"", Site["service/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void List_of_downloads_holds_those_of_the_audience_by_rubric()
    {
        var page = Open("/downloads/");
        AssertInOrder(page, "id=\"recht\"", "Mustersatzung", "id=\"umwelt\"", "Bogen der Mitglieder", "href=\"#/mitteilungen/2024/1/\"", "id=\"seiten\"", "Logo für Mitglieder");
        Assert.DoesNotContain("Offenes Blatt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Merkblatt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Zahlen der Kämmerer", page, StringComparison.Ordinal);
        Assert.Contains("Zahlen der Kämmerer", Open("/downloads/", "finanzen"), StringComparison.Ordinal);
        Assert.Contains("href=\"#/downloads/!recht\">Alle Downloads dieser Rubrik (1)", Open("/fachinformationen/recht/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_page_lists_downloads_by_rubric_and_leads_to_all()
    {
        var page = Open("/");
        AssertInOrder(page, "Downloads</h2>", ">Recht</a></h3>", "Mustersatzung", ">Umwelt</a></h3>", "Bogen der Mitglieder", "Mitteilung 1/2024", ">Allgemeines</a></h3>", "Logo für Mitglieder");
        Assert.Contains("href=\"#/downloads/\">Alle Downloads (3)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_leads_to_the_public_page_and_says_nothing_to_the_host()
    {
        var page = Open("/mitteilungen/2024/1/downloads/bogen/");
        Assert.Contains("href=\"/melden/#datei=%2Fmitglieder%2F%23%2Fmitteilungen%2F2024%2F1%2Fdownloads%2Fbogen%2F\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/melden/?", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Area_behind_a_gate_has_the_same_archives_lists_and_reports()
    {
        var site = SiteFixture.Build(Content.Replace(Access, "access: {protection: host, host: netlify}\nreport: {email: hinweise@verband.example}\n", StringComparison.Ordinal)
            .Replace(", access: finanzen", ", access: members", StringComparison.Ordinal));
        Assert.True(site.Result.Succeeded, string.Join('\n', site.Findings));
        using var zip = new ZipArchive(new MemoryStream(site.Bytes["mitglieder/mitteilungen/2024/1/downloads/mitteilungen-2024-1.zip"]));
        Assert.Equal(["bogen.txt", "liste.csv", "offen.txt", "zahlen.txt"], zip.Entries.Select(entry => entry.FullName));
        Assert.Contains("Mustersatzung", site["mitglieder/downloads/index.html"], StringComparison.Ordinal);
        Assert.Contains("href=\"/melden/#datei=%2Fmitglieder%2Fmitteilungen%2F2024%2F1%2Fdownloads%2Fbogen%2F\"", site["mitglieder/mitteilungen/2024/1/downloads/bogen/index.html"], StringComparison.Ordinal);
    }

    private static void AssertInOrder(string page, params string[] texts)
    {
        var at = -1;
        foreach (var text in texts)
        {
            var next = page.IndexOf(text, at + 1, StringComparison.Ordinal);
            Assert.True(next > at, $"“{text}” is not where it should be in:\n{page}");
            at = next;
        }
    }
}
