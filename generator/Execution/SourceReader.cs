using System.Collections.Concurrent;
using System.Collections.Immutable;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>All sources after the first two steps, but for their documents, which nobody needs when they are linked.</summary>
internal sealed record ReadSources(
    IReadOnlyList<PlainFile> Files,
    IReadOnlyDictionary<SourcePath, SourceEntry> Entries,
    IReadOnlyList<Diagnostic> Findings,
    IReadOnlyDictionary<SourcePath, IReadOnlyList<string>> Accepted,
    int ParsedCount);

/// <summary>Reads and parses what changed, and takes the rest from the cache.</summary>
internal sealed class SourceReader(ImmutableArray<Pipeline> pipelines, IInput input, ICache cache, BuildOptions options)
{
    /// <summary>Tells whether the files are exactly those of the last build, by size and time.</summary>
    public bool AllUnchanged(IReadOnlyList<SourceFile> files)
    {
        var known = cache.Previous.Sources;
        return !options.Verify
            && files.Count == known.Count
            && files.All(file => known.TryGetValue(file.Path, out var entry) && entry.Matches(file));
    }

    public (ReadSources Sources, IReadOnlyList<object> Documents) ReadAll(IReadOnlyList<SourceFile> files)
    {
        var results = new Result?[files.Count];
        var records = new ConcurrentBag<Records>();
        var findings = new ConcurrentBag<Diagnostic>();
        int parsed = 0, done = 0;
        var order = ChangedFirst(files);
        ParallelRanges.Run(files.Count, options.Threads, (start, end) =>
        {
            var own = records.TryTake(out var used) ? used : new Records(new RecordReader(), new RecordWriter());
            foreach (var i in order.AsSpan(start, end - start))
            {
                try
                {
                    results[i] = ReadOne(files[i], own, ref parsed);
                }
                catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
                {
                    findings.Add(Codes.Unreadable.At(files[i].Path, problem.Message));
                }
            }

            records.Add(own);
            options.Progress?.Invoke(new(BuildStep.Parse, Interlocked.Add(ref done, end - start), files.Count));
        });

        var documents = new List<object>(files.Count);
        var plain = new List<PlainFile>();
        var entries = new Dictionary<SourcePath, SourceEntry>(files.Count);
        var accepted = new Dictionary<SourcePath, IReadOnlyList<string>>();
        List<Diagnostic> all = [.. findings];
        for (var i = 0; i < files.Count; i++)
        {
            if (results[i] is not { } result)
            {
                continue;
            }

            entries.Add(files[i].Path, result.Entry);
            if (result.Processed is not { } processed)
            {
                plain.Add(new PlainFile(files[i], result.Entry.Hash));
                continue;
            }

            all.AddRange(processed.Findings);
            if (!processed.Accepted.IsEmpty)
            {
                accepted.Add(files[i].Path, processed.Accepted);
            }

            if (processed.Document is { } document)
            {
                documents.Add(document);
            }
        }

        cache.Documents?.Trim(entries);
        return (new ReadSources(plain, entries, all, accepted, parsed), documents);
    }

    /// <summary>The places of all files, those that must be parsed before those that are known: a file that is parsed last keeps others waiting.</summary>
    private int[] ChangedFirst(IReadOnlyList<SourceFile> files)
    {
        var order = new int[files.Count];
        var (first, last) = (0, files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            var isKnown = cache.Previous.Sources.TryGetValue(files[i].Path, out var known) && known.Matches(files[i]);
            order[isKnown ? --last : first++] = i;
        }

        // The known ones lie one after another in the cache, in the order of their paths.
        order.AsSpan(last).Reverse();
        return order;
    }

    private readonly record struct Result(SourceEntry Entry, Processed? Processed);

    /// <summary>What one thread at a time reads and writes records with.</summary>
    private sealed record Records(RecordReader Reader, RecordWriter Writer);

    private Result ReadOne(SourceFile file, Records records, ref int parsed)
    {
        var pipeline = pipelines.FirstOrDefault(pipeline => pipeline.Takes(file.Path));
        var pipelineName = pipeline?.Name ?? "";
        cache.Previous.Sources.TryGetValue(file.Path, out var known);
        if (known?.Pipeline != pipelineName)
        {
            known = null;
        }

        if (pipeline is null)
        {
            return new Result(ReadPlain(file, known), null);
        }

        byte[]? bytes = null;
        if (known is not null && (options.Verify || !known.Matches(file)))
        {
            bytes = input.Read(file);
            known = known.Hash == ContentHash.Of(bytes) ? known with { Length = file.Length, Modified = file.Modified, IsRacy = false } : null;
        }

        if (known is not null)
        {
            return new Result(known, cache.Documents?.Find(file.Path, known) ?? Keep(file.Path, known, Restore(pipeline, file.Path, known, records.Reader)));
        }

        bytes ??= input.Read(file);
        if (Interlocked.Increment(ref parsed) == BuildOptions.Many)
        {
            options.MuchToDo?.Invoke();
        }

        SourceEntry? entry = null;
        var processed = pipeline.Process(file.Path, bytes, (records.Writer, records.Reader), (record, body, isMembersOnly) =>
        {
            var places = cache.Append(record, body, isMembersOnly);
            entry = new SourceEntry(file.Length, file.Modified, ContentHash.Of(bytes), pipelineName, ContentHash.Of(record), places.Record, record.Length, places.Body, body.Length);
            return entry.Body;
        });
        return new Result(entry!, Keep(file.Path, entry!, processed));
    }

    private Processed Keep(SourcePath path, SourceEntry entry, Processed processed)
    {
        cache.Documents?.Keep(path, entry, processed);
        return processed;
    }

    private SourceEntry ReadPlain(SourceFile file, SourceEntry? known)
    {
        if (known is not null && !options.Verify && known.Matches(file))
        {
            return known;
        }

        using var stream = input.Open(file);
        return new SourceEntry(file.Length, file.Modified, ContentHash.Of(stream), "");
    }

    private Processed Restore(Pipeline pipeline, SourcePath path, SourceEntry entry, RecordReader reader)
    {
        try
        {
            reader.Begin(cache, entry.Offset, entry.PayloadLength);
            return pipeline.Restore(path, reader, entry.Body);
        }
        catch (Exception damage) when (damage is FormatException or EndOfStreamException or ArgumentException)
        {
            throw new CacheDamagedException($"The stored document of {path} cannot be read.", damage);
        }
    }
}
