using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fachinfo.CouncilImport;

/// <summary>What the last import wrote into one file.</summary>
internal sealed record FileState(string? Id)
{
    /// <summary>Gets the hash of each piece, by key.</summary>
    public SortedDictionary<string, string> Keys { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Gets the ids of the OParl files that it lists.</summary>
    public SortedSet<string> Parts { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether it is a tombstone.</summary>
    public bool IsGone { get; init; }

    /// <summary>Gets what told that bytes are those of the server; of text files empty.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Gets pieces of an import that was killed before it could say that it wrote them.</summary>
    public SortedDictionary<string, string> Pending { get; init; } = new(StringComparer.Ordinal);

    public bool IsOurs(string key, string hash) => Keys.GetValueOrDefault(key) == hash || Pending.GetValueOrDefault(key) == hash;
}

/// <summary>The committed record of the import in a municipality's folder: by it local edits are told from old versions.</summary>
internal sealed class ImportState
{
    public const string FileName = ".import.json";
    private const int HashLength = 12;

    public SortedDictionary<string, FileState> Files { get; } = new(StringComparer.Ordinal);

    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];

    /// <summary>Reads the record; an unreadable one is like none, so that everything on disk counts as edited.</summary>
    public static ImportState Read(byte[]? bytes)
    {
        var state = new ImportState();
        if (bytes is null)
        {
            return state;
        }

        try
        {
            foreach (var file in JsonElement.Parse(bytes).GetProperty("files").EnumerateObject())
            {
                state.Files[file.Name] = ReadFile(file.Value);
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            state.Files.Clear();
        }

        return state;
    }

    /// <summary>Writes one line for each file, sorted, so that a change shows as one line.</summary>
    public byte[] Write()
    {
        var text = new StringBuilder("{\"version\":1,\"files\":{");
        var separator = "\n";
        foreach (var (path, file) in Files)
        {
            text.Append(separator).Append(Quote(path)).Append(':').Append(WriteFile(file));
            separator = ",\n";
        }

        return Encoding.UTF8.GetBytes(text.Append("\n}}\n").ToString());
    }

    private static FileState ReadFile(JsonElement value)
    {
        var state = new FileState(value.TryGetProperty("id", out var id) ? id.GetString() : null)
        {
            IsGone = value.TryGetProperty("gone", out _),
            Stamp = value.TryGetProperty("stamp", out var stamp) ? stamp.GetString()! : "",
        };
        Fill(state.Keys, value, "keys");
        Fill(state.Pending, value, "pending");
        if (value.TryGetProperty("parts", out var parts))
        {
            state.Parts.UnionWith(parts.EnumerateArray().Select(part => part.GetString()!));
        }

        return state;
    }

    private static void Fill(SortedDictionary<string, string> target, JsonElement value, string name)
    {
        if (value.TryGetProperty(name, out var keys))
        {
            foreach (var key in keys.EnumerateObject())
            {
                target[key.Name] = key.Value.GetString()!;
            }
        }
    }

    private static string WriteFile(FileState file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (file.Id is { } id)
            {
                json.WriteString("id", id);
            }

            if (file.IsGone)
            {
                json.WriteBoolean("gone", true);
            }

            if (file.Stamp.Length > 0)
            {
                json.WriteString("stamp", file.Stamp);
            }

            WriteKeys(json, "keys", file.Keys);
            WriteKeys(json, "pending", file.Pending);
            if (file.Parts.Count > 0)
            {
                json.WriteStartArray("parts");
                foreach (var part in file.Parts)
                {
                    json.WriteStringValue(part);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteKeys(Utf8JsonWriter json, string name, SortedDictionary<string, string> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, hash) in keys)
        {
            json.WriteString(key, hash);
        }

        json.WriteEndObject();
    }

    private static string Quote(string text) => "\"" + JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text) + "\"";
}
