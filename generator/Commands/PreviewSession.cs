using System.Collections.Immutable;
using System.Diagnostics;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pipelines;
using Fachinfo.Preview;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary>One run of the preview: builds into memory with the cache of earlier builds, again and again.</summary>
internal sealed class PreviewSession : IDisposable
{
    private readonly Host host;
    private readonly SiteRun run;
    private readonly PreviewState state = new();
    private readonly PreviewOutput output = new();
    private readonly PreviewMembers members;
    private readonly ICache cache;
    private readonly SourceExcerpts excerpts;
    private string baseUrl = "";
    private ImmutableDictionary<SourcePath, Route> routes = ImmutableDictionary<SourcePath, Route>.Empty;
    private string guardedFolder = "";
    private bool hasSite;
    private IReadOnlyList<Diagnostic> told = [];

    public PreviewSession(Host host, SiteRun run)
    {
        this.host = host;
        this.run = run;
        members = new PreviewMembers(run);
        excerpts = new SourceExcerpts(run);

        // What was read out of attached files is shared with builds; everything else belongs to this run.
        cache = new MemoryCache(new SharedResults(new FolderResults(BuildCommand.DefaultCache("output")), SiteDefinition.IsOfOneFile)) { Documents = new DocumentMemory() };
    }

    /// <summary>Gets the address of the start page.</summary>
    public string Home => baseUrl + "/";

    /// <summary>Starts the server; nothing is built yet.</summary>
    public async Task<PreviewServer> Serve(int port)
    {
        var rootPath = run.BaseUrl is { } given ? new Uri(given).AbsolutePath.TrimEnd('/') : "";
        var server = await PreviewServer.Start(port, new PreviewRequests(Find, state, rootPath)).ConfigureAwait(false);
        baseUrl = server.Address + rootPath;
        return server;
    }

    /// <summary>Builds, and builds again whenever something changes, until told to stop.</summary>
    public async Task Follow(CancellationToken stop)
    {
        using var loop = new RebuildLoop(Build, state);
        var folders = run.Folders.Select(folder => new FolderWatch(folder, loop.Request)).ToList();
        try
        {
            loop.Request(trustNothing: false);
            await loop.Run(stop).ConfigureAwait(false);
        }
        finally
        {
            folders.ForEach(folder => folder.Dispose());
        }
    }

    /// <summary>Says how to look at members' pages.</summary>
    public void TellMembers()
    {
        if (members.Code is { } code)
        {
            host.Output.WriteLine($"Zugangscode für den Mitgliederbereich dieser Vorschau: {code} (gilt nur bis zu ihrem Ende)");
        }
    }

    public void Dispose() => output.Dispose();

    private ServedFile? Find(string path) => output.Find(path) is { } file ? new ServedFile(file.Open) : null;

    private PreviewBuild Build(bool trustNothing)
    {
        var started = Stopwatch.GetTimestamp();
        TimeSpan? shown = null;

        // Feeds and the search index take as long as all pages; who has saved a text waits for a page.
        void Show(BuildResult pages)
        {
            shown = Stopwatch.GetElapsedTime(started);
            state.Publish(ToBuild(pages, shown.Value, isShown: false));
        }

        if (run.Folders.FirstOrDefault(folder => !Directory.Exists(folder)) is { } gone)
        {
            return Troubled($"Den Ordner „{gone}“ gibt es nicht mehr. Sobald er wieder da ist, geht es von selbst weiter.");
        }

        try
        {
            var input = members.AddTo(run.Input());
            var options = run.BuildOptions() with { BaseUrl = baseUrl, Strict = false, AllowsNewIds = true, IncludeUnpublished = true, Verify = trustNothing, Secret = members.Secret };
            var result = run.Build(input, cache, output, options with { PagesReady = hasSite ? Show : null });
            return ToBuild(result, shown ?? Stopwatch.GetElapsedTime(started), isShown: shown is not null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A checkout in progress, or a file that another program holds; it is tried again.
            return Troubled($"Der Bau wurde abgebrochen: {problem.Message}") with { IsPassing = true };
        }
#pragma warning disable CA1031 // A fault of the program ends one build, not the preview; it is shown like any other problem.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            host.Error.WriteLine(fault.ToString());
            return Troubled($"Fehler im Programm: {fault.Message} Einzelheiten stehen dort, wo die Vorschau gestartet wurde.");
        }
    }

    private PreviewBuild Troubled(string problem)
    {
        if (state.Build.Problem != problem)
        {
            host.Error.WriteLine(problem);
        }

        return new PreviewBuild(state.Build.Findings) { Problem = problem };
    }

    /// <param name="duration">Until pages were shown.</param>
    /// <param name="isShown">The pages are shown already, and the rest has followed.</param>
    private PreviewBuild ToBuild(BuildResult result, TimeSpan duration, bool isShown)
    {
        if (!result.Pages.IsEmpty)
        {
            routes = result.Pages.OfType<TemplatePage>().Where(page => page.Origin.Value is not null).GroupBy(page => page.Origin).ToImmutableDictionary(group => group.Key, group => group.First().Route);
            guardedFolder = result.Pages.Any(page => page is TemplatePage && page.Route != Addresses.Members && page.Route.Path.StartsWith(Addresses.Members.Path, StringComparison.Ordinal)) ? Addresses.Members.Path : "";
        }

        hasSite |= result.Succeeded;
        Tell(result, duration, isShown);
        var hidden = result.Findings.Where(finding => finding.Code == Codes.PreviewOnly.Id && routes.ContainsKey(finding.Location.Path));
        return new PreviewBuild([.. result.Findings.Select(excerpts.ToPreview)])
        {
            Changed = result.Succeeded && result.Written + result.Removed > 0 ? output.Changed : [],
            Unpublished = hidden.GroupBy(finding => routes[finding.Location.Path].Path).ToImmutableDictionary(group => group.Key, group => group.First().Message),
            GuardedFolder = guardedFolder,
            IsPassing = result.Findings.Any(finding => finding.Code == Codes.Unreadable.Id),
            Duration = duration,
        };
    }

    /// <summary>One line for each build, and findings when they are others than before.</summary>
    private void Tell(BuildResult result, TimeSpan duration, bool isShown)
    {
        var shown = result.Findings.Where(finding => finding.Severity != Severity.Info).ToList();
        var isNew = !shown.SequenceEqual(told);
        if (isNew)
        {
            told = shown;
            run.Report(shown);
        }

        if (result.Succeeded && (isShown || (!isNew && state.Version > 0 && result.Written + result.Removed == 0)))
        {
            return;
        }

        var pages = GermanText.Count(result.Written, "Datei", "Dateien") + " neu";
        host.Output.WriteLine(result.Succeeded
            ? $"Gebaut in {Host.Seconds(duration)}: {pages}."
            : $"Nicht gebaut ({Host.Seconds(duration)}): Die Vorschau zeigt den letzten guten Stand.");
    }
}
