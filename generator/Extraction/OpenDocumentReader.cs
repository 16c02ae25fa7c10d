using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Fachinfo.Extraction;

/// <summary>Reads ODT, ODS and ODP (OASIS OpenDocument 1.3): an archive with the text in <c>content.xml</c>.</summary>
internal static class OpenDocumentReader
{
    /// <summary>document-content / body / spreadsheet / table.</summary>
    private const int DepthOfSheets = 3;

    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";

    // No entities, no outside files: the defence against XXE and the billion laughs.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = ZipGuard.LargestPart,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static FileReading Read(Stream content)
    {
        using var zip = ZipGuard.Open(content);
        ZipGuard.Require(zip, name => name is "content.xml" or "meta.xml" or "META-INF/manifest.xml");
        if (IsEncrypted(zip))
        {
            throw new EncryptedFileException("The manifest names an encryption.");
        }

        var body = zip.GetEntry("content.xml") ?? throw new InvalidDataException("content.xml is missing.");
        var text = new TextCollector();
        using (var xml = XmlReader.Create(body.Open(), Settings))
        {
            ReadBody(xml, text);
        }

        var reading = ReadMeta(zip);
        var pages = text.ToText();
        return reading with { Text = pages, PageCount = Math.Max(reading.PageCount, pages.Pages.Count(page => page.Title.Length > 0)) };
    }

    private static bool IsEncrypted(ZipArchive zip)
    {
        if (zip.GetEntry("META-INF/manifest.xml") is not { } manifest)
        {
            return false;
        }

        using var reader = new StreamReader(manifest.Open());
        return reader.ReadToEnd().Contains(":encryption-data", StringComparison.Ordinal);
    }

    private static void ReadBody(XmlReader xml, TextCollector text)
    {
        var depthOfCell = -1;
        var isSpreadsheet = false;
        xml.Read();
        while (!xml.EOF && !text.IsFull)
        {
            if (IsElement(xml, Text, "tracked-changes") || IsElement(xml, Office, "annotation") || IsElement(xml, Office, "scripts"))
            {
                xml.Skip();
                continue;
            }

            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.NamespaceURI == Table && xml.LocalName is "table-cell" && !xml.IsEmptyElement:
                    depthOfCell = depthOfCell < 0 ? xml.Depth : depthOfCell;
                    break;
                case XmlNodeType.EndElement when xml.NamespaceURI == Table && xml.LocalName is "table-cell" && xml.Depth == depthOfCell:
                    depthOfCell = -1;
                    text.Append(" | ");
                    break;
                case XmlNodeType.EndElement when xml.NamespaceURI == Table && xml.LocalName is "table-row" && depthOfCell < 0:
                    text.EndParagraph();
                    break;
                case XmlNodeType.Element:
                    isSpreadsheet |= IsElement(xml, Office, "spreadsheet");
                    StartElement(xml, text, isSpreadsheet);
                    break;
                case XmlNodeType.EndElement when xml.NamespaceURI == Text && xml.LocalName is "p" or "h":
                    EndLine(text, depthOfCell >= 0);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    text.Append(xml.Value);
                    break;
            }

            xml.Read();
        }
    }

    private static void StartElement(XmlReader xml, TextCollector text, bool isSpreadsheet)
    {
        if (isSpreadsheet && IsElement(xml, Table, "table") && xml.Depth == DepthOfSheets)
        {
            text.StartPage(xml.GetAttribute("name", Table) ?? "");
        }
        else if (IsElement(xml, Draw, "page"))
        {
            text.StartPage(xml.GetAttribute("name", Draw) ?? "");
        }
        else if (xml.NamespaceURI == Text && xml.LocalName is "s" or "tab" or "line-break")
        {
            text.Append(' ');
        }
    }

    private static void EndLine(TextCollector text, bool isInCell)
    {
        if (isInCell)
        {
            text.Append(' ');
        }
        else
        {
            text.EndParagraph();
        }
    }

    private static FileReading ReadMeta(ZipArchive zip)
    {
        var reading = new FileReading();
        if (zip.GetEntry("meta.xml") is not { } meta)
        {
            return reading;
        }

        using var xml = XmlReader.Create(meta.Open(), Settings);
        while (xml.Read())
        {
            if (IsElement(xml, Meta, "creation-date"))
            {
                reading = reading with { Created = Day(xml.ReadElementContentAsString()) };
            }

            if (IsElement(xml, Dublin, "date"))
            {
                reading = reading with { Modified = Day(xml.ReadElementContentAsString()) };
            }

            if (IsElement(xml, Meta, "document-statistic") && int.TryParse(xml.GetAttribute("page-count", Meta), NumberStyles.None, CultureInfo.InvariantCulture, out var pages))
            {
                reading = reading with { PageCount = pages };
            }
        }

        return reading;
    }

    /// <summary>The day of <c>2024-02-19T08:30:00</c>; these files name no time zone.</summary>
    private static DateOnly? Day(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool IsElement(XmlReader xml, string space, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name && xml.NamespaceURI == space;
}
