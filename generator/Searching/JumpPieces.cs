using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>What leads straight to a thing: numbers such as <c>145/2024</c>, in as many pieces as there is need for; JSON by key.</summary>
internal static class JumpPieces
{
    private const int KeysInPiece = 256;

    /// <param name="Place">In the list of all that has jumps: the documents, then what else a set has.</param>
    /// <param name="Number">Among the keys there.</param>
    private readonly record struct JumpPlace(int Place, int Number);

    private readonly record struct Jump(uint Piece, string Key, string Address, JumpPlace At)
    {
        public static int Compare(Jump left, Jump right)
        {
            var order = left.Piece.CompareTo(right.Piece);
            order = order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
            return order != 0 ? order : string.CompareOrdinal(left.Address, right.Address);
        }
    }

    /// <summary>Every piece by its number, empty ones too; its bytes are made only if it must be written.</summary>
    /// <remarks>There are more keys than documents: until then it is known where they are, not what.</remarks>
    public static IEnumerable<(ContentHash Hash, Func<byte[]> Bytes)> Plan(SearchSet set)
    {
        var (jumps, count) = Sorted(set);
        var places = Array.ConvertAll(jumps, jump => jump.At);
        var start = 0;
        for (var piece = 0u; piece < count; piece++)
        {
            var first = start;
            var hash = new HashBuilder();
            for (; start < jumps.Length && jumps[start].Piece == piece; start++)
            {
                hash.Add(jumps[start].Key).Add(LabelOf(set, jumps[start].At)).Add(jumps[start].Address);
            }

            var own = places.AsMemory(first, start - first);
            yield return (hash.ToHash(), () => Write(set, own.Span));
        }
    }

    private static (Jump[] Jumps, uint Count) Sorted(SearchSet set)
    {
        var jumps = new List<Jump>(2 * set.Documents.Count);
        for (var place = 0; place < set.Documents.Count + set.Jumps.Count; place++)
        {
            var keys = KeysOf(set, place);
            for (var number = 0; number < keys.Length; number++)
            {
                jumps.Add(new Jump(Hash(keys[number]), keys[number], AddressOf(set, place), new JumpPlace(place, number)));
            }
        }

        var count = 1u;
        while (count * KeysInPiece < jumps.Count)
        {
            count *= 2;
        }

        foreach (ref var jump in CollectionsMarshal.AsSpan(jumps))
        {
            jump = jump with { Piece = jump.Piece % count };
        }

        Jump[] sorted = [.. jumps];
        Array.Sort(sorted, Jump.Compare);
        return (sorted, count);
    }

    private static ImmutableArray<string> KeysOf(SearchSet set, int place) =>
        place < set.Documents.Count ? set.Documents[place].Jumps : [set.Jumps[place - set.Documents.Count].Key];

    private static string AddressOf(SearchSet set, int place) =>
        place < set.Documents.Count ? set.Documents[place].Address : set.Jumps[place - set.Documents.Count].Address;

    private static string LabelOf(SearchSet set, JumpPlace at) =>
        at.Place < set.Documents.Count ? set.Documents[at.Place].Label : set.Jumps[at.Place - set.Documents.Count].Label;

    private static byte[] Write(SearchSet set, ReadOnlySpan<JumpPlace> places)
    {
        var keys = new string[places.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = KeysOf(set, places[i].Place)[places[i].Number];
        }

        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using var json = PieceJson.Writer(buffer);
        json.WriteStartObject();
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
            {
                json.WriteStartArray(keys[i]);
            }

            json.WriteStartArray();
            json.WriteStringValue(LabelOf(set, places[i]));
            json.WriteStringValue(AddressOf(set, places[i].Place));
            json.WriteEndArray();
            if (i + 1 == keys.Length || keys[i] != keys[i + 1])
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
