using System.Text;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.CouncilImport;

/// <summary>Writes what remains of papers and meetings that were imported and are now deleted or closed on the server.</summary>
internal static class Tombstones
{
    public static IEnumerable<PlannedFile> Write(ImportState state, IReadOnlySet<string> gone, Archive archive, IReadOnlyCollection<PlannedFile> planned)
    {
        var written = planned.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, file) in state.Files)
        {
            if (file.Id is { } id && path.EndsWith(".md", StringComparison.Ordinal) && !written.Contains(path))
            {
                if (gone.Contains(id))
                {
                    yield return WriteOne(path, id, archive);
                }
                else if (file.Parts.Any(gone.Contains) && !file.IsGone && WithoutFiles(path, file, archive) is { } rest)
                {
                    yield return rest;
                }
            }
        }
    }

    /// <summary>The bytes and texts of files that are gone and that no other paper shows, whether it is part of this import or of an earlier one.</summary>
    public static IEnumerable<string> BytesOf(ImportState state, IReadOnlySet<string> gone, IReadOnlySet<string> shown)
    {
        var owners = state.Files.Values.Where(file => file.Id is not null).ToLookup(file => gone.Contains(file.Id!));
        var withOwner = owners[true].SelectMany(file => file.Parts).Except(owners[false].Where(file => !file.IsGone).SelectMany(file => file.Parts), StringComparer.Ordinal).Concat(gone).ToHashSet(StringComparer.Ordinal);
        return state.Files
            .Where(file => !file.Key.EndsWith(".md", StringComparison.Ordinal) && file.Value.Id is { } id && withOwner.Contains(id) && !shown.Contains(id))
            .Select(file => file.Key);
    }

    private static PlannedFile WriteOne(string path, string id, Archive archive)
    {
        var isPaper = path.StartsWith("vorlagen/", StringComparison.Ordinal);
        var table = isPaper ? CouncilFields.Paper : CouncilFields.MeetingTable;
        var local = LocalBlocks(path, archive, table);
        var gone = archive.Store.Find(id);
        var text = isPaper
            ? new YamlText().Text(Fields.Title, "Zurückgezogene Vorlage")
            : new YamlText();
        var blocks = text.Blocks.ToList();
        blocks.AddRange(local.Where(block => block.Key == (isPaper ? CouncilFields.Reference.German : CouncilFields.MeetingOrganization.German)
            || (!isPaper && block.Key == CouncilFields.MeetingStart.German)));
        var end = new YamlText();
        if (isPaper)
        {
            end.Word(CouncilFields.Visibility, "öffentlich");
        }

        blocks.AddRange(end.Map(Fields.Withdrawn, new YamlText().Day(Fields.WithdrawalDate, archive.DayOf(gone))).Text(CouncilFields.RecordId, id).Blocks);
        return new PlannedFile(path, id, FileLayout.FrontMatter, table, [.. blocks]) { IsTombstone = true };
    }

    /// <summary>The paper itself did not come, but one of its files is gone.</summary>
    private static PlannedFile? WithoutFiles(string path, FileState file, Archive archive)
    {
        var table = path.StartsWith("vorlagen/", StringComparison.Ordinal) ? CouncilFields.Paper : CouncilFields.MeetingTable;
        var local = LocalBlocks(path, archive, table);
        var items = archive.Retain(path, CouncilFields.Files, [], ownerDecides: false);
        if (items.Count == 0)
        {
            return null;
        }

        var replaced = new YamlText().Raw(CouncilFields.Files, items).Blocks[0];
        return new PlannedFile(path, file.Id, FileLayout.FrontMatter, table, [.. local.Where(block => block.Key != BlockText.Rest).Select(block => block.Key == replaced.Key ? replaced : block)])
        {
            Parts = [.. file.Parts],
            IsPartial = true,
        };
    }

    private static IEnumerable<Block> LocalBlocks(string path, Archive archive, FieldTable table) =>
        archive.ReadLocal(path) is { } bytes ? BlockText.Split(Encoding.UTF8.GetString(bytes), FileLayout.FrontMatter, table) ?? [] : [];
}
