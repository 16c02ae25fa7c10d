namespace Fachinfo.Searching;

/// <summary>Different terms in the order of their bytes, one after the other in one array.</summary>
/// <param name="Starts">Where each begins, and where the last one ends.</param>
internal sealed record SortedTerms(byte[] Bytes, int[] Starts)
{
    public static readonly SortedTerms None = new([], [0]);

    public int Count => Starts.Length - 1;

    public ReadOnlySpan<byte> this[int place] => Bytes.AsSpan(Starts[place], Starts[place + 1] - Starts[place]);

    public static SortedTerms From(TermTable table, int[] order)
    {
        var starts = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
        {
            starts[i + 1] = starts[i] + table[order[i]].Length;
        }

        var bytes = new byte[starts[^1]];
        for (var i = 0; i < order.Length; i++)
        {
            table[order[i]].CopyTo(bytes.AsSpan(starts[i]));
        }

        return new SortedTerms(bytes, starts);
    }

    /// <summary>Joins terms with those of a table, of which none is among them.</summary>
    /// <param name="isKept">Which of the terms to keep; all if it is empty.</param>
    /// <returns>All of them, and where those of the former and of the table lie now; a term that is not kept has no place that means anything.</returns>
    public (SortedTerms All, int[] Places, int[] TablePlaces) Join(ReadOnlySpan<bool> isKept, TermTable table)
    {
        var order = table.Sorted();
        var places = new int[Count];
        var tablePlaces = new int[table.Count];
        var starts = new List<int>(Count + table.Count + 1);
        var bytes = new byte[Bytes.Length + table.Size];
        var (term, next, length) = (0, 0, 0);
        while (term < Count || next < order.Length)
        {
            if (term < Count && !isKept.IsEmpty && !isKept[term])
            {
                term++;
                continue;
            }

            var isOwn = next == order.Length || (term < Count && this[term].SequenceCompareTo(table[order[next]]) < 0);
            var letters = isOwn ? this[term] : table[order[next]];
            (isOwn ? ref places[term++] : ref tablePlaces[order[next++]]) = starts.Count;
            starts.Add(length);
            letters.CopyTo(bytes.AsSpan(length));
            length += letters.Length;
        }

        starts.Add(length);
        return (new SortedTerms(bytes, [.. starts]), places, tablePlaces);
    }

    /// <summary>Returns the place of a term, or -1.</summary>
    public int Find(ReadOnlySpan<byte> term)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = this[middle].SequenceCompareTo(term);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    public void CopyTo(TermTable table)
    {
        for (var place = 0; place < Count; place++)
        {
            table.Add(this[place]);
        }
    }
}
