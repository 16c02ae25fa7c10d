using System.IO.Compression;
using System.Text.Json;

namespace Fachinfo.Bench.Search;

/// <summary>The files of one kind in an index.</summary>
internal sealed record PieceSizes(string Kind, int Count, long Bytes, long Largest);

/// <summary>How large an index is, as it lies on the web server.</summary>
internal static class IndexSizes
{
    private const int NameLength = 12;

    private static readonly string[] Kinds = ["shards", "spellings", "records", "facets", "jumps"];

    /// <param name="root">The file that lists all others: <c>suche/index.bin</c>.</param>
    public static IReadOnlyList<PieceSizes> Of(string root)
    {
        using var zlib = new ZLibStream(File.OpenRead(root), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(zlib);
        var folder = Path.ChangeExtension(root, null);
        var sizes = new List<PieceSizes> { Sum("root", [root]) };
        foreach (var kind in Kinds)
        {
            var names = json.RootElement.GetProperty(kind).GetString()!.Chunk(NameLength).Select(name => new string(name));
            sizes.Add(Sum(kind, names.Select(name => Path.Combine(folder, name + ".bin"))));
        }

        return sizes;
    }

    private static PieceSizes Sum(string kind, IEnumerable<string> files)
    {
        var lengths = files.Distinct().Select(file => new FileInfo(file).Length).ToList();
        return new PieceSizes(kind, lengths.Count, lengths.Sum(), lengths.DefaultIfEmpty().Max());
    }
}
