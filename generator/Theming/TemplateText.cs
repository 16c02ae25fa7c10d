using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;

namespace Fachinfo.Theming;

/// <summary>Fills what is fixed for a whole site into a template's text before it is compiled: words and addresses of assets.</summary>
/// <remarks>Doing it here costs nothing at render time and finds a missing word or asset at its line.</remarks>
internal static partial class TemplateText
{
    public static string Fill(SourcePath path, string text, ThemeWords words, ThemeAssets assets, string rootPath, ICollection<Diagnostic> findings) =>
        Fixed().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            if (match.Groups["kind"].Value == "asset")
            {
                if (assets.Find(name) is { } route)
                {
                    return rootPath + route.Path;
                }

                findings.Add(Codes.AssetMissing.At(Place(path, text, match.Index), name));
                return "";
            }

            if (words.Find(name) is { } word)
            {
                // Braces in a word would be read as template code.
                return HtmlTextEncoder.Encode(word).Replace("{", "&#123;", StringComparison.Ordinal);
            }

            findings.Add(Codes.StringMissing.At(Place(path, text, match.Index), name, words.Language));
            return "";
        });

    private static SourceLocation Place(SourcePath path, string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        return new SourceLocation(path, before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    [GeneratedRegex("""\{\{\s*(?<kind>t|asset)\s+"(?<name>[^"]+)"\s*\}\}""", RegexOptions.CultureInvariant)]
    private static partial Regex Fixed();
}

/// <summary>The words of the site's language, as the theme looks them up.</summary>
public sealed record ThemeWords(string Language, Func<string, string?> Find);
