using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>The shards and spelling lists of an index: their names at once, their bytes when one must be written.</summary>
internal sealed class ShardSource
{
    private readonly Lazy<Dictionary<ContentHash, Shard>> pieces;

    public ShardSource(SearchSet set, DocumentNumbers numbers, IResultStore results, StoredSearch stored, int threads)
    {
        var setKey = numbers.Key();
        if (stored.Index is { } known && known.SetKey == setKey)
        {
            // All pieces lie in the output already; only if one was lost, or is sealed there, they are made once more.
            (Shards, Spellings) = (known.Shards, known.Spellings);
            pieces = new(() => ByHash(Make(known, set, numbers, threads)));
            return;
        }

        var made = Make(stored.Index, set, numbers, threads);
        (Shards, Spellings) = (NamesOf(made.Shards), NamesOf(made.Spellings));
        results.Write(stored.Name, stream => StoredIndexWriter.Write(stream, stored.Key, setKey, Shards, Spellings, made.Forward, set));
        pieces = new(ByHash(made));
    }

    private sealed record Made(ForwardIndex Forward, Shard[] Shards, Shard[] Spellings);

    public IReadOnlyList<ShardName> Shards { get; }

    public IReadOnlyList<ShardName> Spellings { get; }

    public byte[] Bytes(ShardName name) => pieces.Value[name.Hash].Bytes();

    private static ShardName[] NamesOf(Shard[] pieces) => [.. pieces.Select(piece => piece.Name)];

    private static Dictionary<ContentHash, Shard> ByHash(Made made) =>
        made.Shards.Concat(made.Spellings).DistinctBy(piece => piece.Name.Hash).ToDictionary(piece => piece.Name.Hash);

    private static Made Make(StoredIndex? stored, SearchSet set, DocumentNumbers numbers, int threads)
    {
        var forward = ForwardIndex.Build(set, stored, threads);
        var index = Inversion.Of(forward, numbers.Numbers, threads);
        Shard[] shards = [];
        Shard[] spellings = [];
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => shards = Searching.Shards.Of(index, threads),
            () => spellings = SpellingLists.Of(index));
        return new Made(forward, shards, spellings);
    }
}
