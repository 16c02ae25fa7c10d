using Fachinfo.Diagnostics;

namespace Fachinfo.Analyzers.Policy;

/// <summary>What a site may load: nothing from another host, and nothing that the Content-Security-Policy of its pages blocks.</summary>
/// <remarks>
/// A browser blocks such things without a word to the visitor, so that a font or script is just not there; a host that sends no headers
/// lets them through, to another host. The rules read texts, not meanings: what a script puts together at run time is not seen.
/// </remarks>
/// <param name="Origin">Scheme, host and port of the site itself.</param>
/// <param name="FormTarget">Where forms may go besides, as in the policy; empty for nowhere.</param>
/// <param name="HasAsset">Tells whether there is a file by its name below <c>assets/</c>.</param>
public sealed record PolicyCheck(string Origin, string FormTarget, Func<string, bool> HasAsset)
{
    private const string AssetFolder = "theme/assets/";
    private const int LongestExcerpt = 80;

    /// <summary>Tells whether there are rules for a file.</summary>
    public static bool Applies(SourcePath path) => path.Extension is ".css" or ".js" or ".mjs" or ".hbs";

    /// <summary>Finds what would be blocked, or would call another host, in a style sheet, script or template.</summary>
    public IEnumerable<Diagnostic> Run(SourcePath path, string text)
    {
        var breaches = path.Extension switch
        {
            ".css" => StyleSheetRules.Find(text, this, FolderOf(path)),
            ".hbs" => TemplateRules.Find(text, this),
            _ => ScriptRules.Find(text, this),
        };
        return breaches.OrderBy(breach => breach.Offset).Select(breach => breach.Code.At(
            Place(path, text, breach.Offset),
            [Excerpt(text.Substring(breach.Offset, breach.Length)), .. breach.Values]));
    }

    /// <summary>Tells whether an address is one of another host.</summary>
    internal bool IsForeign(string address)
    {
        var absolute = address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;
        return Uri.TryCreate(absolute, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" or "ws" or "wss"
            && !string.Equals(uri.Authority, new Uri(Origin).Authority, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The folder below <c>assets/</c> whose files keep their names, with a slash at the end; empty for files that get another.</summary>
    private static string FolderOf(SourcePath path)
    {
        var at = path.Value.IndexOf(AssetFolder, StringComparison.Ordinal);
        return at < 0 ? "" : path.Value[(at + AssetFolder.Length)..(path.Value.LastIndexOf('/') + 1)];
    }

    private static SourceLocation Place(SourcePath path, string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        return new SourceLocation(path, before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    private static string Excerpt(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestExcerpt ? line : line[..LongestExcerpt] + "…";
    }
}

/// <summary>A piece of a file that breaks a rule.</summary>
/// <param name="Values">What the message says besides the piece itself.</param>
internal sealed record Breach(int Offset, int Length, DiagnosticCode Code, params object[] Values);
