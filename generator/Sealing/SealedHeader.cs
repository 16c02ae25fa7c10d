using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fachinfo.Sealing;

/// <summary>What stands before the body of a sealed object.</summary>
/// <param name="Type"><c>page</c>, <c>list</c>, <c>file</c> or <c>index</c>.</param>
public sealed record SealedHeader(string Type, string Title, string Audience)
{
    // Read by JSON.parse only, never as HTML.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets the name under which a file is saved; cleaned by <see cref="SafeFileName"/>.</summary>
    public string? FileName { get; init; }

    public string MediaType { get; init; } = "text/html";

    /// <summary>Gets the root-relative address of the public page of the same thing, if there is one.</summary>
    public string? PublicTwin { get; init; }

    /// <summary>The first bytes of the plain text: length of the JSON as u32, big-endian, and the JSON.</summary>
    /// <param name="bodyLength">Length of the body as it is sealed, so after compression.</param>
    public byte[] ToBytes(long bodyLength, bool isDeflated)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write<byte>([0, 0, 0, 0]);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("type", Type);
            json.WriteString("title", Title);
            json.WriteString("name", FileName);
            json.WriteString("mediaType", MediaType);
            json.WriteNumber("length", bodyLength);
            json.WriteString("encoding", isDeflated ? "deflate-raw" : "identity");
            json.WriteString("audience", Audience);
            json.WriteString("public", PublicTwin);
            json.WriteEndObject();
        }

        var bytes = buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(bytes.Length - 4));
        return bytes;
    }

    /// <summary>A file name without separators, control and direction characters, which could pretend another ending.</summary>
    public static string SafeFileName(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            var isUnsafe = char.IsControl(character)
                || character is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|'
                    or (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u061C' or '\uFEFF';
            safe.Append(isUnsafe ? '-' : character);
        }

        var text = safe.ToString().Trim().TrimStart('.');
        return text.Length == 0 ? "datei" : text;
    }
}
