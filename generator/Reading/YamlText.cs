using System.Text;

namespace Fachinfo.Reading;

/// <summary>Writes nodes as YAML in block style, where what was plain before may stay plain.</summary>
internal static class YamlText
{
    /// <summary>A key with its value, without a line end behind it.</summary>
    public static string Entry(string key, YamlNode value)
    {
        var text = new StringBuilder();
        Append(text, key, value, 0);
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, string key, YamlNode value, int indent)
    {
        text.Append(' ', indent).Append(key).Append(':');
        switch (value)
        {
            case YamlMap { Entries.Count: > 0 } map:
                text.Append('\n');
                AppendMap(text, map, indent + 2);
                break;
            case YamlSequence { Items.Count: > 0 } sequence:
                text.Append('\n');
                AppendItems(text, sequence, indent + 2);
                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static void AppendMap(StringBuilder text, YamlMap map, int indent)
    {
        foreach (var (key, value) in map.Entries)
        {
            Append(text, key.Value, value, indent);
        }
    }

    private static void AppendItems(StringBuilder text, YamlSequence sequence, int indent)
    {
        foreach (var item in sequence.Items)
        {
            if (item is YamlMap { Entries.Count: > 0 } map)
            {
                // The first entry stands on the line of the dash.
                var start = text.Length;
                AppendMap(text, map, indent + 2);
                text[start + indent] = '-';
            }
            else
            {
                text.Append(' ', indent).Append("- ").Append(Scalar(item)).Append('\n');
            }
        }
    }

    private static string Scalar(YamlNode node) => node switch
    {
        YamlScalar { IsQuoted: true } scalar => Quote(scalar.Value),
        YamlScalar scalar => NeedsQuotes(scalar.Value) ? Quote(scalar.Value) : scalar.Value,
        YamlSequence sequence => "[" + string.Join(", ", sequence.Items.Select(Scalar)) + "]",
        _ => "{}",
    };

    private static bool NeedsQuotes(string value) => value.Contains('\n', StringComparison.Ordinal) || value.Contains(": ", StringComparison.Ordinal) || value.Contains(" #", StringComparison.Ordinal);

    private static string Quote(string value) => "\"" + value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal) + "\"";
}
