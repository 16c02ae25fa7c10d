using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;

namespace Fachinfo.Analyzers.Policy;

/// <summary>What a style sheet may not load.</summary>
internal static partial class StyleSheetRules
{
    /// <param name="folder">Where the style sheet lies below <c>assets/</c>; empty where its files get other names.</param>
    public static IEnumerable<Breach> Find(string text, PolicyCheck check, string folder)
    {
        var code = Comments.BlankInStyleSheet(text);
        foreach (Match font in FontFace().Matches(code))
        {
            yield return new Breach(font.Index, font.Length, Codes.BlockedByPolicy, "keine nachgeladenen Schriften", "Verwenden Sie Schriften, die auf den Geräten sind, zum Beispiel font-family: system-ui.");
        }

        foreach (Match load in Load().Matches(code))
        {
            var address = load.Groups["address"].Value.Trim();
            if (check.IsForeign(address))
            {
                yield return new Breach(load.Index, load.Length, Codes.ForeignRequest);
            }
            else if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                yield return new Breach(load.Index, load.Length, Codes.BlockedByPolicy, "keine Bilder als data:-Adresse", "Legen Sie das Bild als Datei neben das Style Sheet in einen Ordner unter assets/.");
            }
            else if (IsBesides(address) && (folder.Length == 0 || !check.HasAsset(folder + address.Split('?', '#')[0])))
            {
                yield return new Breach(load.Index, load.Length, Codes.AssetAddressChanges);
            }
        }
    }

    /// <summary>A path that stays in the folder of the style sheet: no part of the page, no path from the root or above.</summary>
    private static bool IsBesides(string address) =>
        address.Length > 0 && address[0] is not ('#' or '/' or '.') && !address.Contains(':', StringComparison.Ordinal);

    [GeneratedRegex(@"@font-face\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FontFace();

    [GeneratedRegex("""(@import\s*)?url\(\s*("(?<address>[^"]*)"|'(?<address>[^']*)'|(?<address>[^)"']*))\s*\)?|@import\s*("(?<address>[^"]*)"|'(?<address>[^']*)')""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Load();
}
