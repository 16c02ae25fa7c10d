using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Pages;

namespace Fachinfo.Tests;

/// <summary>Links between texts: to sources, to addresses, to fragments and files; each dead one is an error at its place.</summary>
public class LinkTests
{
    [Theory]
    [InlineData("[x](../mitteilungen/2024/1.md)", "<a href=\"/mitteilungen/2024/1/\">x</a>")]
    [InlineData("[x](../mitteilungen/2024/1.md#eins)", "<a href=\"/mitteilungen/2024/1/#eins\">x</a>")]
    [InlineData("[x](/mitteilungen/2024/1/)", "<a href=\"/mitteilungen/2024/1/\">x</a>")]
    [InlineData("[x](/mitteilungen/2024/1/#eins)", "<a href=\"/mitteilungen/2024/1/#eins\">x</a>")]
    [InlineData("[x](/mitteilungen/)", "<a href=\"/mitteilungen/\">x</a>")]
    [InlineData("[x](/)", "<a href=\"/\">x</a>")]
    [InlineData("[x](/sitemap.xml)", "<a href=\"/sitemap.xml\">x</a>")]
    [InlineData("[x](./a.md)", "<a href=\"/a/\">x</a>")]
    [InlineData("[x](#hier)", "<a href=\"#hier\">x</a>")]
    [InlineData("[x](Mit%20Blank.pdf)", "<a href=\"/a/dateien/mit-blank.pdf\">x</a>")]
    [InlineData("[x](<Mit Blank.pdf>)", "<a href=\"/a/dateien/mit-blank.pdf\">x</a>")]
    [InlineData("[x](../fachinformationen/umwelt/index.md)", "<a href=\"/fachinformationen/umwelt/\">x</a>")]
    [InlineData("[x](mailto:post@land.example,info@land.example?subject=Frage)", "<a href=\"mailto:post@land.example,info@land.example?subject=Frage\">x</a>")]
    [InlineData("[x](mailto:?subject=Frage)", "<a href=\"mailto:?subject=Frage\">x</a>")]
    [InlineData("[x][1]\n\n[1]: ../mitteilungen/2024/1.md", "<a href=\"/mitteilungen/2024/1/\">x</a>")]
    public void Living_link_becomes_an_address(string link, string html)
    {
        var site = Build(link);
        Assert.Empty(site.Findings);
        Assert.Contains(html, site["a/index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](../mitteilungen/2024/99.md)", "LK001")]
    [InlineData("[x](/mitteilungen/2024/99/)", "LK001")]
    [InlineData("[x](/mitteilungen/2024/1)", "LK001")]
    [InlineData("[x](../../../etc/passwd)", "LK001")]
    [InlineData("[x](A.md)", "LK001")]
    [InlineData("[x]()", "LK001")]
    [InlineData("[x](?seite=2)", "LK001")]
    [InlineData("[x](http://)", "LK001")]
    [InlineData("[x](https:///pfad)", "LK001")]
    [InlineData("[x](mailto:)", "LK001")]
    [InlineData("[x](mailto:info)", "LK001")]
    [InlineData("[x](mailto:info@)", "LK001")]
    [InlineData("[x](MAILTO:post@land.example,info?subject=Frage)", "LK001")]
    [InlineData("[x](tel:)", "LK001")]
    [InlineData("[x](../site.yml)", "LK001")]
    [InlineData("[x](../mitteilungen/2024/1.md#zwei)", "LK002")]
    [InlineData("[x](/mitteilungen/2024/1/#zwei)", "LK002")]
    [InlineData("[x](#dort)", "LK002")]
    [InlineData("![x](fehlt.png)", "LK003")]
    [InlineData("![x](a.md)", "LK003")]
    public void Dead_link_is_an_error(string link, string code) => Assert.Equal([code], Build(link).Findings.Select(finding => finding[^5..]));

    [Theory]
    [InlineData("[x](/mitteilungen/2024/1)", "Am Ende fehlt der Schrägstrich: /mitteilungen/2024/1/.")]
    [InlineData("[x](A.md)", "Die Datei heißt „a.md“; Groß- und Kleinschreibung zählt.")]
    [InlineData("[x](../mitteilungen/2024/1.markdown)", "Prüfen Sie den Pfad")]
    [InlineData("[x](../../geheim.md)", "Der Pfad führt aus dem Inhaltsordner hinaus.")]
    [InlineData("[x](/Fachinformationen/Umwelt/)", "Es heißt „/fachinformationen/umwelt/“; Groß- und Kleinschreibung zählt.")]
    [InlineData("[x](#hierr)", "Meinten Sie „hier“?")]
    [InlineData("[x](/fachinformationen/umwlet/)", "Meinten Sie „/fachinformationen/umwelt/“?")]
    public void Dead_link_says_what_was_probably_meant(string link, string advice) =>
        Assert.Contains(advice, Assert.Single(Build(link).Result.Findings, finding => finding.Severity == Severity.Error).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://verband.example/info/a/", "")]
    [InlineData("http://Verband.example/info/a/?x=1#dort", "")]
    [InlineData("https://verband.example/info", "")]
    [InlineData("https://verband.example/anderes/", "")]
    [InlineData("https://verband.example/info/b/", "LK011")]
    [InlineData("https://verband.example/info/a", "LK011")]
    public void Absolute_address_of_the_site_that_leads_nowhere_is_a_warning(string address, string code)
    {
        var site = SiteFixture.Check($"-- site.yml --\ntitle: A\nbaseUrl: https://verband.example/info\n-- seiten/a.md --\n---\ntitle: A\n---\n[x]({address})");
        Assert.Equal(code.Length == 0 ? [] : [code], site.Findings.Select(finding => finding[^5..]));
        Assert.All(site.Result.Findings.Where(finding => finding.Code == code), finding => Assert.Equal((Severity.Warning, 4, 5), (finding.Severity, finding.Location.Line, finding.Location.Column)));
    }

    [Theory]
    [InlineData("Text[^1] und [^zwei].\n\n[^1]: Note", "(4,14): MD009")]
    [InlineData("Text[^1].\n\n[^1]: Note", "")]
    [InlineData("Text\\[^1] und `[^1]` und [^ 1] und [^](https://www.land.example).", "")]
    public void Footnote_mark_without_a_text_is_a_warning(string text, string finding) =>
        Assert.Equal(finding.Length == 0 ? [] : ["seiten/a.md" + finding], SiteFixture.Check($"-- seiten/a.md --\n---\ntitle: A\n---\n{text}").Findings);

    [Fact]
    public void Dead_fragment_names_a_few_of_many_sections()
    {
        var sections = string.Concat(Enumerable.Range(101, 40).Select(number => $"## Abschnitt {number}\n\n"));
        var message = Assert.Single(Build(sections + "[x](#weg)").Result.Findings, finding => finding.Severity == Severity.Error).Message;
        Assert.EndsWith(", abschnitt-111, abschnitt-112 und 29 weitere.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](javascript&#58;alert(1))")]
    [InlineData("[x](<java&#9;script:alert(1)>)")]
    [InlineData("[x](&#1;javascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("![x](data:image/png;base64,iVBOR)")]
    [InlineData("[x](vbscript:a)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//fremd.example/)")]
    [InlineData("[x](ftp://land.example/)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    public void Forbidden_scheme_is_dropped_with_an_error(string link)
    {
        var site = Build(link);
        Assert.Equal(["MD003"], site.Findings.Select(finding => finding[^5..]));
        var page = Render(link);
        Assert.DoesNotContain("<a ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Notice_in_a_folder_that_is_no_series_is_reported_and_cannot_be_linked()
    {
        var site = SiteFixture.Check("-- mitteilung/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n---\nText\n-- seiten/a.md --\n---\ntitle: A\n---\n[x](../mitteilung/2024/1.md)");
        Assert.Equal(["mitteilung/2024/1.md(0,0): SF006", "seiten/a.md(4,5): LK001"], site.Findings);
    }

    [Fact]
    public void Text_cannot_hand_out_a_members_download_of_another_notice()
    {
        var site = SiteFixture.Check(
            "-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\ndownloads: [{file: geheim.txt, access: members}]\n---\nText\n"
            + "-- mitteilungen/2024/2.md --\n---\ntitle: A\nnumber: 2\ndate: 2024-01-02\nrubric: Umwelt\n---\n[x](geheim.txt) ![y](geheim.txt)\n-- mitteilungen/2024/geheim.txt --\nGEHEIM\n");
        Assert.Equal(["mitteilungen/2024/2.md(7,5): LK004", "mitteilungen/2024/2.md(7,22): LK004"], site.Findings);
    }

    [Fact]
    public void Download_that_another_notice_opens_is_open()
    {
        var site = SiteFixture.Check(
            "-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\ndownloads: [{file: bogen.txt, access: members}]\n---\nText\n"
            + "-- mitteilungen/2024/2.md --\n---\ntitle: A\nnumber: 2\ndate: 2024-01-02\nrubric: Umwelt\ndownloads: [bogen.txt]\n---\n[x](bogen.txt)\n-- mitteilungen/2024/bogen.txt --\nOFFEN\n");
        Assert.Empty(site.Findings);
        Assert.True(site.Has("mitteilungen/2024/2/dateien/bogen.txt"));
        Assert.False(site.Has("mitteilungen/2024/1/dateien/bogen.txt"));
    }

    [Fact]
    public void Fragment_of_a_members_introduction_is_dead_in_public()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\n---\n[x](../fachinformationen/umwelt/index.md#geheim)\n-- fachinformationen/umwelt/index.md --\n---\naccess: members\n---\n## Geheim\n");
        Assert.Equal(["seiten/a.md(4,5): LK002"], site.Findings);
    }

    [Theory]
    [InlineData("../2024/2.md")]
    [InlineData("2/2024")]
    [InlineData("Mitteilung 2/2024")]
    [InlineData("mitteilung Nr. 2/2024")]
    public void Related_notice_is_named_by_path_or_number(string name)
    {
        var site = SiteFixture.Build(
            $"-- mitteilungen/2024/1.md --\n---\ntitle: Erste\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\nrelated: [{name}]\n---\nText\n"
            + "-- mitteilungen/2024/2.md --\n---\ntitle: Ganz anderes Thema\nnumber: 2\ndate: 2024-01-02\nrubric: Recht\n---\nInhalt\n");
        Assert.Empty(site.Findings);
        Assert.Contains("Ganz anderes Thema", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
    }

    /// <summary>A notice that is named, twice at that, and a good match too is one line of the list.</summary>
    [Fact]
    public void Related_notice_is_listed_once()
    {
        var site = SiteFixture.Build(
            "-- mitteilungen/2024/1.md --\n---\ntitle: Erste\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\nrelated: [2/2024, 2/2024]\n---\nText\n"
            + "-- mitteilungen/2024/2.md --\n---\ntitle: Zweite\nnumber: 2\ndate: 2024-01-02\nrubric: [Recht, Umwelt]\n---\nInhalt\n");
        var related = site.Result.Pages.OfType<TemplatePage>().Single(page => page.Route.Path == "/mitteilungen/2024/1/").Model() is NoticeView view ? view.Related : [];
        Assert.Equal(["Zweite"], related.Select(item => item.Title));
    }

    private static SiteFixture Build(string text) => SiteFixture.Check(
        $"-- seiten/a.md --\n---\ntitle: A\n---\n{text}\n\n## Hier\n-- seiten/Mit Blank.pdf --\nPDF\n"
        + "-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n---\n## Eins\n-- fachinformationen/umwelt/index.md --\n---\nsummary: A\n---\nText");

    /// <summary>The HTML of a text, whatever findings it has.</summary>
    private static string Render(string text)
    {
        var parsed = Reading.PlainPageReader.ReadPage(new SourcePath("seiten/a.md"), Encoding.UTF8.GetBytes($"---\ntitle: A\n---\n{text}"));
        return Encoding.UTF8.GetString(parsed.Body.Span);
    }
}
