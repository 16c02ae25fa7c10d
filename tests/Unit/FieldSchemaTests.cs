using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Reading;

namespace Fachinfo.Tests;

/// <summary>The schemas for editors say what the reader says: they are made from the same tables.</summary>
public class FieldSchemaTests
{
    public static TheoryData<string> Names => [.. FieldSchema.Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_of_the_table_is_known_in_every_spelling(string name)
    {
        using var schema = Schema(name);
        var kind = FieldSchema.Kinds.Single(kind => kind.Name == name);
        var table = schema.RootElement.GetProperty("$defs").GetProperty("angaben0");
        Expect.Nothing(kind.Table.All
            .SelectMany(field => field.Synonyms.Append(field.Key).Append(field.German).SelectMany(spelling => new[] { spelling, spelling.ToUpperInvariant(), spelling.TrimEnd('.') + ".", Slug.Of(spelling), spelling.Replace(' ', '_'), Slug.Of(spelling).Replace("-", "", StringComparison.Ordinal) }))
            .Where(spelling => SchemaOf(table, spelling) is null));
        Assert.Null(SchemaOf(table, "gibtsnicht"));
    }

    [Theory]
    [InlineData("geaendert")]
    [InlineData("file-reference")]
    [InlineData("siehe_auch")]
    public void Spellings_that_the_reader_takes_are_known(string spelling)
    {
        Assert.NotNull(Fields.Notice.Find(spelling));
        using var schema = Schema("mitteilung");
        Assert.NotNull(SchemaOf(schema.RootElement.GetProperty("$defs").GetProperty("angaben0"), spelling));
    }

    [Fact]
    public void Every_field_that_holds_fields_has_its_table()
    {
        var all = typeof(Fields).GetFields().Concat(typeof(CouncilFields).GetFields()).Where(field => field.FieldType == typeof(Field)).Select(field => (field.Name, Field: (Field)field.GetValue(null)!));
        Expect.Nothing(all
            .Where(one => one.Field.Shape is FieldShape.Map or FieldShape.MapList or FieldShape.Downloads or FieldShape.Deadlines or FieldShape.Contact or FieldShape.Withdrawal && FieldNesting.TableOf(one.Field) is null)
            .Select(one => one.Name));
    }

    /// <summary>What builds without a finding must not be underlined in an editor.</summary>
    [Fact]
    public void Content_of_the_example_site_is_valid()
    {
        var content = Repository.PathOf("content");
        var files = Directory.EnumerateFiles(content, "*.*", SearchOption.AllDirectories).Select(file => (File: file, Name: NameFor(Path.GetRelativePath(content, file)))).Where(one => one.Name is not null).ToList();
        Assert.True(files.Count > 50 && files.Select(one => one.Name).Distinct().Count() > 6, $"{files.Count} files");
        Expect.Nothing(files.SelectMany(one => Problems(one.Name!, File.ReadAllText(one.File)).Select(problem => $"{Path.GetRelativePath(content, one.File)}: {problem}")));
    }

    [Theory]
    [InlineData("zurückgezogen: 01.05.2024")]
    [InlineData("zurückgezogen: {datum: 01.05.2024}")]
    public void What_the_reader_takes_is_valid(string line) =>
        Assert.Empty(Problems("mitteilung", $"---\ntitel: A\nnummer: 1\ndatum: 2024-01-01\nrubrik: Recht\n{line}\n---\n"));

    [Theory]
    [InlineData("farbe: rot", "farbe")]
    [InlineData("frist: {tag: 2024-01-01}", "frist")]
    [InlineData("anlagen: [{titel: {a: b}}]", "anlagen")]
    [InlineData("entwurf: vielleicht", "entwurf")]
    [InlineData("nummer: eins", "nummer")]
    public void Mistakes_are_found(string line, string field)
    {
        var head = "titel: A\nnummer: 1\ndatum: 2024-01-01\nrubrik: Recht\n";
        Assert.Empty(Problems("mitteilung", $"---\n{head}---\n"));
        head = field == "nummer" ? head.Replace("nummer: 1\n", "", StringComparison.Ordinal) : head;
        Assert.Contains(Problems("mitteilung", $"---\n{head}{line}\n---\n"), problem => problem.Contains(field, StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_fields_are_found() => Assert.NotEmpty(Problems("mitteilung", "---\ntitel: A\n---\n"));

    [Fact]
    public void Command_prints_and_writes_schemas()
    {
        using var project = new ProjectFolder();
        Assert.Contains("mitteilung\t", project.Run("inspect", "schema").RequireGood().Output, StringComparison.Ordinal);
        using var schema = JsonDocument.Parse(project.Run("inspect", "schema", "site").RequireGood().Output);
        Assert.Equal("site.yml", schema.RootElement.GetProperty("title").GetString());
        Assert.Contains("Meinten Sie „mitteilung“?", project.Run("inspect", "schema", "mitteilun").Error, StringComparison.Ordinal);
        project.Run("inspect", "schema", "--out", project.PathOf("schemas")).RequireGood();
        Assert.Equal(FieldSchema.Kinds.Count, Directory.GetFiles(project.PathOf("schemas"), "*.json").Length);
    }

    private static JsonDocument Schema(string name) => JsonDocument.Parse(FieldSchema.Write(name)!);

    private static string? NameFor(string path) => path.Replace('\\', '/').Split('/') switch
    {
        ["site.yml"] => "site",
        ["rubriken.yml"] => "rubriken",
        ["mitglieder.yml"] => "mitglieder",
        ["ratsarchiv", _, var file] when file.EndsWith(".yml", StringComparison.Ordinal) => Path.GetFileNameWithoutExtension(file),
        ["ratsarchiv", _, "vorlagen", .., var file] when file.EndsWith(".md", StringComparison.Ordinal) => "vorlage",
        ["ratsarchiv", _, "sitzungen", .., var file] when file.EndsWith(".md", StringComparison.Ordinal) => "sitzung",
        ["seiten", .., var file] when file.EndsWith(".md", StringComparison.Ordinal) => "seite",
        ["fachinformationen", .., "index.md"] => "rubriktext",
        ["mitteilungen" or "schnellbriefe", .., var file] when file.EndsWith(".md", StringComparison.Ordinal) => "mitteilung",
        _ => null,
    };

    private static IEnumerable<string> Problems(string name, string text)
    {
        var yaml = text.StartsWith("---", StringComparison.Ordinal) ? text.ReplaceLineEndings("\n").Split("\n---\n")[0]["---\n".Length..] : text;
        var node = YamlReader.Read(new SourcePath("a.yml"), yaml, 0, new List<Diagnostic>())!;
        using var schema = Schema(name);
        return [.. Check(schema.RootElement, schema.RootElement, node, name)];
    }

    /// <summary>The part of JSON Schema that ours use.</summary>
    private static IEnumerable<string> Check(JsonElement root, JsonElement schema, YamlNode node, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Check(root, root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), node, at);
        }

        if (schema.TryGetProperty("anyOf", out var any))
        {
            var all = any.EnumerateArray().Select(one => Check(root, one, node, at).ToList()).ToList();
            return all.Exists(problems => problems.Count == 0) ? [] : all.MinBy(problems => problems.Count)!;
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            return node is YamlScalar scalar && values.EnumerateArray().Any(value => string.Equals(value.GetString(), scalar.Value, StringComparison.OrdinalIgnoreCase)) ? [] : [$"{at} is none of the values"];
        }

        return node switch
        {
            YamlMap map when Is(schema, "object") => CheckMap(root, schema, map, at),
            YamlSequence list when Is(schema, "array") => list.Items.SelectMany((item, i) => Check(root, schema.GetProperty("items"), item, $"{at}[{i}]")),
            YamlScalar scalar when Types(schema).Any(type => Fits(type, scalar)) && Matches(schema, scalar) => [],
            _ => [$"{at} has the wrong shape"],
        };
    }

    private static IEnumerable<string> CheckMap(JsonElement root, JsonElement schema, YamlMap map, string at)
    {
        var keys = map.Entries.Select(entry => entry.Key.Value).ToHashSet();
        var missing = schema.TryGetProperty("allOf", out var all)
            ? all.EnumerateArray().Where(group => !group.GetProperty("anyOf").EnumerateArray().Any(one => keys.Contains(one.GetProperty("required")[0].GetString()!))).Select(group => $"{at} misses {group}")
            : [];
        return missing.Concat(map.Entries.SelectMany(entry => SchemaOf(schema, entry.Key.Value) is { } known
            ? Check(root, known, entry.Value, $"{at}.{entry.Key.Value}")
            : [$"{at}.{entry.Key.Value} is unknown"]));
    }

    private static JsonElement? SchemaOf(JsonElement table, string key)
    {
        if (table.GetProperty("properties").TryGetProperty(key, out var named))
        {
            return named;
        }

        var pattern = table.GetProperty("patternProperties").EnumerateObject().Where(one => Regex.IsMatch(key, one.Name)).Select(one => (JsonElement?)one.Value).FirstOrDefault();
        return pattern;
    }

    private static bool Is(JsonElement schema, string type) => Types(schema).Contains(type);

    private static IEnumerable<string> Types(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Fits(string type, YamlScalar scalar) => type switch
    {
        "string" => true,
        "integer" => long.TryParse(scalar.Value, CultureInfo.InvariantCulture, out _),
        "number" => double.TryParse(scalar.Value, CultureInfo.InvariantCulture, out _),
        "boolean" => scalar.Value is "true" or "false",
        "null" => scalar.IsEmpty,
        _ => false,
    };

    private static bool Matches(JsonElement schema, YamlScalar scalar) =>
        !schema.TryGetProperty("pattern", out var pattern) || long.TryParse(scalar.Value, CultureInfo.InvariantCulture, out _) || Regex.IsMatch(scalar.Value, pattern.GetString()!);
}
