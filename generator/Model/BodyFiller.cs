using System.Buffers;
using System.Globalization;
using System.Text;

namespace Fachinfo.Model;

/// <summary>Fills the open places of a body: addresses of links, and words of the site's language.</summary>
public static class BodyFiller
{
    /// <summary>Appends the HTML of a body to a text.</summary>
    /// <param name="html">UTF-8, with places as <see cref="BodyMarkup"/> describes.</param>
    public static void Fill(ReadOnlySpan<byte> html, IReadOnlyList<string> targets, Words words, StringBuilder filled)
    {
        var characters = ArrayPool<char>.Shared.Rent(html.Length);
        ReadOnlySpan<char> text = characters.AsSpan(0, Encoding.UTF8.GetChars(html, characters));
        var isPlace = false;
        foreach (var range in text.Split(BodyMarkup.Separator))
        {
            var part = text[range];
            if (!isPlace)
            {
                filled.Append(part);
            }
            else if (part[0] == BodyMarkup.Word)
            {
                AppendEscaped(filled, words[part[1..].ToString()]);
            }
            else
            {
                AppendEscaped(filled, targets[int.Parse(part[1..], NumberStyles.None, CultureInfo.InvariantCulture)]);
            }

            isPlace = !isPlace;
        }

        ArrayPool<char>.Shared.Return(characters);
    }

    private static void AppendEscaped(StringBuilder text, string value)
    {
        foreach (var character in value)
        {
            _ = character switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '"' => text.Append("&quot;"),
                _ => text.Append(character),
            };
        }
    }
}
