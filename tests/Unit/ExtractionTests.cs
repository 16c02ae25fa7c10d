using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Extraction;
using Fachinfo.Model;

namespace Fachinfo.Tests;

/// <summary>What is read out of files of each kind.</summary>
public class ExtractionTests
{
    [Fact]
    public void Document_gives_its_paragraphs_and_dates()
    {
        var read = ExtractionFixture.Read("a.docx", TestFiles.Docx(
            TestFiles.Paragraph("Erster Absatz.") + "<w:p><w:r><w:t>ge</w:t></w:r><w:r><w:t>trennt</w:t><w:tab/><w:t>Tab</w:t></w:r><w:del><w:r><w:delText>gelöscht</w:delText></w:r></w:del></w:p>"
            + $"<w:tbl><w:tr><w:tc>{TestFiles.Paragraph("Feld")}</w:tc><w:tc>{TestFiles.Paragraph("Wert")}</w:tc></w:tr></w:tbl>"));
        Assert.Equal("Erster Absatz.\ngetrennt Tab\nFeld | Wert", read.Text);
        Assert.Equal(FileKind.Docx, read.File.Kind);
        Assert.Equal(new DateOnly(2024, 2, 19), read.File.Created);
        Assert.Equal(new DateOnly(2024, 2, 20), read.File.Modified);
        Assert.Empty(read.Findings);
    }

    [Fact]
    public void Spreadsheet_gives_a_page_for_each_visible_sheet()
    {
        var rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Musterstadt</t></is></c><c r=\"B2\"><v>1234.5</v></c><c r=\"C2\" s=\"1\"><v>45342</v></c></row>";
        var read = ExtractionFixture.Read("a.xlsx", TestFiles.Xlsx(("Übersicht", "visible", rows), ("Versteckt", "hidden", rows)));
        Assert.Equal("== Übersicht\nGemeinde | Einwohner\nMusterstadt | 1234,5 | 20.02.2024", read.Text);
        Assert.Equal(1, read.File.PageCount);
    }

    [Fact]
    public void Presentation_gives_a_page_for_each_slide()
    {
        var read = ExtractionFixture.Read("a.pptx", TestFiles.Pptx("Eins", "", "Drei"));
        Assert.Equal(["Eins", "", "Drei"], read.Files.TextOf(read.File).Pages.Select(page => string.Join('|', page.Paragraphs)));
        Assert.Equal(3, read.File.PageCount);
    }

    [Fact]
    public void Open_document_gives_its_paragraphs_and_dates()
    {
        var read = ExtractionFixture.Read("a.odt", TestFiles.OpenDocument(
            "text",
            "<office:text><text:tracked-changes><text:p>alt</text:p></text:tracked-changes><text:h>Titel</text:h><text:p>Ein<text:s/>Absatz</text:p>"
            + "<table:table table:name=\"T\"><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table></office:text>"));
        Assert.Equal("Titel\nEin Absatz\na | b", read.Text);
        Assert.Equal((3, new DateOnly(2024, 2, 18), new DateOnly(2024, 2, 19)), (read.File.PageCount, read.File.Created!.Value, read.File.Modified!.Value));
    }

    [Fact]
    public void Open_spreadsheet_gives_a_page_for_each_sheet()
    {
        var row = "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell/><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>";
        var read = ExtractionFixture.Read("a.ods", TestFiles.OpenDocument(
            "spreadsheet",
            $"<office:spreadsheet><table:table table:name=\"Eins\">{row}</table:table><table:table table:name=\"Zwei\">{row}{row}</table:table></office:spreadsheet>"));
        Assert.Equal("== Eins\na | b\n== Zwei\na | b\na | b", read.Text);
        Assert.Equal(FileKind.Ods, read.File.Kind);
    }

    [Fact]
    public void Text_file_keeps_its_paragraphs() => Assert.Equal(
        "Titel\nEine Zeile, die lang genug ist, um im nächsten Absatz weiterzugehen.\nNeu",
        ExtractionFixture.Read("a.txt", Encoding.UTF8.GetBytes("\uFEFFTitel\r\n\r\nEine Zeile, die lang genug ist, um im näch-\r\nsten Absatz weiterzugehen.\r\n\r\nNeu\r\n")).Text);

    [Fact]
    public void Text_in_an_older_code_is_read() => Assert.Equal("Grüße", ExtractionFixture.Read("a.txt", Encoding.Latin1.GetBytes("Grüße")).Text);

    [Fact]
    public void Table_gives_a_paragraph_for_each_row() => Assert.Equal(
        "Ort | Zahl\nA; B | 1",
        ExtractionFixture.Read("a.csv", Encoding.UTF8.GetBytes("Ort;Zahl\n\"A; B\";1\n")).Text);

    [Fact]
    public void Text_is_clean()
    {
        var read = ExtractionFixture.Read("a.docx", TestFiles.Docx(TestFiles.Paragraph("Gr\u0075\u0308\u00ADße \u202Eumgekehrt\u202C  mit   Lücken")));
        Assert.Equal("Grüße umgekehrt mit Lücken", read.Text);
    }

    [Fact]
    public void Pdf_gives_pages_dates_and_a_picture()
    {
        ExtractionFixture.RequirePoppler();
        var read = ExtractionFixture.Read("a.pdf", TestFiles.Pdf("Seite eins", "", "Seite drei"));
        Assert.Equal(["Seite eins", "", "Seite drei"], read.Files.TextOf(read.File).Pages.Select(page => string.Join('|', page.Paragraphs)));
        Assert.Equal((3, new DateOnly(2024, 2, 19), new DateOnly(2024, 2, 20)), (read.File.PageCount, read.File.Created!.Value, read.File.Modified!.Value));
        Assert.Equal(480, read.File.PictureSize.Width);
        using var picture = read.Files.OpenPicture(read.File);
        Assert.Equal(0xFF, picture.ReadByte());
        Assert.Empty(read.Findings);
    }

    [Fact]
    public void Pdf_without_text_is_told_to_be_inaccessible()
    {
        ExtractionFixture.RequirePoppler();
        Assert.Equal([Codes.FileWithoutText.Id], ExtractionFixture.Read("a.pdf", TestFiles.Pdf("", "")).Codes);
    }

    [Fact]
    public void Broken_pdf_costs_a_warning()
    {
        ExtractionFixture.RequirePoppler();
        Assert.Equal([Codes.FileBroken.Id], ExtractionFixture.Read("a.pdf", "%PDF-1.7\nnichts weiter"u8.ToArray()).Codes);
    }

    [Fact]
    public void Pdf_without_its_reader_is_told_once()
    {
        var read = new ExtractionFixture { Pdf = null };
        read.Run(isPublic: true, ("a.pdf", TestFiles.Pdf("A")), ("b.pdf", TestFiles.Pdf("B")));
        var finding = Assert.Single(read.Findings);
        Assert.Equal((Codes.PopplerMissing.Id, Severity.Info), (finding.Code, finding.Severity));
        Assert.Contains("poppler-utils", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pdf_is_read_when_its_reader_comes()
    {
        var before = ExtractionFixture.Read("a.pdf", TestFiles.Pdf("A"), null);
        var after = new ExtractionFixture { Pdf = new FakePdfReader(new FileReading { Text = new FileText([new FileTextPage("", ["Text"])], false), PageCount = 1 }), Results = before.Results };
        after.Run(isPublic: true, ("a.pdf", TestFiles.Pdf("A")));
        Assert.Equal("Text", after.Text);
        Assert.Empty(after.Findings);
    }

    [Fact]
    public void File_is_read_once_in_its_life()
    {
        var read = ExtractionFixture.Read("a.txt", "Text"u8.ToArray());
        var opened = read.Opened;
        read.Run(isPublic: true, ("a.txt", "Text"u8.ToArray()));
        Assert.Equal(opened, read.Opened);
        read.Run(isPublic: true, ("umbenannt.txt", "Text"u8.ToArray()));
        Assert.Equal(opened, read.Opened);
        Assert.Equal("Text", read.Text);
    }

    [Fact]
    public void Clear_text_of_members_files_lies_apart()
    {
        var read = new ExtractionFixture();
        read.Run(isPublic: false, ("a.txt", "Geheimer Text"u8.ToArray()));
        Assert.All(read.Results.Names.Where(name => !name.EndsWith("facts", StringComparison.Ordinal)), name => Assert.StartsWith("members/", name, StringComparison.Ordinal));
        Assert.Contains(read.Results.Names, name => name.EndsWith(".text", StringComparison.Ordinal));
        Assert.True(read.File.IsMembersOnly);
    }

    [Fact]
    public void What_is_no_longer_offered_is_forgotten()
    {
        var read = ExtractionFixture.Read("a.txt", "Text"u8.ToArray());
        read.Run(isPublic: true, ("b.txt", "Anderer"u8.ToArray()));
        Assert.Single(read.Results.Names, name => name.EndsWith(".text", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", "pdf")]
    [InlineData("a.png", "\u0089PNG\r\n\u001A\n", "png")]
    [InlineData("a.jpg", "\u00FF\u00D8\u00FF\u00E0", "jpeg")]
    [InlineData("a.gif", "GIF89a", "gif")]
    [InlineData("a.svg", "<?xml version=\"1.0\"?><svg/>", "svg")]
    [InlineData("a.html", "<!doctype html><p>", "html")]
    [InlineData("a.xml", "<?xml version=\"1.0\"?><a/>", "xml")]
    [InlineData("a.doc", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "office97")]
    [InlineData("a.bin", "\u0001\u0002\u0003\u0000", "unknown")]
    [InlineData("a.csv", "a;b", "csv")]
    [InlineData("a.txt", "a;b", "text")]
    [InlineData("a.txt", "MZ ist kein Programm", "text")]
    [InlineData("a.txt", "MZ\u0090\u0000\u0003", "executable")]
    [InlineData("a.txt", "\u007FELF\u0002", "executable")]
    [InlineData("a.txt", "#!/bin/sh", "executable")]
    [InlineData("a.bat", "echo", "executable")]
    public void Kind_is_told_by_the_bytes(string name, string bytes, string kind) =>
        Assert.Equal(kind, FileSniffer.Sniff(new MemoryStream(Encoding.Latin1.GetBytes(bytes)), Path.GetExtension(name)).Id);

    [Theory]
    [InlineData("a.pdf", "Nur Text", "DL002")]
    [InlineData("a.txt", "%PDF-1.7", "DL002")]
    [InlineData("a.docx", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "DL004")]
    [InlineData("a.exe", "MZ", "DL001")]
    [InlineData("brief.txt", "Nur Text", null)]
    [InlineData("ohne-endung", "Nur Text", null)]
    [InlineData("a.gml", "Nur Text", null)]
    public void Wrong_kind_is_told_at_its_place(string name, string bytes, string? code)
    {
        var read = ExtractionFixture.Read(name, Encoding.Latin1.GetBytes(bytes), new FakePdfReader(new FileReading()));
        Assert.Equal(code is null ? [] : [code], read.Codes);
        Assert.All(read.Findings, finding => Assert.Equal("a.md", finding.Location.Path.Value));
    }

    [Fact]
    public void Printed_lines_become_paragraphs()
    {
        var text = new TextCollector();
        LineJoiner.Join(
            "Überschrift\nDer Haupt- und Finanzausschuss berät über den Entwurf der Haushalts-\nsatzung und über die EU-\nRichtlinie\n1. Erstens ist das eine Zeile von ungefähr gleicher Länge wie oben.\n☐ Feld\nKurz\nKurz",
            text);
        Assert.Equal(
            [
                "Überschrift",
                "Der Haupt- und Finanzausschuss berät über den Entwurf der Haushaltssatzung und über die EU-",
                "Richtlinie",
                "1. Erstens ist das eine Zeile von ungefähr gleicher Länge wie oben.",
                "☐ Feld",
                "Kurz",
                "Kurz",
            ],
            text.ToText().Pages[0].Paragraphs);
    }
}
