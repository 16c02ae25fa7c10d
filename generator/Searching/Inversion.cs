namespace Fachinfo.Searching;

/// <summary>For each key (a term, or a part of one) the documents that hold it, by their numbers.</summary>
/// <param name="Keys">Sorted by their bytes.</param>
/// <param name="Counts">How many documents hold each key.</param>
/// <param name="Entries">The documents of each key.</param>
/// <param name="Beginnings">Words that occur at the beginning of keys only, <c>cannabis</c> in <c>cannabisgesetz</c>; sorted.</param>
internal sealed record Inversion(SortedTerms Keys, int[] Counts, Postings Entries, SortedTerms Beginnings)
{
    private const int MostParts = 6;
    private const int ShortestBeginning = 4;

    /// <summary>So many documents are worth a thread.</summary>
    private const int FewestDocuments = 500;

    /// <param name="numbers">The number of each document; they rise.</param>
    public static Inversion Of(ForwardIndex forward, int[] numbers, int threads)
    {
        var (keys, keyOfTerm, partStarts, parts, words) = FindKeys(forward.Terms);
        var ranges = Math.Clamp(forward.Count / FewestDocuments, 1, threads);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        (int Start, int End) Range(int range) => ((int)((long)forward.Count * range / ranges), (int)((long)forward.Count * (range + 1) / ranges));

        // Each range of documents measures for itself; from that follows where its entries of each key begin.
        var shares = new PostingShare[ranges];
        Parallel.For(0, ranges, options, range =>
        {
            shares[range] = new PostingShare(keys.Count, numbers);
            Pass(forward, Range(range), keyOfTerm, partStarts, parts, new Measurer(shares[range]));
        });
        var (entries, counts, fillers) = Postings.Reserve(shares, numbers);
        Parallel.For(0, ranges, options, range => Pass(forward, Range(range), keyOfTerm, partStarts, parts, new Filler(fillers[range])));
        return new Inversion(keys, counts, entries, words);
    }

    /// <summary>Sees every key of every document, some more than once. A struct, so that the two passes over millions of keys make no calls.</summary>
    private interface IVisitor
    {
        void Visit(int document, int key, int level);
    }

    private readonly struct Measurer(PostingShare share) : IVisitor
    {
        public void Visit(int document, int key, int level) => share.Note(document, key);
    }

    private readonly struct Filler(PostingFiller filler) : IVisitor
    {
        public void Visit(int document, int key, int level) => filler.Add(document, key, level);
    }

    private static void Pass<TVisitor>(ForwardIndex forward, (int Start, int End) range, int[] keyOfTerm, int[] partStarts, int[] parts, TVisitor visitor)
        where TVisitor : struct, IVisitor
    {
        int[] buffer = [];
        for (var document = range.Start; document < range.End; document++)
        {
            foreach (var entry in forward.TermsOf(document, ref buffer))
            {
                var (term, level) = (entry >> Level.Bits, entry & Level.Mask);
                visitor.Visit(document, keyOfTerm[term], level);
                for (var i = partStarts[term]; i < partStarts[term + 1]; i++)
                {
                    visitor.Visit(document, parts[i], Level.OfPart(level));
                }
            }
        }
    }

    /// <summary>All terms and all parts of terms as sorted keys, for each term its own key and those of its parts, and what only begins keys.</summary>
    private static (SortedTerms Keys, int[] KeyOfTerm, int[] PartStarts, int[] Parts, SortedTerms Beginnings) FindKeys(SortedTerms terms)
    {
        // Numbers of parts that are no terms themselves go on where those of the terms end.
        var table = new TermTable();
        var known = new TermTable();
        terms.CopyTo(known);
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
                var part = known.Find(terms[term][beginning..]);
                parts.Add(part >= 0 ? part : terms.Count + table.Add(terms[term][beginning..]));
                AddStem(firsts, terms[term][..beginning]);
                AddStem(firsts, end > 0 ? terms[term][beginning..end] : []);
                end = beginning;
            }

            partStarts[term + 1] = parts.Count;
        }

        var (keys, places, partPlaces) = terms.Join([], table);
        var words = Array.FindAll(firsts.Sorted(), first => known.Find(firsts[first]) < 0 && table.Find(firsts[first]) < 0);
        var keysOfParts = parts.ConvertAll(part => part < terms.Count ? places[part] : partPlaces[part - terms.Count]);
        return (keys, places, partStarts, [.. keysOfParts], SortedTerms.From(firsts, words));
    }

    private static void AddStem(TermTable table, ReadOnlySpan<byte> word)
    {
        if (word.Length >= ShortestBeginning)
        {
            table.Add(word[..GermanStem.Length(word)]);
        }
    }
}
