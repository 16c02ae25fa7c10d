using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fachinfo.Model.Council;

/// <summary>What the OParl output of a municipality said and when: <c>.oparl-state.json</c>, committed with the content.</summary>
/// <remarks>
/// <c>created</c> and <c>modified</c> of OParl come from here, never from a clock or a file time. A build only reads it;
/// <c>fachinfo check --accept-addresses</c> writes it.
/// </remarks>
/// <param name="BaseUrl">The base URL that the ids were made with; another one would make every object a new one.</param>
/// <param name="Objects">By kind and key: <c>paper/325-2017</c>.</param>
public sealed record OParlState(string BaseUrl, IReadOnlyDictionary<string, OParlEntry> Objects)
{
    public const string FileName = ".oparl-state.json";

    public static readonly OParlState Empty = new("", new Dictionary<string, OParlEntry>());

    /// <summary>Reads the file; <see langword="null"/> if it is damaged.</summary>
    public static OParlState? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            var objects = new Dictionary<string, OParlEntry>(StringComparer.Ordinal);
            foreach (var entry in root.GetProperty("objects").EnumerateObject())
            {
                objects[entry.Name] = new OParlEntry(
                    entry.Value[0].GetString()!,
                    ToTime(entry.Value[1].GetString()!),
                    ToTime(entry.Value[2].GetString()!),
                    entry.Value.GetArrayLength() > 3);
            }

            return new OParlState(root.GetProperty("baseUrl").GetString()!, objects);
        }
        catch (Exception damage) when (damage is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Writes an object a line, sorted, so that a change is a short difference.</summary>
    public string ToText()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        var text = new StringBuilder("{\n\"baseUrl\": ").Append(Quote(BaseUrl)).Append(",\n\"objects\": {");
        var separator = "\n";
        foreach (var (key, entry) in Objects.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(separator).Append(Quote(key)).Append(": [\"").Append(entry.Hash).Append("\", \"").Append(ToText(entry.Created)).Append("\", \"").Append(ToText(entry.Modified)).Append('"');
            text.Append(entry.IsDeleted ? ", \"deleted\"]" : "]");
            separator = ",\n";
        }

        return text.Append("\n}\n}\n").ToString();

        string Quote(string value)
        {
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStringValue(value);
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
    }

    /// <summary>A date-time as OParl has it: <c>2017-10-04T09:12:00+02:00</c>.</summary>
    public static string ToText(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static DateTimeOffset ToTime(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <summary>One object as it was last recorded.</summary>
/// <param name="Hash">Of what it says, without its dates.</param>
public sealed record OParlEntry(string Hash, DateTimeOffset Created, DateTimeOffset Modified, bool IsDeleted);

/// <summary>The record of one municipality, as a document.</summary>
public sealed record OParlStateContent(OParlState State);
