using System.Buffers;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>What leads straight to a thing: numbers such as <c>145/2024</c>, in as many pieces as there is need for; JSON by key.</summary>
internal static class JumpPieces
{
    private const int KeysInPiece = 256;

    /// <param name="OwnLabel"><see langword="null"/> for a document, which has it.</param>
    private readonly record struct Jump(uint Piece, string Key, SearchDocument? Document, string? OwnLabel, string Address)
    {
        public string Label => OwnLabel ?? Document!.Label;

        public static int Compare(Jump left, Jump right)
        {
            var order = left.Piece.CompareTo(right.Piece);
            order = order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
            return order != 0 ? order : string.CompareOrdinal(left.Address, right.Address);
        }
    }

    /// <summary>Every piece by its number, empty ones too; its bytes are made only if it must be written.</summary>
    public static IEnumerable<(ContentHash Hash, Func<byte[]> Bytes)> Plan(SearchSet set)
    {
        var (jumps, count) = Sorted(set);
        var start = 0;
        for (var piece = 0u; piece < count; piece++)
        {
            var first = start;
            var hash = new HashBuilder();
            for (; start < jumps.Length && jumps[start].Piece == piece; start++)
            {
                hash.Add(jumps[start].Key).Add(jumps[start].Label).Add(jumps[start].Address);
            }

            var own = jumps.AsMemory(first, start - first);
            yield return (hash.ToHash(), () => Write(own.Span));
        }
    }

    private static (Jump[] Jumps, uint Count) Sorted(SearchSet set)
    {
        var jumps = new List<Jump>(2 * set.Documents.Count);
        foreach (var document in set.Documents)
        {
            foreach (var key in document.Jumps)
            {
                jumps.Add(new Jump(Hash(key), key, document, null, document.Address));
            }
        }

        foreach (var (key, label, address) in set.Jumps)
        {
            jumps.Add(new Jump(Hash(key), key, null, label, address));
        }

        var count = 1u;
        while (count * KeysInPiece < jumps.Count)
        {
            count *= 2;
        }

        Jump[] sorted = [.. jumps.Select(jump => jump with { Piece = jump.Piece % count })];
        Array.Sort(sorted, Jump.Compare);
        return (sorted, count);
    }

    private static byte[] Write(ReadOnlySpan<Jump> jumps)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using var json = PieceJson.Writer(buffer);
        json.WriteStartObject();
        for (var i = 0; i < jumps.Length; i++)
        {
            if (i == 0 || jumps[i].Key != jumps[i - 1].Key)
            {
                json.WriteStartArray(jumps[i].Key);
            }

            json.WriteStartArray();
            json.WriteStringValue(jumps[i].Label);
            json.WriteStringValue(jumps[i].Address);
            json.WriteEndArray();
            if (i + 1 == jumps.Length || jumps[i].Key != jumps[i + 1].Key)
            {
                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>FNV-1a over the characters, as in <c>root.js</c> of the theme's search; keys are ASCII.</summary>
    private static uint Hash(string key)
    {
        var hash = 2166136261u;
        foreach (var character in key)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return hash;
    }
}
