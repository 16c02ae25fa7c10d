using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fachinfo.Sealing;

/// <summary>What a record says, as JSON after its length (u32, big-endian).</summary>
internal static class RecordBody
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Member(string name, ImmutableArray<RecordKey> keys, string contact, string state) => Write(json =>
    {
        json.WriteString("kind", "member");
        json.WriteString("name", name);
        json.WriteString("state", state);
        json.WriteString("contact", contact);
        json.WriteStartArray("audiences");
        foreach (var key in keys)
        {
            json.WriteStartObject();
            json.WriteString("id", key.Audience);
            json.WriteString("period", key.Period);
            json.WriteBase64String("key", key.Key.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The record of a code that is no longer good: no name, no keys.</summary>
    public static byte[] Revoked(string contact, string state) => Write(json =>
    {
        json.WriteString("kind", "revoked");
        json.WriteString("name", "");
        json.WriteString("state", state);
        json.WriteString("contact", contact);
        json.WriteStartArray("audiences");
        json.WriteEndArray();
    });

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write<byte>([0, 0, 0, 0]);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        var bytes = buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(bytes.Length - 4));
        return bytes;
    }
}
