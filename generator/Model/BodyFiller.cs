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
            else if (part[0] is (byte)BodyMarkup.Citation or (byte)BodyMarkup.CitationEnd)
            {
                WriteCitation(part[0], targets[NumberOf(part)], filled);
            }
            else
            {
                WriteEscaped(targets[NumberOf(part)], filled);
            }

            isPlace = !isPlace;
        }
    }

    /// <summary>Writes the HTML of a body with absolute addresses, for feeds: a reader shows it far from its page.</summary>
    /// <param name="page">Where the text stands on the site.</param>
    public static void FillAbsolute(ReadOnlySpan<byte> html, IReadOnlyList<string> targets, Words words, AbsolutePage page, IBufferWriter<byte> filled)
    {
        var isPlace = false;
        foreach (var range in html.Split((byte)BodyMarkup.Separator))
        {
            var part = html[range];
            if (!isPlace)
            {
                WriteWithFragments(part, page, filled);
            }
            else if (part[0] == BodyMarkup.Word)
            {
                WriteEscaped(words[Encoding.ASCII.GetString(part[1..])], filled);
            }
            else if (part[0] is (byte)BodyMarkup.Citation or (byte)BodyMarkup.CitationEnd)
            {
                WriteCitation(part[0], page.Resolve(targets[NumberOf(part)]), filled);
            }
            else
            {
                WriteEscaped(page.Resolve(targets[NumberOf(part)]), filled);
            }

            isPlace = !isPlace;
        }
    }

    private static int NumberOf(ReadOnlySpan<byte> place) => Utf8Parser.TryParse(place[1..], out int number, out _) ? number : -1;

    /// <summary>A citation without an address stays text.</summary>
    private static void WriteCitation(byte kind, string address, IBufferWriter<byte> filled)
    {
        if (address.Length > 0 && kind == BodyMarkup.Citation)
        {
            filled.Write("<a href=\""u8);
            WriteEscaped(address, filled);
            filled.Write("\">"u8);
        }
        else if (address.Length > 0)
        {
            filled.Write("</a>"u8);
        }
    }

    /// <summary>Links within the text (footnotes) lead to its page. Quotes in a text are escaped, so this is found in tags only.</summary>
    private static void WriteWithFragments(ReadOnlySpan<byte> html, AbsolutePage page, IBufferWriter<byte> filled)
    {
        var fragment = "href=\"#"u8;
        for (var at = html.IndexOf(fragment); at >= 0; at = html.IndexOf(fragment))
        {
            filled.Write(html[..(at + fragment.Length - 1)]);
            WriteEscaped(page.Address, filled);
            html = html[(at + fragment.Length - 1)..];
        }

        filled.Write(html);
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

/// <summary>A page as seen from elsewhere.</summary>
/// <param name="Origin">Scheme, host and port.</param>
/// <param name="Address">The absolute address of the page.</param>
public sealed record AbsolutePage(string Origin, string Address)
{
    /// <summary>Makes an address of this site absolute: <c>/a/</c> or <c>#b</c>; others stay as they are.</summary>
    public string Resolve(string target) => target switch
    {
        ['#', ..] => Address + target,
        ['/', ..] => Origin + target,
        _ => target,
    };
}
