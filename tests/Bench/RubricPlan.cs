using System.Text;

namespace Fachinfo.Bench;

/// <summary>About 40 rubrics in a tree of two levels, some used far more often than others.</summary>
internal static class RubricPlan
{
    private static readonly (string Top, string[] Children)[] Tree =
    [
        ("Recht, Personal, Organisation", ["Kommunalverfassung", "Bürgerschaftliches Engagement", "Tarifrecht", "Beamtenrecht", "Wahlen"]),
        ("Finanzen und Kommunalwirtschaft", ["Haushaltsrecht", "Steuern und Abgaben", "Finanzausgleich", "Vergabewesen", "Beteiligungen"]),
        ("Schule, Kultur, Sport", ["Schulträger", "Ganztag", "Bibliotheken", "Sportstätten"]),
        ("Jugend, Soziales, Gesundheit", ["Kindertagesbetreuung", "Jugendhilfe", "Pflege", "Sozialhilfe", "Integration"]),
        ("Städtebau und Bauwesen", ["Bauleitplanung", "Bauordnung", "Denkmalschutz", "Wohnungswesen"]),
        ("Umwelt, Abfall, Abwasser", ["Abfallwirtschaft", "Abwasser", "Immissionsschutz", "Klimaanpassung"]),
        ("Verkehr und Digitalisierung", ["Straßenrecht", "Nahverkehr", "Breitband", "Verwaltungsdigitalisierung"]),
    ];

    /// <summary>Display paths of the rubrics that notices use.</summary>
    private static readonly string[] Paths = [.. Tree.SelectMany(top => top.Children.Select(child => $"{top.Top} / {child}").Append(top.Top))];

    /// <summary>A rubric; the first ones come up several times as often as the last.</summary>
    public static string Pick(Chance chance) => Paths[Math.Min(chance.Below(Paths.Length), chance.Below(Paths.Length))];

    /// <summary>The text of <c>rubriken.yml</c>.</summary>
    public static string ToYaml()
    {
        var text = new StringBuilder();
        foreach (var (top, children) in Tree)
        {
            text.Append($"- title: {top}\n  description: Alles zu {top}.\n  children:\n");
            foreach (var child in children)
            {
                text.Append($"    - title: {child}\n      description: Mitteilungen zum Thema {child}.\n");
            }
        }

        return text.ToString();
    }
}
