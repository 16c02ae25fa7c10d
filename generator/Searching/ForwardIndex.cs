using System.Collections.Concurrent;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>The terms of every document: what the index is turned from, and what the cache keeps of it.</summary>
/// <remarks>All stay as bytes, those of known documents as the cache has them, and are decoded when they are asked for: they are millions of numbers.</remarks>
internal sealed class ForwardIndex
{
    private readonly StoredIndex? stored;
    private readonly int[]? storedPlaces;
    private readonly Fresh[] freshTerms;
    private readonly int[] storedDocuments;

    private ForwardIndex(SortedTerms terms, StoredIndex? stored, int[]? storedPlaces, Fresh[] fresh, int[] storedAt)
    {
        Terms = terms;
        this.stored = stored;
        this.storedPlaces = storedPlaces;
        freshTerms = fresh;
        storedDocuments = storedAt;
    }

    /// <summary>The terms of a document that was not known.</summary>
    /// <param name="Encoded">Numbered as by the thread that read it; <see langword="null"/> for a document that was known.</param>
    /// <param name="Places">For each such number the place in <see cref="Terms"/>.</param>
    private readonly record struct Fresh(byte[]? Encoded, int[] Places);

    /// <summary>Gets all terms that occur.</summary>
    public SortedTerms Terms { get; }

    /// <summary>Gets the number of documents.</summary>
    public int Count => freshTerms.Length;

    /// <summary>The terms of a document, in no order: <c>place in <see cref="Terms"/> &lt;&lt; 3 | level</c>.</summary>
    /// <param name="buffer">Holds them, and grows if it must; what it held before is gone.</param>
    public ReadOnlySpan<int> TermsOf(int document, ref int[] buffer)
    {
        var own = freshTerms[document];
        var entries = EncodedTerms.Read(own.Encoded ?? stored!.Encoded(storedDocuments[document]), ref buffer);
        if ((own.Encoded is null ? storedPlaces : own.Places) is { } places)
        {
            Renumber(entries, places);
        }

        return entries;
    }

    /// <summary>The terms of a document as the cache has them, if those are good as they are; otherwise nothing.</summary>
    public ReadOnlySpan<byte> Encoded(int document) => freshTerms[document].Encoded is null && storedPlaces is null ? stored!.Encoded(storedDocuments[document]) : [];

    /// <summary>Takes from the cache what is known and reads the rest, on all threads.</summary>
    public static ForwardIndex Build(SearchSet set, StoredIndex? stored, int threads)
    {
        var storedAt = new int[set.Documents.Count];
        var missing = new List<int>();
        for (var document = 0; document < storedAt.Length; document++)
        {
            storedAt[document] = stored?.Find(set.Documents[document].Hash) ?? -1;
            if (storedAt[document] < 0)
            {
                missing.Add(document);
            }
        }

        var fresh = new Fresh[storedAt.Length];
        var known = stored?.Terms ?? SortedTerms.None;
        var table = new TermTable();
        var numberings = ReadMissing(set, [.. missing], fresh, known, table, threads);
        var isUsed = FindUsed(stored, known, storedAt, numberings);
        if (table.Count == 0 && !isUsed.Contains(false))
        {
            return new ForwardIndex(known, stored, null, fresh, storedAt);
        }

        var (terms, places, tablePlaces) = known.Join(isUsed, table);
        int[] all = [.. places, .. tablePlaces];
        foreach (var numbering in numberings)
        {
            foreach (ref var number in numbering.AsSpan())
            {
                number = all[number];
            }
        }

        return new ForwardIndex(terms, stored, places, fresh, storedAt);
    }

    /// <summary>Reads the terms of documents that are not known.</summary>
    /// <param name="table">Gets the terms that are new; they are numbered on from the known ones.</param>
    /// <returns>What the terms of each thread, which has numbers of its own, are among the known and the new ones.</returns>
    private static int[][] ReadMissing(SearchSet set, int[] missing, Fresh[] fresh, SortedTerms known, TermTable table, int threads)
    {
        var free = new ConcurrentBag<TermCollector>();
        var collectors = new TermCollector[missing.Length];
        ParallelRanges.Run(missing.Length, threads, (start, end) =>
        {
            var collector = free.TryTake(out var used) ? used : new TermCollector(set.ReadBody);
            for (var i = start; i < end; i++)
            {
                fresh[missing[i]] = new Fresh(collector.Read(set.Documents[missing[i]]), []);
                collectors[i] = collector;
            }

            free.Add(collector);
        });

        // There are as many tables as threads, and few terms against their occurrences.
        var numberings = free.ToDictionary(collector => collector, collector => Merge(collector.Terms, known, table));
        for (var i = 0; i < missing.Length; i++)
        {
            fresh[missing[i]] = fresh[missing[i]] with { Places = numberings[collectors[i]] };
        }

        return [.. numberings.Values];
    }

    private static int[] Merge(TermTable from, SortedTerms known, TermTable to)
    {
        var numbers = new int[from.Count];
        for (var term = 0; term < numbers.Length; term++)
        {
            var place = known.Find(from[term]);
            numbers[term] = place >= 0 ? place : known.Count + to.Add(from[term]);
        }

        return numbers;
    }

    /// <summary>Finds which of the known terms are still in use; the others were of former versions of documents.</summary>
    private static bool[] FindUsed(StoredIndex? stored, SortedTerms known, int[] storedAt, int[][] numberings)
    {
        var isUsed = new bool[known.Count];
        int[] buffer = [];
        for (var document = 0; document < storedAt.Length && isUsed.Length > 0; document++)
        {
            if (storedAt[document] >= 0)
            {
                foreach (var entry in EncodedTerms.Read(stored!.Encoded(storedAt[document]), ref buffer))
                {
                    isUsed[entry >> Level.Bits] = true;
                }
            }
        }

        foreach (var term in numberings.SelectMany(numbering => numbering).Where(term => term < isUsed.Length))
        {
            isUsed[term] = true;
        }

        return isUsed;
    }

    private static void Renumber(Span<int> entries, int[] numbers)
    {
        foreach (ref var entry in entries)
        {
            entry = (numbers[entry >> Level.Bits] << Level.Bits) | (entry & Level.Mask);
        }
    }
}
