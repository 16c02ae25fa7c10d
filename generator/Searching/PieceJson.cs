using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fachinfo.Searching;

/// <summary>JSON as the pieces hold it: letters as they are, no blanks.</summary>
internal static class PieceJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = Writer(buffer))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static Utf8JsonWriter Writer(IBufferWriter<byte> into) => new(into, Options);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
