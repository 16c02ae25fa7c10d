using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Fachinfo.Tests;

/// <summary>Small files of each kind, made by hand, good and bad.</summary>
internal static class TestFiles
{
    private const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string SheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>An archive with these parts, in this order.</summary>
    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }

    /// <summary>Puts blanks in the place of a part of an archive, so that it unpacks to this length.</summary>
    public static byte[] Inflate(byte[] archive, string part, long length)
    {
        using var memory = new MemoryStream();
        memory.Write(archive);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var stream = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            var blanks = new byte[64 * 1024];
            blanks.AsSpan().Fill((byte)' ');
            for (var rest = length; rest > 0; rest -= blanks.Length)
            {
                stream.Write(blanks, 0, (int)Math.Min(rest, blanks.Length));
            }
        }

        return memory.ToArray();
    }

    public static byte[] Docx(string body) => Zip(
        ("[Content_Types].xml", Types("/word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")),
        ("_rels/.rels", Rels(("officeDocument", "word/document.xml"))),
        ("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dcterms:created xsi:type=\"dcterms:W3CDTF\">2024-02-19T10:00:00Z</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">2024-02-20T10:00:00Z</dcterms:modified></cp:coreProperties>"),
        ("word/document.xml", $"<w:document xmlns:w=\"{WordNamespace}\"><w:body>{body}</w:body></w:document>"));

    public static string Paragraph(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static byte[] Xlsx(params (string Name, string State, string Rows)[] sheets)
    {
        List<(string, string)> parts =
        [
            ("[Content_Types].xml", Types(
                [("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
                ("/xl/sharedStrings.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"),
                ("/xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"),
                .. sheets.Select((_, i) => ($"/xl/s{i}.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"))])),
            ("_rels/.rels", Rels(("officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", $"<workbook xmlns=\"{SheetNamespace}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"r{i}\"/>"))}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", Rels([.. sheets.Select((_, i) => ("worksheet", $"s{i}.xml")), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")])),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{SheetNamespace}\"><si><t>Gemeinde</t></si><si><r><t>Ein</t></r><r><t>wohner</t></r></si></sst>"),
            ("xl/styles.xml", $"<styleSheet xmlns=\"{SheetNamespace}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
        ];
        parts.AddRange(sheets.Select((sheet, i) => ($"xl/s{i}.xml", $"<worksheet xmlns=\"{SheetNamespace}\"><sheetData>{sheet.Rows}</sheetData></worksheet>")));
        return Zip([.. parts]);
    }

    public static byte[] Pptx(params string[] slides) => Zip(
    [
        ("[Content_Types].xml", Types(
            [("/ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
            .. slides.Select((_, i) => ($"/ppt/s{i}.xml", "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"))])),
        ("_rels/.rels", Rels(("officeDocument", "ppt/presentation.xml"))),
        ("ppt/presentation.xml", $"<p:presentation xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:r=\"{Relations}\"><p:sldIdLst>{string.Concat(slides.Select((_, i) => $"<p:sldId id=\"{256 + i}\" r:id=\"r{i}\"/>"))}</p:sldIdLst></p:presentation>"),
        ("ppt/_rels/presentation.xml.rels", Rels([.. slides.Select((_, i) => ("slide", $"s{i}.xml"))])),
        .. slides.Select((text, i) => ($"ppt/s{i}.xml", $"<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>")),
    ]);

    /// <param name="body">What stands in <c>office:body</c>.</param>
    /// <param name="prolog">Before the root of <c>content.xml</c>, for hostile ones.</param>
    public static byte[] OpenDocument(string type, string body, string prolog = "", string manifest = "<manifest/>") => Zip(
        ("mimetype", "application/vnd.oasis.opendocument." + type),
        ("META-INF/manifest.xml", manifest),
        ("meta.xml", "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:meta><meta:creation-date>2024-02-18T09:00:00</meta:creation-date><dc:date>2024-02-19T09:00:00.123</dc:date><meta:document-statistic meta:page-count=\"3\"/></office:meta></office:document-meta>"),
        ("content.xml", $"{prolog}<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body>{body}</office:body></office:document-content>"));

    /// <summary>A PDF with one line of text on each page; an empty line makes a page without text.</summary>
    public static byte[] Pdf(params string[] pages)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{5 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /CreationDate (D:20240219083000Z) /ModDate (D:20240220083000Z) >>",
        };
        for (var i = 0; i < pages.Length; i++)
        {
            var content = pages[i].Length == 0 ? "0 0 m 100 100 l S" : $"BT /F1 12 Tf 72 700 Td ({pages[i]}) Tj ET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {6 + (2 * i)} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => pdf.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static string Types(string part, string type) => Types([(part, type)]);

    private static string Types(IEnumerable<(string Part, string Type)> parts) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        + string.Concat(parts.Select(part => $"<Override PartName=\"{part.Part}\" ContentType=\"{part.Type}\"/>")) + "</Types>";

    private static string Rels(params (string Type, string Target)[] targets) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(targets.Select((target, i) => $"<Relationship Id=\"r{i}\" Type=\"{Relations}/{target.Type}\" Target=\"{target.Target}\"/>"))
        + (targets[0].Target.StartsWith("word/", StringComparison.Ordinal) ? "<Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>" : "")
        + "</Relationships>";
}
