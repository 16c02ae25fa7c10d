using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Fachinfo.Extraction;

/// <summary>Reads XLSX: a page for each visible sheet, a paragraph for each row.</summary>
internal static class SpreadsheetReader
{
    public static FileReading Read(Stream content)
    {
        OfficeReader.Guard(content);
        using var document = SpreadsheetDocument.Open(content, false, OfficeReader.Settings);
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("The workbook is missing.");
        var sheets = workbook.Workbook.Sheets?.Elements<Sheet>().Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible).ToList() ?? [];
        var strings = ReadStrings(workbook.SharedStringTablePart);
        var dates = FindDateStyles(workbook.WorkbookStylesPart);
        var text = new TextCollector();
        foreach (var sheet in sheets)
        {
            if (sheet.Id?.Value is { } id && workbook.TryGetPartById(id, out var part))
            {
                text.StartPage(sheet.Name?.Value ?? "");
                ReadSheet(part!, strings, dates, text);
            }
        }

        return OfficeReader.WithDates(document, new FileReading { Text = text.ToText(), PageCount = sheets.Count });
    }

    private static List<string> ReadStrings(SharedStringTablePart? part)
    {
        var strings = new List<string>();
        if (part is null)
        {
            return strings;
        }

        using var reader = OpenXmlReader.Create(part);
        var item = new System.Text.StringBuilder();
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Text) && reader.IsStartElement)
            {
                item.Append(reader.GetText());
            }
            else if (reader.ElementType == typeof(SharedStringItem) && reader.IsEndElement)
            {
                strings.Add(item.ToString());
                item.Clear();
            }
        }

        return strings;
    }

    /// <summary>The cell formats that show a number as a date (ECMA-376 part 1, 18.8.30).</summary>
    private static HashSet<uint> FindDateStyles(WorkbookStylesPart? part)
    {
        if (part?.Stylesheet is not { CellFormats: { } formats } styles)
        {
            return [];
        }

        var own = styles.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.FormatCode?.Value is { } code && code.Contains('y', StringComparison.OrdinalIgnoreCase) && code.Contains('m', StringComparison.OrdinalIgnoreCase))
            .Select(format => format.NumberFormatId?.Value ?? 0)
            .ToHashSet() ?? [];
        return [.. formats.Elements<CellFormat>()
            .Select((format, i) => (Id: format.NumberFormatId?.Value ?? 0, Index: (uint)i))
            .Where(format => format.Id is >= 14 and <= 17 or 22 || own.Contains(format.Id))
            .Select(format => format.Index)];
    }

    private static void ReadSheet(OpenXmlPart part, List<string> strings, HashSet<uint> dates, TextCollector text)
    {
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read() && !text.IsFull)
        {
            if (reader.ElementType == typeof(Row) && reader.IsEndElement)
            {
                text.EndParagraph();
            }
            else if (reader.ElementType == typeof(Cell) && reader.IsStartElement && reader.LoadCurrentElement() is Cell cell)
            {
                var shown = Show(cell, strings, dates);
                text.Append(shown.Length > 0 ? shown + " | " : "");
            }
        }
    }

    private static string Show(Cell cell, List<string> strings, HashSet<uint> dates)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < strings.Count ? strings[at] : "";
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString?.InnerText ?? "";
        }

        if (type is not null && type != CellValues.Number)
        {
            return type == CellValues.Boolean ? (value == "1" ? "ja" : "nein") : value;
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return value;
        }

        // Days since 1899-12-30, up to the year 9999.
        return cell.StyleIndex is { } style && dates.Contains(style.Value) && number is >= 1 and < 2_958_466
            ? new DateOnly(1899, 12, 30).AddDays((int)number).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
            : Math.Round(number, 6).ToString(CultureInfo.InvariantCulture).Replace('.', ',');
    }
}
