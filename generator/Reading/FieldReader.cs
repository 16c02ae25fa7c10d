using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Reads typed values out of a map by its table of fields; every problem becomes a finding at the value.</summary>
internal sealed class FieldReader
{
    private readonly SourcePath path;
    private readonly YamlMap map;
    private readonly ICollection<Diagnostic> findings;
    private readonly Dictionary<Field, YamlNode> values = [];
    private readonly Field? outer;

    /// <summary>Takes a map.</summary>
    /// <param name="outer">The field that the editor wrote, where the map stands for a plain text: <c>frist: 01.03.2024</c>.</param>
    public FieldReader(SourcePath path, YamlMap map, FieldTable table, ICollection<Diagnostic> findings, Field? outer = null)
    {
        this.outer = outer;
        this.path = path;
        this.map = map;
        this.findings = findings;
        var lines = new Dictionary<Field, int>();
        foreach (var (key, value) in map.Entries)
        {
            if (table.Find(key.Value) is not { } field)
            {
                findings.Add(Codes.UnknownKey.At(PlaceAt(key), key.Value, table.Suggest(key.Value)));
            }
            else if (!lines.TryAdd(field, key.Line))
            {
                findings.Add(Codes.DuplicateKey.At(PlaceAt(key), key.Value, lines[field].ToString(CultureInfo.InvariantCulture)));
            }
            else if (value is not YamlScalar { IsEmpty: true })
            {
                values.Add(field, value);
            }
            else if (field.German != "az")
            {
                // An empty file reference is legal; any other field without a value is probably forgotten.
                findings.Add(Codes.KeyWithoutValue.At(PlaceAt(key), key.Value));
            }
        }
    }

    /// <summary>Gets where the map begins.</summary>
    public SourceLocation Place => PlaceAt(map);

    public bool Has(Field field) => values.ContainsKey(field);

    public Located<string>? Text(Field field)
    {
        if (!values.TryGetValue(field, out var value))
        {
            return null;
        }

        return RequireScalar(field, value) is { } scalar ? new Located<string>(scalar.Value.Trim(), scalar.Line, scalar.Column) : null;
    }

    public string? TextValue(Field field) => Text(field) is { Value.Length: > 0 } text ? text.Value : null;

    /// <summary>Reads a text that must be there; reports it missing otherwise.</summary>
    public Located<string>? RequireText(Field field)
    {
        if (Has(field) && Text(field) is var text && text is not { Value.Length: 0 })
        {
            return text;
        }

        ReportMissing(field);
        return null;
    }

    public void ReportMissing(Field field) =>
        findings.Add(Codes.RequiredMissing.At(new SourceLocation(path, map.Line, map.Column), field.German, $"{field.German}: {field.Example}"));

    public Located<DateOnly>? Date(Field field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (DateText.TryParse(text.Value, out var date))
        {
            return new Located<DateOnly>(date, text.Line, text.Column);
        }

        findings.Add(Codes.InvalidDate.At(text.In(path), NameOf(field), text.Value));
        return null;
    }

    /// <summary>Reads a time of day with its date, as German time.</summary>
    public Located<DateTime>? Time(Field field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (DateText.TryParseTime(text.Value, out var time))
        {
            return new Located<DateTime>(time, text.Line, text.Column);
        }

        findings.Add(Codes.InvalidTime.At(text.In(path), field.German, text.Value));
        return null;
    }

    public Located<NoticeNumber>? Number(Field field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (NoticeNumber.TryParse(text.Value, out var number))
        {
            return new Located<NoticeNumber>(number, text.Line, text.Column);
        }

        findings.Add(Codes.InvalidNumber.At(text.In(path), field.German, text.Value));
        return null;
    }

    public int? Integer(Field field, int least, int most)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        findings.Add(Codes.WrongShape.At(text.In(path), field.German, Quote(text.Value), $"eine Zahl von {least} bis {most}", $"{field.German}: {field.Example}"));
        return null;
    }

    public bool Switch(Field field) => Choose(field, Fields.SwitchValues) == "true";

    /// <summary>Reads one of the field's choices; returns its value as the table names it.</summary>
    public string? Choice(Field field) => Choose(field, field.Choices);

    /// <summary>Reads a value that may be one of the choices or a name from the configuration.</summary>
    public Located<string>? OpenChoice(Field field) => Text(field) is { } text
        ? text with { Value = Match(field.Choices, text.Value) ?? text.Value.ToLowerInvariant() }
        : null;

    /// <summary>Reads a list of texts; a single text is a list of one.</summary>
    public ImmutableArray<Located<string>> TextList(Field field)
    {
        if (!values.TryGetValue(field, out var value))
        {
            return [];
        }

        var items = value is YamlSequence sequence ? sequence.Items : [value];
        var texts = ImmutableArray.CreateBuilder<Located<string>>(items.Count);
        foreach (var item in items)
        {
            if (RequireScalar(field, item) is { } scalar && scalar.Value.Trim() is { Length: > 0 } text)
            {
                texts.Add(new Located<string>(text, scalar.Line, scalar.Column));
            }
        }

        return texts.ToImmutable();
    }

    public IEnumerable<string> TextValues(Field field) => TextList(field).Select(text => text.Value);

    /// <summary>Reads a nested map by a table of its own. A plain text becomes a map with one field, if that is allowed.</summary>
    public FieldReader? Map(Field field, FieldTable table, Field? textField = null) =>
        values.TryGetValue(field, out var value) ? RequireMap(field, value, table, textField) : null;

    /// <summary>Reads a list of such maps; a single map is a list of one.</summary>
    public IEnumerable<FieldReader> MapList(Field field, FieldTable table, Field? textField = null)
    {
        if (!values.TryGetValue(field, out var value))
        {
            yield break;
        }

        foreach (var item in value is YamlSequence sequence ? sequence.Items : [value])
        {
            if (RequireMap(field, item, table, textField) is { } entry)
            {
                yield return entry;
            }
        }
    }

    /// <summary>Tells whether the value is a map, for fields that may be a text as well.</summary>
    public bool IsMap(Field field) => values.GetValueOrDefault(field) is YamlMap;

    public SourceLocation PlaceOf(Field field) => values.TryGetValue(field, out var value) ? PlaceAt(value) : new SourceLocation(path, map.Line, map.Column);

    private string? Choose(Field field, ImmutableArray<Choice> choices)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (Match(choices, text.Value) is { } choice)
        {
            return choice;
        }

        var known = string.Join(", ", choices.Select(candidate => candidate.German));
        findings.Add(Codes.InvalidChoice.At(text.In(path), field.German, text.Value, known));
        return null;
    }

    internal static string? Match(ImmutableArray<Choice> choices, string text) => choices
        .FirstOrDefault(choice => choice.Value.Equals(text, StringComparison.OrdinalIgnoreCase)
            || choice.Synonyms.Contains(text, StringComparer.OrdinalIgnoreCase))?.Value;

    /// <summary>The name of a field as messages say it.</summary>
    private string NameOf(Field field) => (outer ?? field).German;

    private FieldReader? RequireMap(Field field, YamlNode value, FieldTable table, Field? textField)
    {
        switch (value)
        {
            case YamlMap map:
                return new FieldReader(path, map, table, findings);
            case YamlScalar { IsEmpty: false } scalar when textField is not null:
                var entry = new YamlEntry(scalar with { Value = textField.Key }, scalar);
                return new FieldReader(path, new YamlMap([entry], scalar.Line, scalar.Column), table, findings, field);
            default:
                ReportShape(field, value, "eine Reihe von Angaben der Form „Feld: Wert“");
                return null;
        }
    }

    private YamlScalar? RequireScalar(Field field, YamlNode value)
    {
        if (value is YamlScalar scalar)
        {
            return scalar;
        }

        ReportShape(field, value, "ein einfacher Wert");
        return null;
    }

    private void ReportShape(Field field, YamlNode value, string expected)
    {
        var found = value switch
        {
            YamlMap => "mehrere Angaben der Form „Feld: Wert“",
            YamlSequence => "eine Liste",
            YamlScalar scalar => Quote(scalar.Value),
            _ => "etwas anderes",
        };
        findings.Add(Codes.WrongShape.At(PlaceAt(value), field.German, found, expected, $"{field.German}: {field.Example}"));
    }

    private static string Quote(string text) => $"„{GermanText.Shorten(text, 60)}“";

    private SourceLocation PlaceAt(YamlNode node) => new(path, node.Line, node.Column);
}
