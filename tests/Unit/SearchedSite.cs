using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Fachinfo.Tests;

/// <summary>Reads the index of a built site, so that tests can say what stands in it.</summary>
internal sealed class SearchedSite
{
    private const int NameLength = 12;

    private readonly IReadOnlyDictionary<string, byte[]> files;
    private readonly JsonElement root;

    public SearchedSite(IReadOnlyDictionary<string, byte[]> files)
    {
        this.files = files;
        root = JsonDocument.Parse(Inflate("suche/index.bin")).RootElement;
    }

    /// <summary>Gets the keys of all shards in their order, each with the addresses of its documents and their levels.</summary>
    public SortedDictionary<string, List<(string Address, int Level)>> Keys()
    {
        var addresses = Addresses();
        var keys = new SortedDictionary<string, List<(string, int)>>(StringComparer.Ordinal);
        foreach (var name in Names("shards"))
        {
            ReadShard(Inflate($"suche/index/{name}.bin"), addresses, keys);
        }

        return keys;
    }

    /// <summary>Gets the addresses of the documents that hold a key.</summary>
    public IEnumerable<string> With(string key) => Keys().TryGetValue(key, out var documents) ? documents.Select(document => document.Address) : [];

    public string Jumps() => string.Concat(Names("jumps").Select(name => Encoding.UTF8.GetString(Inflate($"suche/index/{name}.bin"))));

    /// <summary>Gets the entries of the spelling lists in their order: a letter for the list, then the word, backwards in the lists by ends.</summary>
    public List<string> Spellings() => [.. Names("spellings").SelectMany(name => ReadSpellings(Inflate($"suche/index/{name}.bin")))];

    /// <summary>Gets the kinds and years that documents are numbered by.</summary>
    public IEnumerable<(string Kind, int Year)> Groups() => root.GetProperty("groups").EnumerateArray().Select(group => (group[2].GetString()!, group[3].GetInt32()));

    /// <summary>Gets what a search can be narrowed down to, besides kind and year.</summary>
    public IEnumerable<string> Places() => root.GetProperty("rubrics").EnumerateArray().Select(place => place.GetString()!);

    public string Records() => string.Concat(Names("records").Select(name => Encoding.UTF8.GetString(Inflate($"suche/index/{name}.bin"))));

    /// <summary>Gets everything that any piece says, unpacked.</summary>
    public string Everything() => string.Join(' ', Keys().Keys.Concat(Spellings())) + Records() + Jumps() + root.GetRawText();

    public IEnumerable<string> PieceFiles(params string[] lists) =>
        (lists.Length > 0 ? lists : ["shards", "spellings", "records", "facets", "jumps"]).SelectMany(Names).Select(name => $"suche/index/{name}.bin");

    private IEnumerable<string> Names(string list) => root.GetProperty(list).GetString()!.Chunk(NameLength).Select(name => new string(name));

    private Dictionary<int, string> Addresses()
    {
        var addresses = new Dictionary<int, string>();
        var block = root.GetProperty("recordBlock").GetInt32();
        foreach (var (name, i) in Names("records").Select((name, i) => (name, i)))
        {
            var records = JsonDocument.Parse(Inflate($"suche/index/{name}.bin")).RootElement;
            foreach (var (record, place) in records.EnumerateArray().Select((record, place) => (record, place)).Where(pair => pair.record.ValueKind == JsonValueKind.Array))
            {
                addresses.Add((i * block) + place, record[1].GetString()!);
            }
        }

        return addresses;
    }

    private static void ReadShard(byte[] bytes, Dictionary<int, string> addresses, SortedDictionary<string, List<(string Address, int Level)>> keys)
    {
        var at = 0;
        int Number()
        {
            var number = 0;
            for (var shift = 0; ; shift += 7)
            {
                number |= (bytes[at] & 0x7F) << shift;
                if (bytes[at++] < 0x80)
                {
                    return number;
                }
            }
        }

        var found = new List<(string Key, int Count)>();
        var key = "";
        for (var left = Number(); left > 0; left--)
        {
            var (shared, length) = (Number(), Number());
            key = key[..shared] + Encoding.ASCII.GetString(bytes, at, length);
            at += length;
            found.Add((key, Number()));
        }

        var documents = new List<List<string>>();
        foreach (var (_, count) in found)
        {
            var last = -1;
            documents.Add([.. Enumerable.Range(0, count).Select(_ => addresses[last += Number() + 1])]);
        }

        foreach (var ((name, count), ofKey) in found.Zip(documents))
        {
            var start = at;
            keys.Add(name, [.. ofKey.Select((address, i) => (address, (bytes[start + (i / 2)] >> (4 * (i % 2))) & 7))]);
            at += (count + 1) / 2;
        }

        Assert.Equal(bytes.Length, at);
    }

    private static IEnumerable<string> ReadSpellings(byte[] bytes)
    {
        var entry = new StringBuilder();
        for (var at = 0; at < bytes.Length;)
        {
            entry.Length = bytes[at++] >> 4;
            do
            {
                entry.Append((char)(bytes[at] & 0x7F));
            }
            while (bytes[at++] < 0x80);
            yield return entry.ToString();
        }
    }

    private byte[] Inflate(string path)
    {
        using var zlib = new ZLibStream(new MemoryStream(files[path]), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zlib.CopyTo(bytes);
        return bytes.ToArray();
    }
}
