using System.Text;

namespace Fachinfo.Sealing;

/// <summary>Takes the main part out of a rendered page and refuses what the members' area must not show.</summary>
/// <remarks>The browser has an allowlist of its own; this tells the maker of a theme before a member sees a page with holes.</remarks>
public static class FragmentCheck
{
    private static readonly HashSet<string> Forbidden = new(StringComparer.Ordinal)
    {
        "script", "style", "iframe", "object", "embed", "form", "link", "meta", "base", "frame", "frameset", "applet", "template", "portal",
    };

    /// <summary>The <c>main</c> element; empty if there is none.</summary>
    public static ReadOnlySpan<byte> MainOf(ReadOnlySpan<byte> html)
    {
        var start = html.IndexOf("<main"u8);
        var end = html.LastIndexOf("</main>"u8);
        return start < 0 || end < start ? [] : html[start..(end + "</main>".Length)];
    }

    /// <summary>Finds the first element or attribute that is not allowed; <see langword="null"/> if all is well.</summary>
    public static string? FindForbidden(ReadOnlySpan<byte> fragment)
    {
        if (fragment.IsEmpty)
        {
            return "kein Element „main“";
        }

        for (var i = 0; i < fragment.Length; i++)
        {
            var next = fragment[i..].IndexOf((byte)'<');
            if (next < 0)
            {
                return null;
            }

            i += next + 1;
            if (i < fragment.Length && char.IsAsciiLetter((char)fragment[i]) && FindInTag(fragment, ref i) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Reads a tag from its name to its end, as the HTML tokenizer does.</summary>
    private static string? FindInTag(ReadOnlySpan<byte> html, ref int i)
    {
        var name = NameAt(html, ref i);
        if (Forbidden.Contains(name))
        {
            return $"das Element „{name}“";
        }

        while (i < html.Length && html[i] != '>')
        {
            if (IsBlank(html[i]) || html[i] is (byte)'/' or (byte)'=')
            {
                i++;
                continue;
            }

            var attribute = NameAt(html, ref i);
            if (attribute is "style" or "srcdoc" || attribute.StartsWith("on", StringComparison.Ordinal))
            {
                return $"das Attribut „{attribute}“";
            }

            SkipValue(html, ref i);
        }

        return null;
    }

    private static string NameAt(ReadOnlySpan<byte> html, ref int i)
    {
        var start = i++;
        while (i < html.Length && !IsBlank(html[i]) && html[i] is not ((byte)'/' or (byte)'>' or (byte)'='))
        {
            i++;
        }

        return Encoding.UTF8.GetString(html[start..i]).ToLowerInvariant();
    }

    private static void SkipValue(ReadOnlySpan<byte> html, ref int i)
    {
        while (i < html.Length && IsBlank(html[i]))
        {
            i++;
        }

        if (i >= html.Length || html[i] != '=')
        {
            return;
        }

        for (i++; i < html.Length && IsBlank(html[i]); i++)
        {
        }

        if (i < html.Length && html[i] is (byte)'"' or (byte)'\'')
        {
            var length = html[(i + 1)..].IndexOf(html[i]);
            i = length < 0 ? html.Length : i + length + 2;
            return;
        }

        while (i < html.Length && !IsBlank(html[i]) && html[i] != '>')
        {
            i++;
        }
    }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r' or (byte)'\f';
}
