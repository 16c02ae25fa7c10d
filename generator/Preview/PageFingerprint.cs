using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Fachinfo.Preview;

/// <summary>What the browser compares to know whether its page is still the one that would be served.</summary>
/// <param name="Page">Hash of the whole page.</param>
/// <param name="Frame">Hash of the page without the addresses of its style sheets: if only those differ, they are swapped and the page stays.</param>
/// <param name="StyleSheets">Their addresses, in order.</param>
internal sealed partial record PageFingerprint(string Page, string Frame, IReadOnlyList<string> StyleSheets)
{
    /// <param name="mark">What the preview says above the page; a page that becomes a draft may be the same but for that.</param>
    public static PageFingerprint Of(int status, byte[] html, string mark = "")
    {
        var text = Encoding.UTF8.GetString(html);
        var styleSheets = new List<string>();
        var frame = StyleSheetLink().Replace(text, link =>
        {
            styleSheets.Add(System.Net.WebUtility.HtmlDecode(Href().Match(link.Value).Groups["address"].Value));
            return "";
        });
        return new PageFingerprint(Hash(status, mark + text), Hash(status, mark + frame), styleSheets);
    }

    private static string Hash(int status, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(status + text)).AsSpan(0, 12));

    [GeneratedRegex("<link\\b[^>]*\\brel=[\"']?stylesheet\\b[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex StyleSheetLink();

    [GeneratedRegex("\\bhref=[\"'](?<address>[^\"']*)[\"']", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Href();
}
