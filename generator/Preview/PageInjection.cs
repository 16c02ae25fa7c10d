using System.Buffers;
using System.Net;
using System.Text;

namespace Fachinfo.Preview;

/// <summary>Adds the preview's own script to a page on its way to the browser, and the mark of what is not published yet. Built files never hold either.</summary>
internal static class PageInjection
{
    public const string Folder = "/__preview/";

    public static byte[] Inject(byte[] html, PageFingerprint fingerprint, int version, string mark)
    {
        var style = $"<link rel=\"stylesheet\" href=\"{Folder}mark.css\">";
        var script = $"<script src=\"{Folder}preview.js\" defer data-version=\"{version}\" data-page=\"{fingerprint.Page}\" data-frame=\"{fingerprint.Frame}\"></script>";
        var banner = mark.Length == 0 ? "" : $"<p class=\"fachinfo-vorschau-marke\" role=\"note\">{WebUtility.HtmlEncode(mark)}</p>";
        var withScript = Insert(html, "</head>"u8, before: true, style + script);
        return banner.Length == 0 ? withScript : Insert(withScript, "<main"u8, before: false, banner);
    }

    /// <summary>Puts a text before a tag, or behind it; at the end of a page that has no such tag.</summary>
    private static byte[] Insert(byte[] html, ReadOnlySpan<byte> tag, bool before, string text)
    {
        var place = html.AsSpan().IndexOf(tag);
        if (place < 0)
        {
            place = html.Length;
        }
        else if (!before)
        {
            place += html.AsSpan(place).IndexOf((byte)'>') + 1;
        }

        var result = new ArrayBufferWriter<byte>(html.Length + text.Length + 16);
        result.Write(html.AsSpan(0, place));
        Encoding.UTF8.GetBytes(text, result);
        result.Write(html.AsSpan(place));
        return result.WrittenSpan.ToArray();
    }
}
