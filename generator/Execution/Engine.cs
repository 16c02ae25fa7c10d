using System.Buffers;
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

        // The list itself has no use any more when the files are read.
        var count = files.Count;
        var (read, change, kept, linked) = ReadAndLink(sources, files, findings, options, timer);
        options.MuchIsFree?.Invoke();
        var late = new Task<List<Page>>(() => kept.Count > 0 ? [] : PlanLate(linked.Site, options));
        if (options.PagesReady is null)
        {
            late.Start();
        }

        try
        {
            return Finish(linked.Site, late, kept, read, change, findings, options, timer) with { Sources = count, Parsed = read.ParsedCount, Timings = timer.Timings };
        }
        finally
        {
            // Nobody may go on reading the cache when the build has ended.
            if (late.Status != TaskStatus.Created)
            {
                Task.WaitAny(late);
            }
        }
    }

    private List<Page> PlanLate(TSite? site, BuildOptions options)
    {
        List<Page> pages = site is null ? [] : [.. definition.PlanLate(site)];
        options.MuchIsFree?.Invoke();
        return pages;
    }

    /// <summary>Reads, parses and links. The documents themselves are not needed any more then, and take half of the memory so far.</summary>
    private (ReadSources Read, LimitedChange? Change, IReadOnlyList<string> Kept, Linked<TSite> Linked) ReadAndLink(SourceReader sources, IReadOnlyList<SourceFile> files, List<Diagnostic> findings, BuildOptions options, StepTimer timer)
    {
        var (read, documents) = sources.ReadAll(files);
        findings.AddRange(read.Findings);
        timer.Finished(BuildStep.Parse);

        var change = FindChange(read.Entries, options);
        var kept = change is ChangedTheme && cache.Previous.Late.All(path => output.Holds(path, cache.Previous.Outputs[path], options.Verify)) ? cache.Previous.Late : [];
        var linked = definition.Link(new LinkInput(documents, read.Files, read.Entries.ContainsKey, options, input.Read, ReadBody) { Open = input.Open, Results = cache.Results, WasBuilt = WasBuilt, OnlyBodiesChanged = change is ChangedBodies, KeepsLatePages = kept.Count > 0 });
        findings.AddRange(linked.Findings);
        timer.Finished(BuildStep.Link);
        return (read, change, kept, linked);
    }

    private LimitedChange? FindChange(IReadOnlyDictionary<SourcePath, SourceEntry> sources, BuildOptions options)
    {
        var bodies = ChangedBodies.Find(cache.Previous, sources, KeyOf(options));
        if (!options.Verify)
        {
            // Beside the linking, which takes one processor.
            bodies?.LookAt(output, cache.Previous.Outputs);
        }

        return (LimitedChange?)bodies ?? ChangedTheme.Find(cache.Previous, sources, KeyOf(options), definition.PartOf);
    }

    /// <summary>Plans, renders and writes.</summary>
    /// <param name="late">The pages that are known later than the others.</param>
    /// <param name="kept">Outputs of such pages that stay as they are.</param>
    private BuildResult Finish(TSite? site, Task<List<Page>> late, IReadOnlyList<string> kept, ReadSources read, LimitedChange? change, List<Diagnostic> findings, BuildOptions options, StepTimer timer)
    {
        var previous = cache.Previous;
        var key = Task.Run(() => KeyOf(options, read.Entries));
        var plan = new PagePlan();
        if (site is not null)
        {
            findings.AddRange(plan.Add(definition.Plan(site)));
            findings.AddRange(definition.CheckPlan(site, plan.Pages));
        }

        timer.Finished(BuildStep.Plan);
        BuildResult Result() =>
            new(Escalate(Accept(findings, read.Accepted), options), ByRoute(plan.Pages.Values.Concat(options.Precompress ? CompressedTwins.Of(plan.Pages) : []))) { Outputs = plan.Pages.Count + kept.Count };
        BuildResult Fail(BuildResult failed)
        {
            cache.Save(previous with { Key = default, Options = default, Sources = read.Entries, Findings = [] });
            return failed;
        }

        var result = Result();
        if (site is null || !result.Succeeded)
        {
            return Fail(result);
        }

        output.Begin();
        var watch = definition.Watch(site);
        var renderer = definition.Render(site);
        var rendering = new Rendering(cache, input, output, renderer, watch, read.Files, change, options);
        rendering.Keep(kept);
        if (options.PagesReady is { } tell)
        {
            findings.AddRange(rendering.Write([.. result.Pages.Where(page => page is not (WrittenPage or StreamPage))]));
            if (rendering.Written > 0 && Result() is { Succeeded: true } early)
            {
                output.Commit(rendering.WithUntouched());
                tell(early with { Written = rendering.Written });
            }

            late.RunSynchronously();
        }

        findings.AddRange(rendering.Write(options.PagesReady is null ? result.Pages : [.. result.Pages.Where(page => !rendering.Outputs.ContainsKey(page.Route.OutputPath))]));
        var latePages = late.GetAwaiter().GetResult();
        findings.AddRange(plan.Add(latePages) is { Count: > 0 } collisions ? collisions : rendering.Write(latePages));
        timer.Finished(BuildStep.Render);
        result = Result();
        if (!result.Succeeded)
        {
            return Fail(result);
        }

        // Both at once: a build that ends between them leaves a manifest that the output does not agree with, and the next one sees that.
        var manifest = new Manifest(key.GetAwaiter().GetResult(), read.Entries, rendering.Outputs, Accept(findings, read.Accepted))
        {
            Options = KeyOf(options),
            Theme = renderer.Theme,
            Late = kept.Count > 0 ? kept : [.. latePages.Select(page => page.Route.OutputPath)],
            Watch = watch?.Fingerprint ?? default,
        };
        var saving = Task.Run(() => cache.Save(manifest));
        int removed;
        try
        {
            removed = output.Commit(rendering.Outputs);
        }
        finally
        {
            saving.GetAwaiter().GetResult();
        }

        options.Progress?.Invoke(new(BuildStep.Write, rendering.Written, rendering.Written));
        timer.Finished(BuildStep.Write);
        return result with { Written = rendering.Written, Removed = removed };
    }

    private bool WasBuilt(PlainFile file) =>
        cache.Previous.Key != default && cache.Previous.Sources.TryGetValue(file.Source.Path, out var known) && known.Hash == file.Hash;

    private static ImmutableArray<Page> ByRoute(IEnumerable<Page> pages)
    {
        Page[] sorted = [.. pages];
        Array.Sort(Array.ConvertAll(sorted, page => page.Route), sorted);
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

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

    private RentedBytes ReadBody(BodyReference body)
    {
        var bytes = new RentedBytes(body.Length);
        if (!body.IsEmpty)
        {
            cache.ReadBody(body.Offset, bytes.Span);
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

    private static ContentHash KeyOf(BuildOptions options) =>
        ContentHash.Of($"{options.ProgramId}|{options.Today:O}|{options.BaseUrl}|{options.IncludeUnpublished}|{options.AllowsNewIds}|{options.Precompress}|{string.Join(' ', options.Programs.Keys)}|{options.Secret?.Fingerprint}");

    private static ContentHash KeyOf(BuildOptions options, IReadOnlyDictionary<SourcePath, SourceEntry> sources)
    {
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

        return KeyOf(options) + ContentHash.Of(bytes.WrittenSpan);
    }
}
