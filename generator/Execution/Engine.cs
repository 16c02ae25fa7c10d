using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>Runs the six steps: read, parse, link, plan, render, write. Knows nothing of notices or rubrics.</summary>
public sealed class Engine<TSite>(EngineDefinition<TSite> definition, IInput input, ICache cache, IOutput output)
    where TSite : class
{
    /// <summary>Builds the site. Findings of the content are in the result; exceptions are faults of program or machine.</summary>
    public BuildResult Build(BuildOptions options)
    {
        try
        {
            return BuildOnce(options);
        }
        catch (CacheDamagedException)
        {
            cache.Reset();
            return BuildOnce(options);
        }
    }

    private BuildResult BuildOnce(BuildOptions options)
    {
        var timer = new StepTimer();
        var findings = new List<Diagnostic>();
        var files = input.List(findings);
        options.Progress?.Invoke(new(BuildStep.Read, files.Count, files.Count));
        timer.Finished(BuildStep.Read);

        var sources = new SourceReader(definition.Pipelines, input, cache, options);
        var previous = cache.Previous;
        if (findings.Count == 0 && sources.AllUnchanged(files) && previous.Key == KeyOf(options, previous.Sources) && OutputIsUntouched(options))
        {
            return new BuildResult(Escalate(previous.Findings, options), [])
            {
                Sources = files.Count,
                Outputs = previous.Outputs.Count,
                Timings = timer.Timings,
            };
        }

        var read = sources.ReadAll(files);
        findings.AddRange(read.Findings);
        timer.Finished(BuildStep.Parse);

        var linked = definition.Link(new LinkInput(read.Documents, read.Files, read.Entries.Keys.ToHashSet(), options, input.Read, ReadBody) { Open = input.Open, Results = cache.Results, WasBuilt = WasBuilt });
        findings.AddRange(linked.Findings);
        timer.Finished(BuildStep.Link);

        var pages = linked.Site is null ? [] : Plan(linked.Site, findings);
        timer.Finished(BuildStep.Plan);

        var result = new BuildResult(Escalate(Accept(findings, read.Accepted), options), [.. pages.Values.Concat(options.Precompress ? CompressedTwins.Of(pages) : []).Order(PageOrder)])
        {
            Sources = files.Count,
            Parsed = read.ParsedCount,
            Outputs = pages.Count,
        };
        if (linked.Site is null || !result.Succeeded)
        {
            cache.Save(previous with { Key = default, Sources = read.Entries, Findings = [] });
            return result with { Timings = timer.Timings };
        }

        var watch = definition.Watch(linked.Site);
        string[] paths = [.. result.Pages.Select(page => page.Route.OutputPath)];
        var obstacles = output.FindObstacles(paths);
        var rendered = obstacles.Count > 0
            ? new Rendered(obstacles, new Dictionary<string, OutputEntry>(), 0)
            : Render(result.Pages, paths, definition.Render(linked.Site), watch, read, options);
        timer.Finished(BuildStep.Render);
        result = result with { Findings = Escalate(Accept([.. findings, .. rendered.Findings], read.Accepted), options) };
        if (!result.Succeeded)
        {
            cache.Save(previous with { Key = default, Sources = read.Entries, Findings = [] });
            return result with { Timings = timer.Timings };
        }

        var removed = output.Commit(rendered.Outputs);
        cache.Save(new Manifest(
            KeyOf(options, read.Entries),
            read.Entries,
            rendered.Outputs,
            Accept([.. findings, .. rendered.Findings], read.Accepted))
        {
            Watch = watch?.Fingerprint ?? default,
        });
        options.Progress?.Invoke(new(BuildStep.Write, rendered.Written, rendered.Written));
        timer.Finished(BuildStep.Write);
        return result with { Written = rendered.Written, Removed = removed, Timings = timer.Timings };
    }

    private bool WasBuilt(PlainFile file) =>
        cache.Previous.Key != default && cache.Previous.Sources.TryGetValue(file.Source.Path, out var known) && known.Hash == file.Hash;

    private static readonly Comparer<Page> PageOrder = Comparer<Page>.Create((left, right) => left.Route.CompareTo(right.Route));

    private bool OutputIsUntouched(BuildOptions options)
    {
        var entries = cache.Previous.Outputs.ToArray();
        if (!output.OwnsExactly([.. cache.Previous.Outputs.Keys]))
        {
            return false;
        }

        var untouched = 1;
        ParallelRanges.Run(entries.Length, options.Threads, (start, end) =>
        {
            for (var i = start; i < end && Volatile.Read(ref untouched) == 1; i++)
            {
                if (!output.Holds(entries[i].Key, entries[i].Value, options.Verify))
                {
                    Interlocked.Exchange(ref untouched, 0);
                }
            }
        });
        return untouched == 1;
    }

    private Dictionary<Route, Page> Plan(TSite site, List<Diagnostic> findings)
    {
        var pages = new Dictionary<Route, Page>();
        var outputs = new Dictionary<string, Page>(StringComparer.OrdinalIgnoreCase);
        foreach (var page in definition.Plan(site))
        {
            var path = page.Route.OutputPath;
            if (!outputs.TryAdd(path, page))
            {
                var other = outputs[path];
                findings.Add(Codes.RouteCollision.At(page.Origin, page.Route, other.Origin.Value ?? other.Kind));
                continue;
            }

            pages.Add(page.Route, page);
        }

        findings.AddRange(outputs.SelectMany(output => FilesAbove(output.Key, outputs).Select(file => Codes.RouteCollision.At(output.Value.Origin, output.Value.Route, file))));
        findings.AddRange(definition.CheckPlan(site, pages));
        return pages;
    }

    /// <summary>A file in the place of a folder: <c>alt.html</c> and <c>alt.html/neu.html</c>.</summary>
    private static IEnumerable<Route> FilesAbove(string path, Dictionary<string, Page> outputs)
    {
        var byFolder = outputs.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (byFolder.TryGetValue(path.AsSpan(0, slash), out var file))
            {
                yield return file.Route;
            }
        }
    }

    private sealed record Rendered(IReadOnlyList<Diagnostic> Findings, Dictionary<string, OutputEntry> Outputs, int Written);

    private Rendered Render(ImmutableArray<Page> pages, string[] paths, PageRenderer renderer, OutputWatch? watch, ReadSources read, BuildOptions options)
    {
        var findings = new ConcurrentBag<Diagnostic>();
        var entries = new OutputEntry?[pages.Length];
        var hashes = read.Files.ToDictionary(file => file.Source.Path, file => file);
        var previous = cache.Previous.Outputs;
        var isWatchNew = watch is not null && watch.Fingerprint != cache.Previous.Watch;
        int written = 0, done = 0;
        var buffers = new ConcurrentBag<ArrayBufferWriter<byte>>();
        ParallelRanges.Run(pages.Length, options.Threads, (start, end) =>
        {
            var buffer = buffers.TryTake(out var used) ? used : new ArrayBufferWriter<byte>(64 * 1024);
            for (var i = start; i < end; i++)
            {
                var page = pages[i];
                var path = paths[i];
                try
                {
                    var content = Content.Of(page, renderer, hashes);
                    var isWatched = watch is not null && watch.Covers(page);
                    if (!(isWatched && isWatchNew)
                        && previous.TryGetValue(path, out var entry)
                        && entry.Fingerprint == content.Fingerprint
                        && output.Holds(path, entry, options.Verify))
                    {
                        entries[i] = entry;
                        continue;
                    }

                    var staged = content.Stage(path, buffer, renderer, input, output);
                    foreach (var leak in isWatched ? content.Inspect(watch!, buffer, input, hashes) : [])
                    {
                        findings.Add(leak);
                    }

                    entries[i] = new OutputEntry(
                        content.Fingerprint,
                        ImmutableCollectionsMarshal.AsImmutableArray(staged.Sha512),
                        staged.Length,
                        staged.Modified);
                    if (staged.IsNew)
                    {
                        Interlocked.Increment(ref written);
                    }
                }
                catch (RenderException problem)
                {
                    findings.Add(problem.Finding);
                }
            }

            buffers.Add(buffer);
            options.Progress?.Invoke(new(BuildStep.Render, Interlocked.Add(ref done, end - start), pages.Length));
        });

        var outputs = new Dictionary<string, OutputEntry>(pages.Length, StringComparer.Ordinal);
        for (var i = 0; i < pages.Length; i++)
        {
            if (entries[i] is { } entry)
            {
                outputs.Add(paths[i], entry);
            }
        }

        // One fault of a partial shows on every page; it is told once, with the first page as the example.
        return new Rendered([.. findings.Order().DistinctBy(finding => (finding.Code, finding.Location))], outputs, written);
    }

    private RentedBytes ReadBody(BodyReference body)
    {
        var bytes = new RentedBytes(body.Length);
        if (!body.IsEmpty)
        {
            cache.Read(body.Offset, bytes.Span);
        }

        return bytes;
    }

    private static ImmutableArray<Diagnostic> Accept(IEnumerable<Diagnostic> findings, IReadOnlyDictionary<SourcePath, IReadOnlyList<string>> accepted) =>
    [
        .. findings.Where(finding => finding.Severity != Severity.Warning
            || finding.Location.Path.Value is null
            || !accepted.TryGetValue(finding.Location.Path, out var codes)
            || !codes.Contains(finding.Code, StringComparer.OrdinalIgnoreCase)),
    ];

    private static ImmutableArray<Diagnostic> Escalate(IEnumerable<Diagnostic> findings, BuildOptions options) =>
    [
        .. findings
            .Select(finding => options.Strict && finding.Severity == Severity.Warning ? finding with { Severity = Severity.Error } : finding)
            .Distinct()
            .Order(),
    ];

    private static ContentHash KeyOf(BuildOptions options, IReadOnlyDictionary<SourcePath, SourceEntry> sources)
    {
        var key = ContentHash.Of($"{options.ProgramId}|{options.Today:O}|{options.BaseUrl}|{options.IncludeUnpublished}|{options.AllowsNewIds}|{options.Precompress}|{string.Join(' ', options.Programs.Keys)}|{options.Secret?.Fingerprint}");
        var bytes = new ArrayBufferWriter<byte>(sources.Count * 64);
        foreach (var (path, entry) in sources.OrderBy(pair => pair.Key))
        {
            Encoding.UTF8.GetBytes(path.Value, bytes);
            entry.Hash.Write(bytes.GetSpan(16));
            bytes.Advance(16);
            if (options.IsInPublicRepository?.Invoke(path) == true)
            {
                bytes.Write("!"u8);
            }
        }

        return key + ContentHash.Of(bytes.WrittenSpan);
    }
}
