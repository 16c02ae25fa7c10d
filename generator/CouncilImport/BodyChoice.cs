using System.Collections.Immutable;
using Fachinfo.Model;

namespace Fachinfo.CouncilImport;

/// <summary>Finds the municipality that a call means, among those of a server.</summary>
internal sealed class BodyChoice(FieldValues values)
{
    private static readonly string[] Kinds =
        ["stadt", "gemeinde", "kreis", "landkreis", "markt", "hansestadt", "kreisstadt", "landeshauptstadt", "samtgemeinde", "verbandsgemeinde", "amt", "klingenstadt"];

    /// <summary>Chooses by slug, name or id; without a wish there must be one only.</summary>
    /// <returns>The body, or a German sentence why there is none.</returns>
    public (OParlObject? Body, string? Problem) Choose(IReadOnlyList<OParlObject> bodies, string? wish)
    {
        if (bodies.Count == 0)
        {
            return (null, "Es wurde keine Kommune (OParl: Body) gefunden.");
        }

        if (wish is null)
        {
            return bodies.Count == 1 ? (bodies[0], null) : (null, $"Es gibt {GermanText.Number(bodies.Count)} Kommunen. Wählen Sie eine mit --body: {Names(bodies)}.");
        }

        var exact = bodies.Where(body => body.Id == wish).ToImmutableArray();
        var found = exact.Length > 0 ? exact : [.. bodies.Where(body => NamesOf(body).Any(name => Fold(name) == Fold(wish)))];
        return found.Length == 1
            ? (found[0], null)
            : (null, found.Length == 0 ? $"Eine Kommune „{wish}“ gibt es nicht. Vorhanden: {Names(bodies)}." : $"„{wish}“ passt auf mehrere Kommunen. Nennen Sie die Kennung: {string.Join(", ", found.Select(body => ImportReport.Printable(body.Id)))}.");
    }

    /// <summary>The name without case, umlauts and the kind of municipality: all of <c>Stadt Jülich</c>, <c>juelich</c>, <c>JULICH</c> are the same.</summary>
    internal static string Fold(string name)
    {
        var words = Slug.Of(name).Split('-').Where(word => !Kinds.Contains(word, StringComparer.Ordinal)).ToList();
        var plain = words.Count == 0 ? Slug.Of(name) : string.Join('-', words);
        return plain.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);
    }

    /// <summary>The name for the folder: <c>juelich</c>.</summary>
    public string SlugOf(OParlObject body)
    {
        var name = values.Line(body, "shortName") ?? values.Line(body, "name") ?? "";
        var words = Slug.Of(name).Split('-').Where(word => !Kinds.Contains(word, StringComparer.Ordinal)).ToList();
        return PathBook.Name(string.Join('-', words), body.Id);
    }

    private IEnumerable<string> NamesOf(OParlObject body)
    {
        var id = body.Id.TrimEnd('/');
        return new[] { values.Line(body, "name"), values.Line(body, "shortName"), id[(id.LastIndexOf('/') + 1)..] }.OfType<string>();
    }

    private string Names(IEnumerable<OParlObject> bodies) =>
        string.Join(", ", bodies.Select(body => "„" + ImportReport.Printable(values.Line(body, "name") ?? body.Id) + "“").Order(StringComparer.Ordinal).Take(20));
}
