using System.Buffers;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>A piece by keys: it holds all keys from its start up to the start of the next.</summary>
internal sealed record ShardName(string Start, ContentHash Hash);

/// <summary>A piece whose bytes are made once for its hash, and again when it is written: few are in a build after an edit, and all of them are many.</summary>
internal sealed record Shard(ShardName Name, Func<byte[]> Bytes);

/// <summary>Cuts the keys into pieces and writes each as bytes.</summary>
internal static class Shards
{
    /// <summary>Bytes of a piece before it is compressed to about half of that. A single key may be larger.</summary>
    private const int LargestShard = 22 * 1024;

    /// <summary>The pieces in the order of their keys.</summary>
    public static Shard[] Of(Inversion index, int threads)
    {
        var ranges = KeyRanges.Of(index.Keys, key => SizeOf(index, key), LargestShard);
        var shards = new Shard[ranges.Count];
        ParallelRanges.Run(ranges.Count, threads, (start, end) =>
        {
            var writer = new ArrayBufferWriter<byte>(2 * LargestShard);
            for (var i = start; i < end; i++)
            {
                var range = ranges[i];
                writer.ResetWrittenCount();
                Encode(index, range, writer);
                shards[i] = new Shard(new ShardName(range.NameIn(index.Keys), ContentHash.Of(writer.WrittenSpan)), () => Encode(index, range));
            }
        });
        return shards;
    }

    /// <summary>About what a key takes: its letters, a byte or two for each document, and a little for levels.</summary>
    private static int SizeOf(Inversion index, int key) => index.Keys[key].Length + 3 + (index.Counts[key] * 5 / 3);

    private static byte[] Encode(Inversion index, KeyRange range)
    {
        var writer = new ArrayBufferWriter<byte>(2 * LargestShard);
        Encode(index, range, writer);
        return writer.WrittenSpan.ToArray();
    }

    /// <summary>
    /// The number of keys; for each key the letters shared with the one before, its other letters, the number of documents;
    /// then for each key the distances of the documents' numbers; then for each key the levels, a byte for two documents.
    /// </summary>
    private static void Encode(Inversion index, KeyRange range, ArrayBufferWriter<byte> writer)
    {
        ByteNumbers.Write(writer, range.End - range.Start);
        ReadOnlySpan<byte> previous = [];
        for (var key = range.Start; key < range.End; key++)
        {
            var letters = index.Keys[key];
            var shared = letters.CommonPrefixLength(previous);
            ByteNumbers.Write(writer, shared);
            ByteNumbers.Write(writer, letters.Length - shared);
            writer.Write(letters[shared..]);
            ByteNumbers.Write(writer, index.Counts[key]);
            previous = letters;
        }

        for (var key = range.Start; key < range.End; key++)
        {
            for (var entries = index.Entries.Of(key); entries.TryRead(out var distance, out _);)
            {
                ByteNumbers.Write(writer, distance);
            }
        }

        for (var key = range.Start; key < range.End; key++)
        {
            for (var entries = index.Entries.Of(key); entries.TryRead(out _, out var level);)
            {
                _ = entries.TryRead(out _, out var second);
                writer.GetSpan(1)[0] = (byte)(level | (second << 4));
                writer.Advance(1);
            }
        }
    }
}
