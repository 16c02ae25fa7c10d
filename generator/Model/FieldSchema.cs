using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fachinfo.Model.Council;

namespace Fachinfo.Model;

/// <summary>JSON Schema 2020-12 of each kind of file, made from the table that the reader uses, so that editors complete and check while one types.</summary>
/// <remarks>
/// The reader ignores the case of keys; a schema cannot say that but by patterns. So the German key and the key of the table
/// are named, with their descriptions, and every other spelling matches a pattern. A schema finds wrong names and shapes;
/// whether a date exists or a rubric is known, only the program tells.
/// </remarks>
public static class FieldSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets the kinds of files by the name of their schema: what they are, their table, and whether the file is a list.</summary>
    public static readonly IReadOnlyList<(string Name, string Title, FieldTable Table, bool IsList)> Kinds =
    [
        ("mitteilung", "Kopf einer Mitteilung", Fields.Notice, false),
        ("seite", "Kopf einer Seite unter seiten/", Fields.Page, false),
        ("rubriktext", "Kopf eines Rubriktextes unter fachinformationen/", Fields.Introduction, false),
        ("site", "site.yml", Fields.Site, false),
        ("rubriken", "rubriken.yml", Fields.RubricEntry, true),
        ("mitglieder", "mitglieder.yml", Fields.Roster, false),
        ("kommune", "kommune.yml einer Kommune im Ratsarchiv", CouncilFields.Body, false),
        ("gremien", "gremien.yml einer Kommune im Ratsarchiv", CouncilFields.OrganizationTable, true),
        ("personen", "personen.yml einer Kommune im Ratsarchiv", CouncilFields.Person, true),
        ("vorlage", "Kopf einer Vorlage im Ratsarchiv", CouncilFields.Paper, false),
        ("sitzung", "Kopf einer Sitzung im Ratsarchiv", CouncilFields.MeetingTable, false),
    ];

    /// <summary>The schema of a kind as text; <see langword="null"/> if there is no such kind.</summary>
    public static string? Write(string name)
    {
        var (_, title, table, isList) = Kinds.FirstOrDefault(kind => kind.Name == name);
        if (table is null)
        {
            return null;
        }

        var tables = new List<FieldTable>();
        var root = Reference(table, tables);
        var definitions = new JsonObject();
        for (var i = 0; i < tables.Count; i++)
        {
            definitions.Add(NameOf(i), OfTable(tables[i], tables));
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = title,
            ["anyOf"] = isList ? new JsonArray(ListOf(root)) : new JsonArray(root),
            ["$defs"] = definitions,
        }.ToJsonString(Indented) + "\n";
    }

    private static string NameOf(int place) => "angaben" + place.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A reference to a table, which is noted for the definitions; a rubric holds rubrics, so tables cannot simply be nested.</summary>
    private static JsonObject Reference(FieldTable table, List<FieldTable> tables)
    {
        if (!tables.Contains(table))
        {
            tables.Add(table);
        }

        return new JsonObject { ["$ref"] = "#/$defs/" + NameOf(tables.IndexOf(table)) };
    }

    private static JsonObject OfTable(FieldTable table, List<FieldTable> tables)
    {
        var (named, patterns, required) = (new JsonObject(), new JsonObject(), new JsonArray());
        foreach (var field in table.All)
        {
            named[field.German] = OfField(field, tables);
            named[field.Key] = OfField(field, tables);
            patterns[PatternOf(field)] = OfField(field, tables);
            if (field.IsRequired)
            {
                required.Add(new JsonObject { ["anyOf"] = new JsonArray([.. SpellingsOf(field).Select(name => new JsonObject { ["required"] = new JsonArray(name) })]) });
            }
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = named, ["patternProperties"] = patterns, ["additionalProperties"] = false };
        if (required.Count > 0)
        {
            schema["allOf"] = required;
        }

        return schema;
    }

    /// <summary>Every spelling in small letters, with a capital at its start, and without umlauts.</summary>
    private static IEnumerable<string> SpellingsOf(Field field) => field.Synonyms.Prepend(field.Key).Prepend(field.German)
        .SelectMany(name => new[] { name, name.ToLowerInvariant(), char.ToUpperInvariant(name[0]) + name[1..], Slug.Of(name) })
        .Distinct();

    /// <summary>What <see cref="FieldTable.Find"/> finds: all spellings in any case, with a point at the end or without, with two letters for an umlaut, and with or without blanks and hyphens.</summary>
    private static string PatternOf(Field field) =>
        "^(" + string.Join('|', field.Synonyms.Prepend(field.Key).Prepend(field.German).Select(name => name.TrimEnd('.')).Distinct().Select(AnySpelling)) + ")\\.?$";

    private static string AnySpelling(string name) => string.Concat(name.Select((character, i) => character switch
    {
        ' ' or '_' or '-' => "[-_ ]?",
        'ä' or 'ö' or 'ü' or 'ß' => $"({AnyCase(character)}|{string.Concat(Slug.Of(character.ToString()).Select(AnyCase))})",
        _ when i > 0 && char.IsUpper(character) && char.IsLower(name[i - 1]) => "[-_ ]?" + AnyCase(character),
        _ => AnyCase(character),
    }));

    private static string AnyCase(char character) => char.IsLetter(character)
        ? $"[{char.ToLowerInvariant(character)}{char.ToUpperInvariant(character)}]"
        : char.IsAsciiDigit(character) ? character.ToString() : "\\" + character;

    private static JsonObject OfField(Field field, List<FieldTable> tables)
    {
        var schema = OfShape(field, tables);
        schema["description"] = field.Description + " Beispiel: " + field.Example;
        return schema;
    }

    private static JsonObject OfShape(Field field, List<FieldTable> tables)
    {
        if (FieldNesting.TableOf(field) is { } table)
        {
            return Nested(field, table, tables);
        }

        return field.Shape switch
        {
            FieldShape.TextList => AnyOf(Scalar(), ListOf(Scalar())),
            FieldShape.Switch => AnyOf(new JsonObject { ["type"] = "boolean" }, OneOf(Fields.SwitchValues)),
            FieldShape.Choice when field == Fields.Access => AnyOf(OneOf(field.Choices), new JsonObject { ["type"] = "string" }),
            FieldShape.Choice => OneOf(field.Choices),
            FieldShape.Integer => new JsonObject { ["type"] = "integer" },
            FieldShape.Number => new JsonObject { ["type"] = new JsonArray("integer", "string"), ["pattern"] = "^ *[0-9]+( */ *[0-9]{4})? *$" },
            _ => Scalar(),
        };
    }

    private static JsonObject Nested(Field field, FieldTable table, List<FieldTable> tables)
    {
        var entry = FieldNesting.MayBeText(field) ? AnyOf(Reference(table, tables), Scalar()) : Reference(table, tables);
        return field.Shape is FieldShape.Contact or FieldShape.Withdrawal or FieldShape.Map ? AnyOf(entry) : AnyOf(entry, ListOf(entry.DeepClone()));
    }

    private static JsonObject AnyOf(params JsonNode[] schemas) => new() { ["anyOf"] = new JsonArray(schemas) };

    private static JsonObject ListOf(JsonNode item) => new() { ["type"] = "array", ["items"] = item };

    /// <summary>What the reader takes for a text: YAML may see a number or a truth value in it.</summary>
    private static JsonObject Scalar() => new() { ["type"] = new JsonArray("string", "number", "boolean", "null") };

    private static JsonObject OneOf(IEnumerable<Choice> choices) => new()
    {
        ["enum"] = new JsonArray([.. choices.SelectMany(choice => choice.Synonyms.Append(choice.Value)).Select(value => (JsonNode)value)]),
    };
}
