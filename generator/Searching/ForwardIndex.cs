using System.Collections.Concurrent;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>The terms of every document: what the index is turned from, and what the cache keeps of it.</summary>
/// <remarks>Documents that were known before stay as the cache has them and are decoded when they are asked for: they are millions of numbers.</remarks>
internal sealed class ForwardIndex
{
    private readonly StoredIndex? stored;
    private readonly int[]? storedPlaces;
    private readonly int[]?[] freshTerms;
    private readonly int[] storedDocuments;

    private ForwardIndex(SortedTerms terms, StoredIndex? stored, int[]? storedPlaces, int[]?[] fresh, int[] storedAt)
    {
        Terms = terms;
        this.stored = stored;
        this.storedPlaces = storedPlaces;
        freshTerms = fresh;
        storedDocuments = storedAt;
    }

    /// <summary>Gets all terms that occur.</summary>
    public SortedTerms Terms { get; }

    /// <summary>Gets the number of documents.</summary>
    public int Count => freshTerms.Length;

    /// <summary>The terms of a document, in no order: <c>place in <see cref="Terms"/> &lt;&lt; 3 | level</c>.</summary>
    /// <param name="buffer">Holds them, and grows if it must; what it held before is gone.</param>
    public ReadOnlySpan<int> TermsOf(int document, ref int[] buffer)
    {
        if (freshTerms[document] is { } own)
        {
            return own;
        }

        var entries = stored!.Read(storedDocuments[document], ref buffer);
        if (storedPlaces is not null)
        {
            Renumber(entries, storedPlaces);
        }

        return entries;
    }

    /// <summary>The terms of a document as the cache has them, if those are good as they are; otherwise nothing.</summary>
    public ReadOnlySpan<byte> Encoded(int document) => freshTerms[document] is null && storedPlaces is null ? stored!.Encoded(storedDocuments[document]) : [];

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

        var fresh = new int[]?[storedAt.Length];
        var known = stored?.Terms ?? SortedTerms.None;
        var table = ReadMissing(set, [.. missing], fresh, known, threads);
        var isUsed = FindUsed(stored, known, storedAt, fresh);
        if (table.Count == 0 && !isUsed.Contains(false))
        {
            return new ForwardIndex(known, stored, null, fresh, storedAt);
        }

        var (terms, places, tablePlaces) = known.Join(isUsed, table);
        int[] all = [.. places, .. tablePlaces];
        foreach (var document in missing)
        {
            Renumber(fresh[document], all);
        }

        return new ForwardIndex(terms, stored, places, fresh, storedAt);
    }

    /// <summary>Reads the terms of documents that are not known.</summary>
    /// <returns>The terms that are new; they are numbered on from the known ones.</returns>
    private static TermTable ReadMissing(SearchSet set, int[] missing, int[]?[] fresh, SortedTerms known, int threads)
    {
        var free = new ConcurrentBag<TermCollector>();
        var collectors = new TermCollector[fresh.Length];
        ParallelRanges.Run(missing.Length, threads, (start, end) =>
        {
            var collector = free.TryTake(out var used) ? used : new TermCollector(set.ReadBody);
            foreach (var document in missing.AsSpan(start, end - start))
            {
                fresh[document] = collector.Read(set.Documents[document]);
                collectors[document] = collector;
            }

            free.Add(collector);
        });

        // Each thread had numbers of its own; there are as many tables as threads, and few terms against their occurrences.
        var table = new TermTable();
        var numbers = free.ToDictionary(collector => collector, collector => Merge(collector.Terms, known, table));
        ParallelRanges.Run(missing.Length, threads, (start, end) =>
        {
            foreach (var document in missing.AsSpan(start, end - start))
            {
                Renumber(fresh[document], numbers[collectors[document]]);
            }
        });
        return table;
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
    private static bool[] FindUsed(StoredIndex? stored, SortedTerms known, int[] storedAt, int[]?[] fresh)
    {
        var isUsed = new bool[known.Count];
        int[] buffer = [];
        for (var document = 0; document < fresh.Length && isUsed.Length > 0; document++)
        {
            foreach (var entry in fresh[document] ?? stored!.Read(storedAt[document], ref buffer))
            {
                var term = entry >> Level.Bits;
                if (term < isUsed.Length)
                {
                    isUsed[term] = true;
                }
            }
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
