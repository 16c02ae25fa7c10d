using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Extraction;

namespace Fachinfo.Tests;

/// <summary>No file, however it is made, ends the build or makes it read what it should not.</summary>
public class HostileFileTests
{
    [Fact]
    public void Outside_entity_is_not_followed()
    {
        var read = ExtractionFixture.Read("a.odt", TestFiles.OpenDocument(
            "text",
            "<office:text><text:p>&datei;</text:p></office:text>",
            "<!DOCTYPE x [<!ENTITY datei SYSTEM \"file:///etc/hostname\">]>"));
        Assert.Equal([Codes.FileHostile.Id], read.Codes);
        Assert.Equal("", read.Text);
    }

    [Fact]
    public void Entities_are_not_expanded()
    {
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"));
        var read = ExtractionFixture.Read("a.ods", TestFiles.OpenDocument("spreadsheet", "<office:spreadsheet><text:p>&a9;</text:p></office:spreadsheet>", $"<!DOCTYPE x [<!ENTITY a0 \"ha\">{laughs}]>"));
        Assert.Equal([Codes.FileHostile.Id], read.Codes);
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.odt")]
    public void Archive_that_unpacks_to_too_much_is_not_unpacked(string name)
    {
        var bytes = name == "a.docx"
            ? TestFiles.Inflate(TestFiles.Docx(""), "word/document.xml", ZipGuard.LargestPart + 1)
            : TestFiles.Inflate(TestFiles.OpenDocument("text", ""), "content.xml", ZipGuard.LargestPart + 1);
        Assert.True(bytes.Length < 1_000_000);
        var read = ExtractionFixture.Read(name, bytes);
        Assert.Equal([Codes.FileHostile.Id], read.Codes);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("odt")]
    [InlineData("pdf")]
    public void No_damage_ends_the_build(string kind)
    {
        var good = kind switch
        {
            "docx" => TestFiles.Docx(TestFiles.Paragraph("Text")),
            "xlsx" => TestFiles.Xlsx(("A", "visible", "<row><c t=\"s\"><v>99</v></c></row>")),
            "odt" => TestFiles.OpenDocument("text", "<office:text><text:p>Text</text:p></office:text>"),
            _ => TestFiles.Pdf("Text"),
        };
        for (var i = 0; i < 60; i++)
        {
            var bytes = good.ToArray();
            var at = i * 7919 % bytes.Length;
            var damaged = i % 3 == 0 ? bytes[..at] : [.. bytes[..at], (byte)(bytes[at] ^ (1 << (i % 8))), .. bytes[(at + 1)..]];
            var read = ExtractionFixture.Read("a." + kind, damaged, new FakePdfReader(new FileReading()));
            Assert.All(read.Findings, finding => Assert.NotEqual(Severity.Error, finding.Severity));
        }
    }

    /// <summary>Brackets that turn out to be no links lie in each other, the deeper the more there are; headings are read before the rest.</summary>
    [Theory]
    [InlineData("", 2_000)]
    [InlineData("## ", 2_000)]
    [InlineData("## ", 12_000)]
    public void Text_that_is_nested_too_deeply_is_an_error(string start, int count)
    {
        var site = SiteFixture.Check($"-- seiten/a.md --\n---\ntitle: A\n---\n{start}{string.Concat(Enumerable.Repeat("[a][b] ", count))}\n");
        Assert.Equal(["seiten/a.md(4,1): MD006"], site.Findings);
    }

    [Fact]
    public void Notice_whose_text_cannot_be_read_is_not_said_to_have_none()
    {
        var site = SiteFixture.Check($"-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n---\n{new string('>', 500)} tief\n");
        Assert.Equal(["mitteilungen/2024/1.md(7,1): MD006"], site.Findings);
    }

    /// <summary>Each takes the next number at once: trying all of those before would take minutes.</summary>
    [Fact]
    public void Thousands_of_equal_headings_have_ids_of_their_own()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\n---\n" + string.Concat(Enumerable.Repeat("## Frist\n\n", 20_000)));
        Assert.Contains("<h2 id=\"frist-20000\">", site["a/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Password_is_told_whatever_the_format()
    {
        Assert.Equal([Codes.FileEncrypted.Id], ExtractionFixture.Read("a.odt", TestFiles.OpenDocument("text", "", manifest: "<m:manifest xmlns:m=\"a\"><m:encryption-data/></m:manifest>")).Codes);
        Assert.Equal([Codes.FileEncrypted.Id], ExtractionFixture.Read("a.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).Codes);
    }

    [Fact]
    public void Endless_text_is_cut()
    {
        var read = ExtractionFixture.Read("a.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(new string('a', 998) + "\n\n", (TextCollector.LongestText / 1000) + 50))));
        var text = read.Files.TextOf(read.File);
        Assert.True(text.IsCut);
        Assert.InRange(text.Pages.Sum(page => page.Paragraphs.Sum(paragraph => paragraph.Length)), TextCollector.LongestText / 2, TextCollector.LongestText);
    }

    /// <summary>A program that reads, waits or writes for ever is ended, and sees nothing of our environment.</summary>
    [Fact]
    public void Outside_program_gets_no_environment_and_no_endless_output()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/env") && File.Exists("/usr/bin/yes"), "There is no /usr/bin/env here.");
        Environment.SetEnvironmentVariable("FACHINFO_TEST_MARK", "gesetzt");
        var process = new BoundedProcess(File.Exists("/usr/bin/prlimit") ? "/usr/bin/prlimit" : null);
        var variables = Encoding.UTF8.GetString(process.Run("/usr/bin/env", [], Stream.Null, 10_000).Output).Trim().Split('\n').Order(StringComparer.Ordinal);
        Assert.Equal(["LC_ALL=C", "TZ=UTC"], variables);
        Assert.True(process.Run("/usr/bin/yes", [], Stream.Null, 10_000).WasStopped);
        Assert.True(process.Run("/gibt/es/nicht", [], Stream.Null, 10_000).Status != 0);
    }
}
