using System.Globalization;
using System.Text;

namespace Fachinfo.Model;

/// <summary>Fills the open places of a body: addresses of links, and words of the site's language.</summary>
public static class BodyFiller
{
    /// <param name="html">UTF-8, with places as <see cref="BodyMarkup"/> describes.</param>
    public static string Fill(ReadOnlySpan<byte> html, IReadOnlyList<string> targets, Words words)
    {
        var text = Encoding.UTF8.GetString(html);
        if (!text.Contains(BodyMarkup.Separator, StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new StringBuilder(text.Length + 256);
        var isPlace = false;
        foreach (var range in text.AsSpan().Split(BodyMarkup.Separator))
        {
            var part = text.AsSpan(range);
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

        return filled.ToString();
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
