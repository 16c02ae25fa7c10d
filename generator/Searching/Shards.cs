using System.Buffers;
using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>A piece of the index by keys: it holds all keys from its start up to the start of the next.</summary>
internal sealed record ShardName(string Start, ContentHash Hash);

/// <summary>Cuts the keys into pieces and writes each as bytes.</summary>
/// <remarks>
/// Pieces are cut where prefixes of keys end, by size: a long prefix is cut into longer ones, short ones lie together. So a
/// change in one place moves no boundary elsewhere.
/// </remarks>
internal static class Shards
{
    /// <summary>Bytes of a piece before it is compressed to about half of that. A single key may be larger.</summary>
    private const int LargestShard = 22 * 1024;

    /// <summary>The pieces in the order of their keys.</summary>
    public static List<(ShardName Name, byte[] Bytes)> Write(Inversion index, int threads)
    {
        var ranges = new List<(int Start, int End, int Depth)>();
        Cut(index, 0, index.Keys.Count, 0, ranges);
        var shards = new (ShardName, byte[])[ranges.Count];
        ParallelRanges.Run(ranges.Count, threads, (start, end) =>
        {
            var writer = new ArrayBufferWriter<byte>(2 * LargestShard);
            for (var i = start; i < end; i++)
            {
                writer.ResetWrittenCount();
                var range = ranges[i];
                Encode(index, range.Start, range.End, writer);
                var first = index.Keys[range.Start];
                var name = Encoding.ASCII.GetString(first[..Math.Min(first.Length, range.Depth + 1)]);
                shards[i] = (new ShardName(name, ContentHash.Of(writer.WrittenSpan)), writer.WrittenSpan.ToArray());
            }
        });
        return [.. shards];
    }

    /// <summary>Cuts the keys of one prefix, of <paramref name="depth"/> letters, by their next letter.</summary>
    private static void Cut(Inversion index, int start, int end, int depth, List<(int Start, int End, int Depth)> ranges)
    {
        var open = start;
        var openSize = 0;
        for (var next = start; next < end;)
        {
            var first = next;
            var size = 0;
            var letter = LetterAt(index.Keys[next], depth);
            for (; next < end && LetterAt(index.Keys[next], depth) == letter; next++)
            {
                size += SizeOf(index, next);
            }

            if (openSize > 0 && openSize + size > LargestShard)
            {
                ranges.Add((open, first, depth));
                (open, openSize) = (first, 0);
            }

            if (size > LargestShard && next - first > 1)
            {
                Cut(index, first, next, depth + 1, ranges);
                (open, openSize) = (next, 0);
            }
            else
            {
                openSize += size;
            }
        }

        if (openSize > 0)
        {
            ranges.Add((open, end, depth));
        }
    }

    private static int LetterAt(ReadOnlySpan<byte> key, int depth) => depth < key.Length ? key[depth] : -1;

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
