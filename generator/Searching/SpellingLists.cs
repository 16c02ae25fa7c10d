using System.Buffers;
using System.Numerics;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>All words of an index, by their beginnings and by their ends, so that a browser finds those that are one typing error away.</summary>
/// <remarks>
/// An error leaves the beginning of a word right, or its end. So the word that was meant stands in the list by beginnings near
/// what was typed, or in the list by ends, where each word is written backwards. Both lists are there twice: of all words, and
/// of short ones alone, of which a beginning of two letters has few. The four lists lie one after the other, told apart by a
/// letter in front.
/// </remarks>
internal static class SpellingLists
{
    private const byte ByBeginning = (byte)'a';
    private const byte ByEnd = (byte)'b';
    private const byte ShortByBeginning = (byte)'c';
    private const byte ShortByEnd = (byte)'d';

    private const int ShortestWord = 3;
    private const int LongestShortWord = 7;

    /// <summary>Bytes of a piece before it is compressed.</summary>
    private const int LargestPiece = 14 * 1024;

    private const int MostShared = 15;
    private const int HighestRank = 15;
    private const byte LastLetter = 0x80;

    public static Shard[] Of(Inversion index)
    {
        var (entries, ranks) = Entries(index);
        var writer = new ArrayBufferWriter<byte>(2 * LargestPiece);
        return [.. KeyRanges.Of(entries, entry => SizeOf(entries, entry), LargestPiece).Select(range =>
        {
            writer.ResetWrittenCount();
            Encode(entries, ranks, range, writer);
            return new Shard(new ShardName(range.NameIn(entries), ContentHash.Of(writer.WrittenSpan)), () => Encode(entries, ranks, range));
        })];
    }

    private static byte[] Encode(SortedTerms entries, byte[] ranks, KeyRange range)
    {
        var writer = new ArrayBufferWriter<byte>(2 * LargestPiece);
        Encode(entries, ranks, range, writer);
        return writer.WrittenSpan.ToArray();
    }

    /// <summary>The entries of all lists in their order, each with the rank of its word.</summary>
    private static (SortedTerms Entries, byte[] Ranks) Entries(Inversion index)
    {
        var (words, wordRanks) = Words(index);
        var byBeginning = Enumerable.Range(0, words.Count).ToArray();
        var byEnd = SortedByEnd(words, byBeginning);
        (byte List, int[] Words)[] lists =
        [
            (ByBeginning, byBeginning),
            (ByEnd, byEnd),
            (ShortByBeginning, Short(words, byBeginning)),
            (ShortByEnd, Short(words, byEnd)),
        ];
        var starts = new int[lists.Sum(list => list.Words.Length) + 1];
        var ranks = new byte[starts.Length - 1];
        var bytes = new byte[lists.Sum(list => list.Words.Sum(word => words[word].Length + 1))];
        var entry = 0;
        foreach (var (list, listed) in lists)
        {
            foreach (var word in listed)
            {
                var letters = words[word];
                var into = bytes.AsSpan(starts[entry], letters.Length + 1);
                into[0] = list;
                letters.CopyTo(into[1..]);
                if (list is ByEnd or ShortByEnd)
                {
                    into[1..].Reverse();
                }

                ranks[entry] = wordRanks[word];
                starts[++entry] = starts[entry - 1] + into.Length;
            }
        }

        return (new SortedTerms(bytes, starts), ranks);
    }

    /// <summary>All keys that are words, and what only begins them, sorted; the rank is the number of binary digits of the count of documents, 0 for the latter.</summary>
    private static (SortedTerms Words, byte[] Ranks) Words(Inversion index)
    {
        var table = new TermTable();
        var ranks = new List<byte>(index.Keys.Count);
        for (var key = 0; key < index.Keys.Count; key++)
        {
            if (IsWord(index.Keys[key]))
            {
                table.Add(index.Keys[key]);
                ranks.Add((byte)Math.Min(HighestRank, BitOperations.Log2((uint)(index.Counts[key])) + 1));
            }
        }

        for (var word = 0; word < index.Beginnings.Count; word++)
        {
            if (IsWord(index.Beginnings[word]))
            {
                table.Add(index.Beginnings[word]);
                ranks.Add(0);
            }
        }

        var order = table.Sorted();
        return (SortedTerms.From(table, order), [.. order.Select(word => ranks[word])]);
    }

    /// <summary>Numbers are not corrected.</summary>
    private static bool IsWord(ReadOnlySpan<byte> key) => key.Length >= ShortestWord && !key.ContainsAnyExceptInRange((byte)'a', (byte)'z');

    private static int[] Short(SortedTerms keys, int[] words) => Array.FindAll(words, word => keys[word].Length <= LongestShortWord);

    /// <summary>Compares by the last eight letters first, which differ for nearly all words.</summary>
    private static int[] SortedByEnd(SortedTerms keys, int[] words)
    {
        var sorted = words.ToArray();
        var ends = Array.ConvertAll(sorted, word => EndOf(keys[word]));
        Array.Sort(ends, sorted);
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && ends[end] == ends[start])
            {
                end++;
            }

            sorted.AsSpan(start, end - start).Sort((left, right) => CompareByEnd(keys[left], keys[right]));
            start = end;
        }

        return sorted;
    }

    /// <summary>The last eight letters as a number, the last one in front.</summary>
    private static ulong EndOf(ReadOnlySpan<byte> word)
    {
        ulong end = 0;
        for (var i = 0; i < sizeof(ulong); i++)
        {
            end = (end << 8) | (i < word.Length ? word[^(i + 1)] : 0u);
        }

        return end;
    }

    private static int CompareByEnd(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        for (var i = 1; i <= Math.Min(left.Length, right.Length); i++)
        {
            if (left[^i] != right[^i])
            {
                return left[^i] - right[^i];
            }
        }

        return left.Length - right.Length;
    }

    private static int SizeOf(SortedTerms entries, int entry)
    {
        var shared = entry == 0 ? 0 : entries[entry].CommonPrefixLength(entries[entry - 1]);
        return 1 + entries[entry].Length - Math.Min(MostShared, shared);
    }

    /// <summary>For each entry a byte with the letters shared with the one before and the rank, then its other letters, the last one marked by its high bit.</summary>
    private static void Encode(SortedTerms entries, byte[] ranks, KeyRange range, ArrayBufferWriter<byte> writer)
    {
        ReadOnlySpan<byte> previous = [];
        for (var entry = range.Start; entry < range.End; entry++)
        {
            var letters = entries[entry];
            var shared = Math.Min(MostShared, letters.CommonPrefixLength(previous));
            var into = writer.GetSpan(1 + letters.Length - shared);
            into[0] = (byte)((shared << 4) | ranks[entry]);
            letters[shared..].CopyTo(into[1..]);
            into[letters.Length - shared] |= LastLetter;
            writer.Advance(1 + letters.Length - shared);
            previous = letters;
        }
    }
}
