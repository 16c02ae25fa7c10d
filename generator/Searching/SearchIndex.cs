using System.IO.Compression;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>Makes the pieces of an index: small compressed files that a browser fetches as it needs them.</summary>
/// <remarks>
/// Piece names change with their content, so that browsers keep them for ever; only the root has a fixed name and lists all
/// others. Unchanged documents are not read again: their terms lie in the cache, and if no document changed, neither are
/// terms turned into keys again unless a piece is missing.
/// </remarks>
public static class SearchIndex
{
    /// <summary>What the results of an index lie in.</summary>
    internal const string ResultFolder = "search/";

    /// <summary>Enters every key: raise it when the meaning of a piece changes.</summary>
    internal const string FormatVersion = "fachinfo-search-2";

    /// <summary>Plans the root and all pieces of a set of documents.</summary>
    public static IReadOnlyList<Page> Plan(SearchSet set, IResultStore results, BuildOptions options) =>
        Plan(set, results, options, StoredSearch.Read(set.Name, set.IsMembersOnly, results, options));

    /// <summary>Plans the root and all pieces of a set of documents.</summary>
    /// <param name="stored">What the cache has of the set.</param>
    public static IReadOnlyList<Page> Plan(SearchSet set, IResultStore results, BuildOptions options, StoredSearch stored)
    {
        var numbers = set.Numbers.Value;
        set = set with { Documents = numbers.Documents };

        // What a list of hits shows needs no terms.
        var listing = Task.Run(() => List(set, numbers));
        ShardSource source;
        try
        {
            source = new ShardSource(set, numbers, results, stored, options.Threads);
        }
        finally
        {
            Task.WaitAny(listing);
        }

        var shards = source.Shards.Select(name => Piece(set, name.Hash, () => source.Bytes(name))).ToList();
        var spellings = source.Spellings.Select(name => Piece(set, name.Hash, () => source.Bytes(name))).ToList();
        var (records, facets, jumps) = listing.GetAwaiter().GetResult();
        var root = SearchRoot.Write(set, numbers, source, [.. shards], [.. spellings], [.. records], [.. facets], [.. jumps]);
        return [Page(RootOf(set.Folder), ContentHash.Of(root), () => root), .. shards.Concat(spellings).Concat(records).Concat(facets).Concat(jumps).DistinctBy(page => page.Route)];
    }

    private static (List<StreamPage> Records, List<StreamPage> Facets, List<StreamPage> Jumps) List(SearchSet set, DocumentNumbers numbers) =>
    (
        [.. RecordPieces.Plan(set, numbers).Select(piece => Piece(set, piece.Hash, piece.Bytes))],
        [.. FacetPieces.Plan(numbers).Select(bytes => Piece(set, ContentHash.Of(bytes), () => bytes))],
        [.. JumpPieces.Plan(set).Select(piece => Piece(set, piece.Hash, piece.Bytes))]);

    /// <summary>The root lies beside the folder, so that all in the folder can be cached for ever.</summary>
    private static Route RootOf(Route folder) => new(folder.Path.TrimEnd('/') + ".bin");

    /// <summary>The name of a piece within its folder, as the root lists it.</summary>
    internal static string NameOf(Page piece) => piece.Route.Path[(piece.Route.Path.LastIndexOf('/') + 1)..^".bin".Length];

    private static StreamPage Piece(SearchSet set, ContentHash hash, Func<byte[]> bytes) =>
        Page(set.Folder.File(hash.ToString()[..12] + ".bin"), hash, bytes);

    private static StreamPage Page(Route route, ContentHash hash, Func<byte[]> bytes) =>
        new(route, "search-piece", hash + ContentHash.Of(FormatVersion), stream => Compress(bytes(), stream));

    private static void Compress(byte[] bytes, Stream stream)
    {
        using var memory = new MemoryStream(bytes.Length);
        using (var zlib = new ZLibStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        stream.Write(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }
}
