using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fachinfo.Execution;

/// <summary>A text in a view model that is written where a template shows it, and not held before: what is long and stands on thousands of pages.</summary>
/// <param name="write">Writes the text. Pure; called on any thread.</param>
[JsonConverter(typeof(Converter))]
public sealed class WrittenText(Action<TextWriter> write)
{
    public void WriteTo(TextWriter target) => write(target);

    public override string ToString()
    {
        using var target = new StringWriter(CultureInfo.InvariantCulture);
        write(target);
        return target.ToString();
    }

    /// <summary>As JSON it is the text itself.</summary>
    internal sealed class Converter : JsonConverter<WrittenText>
    {
        public override WrittenText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("View models are only ever written.");

        public override void Write(Utf8JsonWriter writer, WrittenText value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
