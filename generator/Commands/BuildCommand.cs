using System.CommandLine;
using System.Diagnostics;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary><c>build</c>: reads the content and writes the site.</summary>
internal static class BuildCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("build", "Baut die Website.");
        var options = new SiteOptions();
        var output = new Option<string>("--output", "-o") { Description = "Ordner, in den geschrieben wird", DefaultValueFactory = _ => "output", HelpName = "ORDNER" };
        var cache = new Option<string?>("--cache") { Description = "Ordner für Zwischenergebnisse; sonst .<Ausgabe>.cache daneben", HelpName = "ORDNER" };
        var clean = new Option<bool>("--clean") { Description = "Alles neu bauen und fremde Dateien aus dem Ausgabeordner löschen" };
        var verify = new Option<bool>("--verify") { Description = "Inhalte prüfen, statt Größe und Änderungszeit zu trauen" };
        var precompress = new Option<bool>("--precompress") { Description = "Neben jede Textdatei auch .gz und .br legen, für Server, die sie so ausliefern" };
        options.AddTo(command);
        command.Add(output);
        command.Add(cache);
        command.Add(clean);
        command.Add(verify);
        command.Add(precompress);
        command.SetAction(parsed => Run(
            host,
            new SiteRun(host, options, parsed),
            parsed.GetValue(output)!,
            parsed.GetValue(cache),
            parsed.GetValue(clean),
            parsed.GetValue(verify),
            parsed.GetValue(precompress)));
        return command;
    }

    private static int Run(Host host, SiteRun run, string output, string? cacheFolder, bool clean, bool verify, bool precompress)
    {
        var started = Stopwatch.GetTimestamp();
        if (!run.RequireFolders())
        {
            return CommandLine.WrongUsage;
        }

        if (File.Exists(output))
        {
            host.Error.WriteLine($"„{output}“ ist eine Datei. Geben Sie mit --output einen Ordner an.");
            return CommandLine.WrongUsage;
        }

        if (FindOverlap(run, output, cacheFolder) is { } overlap)
        {
            return run.Report([overlap]);
        }

        var input = new ListedAhead(run.Input());
        using var folder = FolderOutput.TryOpen(output, clean);
        if (folder is null)
        {
            return run.Report([Codes.BuildRunning.ForSite(output)]);
        }

        var cachePath = cacheFolder ?? DefaultCache(output);
        if (FolderCache.IsFilled(cachePath, ProgramId(run)) && !clean)
        {
            host.PutOffCollection();
        }

        using var cache = OpenCache(run, cachePath, clean, out var finding);
        if (cache is null && finding?.Severity == Severity.Error)
        {
            return run.Report([finding]);
        }

        using var progress = new ProgressDisplay(host);
        var result = run.Build(input, (ICache?)cache ?? new MemoryCache(), folder, run.BuildOptions() with { Verify = verify, Precompress = precompress, MuchToDo = host.CollectAgain, MuchIsFree = host.CollectFreed, Progress = ProgressFor(run, progress) });
        progress.Dispose();
        var status = run.Report([.. result.Findings, .. finding is null ? Array.Empty<Diagnostic>() : [finding]]);
        host.Output.WriteLine(Summary(result, output, Stopwatch.GetElapsedTime(started)));
        return status;
    }

    /// <summary>Programs read each line of standard error as JSON: nothing else may come between the findings.</summary>
    private static Action<BuildProgress>? ProgressFor(SiteRun run, ProgressDisplay progress) => run.Format == FindingFormat.Json ? null : progress.Show;

    private static string Summary(BuildResult result, string output, TimeSpan time)
    {
        var (errors, warnings) = (result.Findings.Count(finding => finding.Severity == Severity.Error), result.Findings.Count(finding => finding.Severity == Severity.Warning));
        var counts = $"{GermanText.Number(errors)} Fehler, {GermanText.Count(warnings, "Warnung", "Warnungen")}";
        if (!result.Succeeded)
        {
            return $"Nicht gebaut: {counts}. Die Ausgabe in „{output}“ ist unverändert.";
        }

        var removed = result.Removed > 0 ? $", {GermanText.Number(result.Removed)} entfernt" : "";
        return $"Gebaut: {GermanText.Number(result.Outputs)} Dateien in „{output}“ ({GermanText.Number(result.Written)} geschrieben{removed}) in {Host.Seconds(time)}; {counts}.";
    }

    /// <summary>Output and sources must not lie in each other: a build would read what it wrote, or delete what it reads.</summary>
    private static Diagnostic? FindOverlap(SiteRun run, string output, string? cache)
    {
        var target = WithSlash(output);
        foreach (var source in new[] { run.Content, run.ThemeFolder }.OfType<string>())
        {
            var folder = WithSlash(source);
            if (target.StartsWith(folder, StringComparison.Ordinal) || folder.StartsWith(target, StringComparison.Ordinal))
            {
                return Codes.OutputInsideContent.ForSite(output, source, "--output");
            }

            if (cache is not null && IsReadFrom(WithSlash(cache), folder))
            {
                return Codes.OutputInsideContent.ForSite(cache, source, "--cache");
            }
        }

        return null;
    }

    /// <summary>Folders whose names begin with a dot are not read.</summary>
    private static bool IsReadFrom(string inner, string folder) =>
        inner.StartsWith(folder, StringComparison.Ordinal) && !inner[(folder.Length - 1)..].Contains(Path.DirectorySeparatorChar + ".", StringComparison.Ordinal);

    private static string WithSlash(string folder) => Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

    internal static string DefaultCache(string output)
    {
        var folder = Path.GetFullPath(output).TrimEnd(Path.DirectorySeparatorChar);
        return Path.Combine(Path.GetDirectoryName(folder) ?? folder, "." + Path.GetFileName(folder) + ".cache");
    }

    /// <summary>Another program or theme folder can use nothing of what this one keeps.</summary>
    private static string ProgramId(SiteRun run) =>
        typeof(BuildCommand).Module.ModuleVersionId.ToString("N") + "|" + (run.ThemeFolder is { } theme ? Path.GetFullPath(theme) : "");

    private static FolderCache? OpenCache(SiteRun run, string folder, bool clean, out Diagnostic? finding)
    {
        finding = null;
        try
        {
            var cache = FolderCache.TryOpen(folder, ProgramId(run));
            if (cache is null)
            {
                finding = Codes.BuildRunning.ForSite(folder);
            }
            else if (clean)
            {
                cache.Clear();
            }

            return cache;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            finding = Codes.CacheUnavailable.ForSite(folder);
            return null;
        }
    }
}
