using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Drawing = DocumentFormat.OpenXml.Drawing;
using SlideId = DocumentFormat.OpenXml.Presentation.SlideId;

namespace Fachinfo.Extraction;

/// <summary>Reads DOCX and PPTX part by part, without building their trees; spreadsheets are read by <see cref="SpreadsheetReader"/>.</summary>
internal static class OfficeReader
{
    internal static readonly OpenSettings Settings = new() { AutoSave = false, MaxCharactersInPart = ZipGuard.LargestPart };

    public static FileReading ReadDocument(Stream content)
    {
        Guard(content);
        using var document = WordprocessingDocument.Open(content, false, Settings);
        var main = document.MainDocumentPart ?? throw new InvalidDataException("The main part is missing.");
        var text = new TextCollector();
        ReadWords(main, text);
        if (main.FootnotesPart is { } notes)
        {
            ReadWords(notes, text);
        }

        return WithDates(document, new FileReading { Text = text.ToText(), PageCount = Number(document.ExtendedFilePropertiesPart?.Properties?.Pages?.Text) });
    }

    public static FileReading ReadPresentation(Stream content)
    {
        Guard(content);
        using var document = PresentationDocument.Open(content, false, Settings);
        var main = document.PresentationPart ?? throw new InvalidDataException("The main part is missing.");
        var slides = main.Presentation?.SlideIdList?.Elements<SlideId>().Select(slide => slide.RelationshipId?.Value).OfType<string>().ToList() ?? [];
        var text = new TextCollector();
        foreach (var slide in slides)
        {
            if (main.TryGetPartById(slide, out var part))
            {
                ReadSlide(part!, text);
            }
        }

        return WithDates(document, new FileReading { Text = text.ToText(), PageCount = slides.Count });
    }

    /// <summary>Takes creation and last change from the properties of the package.</summary>
    internal static FileReading WithDates(OpenXmlPackage document, FileReading reading) => reading with
    {
        Created = Day(document.PackageProperties.Created),
        Modified = Day(document.PackageProperties.Modified),
    };

    /// <summary>Refuses archives that would unpack to too much, and documents that a password protects.</summary>
    internal static void Guard(Stream content)
    {
        content.Position = 0;
        if (content.ReadByte() == 0xD0)
        {
            throw new EncryptedFileException("The package is wrapped in an encrypted container.");
        }

        using (var zip = ZipGuard.Open(content))
        {
            ZipGuard.Require(zip, name => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase));
        }

        content.Position = 0;
    }

    private static void ReadWords(OpenXmlPart part, TextCollector text)
    {
        using var reader = OpenXmlReader.Create(part);
        var depthOfCells = 0;
        while (reader.Read() && !text.IsFull)
        {
            var type = reader.ElementType;
            if (type == typeof(TableCell) && (reader.IsStartElement || reader.IsEndElement))
            {
                depthOfCells += reader.IsStartElement ? 1 : -1;
                text.Append(reader.IsEndElement ? " | " : "");
            }
            else if (type == typeof(Text) && reader.IsStartElement)
            {
                text.Append(reader.GetText());
            }
            else if ((type == typeof(TabChar) || type == typeof(Break)) && reader.IsStartElement)
            {
                text.Append(' ');
            }
            else if (type == typeof(Paragraph) && reader.IsEndElement && depthOfCells > 0)
            {
                text.Append(' ');
            }
            else if ((type == typeof(Paragraph) || (type == typeof(TableRow) && depthOfCells == 0)) && reader.IsEndElement)
            {
                text.EndParagraph();
            }
            else if (type == typeof(LastRenderedPageBreak) && reader.IsStartElement)
            {
                text.StartPage("");
            }
        }
    }

    private static void ReadSlide(OpenXmlPart part, TextCollector text)
    {
        var before = text.PageCount;
        text.StartPage("");
        using (var reader = OpenXmlReader.Create(part))
        {
            while (reader.Read() && !text.IsFull)
            {
                if (reader.ElementType == typeof(Drawing.Text) && reader.IsStartElement)
                {
                    text.Append(reader.GetText());
                }
                else if (reader.ElementType == typeof(Drawing.Break) && reader.IsStartElement)
                {
                    text.Append(' ');
                }
                else if (reader.ElementType == typeof(Drawing.Paragraph) && reader.IsEndElement)
                {
                    text.EndParagraph();
                }
            }
        }

        text.EndPage();
        if (text.PageCount == before)
        {
            text.AddEmptyPage();
        }
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static DateOnly? Day(DateTime? time) => time is { Year: > 1980 } instant
        ? DateOnly.FromDateTime(instant.Kind == DateTimeKind.Local ? instant.ToUniversalTime() : instant)
        : null;
}
