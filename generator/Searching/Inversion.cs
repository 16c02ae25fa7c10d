namespace Fachinfo.Searching;

/// <summary>For each key (a term, or a part of one) the documents that hold it, by their numbers.</summary>
/// <param name="Keys">Sorted by their bytes.</param>
/// <param name="Starts">Where the entries of each key begin, and where the last ones end.</param>
/// <param name="Entries"><c>number of the document &lt;&lt; 3 | level</c>, rising within a key.</param>
/// <param name="Beginnings">Words that occur at the beginning of keys only, <c>cannabis</c> in <c>cannabisgesetz</c>; sorted.</param>
internal sealed record Inversion(SortedTerms Keys, int[] Starts, int[] Entries, SortedTerms Beginnings)
{
    private const int MostParts = 6;
    private const int ShortestBeginning = 4;

    /// <param name="numbers">The number of each document; they rise.</param>
    public static Inversion Of(ForwardIndex forward, int[] numbers)
    {
        var (keys, keyOfTerm, partStarts, parts, words) = FindKeys(forward.Terms);
        var starts = new int[keys.Count + 1];
        var last = new int[keys.Count];
        var at = new int[keys.Count];
        Array.Fill(last, -1);
        Pass(forward, keyOfTerm, partStarts, parts, (document, key, _) =>
        {
            if (last[key] != document)
            {
                last[key] = document;
                starts[key + 1]++;
            }
        });
        for (var key = 0; key < keys.Count; key++)
        {
            starts[key + 1] += starts[key];
            at[key] = starts[key];
        }

        var entries = new int[starts[^1]];
        Array.Fill(last, -1);
        Pass(forward, keyOfTerm, partStarts, parts, (document, key, level) =>
        {
            var entry = (numbers[document] << Level.Bits) | level;
            if (last[key] != document)
            {
                last[key] = document;
                entries[at[key]++] = entry;
            }
            else if (entries[at[key] - 1] < entry)
            {
                entries[at[key] - 1] = entry;
            }
        });
        return new Inversion(keys, starts, entries, words);
    }

    private static void Pass(ForwardIndex forward, int[] keyOfTerm, int[] partStarts, int[] parts, Action<int, int, int> note)
    {
        for (var document = 0; document < forward.Documents.Length; document++)
        {
            foreach (var entry in forward.Documents[document])
            {
                var (term, level) = (entry >> Level.Bits, entry & Level.Mask);
                note(document, keyOfTerm[term], level);
                for (var i = partStarts[term]; i < partStarts[term + 1]; i++)
                {
                    note(document, parts[i], Level.OfPart(level));
                }
            }
        }
    }

    /// <summary>All terms and all parts of terms as sorted keys, for each term its own key and those of its parts, and what only begins keys.</summary>
    private static (SortedTerms Keys, int[] KeyOfTerm, int[] PartStarts, int[] Parts, SortedTerms Beginnings) FindKeys(SortedTerms terms)
    {
        var table = new TermTable();
        terms.CopyTo(table);
        var finder = new CompoundParts(terms);
        var partStarts = new int[terms.Count + 1];
        var parts = new List<int>(terms.Count);
        var firsts = new TermTable();
        Span<int> beginnings = stackalloc int[MostParts];
        for (var term = 0; term < terms.Count; term++)
        {
            // The last part comes first, and each runs to the end of the term: what begins one ends where the part before it began.
            var end = 0;
            foreach (var beginning in beginnings[..finder.Find(term, beginnings)])
            {
                parts.Add(table.Add(terms[term][beginning..]));
                AddStem(firsts, terms[term][..beginning]);
                AddStem(firsts, end > 0 ? terms[term][beginning..end] : []);
                end = beginning;
            }
            partStarts[term + 1] = parts.Count;
        }

        var order = table.Sorted();
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        var words = Array.FindAll(firsts.Sorted(), first => table.Find(firsts[first]) < 0);
        return (SortedTerms.From(table, order), places[..terms.Count], partStarts, [.. parts.Select(part => places[part])], SortedTerms.From(firsts, words));
    }

    private static void AddStem(TermTable table, ReadOnlySpan<byte> word)
    {
        if (word.Length >= ShortestBeginning)
        {
            table.Add(word[..GermanStem.Length(word)]);
        }
    }
}
