using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.CouncilImport;

/// <summary>
/// Writes a plan into the folder. The record is written twice: before, with what is about to be written, and after. An import
/// that is killed in between finds its own half of the work and does not take it for an editor's.
/// </summary>
internal sealed class Applying(IFileStore target, Planning planning, ImportReport report, ImportOptions options)
{
    private readonly ImportState state = planning.State;
    private readonly SortedDictionary<string, FileState> next = new(StringComparer.Ordinal);
    private readonly List<(string Path, Func<byte[]> Bytes)> writes = [];

    public void Apply(ImportPlan plan)
    {
        foreach (var (path, file) in state.Files)
        {
            next[path] = file;
        }

        var merging = new Merging(state, report);
        foreach (var file in plan.Files)
        {
            Count(merging.Merge(file, planning.ReadLocal(file.Path)), file.Path);
        }

        foreach (var bytes in plan.Bytes.DistinctBy(one => one.Path))
        {
            Plan(bytes);
        }

        foreach (var path in plan.Removals)
        {
            next.Remove(path);
        }

        if (options.IsDryRun)
        {
            report.Written = writes.Count;
            return;
        }

        WriteAll(plan.Removals);
    }

    private void Count(Merged merged, string path)
    {
        next[path] = merged.State;
        report.KeptEdits += merged.HasEdits ? 1 : 0;
        if (merged.Text is { } text)
        {
            writes.Add((path, () => Encoding.UTF8.GetBytes(text)));
        }
        else
        {
            report.Unchanged++;
        }
    }

    private void Plan(PlannedBytes planned)
    {
        var known = state.Files.GetValueOrDefault(planned.Path);
        var local = target.Read(planned.Path);
        var hash = planned.Hash;
        var now = new FileState(planned.Id) { Stamp = planned.Stamp };
        now.Keys[BlockText.Rest] = hash;
        if (local is not null && ImportState.Hash(local) is var onDisk && onDisk != hash && known?.IsOurs(BlockText.Rest, onDisk) != true)
        {
            report.KeptEdits++;
            if (known is not null && !known.IsOurs(BlockText.Rest, hash))
            {
                report.Conflict(planned.Path, "hier und auf dem Server geändert; die hiesige Fassung bleibt");
            }
            else if (known is null)
            {
                report.Conflict(planned.Path, "liegt hier schon und bleibt, wie sie ist");
            }

            return;
        }

        if (local is null && known is { Keys.Count: > 0 })
        {
            report.KeptEdits++;
            return;
        }

        next[planned.Path] = now;
        if (local is null || ImportState.Hash(local) != hash)
        {
            writes.Add((planned.Path, planned.Load));
        }
        else
        {
            report.Unchanged++;
        }
    }

    private void WriteAll(IReadOnlyList<string> removals)
    {
        if (writes.Count > 0)
        {
            WriteState(Announced());
        }

        for (var i = 0; i < writes.Count; i++)
        {
            options.Progress(new ImportProgress("Schreiben", i, writes.Count));
            target.Write(writes[i].Path, writes[i].Bytes());
        }

        foreach (var path in removals)
        {
            target.Delete(path);
        }

        report.Written = writes.Count;
        WriteState(next);
    }

    /// <summary>The old record, with the pieces that are about to be written beside those that were.</summary>
    private SortedDictionary<string, FileState> Announced()
    {
        var announced = new SortedDictionary<string, FileState>(state.Files, StringComparer.Ordinal);
        foreach (var path in writes.Select(write => write.Path))
        {
            var before = announced.GetValueOrDefault(path);
            announced[path] = new FileState(next[path].Id ?? before?.Id)
            {
                Keys = before?.Keys ?? [],
                Parts = before?.Parts ?? [],
                IsGone = before?.IsGone ?? false,
                Stamp = before?.Stamp ?? "",
                Pending = next[path].Keys,
            };
        }

        return announced;
    }

    private void WriteState(SortedDictionary<string, FileState> files)
    {
        var written = new ImportState();
        foreach (var (path, file) in files)
        {
            written.Files.Add(path, file);
        }

        var bytes = written.Write();
        if (target.Read(ImportState.FileName) is not { } old || !old.AsSpan().SequenceEqual(bytes))
        {
            target.Write(ImportState.FileName, bytes);
        }
    }
}
