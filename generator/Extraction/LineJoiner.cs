using System.Text;
using System.Text.RegularExpressions;

namespace Fachinfo.Extraction;

/// <summary>Makes paragraphs of the lines of a printed page.</summary>
/// <remarks>A line goes on in the next one if it is nearly as wide as the page; short lines (headings, fields, cells) stand alone.</remarks>
internal static partial class LineJoiner
{
    private const int NarrowestPage = 40;

    public static void Join(string page, TextCollector into)
    {
        var lines = page.Split('\n');
        var width = Math.Max(NarrowestPage, lines.Max(line => line.Length));
        var paragraph = new StringBuilder();
        var lastLength = 0;
        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (line.Length == 0 || lastLength < width * 6 / 10 || Marker().IsMatch(line))
            {
                Flush(paragraph, into);
            }

            Append(paragraph, line);
            lastLength = line.Length;
        }

        Flush(paragraph, into);
    }

    /// <summary>Undoes the hyphen at the end of a line, but for that of "Haupt- und Finanzausschuss" and "EU-Richtlinie".</summary>
    private static void Append(StringBuilder paragraph, string line)
    {
        if (paragraph.Length > 1 && paragraph[^1] == '-' && char.IsLetter(paragraph[^2]) && line.Length > 0 && !Conjunction().IsMatch(line))
        {
            paragraph.Length -= char.IsLower(line[0]) ? 1 : 0;
        }
        else if (paragraph.Length > 0)
        {
            paragraph.Append(' ');
        }

        paragraph.Append(line);
    }

    private static void Flush(StringBuilder paragraph, TextCollector into)
    {
        into.Append(paragraph.ToString());
        into.EndParagraph();
        paragraph.Clear();
    }

    /// <summary>A bullet, a box to tick, or a number such as <c>3.</c>, <c>b)</c>, <c>§ 4</c>.</summary>
    [GeneratedRegex(@"^(?:[•▪■□☐☑☒◦‣–—\-*]\s|\(?[0-9]{1,3}[.)]\s|[a-z]\)\s|§\s?[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^(?:und|oder|bzw\.?|sowie|u\.)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Conjunction();
}
