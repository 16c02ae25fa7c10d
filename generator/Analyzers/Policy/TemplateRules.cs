using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;

namespace Fachinfo.Analyzers.Policy;

/// <summary>What the markup of a template may not load or hold.</summary>
internal static partial class TemplateRules
{
    private const string Styles = "Geben Sie dem Element eine Klasse, und gestalten Sie sie in content/theme/variables.css.";
    private const string Scripts = "Legen Sie das Skript unter content/theme/assets/ ab, und binden Sie es mit „src“ ein.";

    public static IEnumerable<Breach> Find(string text, PolicyCheck check) =>
        Tag().Matches(Comments.BlankInTemplate(text)).SelectMany(tag => InTag(tag, tag.Groups["name"].Value.ToLowerInvariant(), check));

    private static IEnumerable<Breach> InTag(Match tag, string name, PolicyCheck check)
    {
        var attributes = Attribute().Matches(tag.Value)
            .Select(match => (Name: match.Groups["name"].Value.ToLowerInvariant(), Value: match.Groups["value"].Value.Trim(), At: tag.Index + match.Index, match.Length))
            .ToList();
        var (allows, advice) = name switch
        {
            "style" => ("keine Gestaltung im Text der Seite", Styles),
            "script" when attributes.All(one => one.Name != "src" && (one.Name != "type" || one.Value != "application/ld+json")) => ("kein Skript im Text der Seite", Scripts),
            "iframe" or "frame" or "object" or "embed" => ("keine eingebetteten Seiten und Objekte", "Verlinken Sie die Seite."),
            "base" => ("kein „base“", "Schreiben Sie die Adressen aus."),
            _ => ("", ""),
        };
        if (allows.Length > 0)
        {
            yield return new Breach(tag.Index, tag.Length, Codes.BlockedByPolicy, allows, advice);
        }

        foreach (var (attribute, value, at, length) in attributes)
        {
            if (attribute == "style")
            {
                yield return new Breach(at, length, Codes.BlockedByPolicy, "keine Gestaltung im Text der Seite", Styles);
            }
            else if (attribute.StartsWith("on", StringComparison.Ordinal))
            {
                yield return new Breach(at, length, Codes.BlockedByPolicy, "kein Skript im Text der Seite", Scripts);
            }
            else if (Loads(name, attribute, attributes.Find(one => one.Name == "rel").Value ?? "") && check.IsForeign(value))
            {
                yield return new Breach(at, length, Codes.ForeignRequest);
            }
            else if (attribute is "src" && value.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                yield return new Breach(at, length, Codes.BlockedByPolicy, "keine Bilder als data:-Adresse", "Legen Sie das Bild als Datei unter content/theme/assets/ ab.");
            }
            else if (name == "form" && attribute == "action" && check.IsForeign(value) && !(check.FormTarget.Length > 0 && value.StartsWith(check.FormTarget, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new Breach(at, length, Codes.BlockedByPolicy, "keine Formulare an fremde Server", "Verlinken Sie die Seite mit dem Formular.");
            }
        }
    }

    private static bool Loads(string element, string attribute, string relation) => attribute switch
    {
        "src" or "srcset" or "poster" or "data" or "background" => true,
        "href" or "xlink:href" => element is "image" or "use" || (element == "link" && LoadingRelation().IsMatch(relation)),
        _ => false,
    };

    [GeneratedRegex("""<(?<name>[A-Za-z][\w-]*)(?>\{\{[^}]*\}\}|"[^"]*"|'[^']*'|[^>"'{]|\{)*>?""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<=[\s"'])(?<name>[A-Za-z][\w:-]*)\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+))""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\b(stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LoadingRelation();
}
