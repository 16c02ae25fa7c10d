using System.Net;
using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model.Council;

namespace Fachinfo.Reading.Council;

/// <summary>Reads the extracted text of a file from its sidecar: plain text, paragraphs set apart by empty lines, pages by form feeds.</summary>
public static class CouncilTextReader
{
    /// <summary>How a sidecar's name ends, after the name of the file.</summary>
    public const string Ending = ".inhalt.txt";

    public static Parsed<CouncilText> Read(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var findings = new List<Diagnostic>();
        if (bytes.IsEmpty || SourceText.Decode(path, bytes.Span, findings) is not { } text)
        {
            return new Parsed<CouncilText>(new CouncilText(0), [.. findings], []);
        }

        return new Parsed<CouncilText>(new CouncilText(text.Length), [.. findings], []) { Body = ToHtml(text) };
    }

    private static byte[] ToHtml(string text)
    {
        var html = new StringBuilder(text.Length + 256);
        foreach (var page in text.Split('\f'))
        {
            foreach (var paragraph in page.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                html.Append("<p>").Append(WebUtility.HtmlEncode(Printable(paragraph)).Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
            }
        }

        return Encoding.UTF8.GetBytes(html.ToString());
    }

    /// <summary>Control characters of broken extractions are not allowed in HTML.</summary>
    private static string Printable(string text) => text.AsSpan().IndexOfAnyInRange('\u0000', '\u0008') < 0 && text.AsSpan().IndexOfAnyInRange('\u000B', '\u001F') < 0
        ? text
        : string.Concat(text.Where(character => character is '\n' or '\t' || !char.IsControl(character)));
}
