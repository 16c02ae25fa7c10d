using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fachinfo.Execution;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.OParl;

/// <summary>Writes JSON as OParl wants it: no empty fields, letters as letters.</summary>
internal static class OParlJson
{
    public const string Schema = "https://schema.oparl.org/1.1/";

    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object, and a line break.</summary>
    public static void Write(IBufferWriter<byte> into, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(into, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        into.Write("\n"u8);
    }

    /// <summary>The hash of what <see cref="Write"/> would write.</summary>
    public static ContentHash HashOf(Action<Utf8JsonWriter> write)
    {
        using var buffer = new RentedBuffer();
        Write(buffer, write);
        return ContentHash.Of(buffer.Written);
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
