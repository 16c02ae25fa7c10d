using System.Collections.Immutable;
using System.Text;

namespace Fachinfo.CouncilImport;

/// <summary>What becomes of one file.</summary>
/// <param name="Text">What it shall say; <see langword="null"/> if it stays as it is on disk.</param>
internal sealed record Merged(string? Text, FileState State, bool HasEdits);

/// <summary>
/// Three-way: what the last import wrote (by hash), what lies on disk, what the server says now. Pieces that only one side
/// changed follow that side; of those that both changed the local one stays and is reported.
/// </summary>
internal sealed class Merging(ImportState state, ImportReport report)
{
    public Merged Merge(PlannedFile planned, byte[]? local)
    {
        var known = state.Files.GetValueOrDefault(planned.Path);
        var next = new FileState(planned.Id) { IsGone = planned.IsTombstone };
        next.Parts.UnionWith(planned.Parts);
        var text = BlockText.Join(planned.Blocks, planned.Layout);
        if (local is null)
        {
            return MergeMissing(planned, known, next, text);
        }

        var localText = Encoding.UTF8.GetString(local).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (planned.IsTombstone && known is { IsGone: true })
        {
            return new Merged(null, known, false);
        }

        if (planned.IsTombstone)
        {
            Record(next, planned.Blocks);
            if (known is not null && HasEdits(planned, known, localText))
            {
                report.Conflict(planned.Path, "zurückgezogen, obwohl hier bearbeitet; die Bearbeitung steht nur noch in der Versionsverwaltung");
            }

            return new Merged(localText == text ? null : text, next, false);
        }

        if (BlockText.Split(localText, planned.Layout, planned.Table) is not { } blocks)
        {
            report.Conflict(planned.Path, "kann nicht gelesen werden und bleibt, wie sie ist");
            return new Merged(null, known ?? next, true);
        }

        var (merged, hasEdits) = MergeBlocks(planned, known ?? new FileState(planned.Id), next, blocks);
        var result = BlockText.Join(merged, planned.Layout);
        return new Merged(result == localText ? null : result, next, hasEdits);
    }

    private Merged MergeMissing(PlannedFile planned, FileState? known, FileState next, string text)
    {
        Record(next, planned.Blocks);
        if (known is null || known.Keys.Count == 0)
        {
            return new Merged(text, next, false);
        }

        // An editor deleted it: it stays away.
        if (!planned.Blocks.All(block => known.IsOurs(block.Key, ImportState.Hash(block.Text))))
        {
            report.Conflict(planned.Path, "hier gelöscht, auf dem Server geändert; bleibt gelöscht");
            return new Merged(null, known, true);
        }

        return new Merged(null, known, true);
    }

    private (List<Block> Blocks, bool HasEdits) MergeBlocks(PlannedFile planned, FileState known, FileState next, ImmutableArray<Block> local)
    {
        var wanted = planned.Blocks.ToDictionary(block => block.Key, StringComparer.Ordinal);
        var result = new List<Block>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var hasEdits = false;
        foreach (var block in local)
        {
            seen.Add(block.Key);
            var isOurs = known.IsOurs(block.Key, ImportState.Hash(block.Text));
            var isWanted = wanted.TryGetValue(block.Key, out var now);
            if (isWanted && now!.Text == block.Text)
            {
                next.Keys[block.Key] = planned.IsPartial && !isOurs && known.Keys.TryGetValue(block.Key, out var before) ? before : ImportState.Hash(block.Text);
                result.Add(block);
            }
            else if (isOurs && isWanted)
            {
                next.Keys[block.Key] = ImportState.Hash(now!.Text);
                result.Add(now);
            }
            else if (isOurs && planned.Layout != FileLayout.List)
            {
                // The server has no value any more, and nobody here has changed the old one.
            }
            else
            {
                hasEdits |= !isOurs && block.Text.Length > 0;
                result.Add(block);
                KeepLocal(planned, known, next, block.Key, isWanted ? now : null, isOurs);
            }
        }

        Insert(planned, known, next, seen, result);
        return (result, hasEdits);
    }

    private void KeepLocal(PlannedFile planned, FileState known, FileState next, string key, Block? now, bool isOurs)
    {
        var before = known.Keys.GetValueOrDefault(key);
        if (before is not null)
        {
            next.Keys[key] = before;
        }

        if (now is null || isOurs || key == BlockText.Rest)
        {
            return;
        }

        var hash = ImportState.Hash(now.Text);
        if (hash != before && hash != known.Pending.GetValueOrDefault(key))
        {
            report.Conflict(planned.Path, $"{(planned.Layout == FileLayout.List ? "Eintrag" : "Feld")} „{key}“ hier und auf dem Server geändert; die hiesige Fassung bleibt");
        }
    }

    /// <summary>Puts in what is new, behind the piece that it follows on the server.</summary>
    private void Insert(PlannedFile planned, FileState known, FileState next, HashSet<string> seen, List<Block> result)
    {
        var after = -1;
        foreach (var block in planned.Blocks)
        {
            if (seen.Contains(block.Key))
            {
                after = Math.Max(after, result.FindIndex(one => one.Key == block.Key));
                continue;
            }

            var hash = ImportState.Hash(block.Text);
            if (known.Keys.TryGetValue(block.Key, out var before))
            {
                // Taken out by an editor.
                next.Keys[block.Key] = before;
                if (before != hash)
                {
                    report.Conflict(planned.Path, $"„{block.Key}“ hier gelöscht, auf dem Server geändert; bleibt gelöscht");
                }

                continue;
            }

            if (planned.Layout == FileLayout.List || after < 0)
            {
                after = planned.Layout == FileLayout.List ? result.Count - 1 : result.FindIndex(one => one.Key == BlockText.Head);
            }

            result.Insert(++after, block);
            next.Keys[block.Key] = hash;
        }
    }

    private static void Record(FileState next, ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            next.Keys[block.Key] = ImportState.Hash(block.Text);
        }
    }

    private static bool HasEdits(PlannedFile planned, FileState known, string local) =>
        BlockText.Split(local, planned.Layout, planned.Table) is not { } blocks
        || blocks.Any(block => (block.Key != BlockText.Rest || block.Text.Trim().Length > 0) && !known.IsOurs(block.Key, ImportState.Hash(block.Text)));
}
