using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;

namespace Fachinfo.Reading;

/// <summary>Tells which addresses may stand in content.</summary>
internal static partial class WebAddress
{
    private static readonly string[] Schemes = ["http:", "https:", "mailto:", "tel:"];

    public static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !text.Contains(' ', StringComparison.Ordinal);

    /// <summary>Tells whether addresses of pages can be put behind a text: it has no query and no fragment.</summary>
    public static bool IsBase(string text) => IsWeb(text) && text.IndexOfAny(['?', '#']) < 0 && ToAscii(text).All(char.IsAscii);

    /// <summary>Writes an address as headers, sitemaps and feeds need it (RFC 3986, RFC 5891): <c>https://www.städtebund.example/ä</c> becomes <c>https://www.xn--stdtebund-w2a.example/%C3%A4</c>.</summary>
    /// <returns>The text itself if it is plain, or no address.</returns>
    public static string ToAscii(string text)
    {
        if (text.All(char.IsAscii) || !Uri.TryCreate(UmlautComposition.Compose(text), UriKind.Absolute, out var uri))
        {
            return text;
        }

        var path = uri.PathAndQuery + uri.Fragment;
        return uri.GetLeftPart(UriPartial.Authority).Replace(uri.Host, uri.IdnHost, StringComparison.Ordinal) + (path == "/" && !text.EndsWith('/') ? "" : path);
    }

    /// <summary>Tells whether a link has a scheme, and one that is not allowed.</summary>
    public static bool HasForbiddenScheme(string target)
    {
        if (target.StartsWith("//", StringComparison.Ordinal))
        {
            return true;
        }

        // Browsers drop control characters and blanks before they look for a scheme, so they are dropped here too.
        var bare = string.Concat(target.Where(character => character > ' '));
        var colon = bare.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && bare.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0
            && !Schemes.Any(scheme => bare.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Writes letters for their bytes, as an address copied from a browser has them: <c>/%C3%BCber/</c> is <c>/über/</c>, as hosts and files call it.</summary>
    public static string WithLetters(string path) => UmlautComposition.Compose(EncodedLetters().Replace(path, match => Uri.UnescapeDataString(match.Value)));

    public static bool IsSitePath(string text) =>
        text.Length > 1
        && text[0] == '/'
        && !text.StartsWith("//", StringComparison.Ordinal)
        && !text.Contains("..", StringComparison.Ordinal)
        && !text.Contains("/.", StringComparison.Ordinal) // Hidden files of the output are ours, such as the list of all files.
        && text.All(character => character is > ' ' and not ('\\' or '<' or '>' or '"' or '#' or '*'));

    [GeneratedRegex("(?:%[89A-Fa-f][0-9A-Fa-f])+", RegexOptions.CultureInvariant)]
    private static partial Regex EncodedLetters();
}
