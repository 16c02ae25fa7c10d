using System.Text;
using Fachinfo.Model;

namespace Fachinfo.Commands.Creation;

/// <summary>Front matter to fill in: every field of the table with its comment; those without a value are commented out.</summary>
internal static class FrontMatterDraft
{
    public static string Write(FieldTable table, IReadOnlyDictionary<Field, string> values, string body)
    {
        var text = new StringBuilder("---\n");
        foreach (var field in table.All)
        {
            text.Append("# ").Append(field.Description).Append('\n');
            text.Append(values.TryGetValue(field, out var value) ? $"{field.German}: {value}\n" : $"# {field.German}: {field.Example}\n");
        }

        return text.Append("---\n\n").Append(body).Append(body.Length > 0 ? "\n" : "").ToString();
    }

    /// <summary>A text as YAML: in quotes, since a colon or a number sign in a title would mean something else.</summary>
    public static string Quote(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
