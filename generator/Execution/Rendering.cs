using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>Renders pages and stages them, but for those that the output holds already. One for each build.</summary>
/// <param name="watch">Reads what is staged, or <see langword="null"/>.</param>
/// <param name="files">What pages may be copies of.</param>
/// <param name="change">What changed, if it is known to be one kind of thing only.</param>
internal sealed class Rendering(ICache cache, IInput input, IOutput output, PageRenderer renderer, OutputWatch? watch, IEnumerable<PlainFile> files, LimitedChange? change, BuildOptions options)
{
    private readonly Dictionary<SourcePath, PlainFile> sources = files.ToDictionary(file => file.Source.Path);
    private readonly Dictionary<string, OutputEntry> outputs = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> buffers = [];
    private readonly BodyReplacement? replacement = change is ChangedBodies bodies ? new BodyReplacement(bodies, output) : null;
    private readonly bool isWatchNew = watch is not null && watch.Fingerprint != cache.Previous.Watch;
    private readonly bool isThemeNew = renderer.Theme != cache.Previous.Theme;
    private int written;
    private int done;

    /// <summary>Gets everything that was rendered or is there already, by path.</summary>
    public IReadOnlyDictionary<string, OutputEntry> Outputs => outputs;

    /// <summary>Gets the number of files that are new or changed.</summary>
    public int Written => written;

    /// <summary>Everything that was rendered, and what the output holds of the last build besides.</summary>
    public Dictionary<string, OutputEntry> WithUntouched()
    {
        var all = new Dictionary<string, OutputEntry>(outputs, StringComparer.Ordinal);
        foreach (var (path, entry) in cache.Previous.Outputs.Where(entry => output.Holds(entry.Key, entry.Value, verify: false)))
        {
            all.TryAdd(path, entry);
        }

        return all;
    }

    /// <summary>Renders and stages pages on all threads.</summary>
    /// <returns>What stands in the way of their files, what failed, and what was found in them.</returns>
    public IReadOnlyList<Diagnostic> Write(IReadOnlyList<Page> pages)
    {
        if (output.FindObstacles(pages.Select(page => page.Route.OutputPath)) is { Count: > 0 } obstacles)
        {
            return obstacles;
        }

        // The path of each file is made with it: all of a large site would take 15 MB from the beginning.
        var entries = new KeyValuePair<string, OutputEntry>[pages.Count];
        var findings = new ConcurrentBag<Diagnostic>();
        var total = outputs.Count + pages.Count;
        ParallelRanges.Run(pages.Count, options.Threads, (start, end) =>
        {
            var buffer = buffers.TryTake(out var used) ? used : new ArrayBufferWriter<byte>(64 * 1024);
            for (var i = start; i < end; i++)
            {
                var path = pages[i].Route.OutputPath;
                try
                {
                    entries[i] = new(path, WriteOne(pages[i], path, buffer, findings));
                }
                catch (RenderException problem)
                {
                    findings.Add(problem.Finding);
                }
            }

            buffers.Add(buffer);
            options.MuchIsFree?.Invoke();
            options.Progress?.Invoke(new(BuildStep.Render, Interlocked.Add(ref done, end - start), total));
        });

        outputs.EnsureCapacity(total);
        foreach (var (path, entry) in entries)
        {
            // What could not be rendered has none.
            if (path is not null)
            {
                outputs.Add(path, entry);
            }
        }

        // One fault of a partial shows on every page; it is told once, with the first page as the example.
        return [.. findings.Order().DistinctBy(finding => (finding.Code, finding.Location))];
    }

    /// <summary>Takes over files of the last build whose pages were not planned again.</summary>
    public void Keep(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            outputs.Add(path, cache.Previous.Outputs[path]);
        }
    }

    private bool IsInPlace(string path, OutputEntry entry) => change?.IsInPlace(path) ?? output.Holds(path, entry, options.Verify);

    private void Read(string path, ArrayBufferWriter<byte> buffer)
    {
        using var stream = output.Open(path);
        for (var read = 1; read > 0; buffer.Advance(read))
        {
            read = stream.Read(buffer.GetSpan(64 * 1024));
        }
    }

    private void Inspect(Content content, ArrayBufferWriter<byte> buffer, ConcurrentBag<Diagnostic> findings)
    {
        foreach (var leak in content.Inspect(watch!, buffer, input, sources))
        {
            findings.Add(leak);
        }
    }

    private OutputEntry WriteOne(Page page, string path, ArrayBufferWriter<byte> buffer, ConcurrentBag<Diagnostic> findings)
    {
        var isWatched = watch is not null && watch.Covers(page);
        if (cache.Previous.Outputs.TryGetValue(path, out var entry)
            && change?.Spares(page) == true
            && !(isWatched && isWatchNew)
            && IsInPlace(path, entry))
        {
            return entry;
        }

        var content = Content.Of(page, renderer, sources, entry is null ? null : change?.Known(entry));
        if (entry is not null
            && entry.Fingerprint == content.Fingerprint
            && !(isThemeNew && page.IsThemed)
            && IsInPlace(path, entry))
        {
            if (isWatched && isWatchNew)
            {
                // The file is the same; what must not be in it is not.
                buffer.ResetWrittenCount();
                if (content.IsInspectedAsWritten)
                {
                    Read(path, buffer);
                }

                Inspect(content, buffer, findings);
            }

            return entry;
        }

        var isReplaced = entry is not null && page is TemplatePage template && replacement?.TryWrite(template, path, entry, template.Renderer ?? renderer, options.Verify, buffer) == true;
        var bodyStart = entry?.BodyStart ?? -1;
        var staged = isReplaced ? output.Stage(path, buffer.WrittenSpan) : content.Stage(path, buffer, isWatched, renderer, input, output, out bodyStart);
        if (isWatched)
        {
            Inspect(content, buffer, findings);
        }

        if (staged.IsNew && Interlocked.Increment(ref written) == BuildOptions.Many && change is not ChangedTheme)
        {
            options.MuchToDo?.Invoke();
        }

        return new OutputEntry(content.Fingerprint, ImmutableCollectionsMarshal.AsImmutableArray(staged.Sha512), staged.Length, staged.Modified, bodyStart);
    }
}
