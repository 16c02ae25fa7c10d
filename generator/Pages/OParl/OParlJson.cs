using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.OParl;

/// <summary>Writes JSON as OParl wants it: no empty fields, letters as letters.</summary>
internal static class OParlJson
{
    public const string Schema = "https://schema.oparl.org/1.1/";

    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Writes an optional text; one that is missing or empty is left out.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            json.WriteString(name, value);
        }
    }

    public static void Day(this Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } date)
        {
            json.WriteString(name, PageContext.Iso(date));
        }
    }

    public static void Time(this Utf8JsonWriter json, string name, DateTimeOffset time) => json.WriteString(name, OParlState.ToText(time));

    /// <summary>Writes an optional list of texts; an empty one is left out.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
