using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Fachinfo.Model;

namespace Fachinfo.CouncilImport;

/// <summary>Writes front matter: a list of keys with one line or one nested list each. Every text of a server is quoted unless it is plain beyond doubt.</summary>
internal sealed class YamlText
{
    private static readonly string[] Words = ["true", "false", "null", "yes", "no", "on", "off", "ja", "nein", "y", "n"];

    private readonly List<Block> blocks = [];

    public ImmutableArray<Block> Blocks => [.. blocks];

    public YamlText Text(Field field, string? value) => value is null ? this : Add(field, $"{field.German}: {Scalar(value)}\n");

    /// <summary>Writes a word of ours: a choice, a file name, an address part.</summary>
    public YamlText Word(Field field, string? value) => Text(field, value);

    public YamlText Number(Field field, long? value) => value is { } number ? Add(field, $"{field.German}: {number.ToString(CultureInfo.InvariantCulture)}\n") : this;

    public YamlText Day(Field field, DateOnly? value) => value is { } day ? Add(field, $"{field.German}: {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n") : this;

    public YamlText Time(Field field, DateTime? value) => value is { } time
        ? Add(field, $"{field.German}: {time.ToString(time.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)}\n")
        : this;

    public YamlText Switch(Field field, bool value) => value ? Add(field, $"{field.German}: ja\n") : this;

    public YamlText Choice(Field field, bool? value) => value is { } known ? Add(field, $"{field.German}: {(known ? "ja" : "nein")}\n") : this;

    public YamlText List(Field field, IReadOnlyCollection<string> values) =>
        values.Count == 0 ? this : Add(field, $"{field.German}: [{string.Join(", ", values.Select(Scalar))}]\n");

    public YamlText Map(Field field, YamlText? map) =>
        map is null || map.blocks.Count == 0 ? this : Add(field, $"{field.German}:\n{Indent(map.Joined(), "  ", "  ")}");

    public YamlText Maps(Field field, IReadOnlyCollection<YamlText> maps) => Raw(field, [.. maps.Select(map => map.Item())]);

    /// <summary>Writes a list of which some items stood in the file already.</summary>
    public YamlText Raw(Field field, IReadOnlyCollection<string> items) => items.Count == 0 ? this : Add(field, $"{field.German}:\n{string.Concat(items)}");

    /// <summary>The map as an item of a nested list.</summary>
    public string Item() => Indent(Joined(), "  - ", "    ");

    /// <summary>The map as an item of a list that is the whole file.</summary>
    public string TopItem() => Indent(Joined(), "- ", "  ");

    public string Joined() => string.Concat(blocks.Select(block => block.Text));

    /// <summary>A text as YAML: bare if no parser could read anything else into it, else in double quotes with escapes.</summary>
    public static string Scalar(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var quoted = new StringBuilder(text.Length + 8).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' or '\u00A0' or '\u0085' =>
                    quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string text) =>
        text.Length is > 0 and < 200
        && char.IsLetter(text[0])
        && text[^1] != ' '
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '.' or '-' or '(' or ')' or '/' || "ÄÖÜäöüßé".Contains(character, StringComparison.Ordinal))
        && !Words.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string Indent(string text, string first, string others)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        return string.Concat(lines.Select((line, index) => (index == 0 ? first : others) + line + "\n"));
    }

    private YamlText Add(Field field, string text)
    {
        blocks.Add(new Block(field.German, text));
        return this;
    }
}
