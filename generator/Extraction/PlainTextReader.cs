using System.Text;

namespace Fachinfo.Extraction;

/// <summary>Reads text and CSV files.</summary>
internal static class PlainTextReader
{
    private const int LongestFile = 16 * 1024 * 1024;

    /// <summary>Paragraphs are set apart by empty lines; a line that is much shorter than the others stands alone.</summary>
    public static FileReading ReadText(Stream content)
    {
        var text = new TextCollector();
        LineJoiner.Join(Decode(content), text);
        return new FileReading { Text = text.ToText() };
    }

    /// <summary>A paragraph for each row, the cells set apart by bars.</summary>
    public static FileReading ReadCsv(Stream content)
    {
        var text = new TextCollector();
        var lines = Decode(content);
        var separator = Separator(lines.AsSpan(0, Math.Max(0, lines.IndexOf('\n', StringComparison.Ordinal))));
        var isQuoted = false;
        foreach (var character in lines)
        {
            if (text.IsFull)
            {
                break;
            }

            if (character == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (character == '\n' && !isQuoted)
            {
                text.EndParagraph();
            }
            else
            {
                text.Append(character == separator && !isQuoted ? " | " : character.ToString());
            }
        }

        return new FileReading { Text = text.ToText() };
    }

    private static char Separator(ReadOnlySpan<char> firstLine) =>
        firstLine.Contains('\t') ? '\t' : firstLine.Contains(';') ? ';' : ',';

    /// <summary>UTF-8, UTF-16 with its mark, or else the old Western code.</summary>
    private static string Decode(Stream content)
    {
        content.Position = 0;
        var bytes = new byte[Math.Min(content.Length, LongestFile)];
        content.ReadExactly(bytes);
        var text = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes),
            _ when content.Length > LongestFile || System.Text.Unicode.Utf8.IsValid(bytes) => Encoding.UTF8.GetString(bytes),
            _ => Encoding.Latin1.GetString(bytes),
        };
        return text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
    }
}
