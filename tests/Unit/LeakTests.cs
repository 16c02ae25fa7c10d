using System.IO.Compression;
using System.Text;
using Fachinfo.Analyzers.Leaks;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Sealing;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>What is for members and stands in a public file all the same fails the build, with both places.</summary>
public class LeakTests
{
    private const string Sentence = "Der Netzbetreiber hat in sieben Verfahren gleichlautende Rügen gegen die Gewichtung der Kriterien erhoben";

    private const string Hidden = "-- mitteilungen/2024/1.md --\n---\ntitle: Hinweis zu laufenden Verfahren\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\naccess: members\nteaser: none\n"
        + "downloads: [{file: punkteraster-jury.txt, title: Punkteraster der geheimen Jury}]\n---\nVorab: " + Sentence + ".\n-- mitteilungen/2024/punkteraster-jury.txt --\nRaster\n"
        + "-- mitteilungen/2024/2.md --\n---\ntitle: Offen\nnumber: 2\ndate: 2024-01-02\nrubric: Umwelt\n---\nText.\n";

    /// <summary>A theme of which one template says something.</summary>
    private static MemoryInput ThemeWith(string html)
    {
        var theme = PlainTheme.Input();
        theme.Write("@theme/templates/page.hbs", Encoding.UTF8.GetBytes("<!DOCTYPE html>\n<title>{{page.head.title}}</title>\n" + html + "\n"));
        return theme;
    }

    private static SiteFixture BuildWith(string html, string more = "")
    {
        var site = SiteFixture.Create(Hidden + more + "\n-- seiten/a.md --\n---\ntitle: A\n---\nText\n", ThemeWith(html));
        site.Rebuild();
        return site;
    }

    [Theory]
    [InlineData(Sentence)]
    [InlineData("Der NETZBETREIBER hat in <em>sieben</em> Verfahren\n gleichlautende&nbsp;Rügen gegen die Gewichtung der Kriterien")]
    [InlineData("<span title=\"Netzbetreiber hat in sieben Verfahren gleichlautende Rügen gegen die Gewichtung der Kriterien erhoben\">x</span>")]
    public void Sentence_for_members_in_a_public_template_fails_the_build(string text)
    {
        var site = BuildWith(text);
        Assert.False(site.Result.Succeeded);
        var finding = site.Only(Codes.LeakedText);
        Assert.Equal("mitteilungen/2024/1.md", finding.Location.Path.Value);
        Assert.Contains("/a/", finding.Message, StringComparison.Ordinal);
        Assert.False(site.Has("a/index.html"));
    }

    [Fact]
    public void Hidden_title_and_file_name_fail_the_build()
    {
        Assert.Equal("mitteilungen/2024/1.md", BuildWith("<p>Hinweis zu laufenden Verfahren</p>").Only(Codes.LeakedText).Location.Path.Value);
        Assert.Equal("mitteilungen/2024/1.md", BuildWith("<p>Punkteraster der geheimen Jury</p>").Only(Codes.LeakedText).Location.Path.Value);
        Assert.Equal("mitteilungen/2024/punkteraster-jury.txt", BuildWith("<a href=\"/dateien/punkteraster-jury.txt\">x</a>").Only(Codes.LeakedName).Location.Path.Value);
    }

    [Fact]
    public void Site_without_a_leak_builds() => Assert.True(SiteFixture.Build(Hidden + "-- seiten/a.md --\n---\ntitle: A\n---\nDer Netzbetreiber hat andere Sorgen.\n").Result.Succeeded);

    [Fact]
    public void What_a_public_notice_says_too_is_no_leak() =>
        Assert.True(BuildWith("", "-- mitteilungen/2024/3.md --\n---\ntitle: Auch offen\nnumber: 3\ndate: 2024-01-02\nrubric: Umwelt\n---\n" + Sentence + ".\n").Result.Succeeded);

    /// <summary>A listing shows a title, the beginning of a text and a rubric in one breath.</summary>
    [Theory]
    [InlineData("<h3>Vorab: Der Netzbetreiber hat</h3><p>in sieben Verfahren …</p><a>gleichlautende</a>", true)]
    [InlineData("<h3>Vorab: Der Netzbetreiber hat</h3><p>in sieben Verfahren</p><a>gleichlautende</a>", false)]
    public void Cut_text_and_what_stands_behind_it_are_no_sentence(string html, bool isGood) => Assert.Equal(isGood, BuildWith(html).Result.Succeeded);

    [Fact]
    public void New_text_for_members_is_looked_for_in_pages_that_did_not_change()
    {
        var site = SiteFixture.Create("-- theme/partials/contact.hbs --\n" + Sentence + "\n-- seiten/a.md --\n---\ntitle: A\ncontact: {name: Referat}\n---\nText\n", new EmbeddedThemeInput());
        Assert.True(site.Rebuild().Succeeded);
        site.Content.Write("seiten/b.md", Encoding.UTF8.GetBytes($"---\ntitle: B\naccess: members\n---\n{Sentence}\n"));
        Assert.False(site.Rebuild().Succeeded);
        site.Only(Codes.LeakedText);
    }

    [Fact]
    public void Code_and_keys_in_a_public_page_fail_the_build()
    {
        var secret = new SiteSecret([.. Enumerable.Range(7, 32).Select(i => (byte)i)]);
        var roster = new RosterChange(SiteFixture.Today, () => "00000000000000aa").Add(MemberRoster.Empty, "a", "A", ["members"]);
        var key = secret.KeyFor("members", roster.PeriodOf("members")).Bytes.ToArray();
        foreach (var text in (string[])[secret.Reveal(), Convert.ToHexStringLower(secret.Bytes), Convert.ToBase64String(key), secret.CodeFor("a", roster.Members[0].Serial).Reveal()])
        {
            var site = SiteFixture.Create($"-- seiten/a.md --\n---\ntitle: A\n---\nText\n-- mitglieder.yml --\n{RosterText.Write(roster)}", ThemeWith($"<p>{text}</p>"));
            site.Options = new BuildOptions(SiteFixture.Today) { Secret = new BuildSecret(secret, secret.Fingerprint) };
            site.Rebuild();
            site.Only(Codes.LeakedKey);
        }
    }

    [Fact]
    public void Archives_are_read_inside()
    {
        var patterns = new LeakPatterns();
        patterns.AddText(Sentence, new SourcePath("geheim.md"));
        patterns.AddFile(ContentHash.Of("Bytes"u8), new SourcePath("geheim.bin"));
        patterns.AddName("punkteraster.pdf", new SourcePath("punkteraster.pdf"));
        var watch = new LeakWatch(patterns, () => []);
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "a.txt", Encoding.UTF8.GetBytes(Sentence));
            Write(archive, "ordner/punkteraster.pdf", "Bytes"u8.ToArray());
        }

        Assert.Equal(["LE001", "LE002", "LE003"], watch.Inspect(new Route("/a.zip"), memory.ToArray()).Select(finding => finding.Code).Order());
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(memory.ToArray());
        }

        Assert.Equal(3, watch.Inspect(new Route("/a.zip.gz"), packed.ToArray()).Count);
        Assert.Empty(watch.Inspect(new Route("/b.zip"), "PK\u0003\u0004 kaputt"u8));
    }

    [Fact]
    public void Pieces_of_the_search_are_read_unpacked()
    {
        var patterns = new LeakPatterns();
        patterns.AddText(Sentence, new SourcePath("geheim.md"));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.UTF8.GetBytes($"[[\"Titel\",\"/a/\",\"\",\"\",\"{Sentence}\"]]"));
        }

        Assert.Equal(["LE001"], new LeakWatch(patterns, () => []).Inspect(new Route("/suche/index/a.bin"), packed.ToArray()).Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("alles.zip", "LE003")]
    [InlineData("alles.csv.gz", "LE003")]
    public void Public_archive_that_holds_a_members_file_fails_the_build(string name, string code)
    {
        var site = SiteFixture.Create(
            "-- mitteilungen/2024/1.md --\n---\ntitle: Offen\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\ndownloads:\n"
            + $"  - {{file: {name}, title: Alles}}\n  - {{file: punkteraster.csv, title: Raster, access: members}}\n---\nText\n",
            new EmbeddedThemeInput());
        using var memory = new MemoryStream();
        if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true);
            Write(archive, "raster-2024.csv", "a;b\n"u8.ToArray());
        }
        else
        {
            using var gzip = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write("a;b\n"u8);
        }

        site.Content.Write("mitteilungen/2024/" + name, memory.ToArray());
        site.Content.Write("mitteilungen/2024/punkteraster.csv", "a;b\n"u8.ToArray());
        Assert.False(site.Rebuild().Succeeded);
        var finding = Assert.Single(site.Result.Findings, finding => finding.Code == code);
        Assert.Equal("mitteilungen/2024/punkteraster.csv", finding.Location.Path.Value);
        Assert.Contains("/dateien/alles", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Escapes_of_json_do_not_hide_a_sentence()
    {
        var patterns = new LeakPatterns();
        patterns.AddText(Sentence, new SourcePath("geheim.md"));
        var json = "{\"text\":\"" + Sentence.Replace("ü", "\\u00FC", StringComparison.Ordinal).Replace(" gegen", "\\ngegen", StringComparison.Ordinal) + "\"}";
        Assert.Equal(["LE001"], new LeakWatch(patterns, () => []).Inspect(new Route("/a.json"), Encoding.UTF8.GetBytes(json)).Select(finding => finding.Code));
    }

    private static void Write(ZipArchive archive, string name, byte[] bytes)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(bytes);
    }
}
