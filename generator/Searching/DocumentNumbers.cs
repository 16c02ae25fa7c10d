using System.Collections.Immutable;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>A group with the numbers that belong to it.</summary>
/// <param name="Base">The number of slot 0.</param>
/// <param name="Capacity">So many numbers, used or not; a multiple of <see cref="DocumentNumbers.BlockSize"/>.</param>
internal sealed record NumberedGroup(SearchGroup Group, int Base, int Capacity);

/// <summary>Gives every document a number in the index: the base of its group and its slot.</summary>
/// <remarks>
/// Newer groups come last, and a group has some room, so that a new notice moves no other. Numbers that rise with time also
/// let the newer of two equal hits stand first without asking for its date.
/// </remarks>
/// <param name="Documents">Sorted by number.</param>
/// <param name="Numbers">The number of each document; they rise.</param>
internal sealed record DocumentNumbers(IReadOnlyList<SearchDocument> Documents, int[] Numbers, ImmutableArray<NumberedGroup> Groups)
{
    /// <summary>So many documents share a piece with what a list of hits shows.</summary>
    public const int BlockSize = 32;

    /// <summary>A group with much more room than documents (a slip in a number is enough) is numbered without gaps.</summary>
    private const int MostRoom = 8;

    /// <summary>Gets the first number that belongs to no group.</summary>
    public int End => Groups.IsEmpty ? 0 : Groups[^1].Base + Groups[^1].Capacity;

    public static DocumentNumbers Of(IReadOnlyList<SearchDocument> documents)
    {
        SearchDocument[] sorted = [.. documents];
        Array.Sort(sorted, Compare);
        var numbers = new int[sorted.Length];
        var groups = ImmutableArray.CreateBuilder<NumberedGroup>();
        var next = 0;
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end].Group == sorted[start].Group)
            {
                end++;
            }

            var count = end - start;
            var isRoomy = sorted[end - 1].Slot < MostRoom * (count + BlockSize) && HasOwnSlots(sorted.AsSpan(start, count));
            var capacity = RoundUp(isRoomy ? sorted[end - 1].Slot + 1 : count);
            groups.Add(new NumberedGroup(sorted[start].Group, next, capacity));
            for (var i = start; i < end; i++)
            {
                numbers[i] = next + (isRoomy ? sorted[i].Slot : i - start);
            }

            next += capacity;
            start = end;
        }

        return new DocumentNumbers(sorted, numbers, groups.ToImmutable());
    }

    private static int Compare(SearchDocument left, SearchDocument right)
    {
        var order = left.Group.Year.CompareTo(right.Group.Year);
        order = order != 0 ? order : left.Group.Order.CompareTo(right.Group.Order);
        order = order != 0 ? order : string.CompareOrdinal(left.Group.Kind, right.Group.Kind);
        order = order != 0 ? order : left.Slot.CompareTo(right.Slot);
        order = order != 0 ? order : string.CompareOrdinal(left.Address, right.Address);
        return order != 0 ? order : left.Page.CompareTo(right.Page);
    }

    /// <summary>Hash of the terms of all documents and of their numbers.</summary>
    public ContentHash Key()
    {
        var key = new HashBuilder();
        for (var i = 0; i < Numbers.Length; i++)
        {
            key.Add(Numbers[i]).Add(Documents[i].Hash);
        }

        return key.ToHash();
    }

    /// <summary>The documents of a block by the place of the first and after the last one.</summary>
    public Range InBlock(int block)
    {
        var start = Array.BinarySearch(Numbers, block * BlockSize);
        var end = Array.BinarySearch(Numbers, (block + 1) * BlockSize);
        return (start < 0 ? ~start : start)..(end < 0 ? ~end : end);
    }

    /// <summary>Two notices of one number are an error by now, but the plan goes on, to find all others.</summary>
    private static bool HasOwnSlots(ReadOnlySpan<SearchDocument> documents)
    {
        for (var i = 1; i < documents.Length; i++)
        {
            if (documents[i].Slot == documents[i - 1].Slot)
            {
                return false;
            }
        }

        return true;
    }

    private static int RoundUp(int count) => (count + BlockSize - 1) / BlockSize * BlockSize;
}
