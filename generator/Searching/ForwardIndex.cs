using System.Collections.Concurrent;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>The terms of every document: what the index is turned from, and what the cache keeps of it.</summary>
/// <param name="Terms">All terms, sorted by their bytes.</param>
/// <param name="Documents">For each document of the set its terms: <c>place in Terms &lt;&lt; 3 | level</c>, in no order.</param>
internal sealed record ForwardIndex(SortedTerms Terms, int[][] Documents)
{
    /// <summary>Takes from the cache what is known and reads the rest, on all threads.</summary>
    public static ForwardIndex Build(SearchSet set, StoredIndex? stored, int threads)
    {
        var table = new TermTable();
        var documents = new int[set.Documents.Count][];
        stored?.Terms.CopyTo(table);
        ParallelRanges.Run(documents.Length, threads, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                documents[i] = stored?.Find(set.Documents[i].Hash)!;
            }
        });
        ReadMissing(set, documents, table, threads);
        return Sort(documents, table, threads);
    }

    private static void ReadMissing(SearchSet set, int[][] documents, TermTable table, int threads)
    {
        var missing = Enumerable.Range(0, documents.Length).Where(i => documents[i] is null).ToArray();
        var free = new ConcurrentBag<TermCollector>();
        var collectors = new TermCollector[documents.Length];
        ParallelRanges.Run(missing.Length, threads, (start, end) =>
        {
            var collector = free.TryTake(out var used) ? used : new TermCollector(set.ReadBody);
            foreach (var document in missing.AsSpan(start, end - start))
            {
                documents[document] = collector.Read(set.Documents[document]);
                collectors[document] = collector;
            }

            free.Add(collector);
        });

        // Each thread had numbers of its own; there are as many tables as threads, and few terms against their occurrences.
        var numbers = free.ToDictionary(collector => collector, collector => Merge(collector.Terms, table));
        ParallelRanges.Run(missing.Length, threads, (start, end) =>
        {
            foreach (var document in missing.AsSpan(start, end - start))
            {
                Renumber(documents[document], numbers[collectors[document]]);
            }
        });
    }

    private static int[] Merge(TermTable from, TermTable to)
    {
        var numbers = new int[from.Count];
        for (var term = 0; term < numbers.Length; term++)
        {
            numbers[term] = to.Add(from[term]);
        }

        return numbers;
    }

    /// <summary>Sorts the terms that are still in use; the others were of former versions of documents.</summary>
    private static ForwardIndex Sort(int[][] documents, TermTable table, int threads)
    {
        var isUsed = new bool[table.Count];
        foreach (var document in documents)
        {
            foreach (var entry in document)
            {
                isUsed[entry >> Level.Bits] = true;
            }
        }

        var order = Array.FindAll(table.Sorted(), term => isUsed[term]);
        var places = new int[table.Count];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        ParallelRanges.Run(documents.Length, threads, (start, end) =>
        {
            foreach (var document in documents.AsSpan(start, end - start))
            {
                Renumber(document, places);
            }
        });
        return new ForwardIndex(SortedTerms.From(table, order), documents);
    }

    private static void Renumber(int[] entries, int[] numbers)
    {
        foreach (ref var entry in entries.AsSpan())
        {
            entry = (numbers[entry >> Level.Bits] << Level.Bits) | (entry & Level.Mask);
        }
    }
}

/// <summary>Terms one after the other in one array.</summary>
/// <param name="Starts">Where each begins, and where the last one ends.</param>
internal sealed record SortedTerms(byte[] Bytes, int[] Starts)
{
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

    public void CopyTo(TermTable table)
    {
        for (var place = 0; place < Count; place++)
        {
            table.Add(this[place]);
        }
    }
}
