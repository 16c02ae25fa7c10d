using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Reads <c>rubriken.yml</c>: a list of rubrics with their children.</summary>
public static class RubricTreeReader
{
    private static readonly Field Root = Fields.RubricChildren;

    public static Parsed<RubricTreeContent> Read(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var findings = new List<Diagnostic>();
        if (SourceText.Decode(path, bytes.Span, findings) is not { } text || YamlReader.Read(path, text, 0, findings) is not { } node)
        {
            return new Parsed<RubricTreeContent>(null, [.. findings], []);
        }

        // The file is a list, or a map with the list under „rubriken“.
        var list = node is YamlMap map && map.Entries.Count == 1 && Fields.RubricEntry.Find(map.Entries[0].Key.Value) == Root ? map.Entries[0].Value : node;
        if (list is YamlScalar { IsEmpty: true })
        {
            return new Parsed<RubricTreeContent>(new RubricTreeContent([]), [.. findings], []);
        }

        if (list is not YamlSequence)
        {
            findings.Add(Codes.YamlSyntax.At(new SourceLocation(path, list.Line, list.Column), "erwartet wird eine Liste von Rubriken, jede mit „- title: …“"));
            return new Parsed<RubricTreeContent>(null, [.. findings], []);
        }

        var entry = new YamlEntry(new YamlScalar(Root.Key, false, list.Line, list.Column), list);
        var fields = new FieldReader(path, new YamlMap([entry], list.Line, list.Column), new FieldTable(Root), findings);
        return new Parsed<RubricTreeContent>(new RubricTreeContent(ReadLevel(path, fields, [], [], findings)), [.. findings], []);
    }

    private static ImmutableArray<Rubric> ReadLevel(
        SourcePath path, FieldReader parent, ImmutableArray<string> slugs, ImmutableArray<string> titles, List<Diagnostic> findings)
    {
        var rubrics = ImmutableArray.CreateBuilder<Rubric>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var fields in parent.MapList(Fields.RubricChildren, Fields.RubricEntry, Fields.Title))
        {
            if (fields.RequireText(Fields.Title) is not { } title)
            {
                continue;
            }

            var slug = fields.Text(Fields.RubricSlug) ?? title with { Value = Slug.Of(title.Value) };
            if (!Addresses.IsRubricSlug(slug.Value))
            {
                findings.Add(Codes.InvalidRubricSlug.At(slug.In(path), slug.Value));
                continue;
            }

            if (!lines.TryAdd(slug.Value, slug.Line))
            {
                findings.Add(Codes.DuplicateRubric.At(slug.In(path), title.Value, lines[slug.Value].ToString(CultureInfo.InvariantCulture)));
                continue;
            }

            var (ownSlugs, ownTitles) = (slugs.Add(slug.Value), titles.Add(title.Value));
            rubrics.Add(new Rubric(
                ownSlugs,
                ownTitles,
                [.. fields.TextValues(Fields.Aliases)],
                fields.TextValue(Fields.RubricDescription) ?? "",
                ReadLevel(path, fields, ownSlugs, ownTitles, findings)));
        }

        return rubrics.ToImmutable();
    }
}
