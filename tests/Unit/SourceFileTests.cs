using System.Text;
using Fachinfo.Diagnostics;

namespace Fachinfo.Tests;

/// <summary>Files as they come from all kinds of editors and machines: each has a defined outcome.</summary>
public class SourceFileTests
{
    private const string Page = "---\ntitel: Straßen\nzusammenfassung: Größe\n---\n## Übersicht\n\nÄpfel und [Link](#uebersicht).\n";

    [Fact]
    public void Characters_that_turn_the_direction_of_a_line_are_left_out()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: \"Ge\u202Ebühren \\u2066neu\\u2069\"\n---\nEin\u202D Text\u202C, 3\u202F‰ und &#x202E;\u200Eאב.");
        Assert.Empty(site.Findings);
        var page = SiteFixture.Build("-- seiten/a.md --\n---\ntitle: \"Ge\u202Ebühren \\u2066neu\\u2069\"\n---\nEin\u202D Text\u202C, 3\u202F‰ und &#x202E;\u200Eאב.")["a/index.html"];
        Assert.Contains("<h1>Gebühren neu</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Ein Text, 3\u202F‰ und \u200Eאב.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Byte_order_mark_line_ends_and_decomposed_umlauts_make_no_difference()
    {
        var plain = Body(Encoding.UTF8.GetBytes(Page));
        Assert.Contains("Äpfel und <a href=\"#uebersicht\">Link</a>", plain, StringComparison.Ordinal);
        Assert.Equal(plain, Body([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Page)]));
        Assert.Equal(plain, Body(Encoding.UTF8.GetBytes(Page.ReplaceLineEndings("\r\n"))));
        Assert.Equal(plain, Body(Encoding.UTF8.GetBytes(Page.ReplaceLineEndings("\r"))));
        Assert.Equal(plain, Body(Encoding.UTF8.GetBytes(Decompose(Page))));
    }

    [Fact]
    public void Problems_in_a_file_with_crlf_have_the_same_places()
    {
        const string Text = "---\ntitle: A\nfarbe: rot\n---\n\nZeile\n\n[x](fehlt.md)\n";
        Assert.Equal(FindingsOf(Encoding.UTF8.GetBytes(Text)), FindingsOf(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n"))));
    }

    [Theory]
    [InlineData(new byte[] { 0x80 }, 1, 1)]
    [InlineData(new byte[] { 0x61, 0x0A, 0x62, 0xFF }, 2, 2)]
    [InlineData(new byte[] { 0xC3, 0xA4, 0xC3 }, 1, 2)] // A letter that is cut off at the end of the file.
    [InlineData(new byte[] { 0x61, 0xE4, 0x62 }, 1, 2)] // ISO 8859-1.
    [InlineData(new byte[] { 0xFF, 0xFE, 0x2D, 0x00 }, 1, 1)] // UTF-16.
    public void File_that_is_not_utf8_is_an_error_at_the_first_wrong_byte(byte[] bytes, int line, int column) =>
        Assert.Equal([$"seiten/a.md({line},{column}): SF001"], FindingsOf(bytes));

    [Fact]
    public void Empty_file_is_an_error() => Assert.Equal(["seiten/a.md(0,0): SF003"], FindingsOf([]));

    [Fact]
    public void File_of_blanks_has_no_front_matter() => Assert.Equal(["seiten/a.md(1,1): FM001"], FindingsOf(" \n \n"u8.ToArray()));

    [Fact]
    public void Null_characters_are_replaced() =>
        Assert.Contains("<p>a\uFFFDb</p>", Body("---\ntitle: A\n---\na\0b"u8.ToArray()), StringComparison.Ordinal);

    /// <summary>Word leaves a vertical tab for a line break, PDF a form feed for a page; a page with either is no valid HTML, a feed no XML.</summary>
    [Theory]
    [InlineData("a\u000Bb", "<p>a b</p>")]
    [InlineData("a\fb", "<p>a b</p>")]
    [InlineData("a\u0001b\u007Fc\u0085d\u0096e\uFFFEf", "<p>a b c d e f</p>")]
    [InlineData("a&#1;b&#x0B;c", "<p>a b c</p>")]
    [InlineData("`a\u0002b`", "<p><code>a b</code></p>")]
    public void Control_characters_become_blanks(string text, string expected) =>
        Assert.Contains(expected, Body(Encoding.UTF8.GetBytes("---\ntitle: A\n---\n" + text)), StringComparison.Ordinal);

    [Fact]
    public void Control_characters_that_yaml_writes_with_a_backslash_become_blanks()
    {
        var site = SiteFixture.Build("-- mitteilungen/2024/1.md --\n---\ntitle: \"A\\vB\\x01C\"\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\nsummary: \"D\\fE\"\n---\nText");
        Assert.Contains("<h1>A B C</h1>", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        Assert.Contains("\"title\":\"A B C\"", site["feed.json"].Replace(" \"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("<description>D E</description>", site["feed.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Message_is_one_line_whatever_it_quotes()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\nupdated: \"ges\\ntern\"\n---\n[x](java&#10;script:y)");
        Assert.Equal(2, site.Findings.Count);
        Assert.All(site.Result.Findings, finding => Assert.DoesNotContain('\n', finding.Message));
    }

    [Theory]
    [InlineData(5_000_000, false)]
    [InlineData(5_000_001, true)]
    public void File_over_5_MB_is_refused(int length, bool isRefused)
    {
        const string Head = "---\ntitle: A\n---\n";
        var text = new StringBuilder(Head);
        while (text.Length < length)
        {
            text.Append('a', Math.Min(99, length - text.Length - 1)).Append('\n');
        }

        Assert.Equal(isRefused ? ["seiten/a.md(0,0): SF002"] : [], FindingsOf(Encoding.UTF8.GetBytes(text.ToString())));
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    [InlineData(500, true)]
    public void Long_title_is_kept_with_a_warning(int length, bool isWarned)
    {
        var title = new string('a', length);
        var site = SiteFixture.Check($"-- mitteilungen/2024/1.md --\n---\ntitle: {title}\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n---\nText");
        Assert.Contains(title, site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        Assert.Equal(isWarned ? ["mitteilungen/2024/1.md(2,8): FM016"] : [], site.Findings);
    }

    [Fact]
    public void Symbolic_link_that_leaves_the_content_folder_is_an_error()
    {
        using var project = new ProjectFolder();
        project.Write("geheim.txt", "geheim");
        File.CreateSymbolicLink(project.PathOf("content/seiten/geheim.txt"), project.PathOf("geheim.txt"));
        Directory.CreateSymbolicLink(project.PathOf("content/seiten/alles"), project.Root);
        var result = project.Build();
        Assert.Equal(1, result.Status);
        Directory.CreateSymbolicLink(project.PathOf("content/seiten/kreis"), project.PathOf("content/seiten"));
        result = project.Build();
        Assert.Contains("einen Ordner, in dem sie selbst liegt", result.Error, StringComparison.Ordinal);
        Assert.Contains("content/seiten/geheim.txt: error SF004", result.Error, StringComparison.Ordinal);
        Assert.Contains("content/seiten/alles: error SF004", result.Error, StringComparison.Ordinal);
        Assert.False(project.Has("output"));
    }

    [Fact]
    public void Symbolic_link_inside_the_content_folder_reads_like_the_file()
    {
        using var project = new ProjectFolder();
        File.CreateSymbolicLink(project.PathOf("content/seiten/zweite.md"), project.PathOf("content/seiten/impressum.md"));
        project.Build().RequireGood();
        Assert.True(project.Has("output/zweite/index.html"));
    }

    [Theory]
    [InlineData("a.md", "A.md")]
    [InlineData("straße.md", "Straße.md")]
    [InlineData("äpfel.md", "Äpfel.md")]
    [InlineData("äpfel.md", "a\u0308pfel.md")]
    public void Paths_that_differ_only_in_case_or_spelling_are_an_error(string one, string other)
    {
        using var project = new ProjectFolder();
        project.Write("content/seiten/" + one, "---\ntitle: A\n---\nText");
        project.Write("content/seiten/" + other, "---\ntitle: B\n---\nText");
        Assert.SkipUnless(Directory.GetFiles(project.PathOf("content/seiten")).Length == 5, "This file system takes both names for one.");
        var result = project.Build();
        Assert.Equal(1, result.Status);
        Assert.Contains("error SF005", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void File_with_a_decomposed_name_is_found_by_its_composed_one()
    {
        using var project = new ProjectFolder();
        project.Write("content/seiten/u\u0308bersicht.csv", "a;b");
        project.Write("content/seiten/a.md", "---\ntitle: A\n---\n[Datei](übersicht.csv)\n");
        project.Build().RequireGood();
        Assert.Equal("a;b", project.Read("output/a/dateien/uebersicht.csv"));
    }

    [Fact]
    public void Hidden_files_are_not_read()
    {
        using var project = new ProjectFolder();
        project.Write("content/.git/config", "x");
        project.Write("content/seiten/.entwurf.md", "x");
        Assert.DoesNotMatch(@"\.git|entwurf", project.Build().RequireGood().Error);
    }

    [Theory]
    [InlineData("verirrt.md")]
    [InlineData("mehr/verirrt.yml")]
    [InlineData("mitteilungen.yml")]
    public void Misplaced_file_is_reported(string path)
    {
        var site = SiteFixture.Check($"-- {path} --\n---\ntitle: A\n---\nText");
        Assert.Equal(Codes.UnusedFile.Id, Assert.Single(site.Result.Findings, finding => finding.Location.Path.Value == path).Code);
    }

    private static string Body(byte[] bytes)
    {
        var site = SiteFixture.Create("", PlainTheme.Input());
        site.Content.Write("seiten/a.md", bytes);
        site.Rebuild();
        return site["a/index.html"];
    }

    private static IReadOnlyList<string> FindingsOf(byte[] bytes)
    {
        var site = SiteFixture.Create("", PlainTheme.Input());
        site.Content.Write("seiten/a.md", bytes);
        site.Rebuild();
        return site.Findings;
    }

    /// <summary>Writes umlauts as macOS does: the letter, then the mark.</summary>
    private static string Decompose(string text) => text
        .Replace("ä", "a\u0308", StringComparison.Ordinal).Replace("ö", "o\u0308", StringComparison.Ordinal).Replace("ü", "u\u0308", StringComparison.Ordinal)
        .Replace("Ä", "A\u0308", StringComparison.Ordinal).Replace("Ö", "O\u0308", StringComparison.Ordinal).Replace("Ü", "U\u0308", StringComparison.Ordinal);
}
