using System.Buffers;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>A piece by keys: it holds all keys from its start up to the start of the next.</summary>
internal sealed record ShardName(string Start, ContentHash Hash);

/// <summary>A piece, with its bytes if somebody wants them.</summary>
internal sealed record Shard(ShardName Name, byte[]? Bytes)
{
    public static Shard Of(string start, ReadOnlySpan<byte> bytes, Predicate<ContentHash> needs)
    {
        var hash = ContentHash.Of(bytes);
        return new Shard(new ShardName(start, hash), needs(hash) ? bytes.ToArray() : null);
    }
}

/// <summary>Cuts the keys into pieces and writes each as bytes.</summary>
internal static class Shards
{
    /// <summary>Bytes of a piece before it is compressed to about half of that. A single key may be larger.</summary>
    private const int LargestShard = 22 * 1024;

    /// <summary>The pieces in the order of their keys.</summary>
    /// <param name="needs">Tells whether somebody will want the bytes of a piece.</param>
    public static List<Shard> Write(Inversion index, Predicate<ContentHash> needs, int threads)
    {
        var ranges = KeyRanges.Of(index.Keys, key => SizeOf(index, key), LargestShard);
        var shards = new Shard[ranges.Count];
        ParallelRanges.Run(ranges.Count, threads, (start, end) =>
        {
            var writer = new ArrayBufferWriter<byte>(2 * LargestShard);
            for (var i = start; i < end; i++)
            {
                writer.ResetWrittenCount();
                Encode(index, ranges[i].Start, ranges[i].End, writer);
                shards[i] = Shard.Of(ranges[i].NameIn(index.Keys), writer.WrittenSpan, needs);
            }
        });
        return [.. shards];
    }

    /// <summary>About what a key takes: its letters, a byte or two for each document, and a little for levels.</summary>
    private static int SizeOf(Inversion index, int key)
    {
        var count = index.Starts[key + 1] - index.Starts[key];
        return index.Keys[key].Length + 3 + (count * 5 / 3);
    }

    /// <summary>
    /// The number of keys; for each key the letters shared with the one before, its other letters, the number of documents;
    /// then for each key the distances of the documents' numbers; then for each key the levels, a byte for two documents.
    /// </summary>
    private static void Encode(Inversion index, int start, int end, ArrayBufferWriter<byte> writer)
    {
        ByteNumbers.Write(writer, end - start);
        ReadOnlySpan<byte> previous = [];
        for (var key = start; key < end; key++)
        {
            var letters = index.Keys[key];
            var shared = letters.CommonPrefixLength(previous);
            ByteNumbers.Write(writer, shared);
            ByteNumbers.Write(writer, letters.Length - shared);
            writer.Write(letters[shared..]);
            ByteNumbers.Write(writer, index.Starts[key + 1] - index.Starts[key]);
            previous = letters;
        }

        for (var key = start; key < end; key++)
        {
            var last = -1;
            foreach (var entry in Entries(index, key))
            {
                ByteNumbers.Write(writer, (entry >> Level.Bits) - last - 1);
                last = entry >> Level.Bits;
            }
        }

        for (var key = start; key < end; key++)
        {
            var entries = Entries(index, key);
            for (var i = 0; i < entries.Length; i += 2)
            {
                var second = i + 1 < entries.Length ? entries[i + 1] & Level.Mask : 0;
                writer.GetSpan(1)[0] = (byte)((entries[i] & Level.Mask) | (second << 4));
                writer.Advance(1);
            }
        }
    }

    private static ReadOnlySpan<int> Entries(Inversion index, int key) => index.Entries.AsSpan(index.Starts[key], index.Starts[key + 1] - index.Starts[key]);
}
