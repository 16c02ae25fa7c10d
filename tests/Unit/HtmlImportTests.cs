using System.Text;
using Fachinfo.HtmlImport;
using Fachinfo.Model;
using Fachinfo.Reading;

namespace Fachinfo.Tests;

/// <summary>Pages of another site become notices. The pages in <c>tests/HtmlImport/pages</c> are invented, in three layouts.</summary>
public sealed class HtmlImportTests : IDisposable
{
    private static readonly NoticeSeries[] Series = [NoticeSeries.Mitteilungen with { Citation = "StGB NRW-Mitteilung" }, new("schnellbriefe", "Schnellbrief", "Schnellbriefe", "Schnellbrief")];
    private static readonly string Samples = Repository.PathOf("tests", "HtmlImport");

    private readonly ProjectFolder project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void Pages_in_three_layouts_become_the_notices_that_they_show()
    {
        var result = Import(ReadPages());
        Assert.Equal(15, result.Notices);
        Assert.Equal(["kontakt.html"], result.Problems.Select(problem => problem.Page));
        GoldenFiles.Compare(
            Path.Combine(Samples, "golden"),
            result.Files.ToDictionary(file => file.Path, file => file.Path.EndsWith(".md", StringComparison.Ordinal) ? Encoding.UTF8.GetString(file.Bytes) : $"{file.Bytes.Length} bytes\n"));
    }

    [Fact]
    public void Imported_notices_are_read_without_a_finding()
    {
        var notices = Import(ReadPages()).Files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal));
        Expect.Nothing(notices.SelectMany(file => NoticeReader.Read(new(file.Path), file.Bytes).Findings.Select(finding => $"{file.Path}: {finding.Message}")));
    }

    [Theory]
    [InlineData("<h1>Titel</h1><p>Mitteilungen - Umwelt</p><p>Mitteilung 3/2020 vom 1.2.2020</p><p>Text</p>")]
    [InlineData("<p>Mitteilungen - Umwelt</p><h1>Titel</h1><p>Mitteilung 3/2020 vom 1.2.2020</p><p>Text</p>")]
    [InlineData("<p>Mitteilung 3/2020 vom 1.2.2020</p><h1>Titel</h1><p>Mitteilungen - Umwelt</p><p>Text</p>")]
    public void Heading_above_or_between_the_lines_of_the_head_is_the_title(string html)
    {
        var notice = Encoding.UTF8.GetString(Assert.Single(Import([new ImportPage("a.html", "/a.html", Encoding.UTF8.GetBytes(html))]).Files).Bytes);
        Assert.Contains("titel: \"Titel\"", notice, StringComparison.Ordinal);
        Assert.EndsWith("---\n\nText\n", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_stands_on_every_page_of_a_layout_is_left_out()
    {
        var result = Import(ReadPages());
        Assert.Contains("Symbolbild", result.Furniture);
        Assert.Contains("Seite drucken", result.Furniture);
        Assert.DoesNotContain(result.Files, file => Encoding.UTF8.GetString(file.Bytes).Contains("Symbolbild", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p>Nur Text</p>", "Keine Zeile wie")]
    [InlineData("<p>Mitteilung 3/2020</p><h1>T</h1><p>a</p>", "kein Datum")]
    [InlineData("<p>Mitteilung 3/2020 vom 1.2.2020</p>", "keine Überschrift")]
    [InlineData("<p>Mitteilung 3/2020 vom 1.2.2020</p><h1>T</h1>", "kein Text")]
    [InlineData("<p>Mitteilung 3/2020 vom 31.2.2020</p><h1>T</h1><p>a</p>", "kein Datum")]
    [InlineData("<p>Mitteilung 3/2020 vom 1.2.2020</p><h1>T</h1><p>a</p>", "keine Rubrik")]
    [InlineData("", "Keine Zeile wie")]
    public void Page_that_cannot_be_read_is_listed_with_the_reason(string html, string reason)
    {
        var result = Import([new ImportPage("a.html", "/a.html", Encoding.UTF8.GetBytes(html))]);
        Assert.Empty(result.Files);
        Assert.Contains(reason, Assert.Single(result.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Script_and_hidden_markup_never_reach_the_text()
    {
        const string Page = """
            <p>Mitteilungen - Umwelt</p><p>Mitteilung 3/2020 vom 1.2.2020</p><h1>T</h1>
            <p onclick="x()">Text <a href="javascript:alert(1)">klick</a><script>alert(2)</script> &lt;script&gt;alert(3)&lt;/script&gt;</p>
            <p hidden>versteckt</p><p>Az.: 1.2</p>
            """;
        var text = Encoding.UTF8.GetString(Assert.Single(Import([new ImportPage("a.html", "/a.html", Encoding.UTF8.GetBytes(Page))]).Files).Bytes);
        Assert.EndsWith("---\n\nText klick \\<script>alert(3)\\</script>\n", text, StringComparison.Ordinal);
    }

    /// <summary>Old sites have all pages under one path; the rules of a host tell them apart by the query.</summary>
    [Theory]
    [InlineData("https://alt.example/index.php?id=77&L=0", "aliase: [\"/index.php?id=77&L=0\"]\n")]
    [InlineData("https://alt.example/a/b.html#top", "aliase: [\"/a/b.html\"]\n")]
    [InlineData("https://alt.example/", "")]
    public void Old_address_becomes_an_alias(string address, string expected)
    {
        var page = $"<link rel=canonical href='{address}'><p>Mitteilungen - Umwelt</p><p>Mitteilung 3/2020 vom 1.2.2020</p><h1>T</h1><p>a</p>";
        var text = Encoding.UTF8.GetString(Assert.Single(Import([new ImportPage("a.html", "/a.html", Encoding.UTF8.GetBytes(page))]).Files).Bytes);
        Assert.Contains("rubrik: \"Umwelt\"\n" + expected + "---\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_page_with_the_same_number_is_not_imported()
    {
        byte[] page = [.. "<p>Mitteilungen - Umwelt</p><p>Mitteilung 3/2020 vom 1.2.2020</p><h1>T</h1><p>a</p>"u8];
        var result = Import([new ImportPage("a.html", "/a.html", page), new ImportPage("b.html", "/b.html", page)]);
        Assert.Equal(1, result.Notices);
        Assert.Equal("Mitteilung 3/2020 steht auch auf a.html.", Assert.Single(result.Problems).Reason);
    }

    [Fact]
    public void Importing_twice_changes_nothing_and_edited_notices_stay()
    {
        project.Write("content/site.yml", "title: V\nbaseUrl: https://v.example\nseries: [{id: mitteilungen, label: Mitteilung}, {id: schnellbriefe, label: Schnellbrief}]\n");
        var pages = Path.Combine(Samples, "pages");
        Assert.Contains("17 Dateien geschrieben, 0 unverändert", project.Run("import", "html", pages, "--content", project.Content).RequireGood().Output, StringComparison.Ordinal);
        project.Write("content/mitteilungen/2019/132-meldung-ohne-aktenzeichen-am-ende.md", "von Hand geändert");
        var second = project.Run("import", "html", pages, "--content", project.Content).RequireGood().Output;
        Assert.Contains("0 Dateien geschrieben, 16 unverändert", second, StringComparison.Ordinal);
        Assert.Contains("bleibt unverändert:\n  mitteilungen/2019/132-", second, StringComparison.Ordinal);
    }

    [Fact]
    public void One_thing_is_counted_as_one()
    {
        project.Write("alt/eine.html", "<p>Mitteilungen - Umwelt</p><p>Mitteilung 3/2020 vom 1.2.2020</p><h1>T</h1><p>a</p>");
        project.Write("alt/keine.html", "<p>Kurz</p>");
        var import = project.Run("import", "html", project.PathOf("alt"), "--content", project.Content);
        Assert.Contains("1 Mitteilung gelesen, 1 Seite nicht; 1 Datei geschrieben, 0 unverändert.", import.Output, StringComparison.Ordinal);
    }

    private static ImportResult Import(IReadOnlyList<ImportPage> pages) => new HtmlImporter(Series, null, ReadFile).Import(pages);

    private static List<ImportPage> ReadPages() =>
    [
        .. Directory.GetFiles(Path.Combine(Samples, "pages"), "*.htm*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Samples, "pages"), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(name => new ImportPage(name, "/" + name, ReadFile(name)!)),
    ];

    private static byte[]? ReadFile(string name) => File.Exists(Path.Combine(Samples, "pages", name)) ? File.ReadAllBytes(Path.Combine(Samples, "pages", name)) : null;
}
