using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Fachinfo.Model;

/// <summary>Fills the open places of a body: addresses of links, and words of the site's language.</summary>
public static class BodyFiller
{
    /// <summary>Appends the HTML of a body, as UTF-8.</summary>
    /// <param name="html">UTF-8, with places as <see cref="BodyMarkup"/> describes.</param>
    public static void Fill(ReadOnlySpan<byte> html, IReadOnlyList<string> targets, Words words, IBufferWriter<byte> filled)
    {
        var isPlace = false;
        foreach (var range in html.Split((byte)BodyMarkup.Separator))
        {
            var part = html[range];
            if (!isPlace)
            {
                filled.Write(part);
            }
            else if (part[0] == BodyMarkup.Word)
            {
                WriteEscaped(words[Encoding.UTF8.GetString(part[1..])], filled);
            }
            else
            {
                WriteEscaped(targets[Utf8Parser.TryParse(part[1..], out int number, out _) ? number : -1], filled);
            }

            isPlace = !isPlace;
        }
    }

    private static void WriteEscaped(string text, IBufferWriter<byte> filled)
    {
        ReadOnlySpan<char> rest = text;
        for (var at = rest.IndexOfAny("&<>\""); at >= 0; at = rest.IndexOfAny("&<>\""))
        {
            Encoding.UTF8.GetBytes(rest[..at], filled);
            filled.Write(rest[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                _ => "&quot;"u8,
            });
            rest = rest[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(rest, filled);
    }
}
