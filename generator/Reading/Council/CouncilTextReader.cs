using System.Buffers;
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

    private static readonly SearchValues<char> Special = SearchValues.Create([.. "&<>", .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(character => char.IsControl(character) && character != '\t')]);

    public static Parsed<CouncilText> Read(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var findings = new List<Diagnostic>();
        if (bytes.IsEmpty || SourceText.DecodePages(path, bytes.Span, findings) is not { } text)
        {
            return new Parsed<CouncilText>(new CouncilText(0), [.. findings], []);
        }

        return new Parsed<CouncilText>(new CouncilText(text.Length), [.. findings], []) { Body = ToHtml(text) };
    }

    private static ReadOnlyMemory<byte> ToHtml(string text)
    {
        // A large town has tens of thousands of these, so letters go straight into bytes.
        var html = new ArrayBufferWriter<byte>(text.Length + (text.Length / 8) + 64);
        foreach (var page in text.AsSpan().Split('\f'))
        {
            foreach (var paragraph in text.AsSpan()[page].Split("\n\n"))
            {
                if (text.AsSpan()[page][paragraph].Trim() is { IsEmpty: false } words)
                {
                    html.Write("<p>"u8);
                    WriteText(words, html);
                    html.Write("</p>\n"u8);
                }
            }
        }

        return html.WrittenMemory;
    }

    private static void WriteText(ReadOnlySpan<char> text, ArrayBufferWriter<byte> html)
    {
        while (!text.IsEmpty)
        {
            var special = text.IndexOfAny(Special);
            Encoding.UTF8.GetBytes(special < 0 ? text : text[..special], html);
            if (special < 0)
            {
                return;
            }

            html.Write(text[special] switch
            {
                '\n' => "<br>\n"u8,
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                _ => default, // Control characters of broken extractions are not allowed in HTML.
            });
            text = text[(special + 1)..];
        }
    }
}
