using System.Text;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.CouncilImport;

/// <summary>What the writers of papers and meetings need: the decisions, the names of files, and what lies on disk already.</summary>
internal sealed record Archive(
    OParlStore Store,
    FieldValues Values,
    Selection Selection,
    PathBook Paths,
    Organizations Organizations,
    ImportState State,
    FileEntryWriter Files,
    DateOnly Today,
    Func<string, byte[]?> ReadLocal)
{
    /// <summary>Gets the ids of meetings that the archive has or will have.</summary>
    public required IReadOnlySet<string> Meetings { get; init; }

    /// <summary>Gets the ids of papers that the archive has or will have.</summary>
    public required IReadOnlySet<string> Papers { get; init; }

    /// <summary>Gets ids of what was public once and is no longer: deleted on the server, or not public there any more.</summary>
    public required IReadOnlySet<string> Gone { get; init; }

    public IEnumerable<string> SlugsOf(IEnumerable<string> organizations, OParlObject from)
    {
        foreach (var id in organizations)
        {
            if (Organizations.SlugOf(id) is { } slug)
            {
                yield return slug;
            }
            else
            {
                Values.Report.LeaveOut("Verweis", $"{id} ({from.Id})", "das Gremium ist nicht bekannt");
            }
        }
    }

    public DateOnly DayOf(OParlObject? gone) => (gone is null ? null : Values.Day(gone, "modified")) ?? Today;

    /// <summary>
    /// Joins a list of the server with the one on disk. Absence is not deletion: a piece that is missing now stays, unless its
    /// owner was changed since and is the one to say what belongs to it.
    /// </summary>
    public List<string> Retain(string path, Field field, List<(string? Id, string Text)> now, bool ownerDecides)
    {
        var items = now.Select(one => one.Text).ToList();
        var ids = now.Select(one => one.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (ReadLocal(path) is not { } bytes
            || BlockText.Split(Encoding.UTF8.GetString(bytes), FileLayout.FrontMatter, field == CouncilFields.Agenda ? CouncilFields.MeetingTable : CouncilFields.Paper) is not { } blocks)
        {
            return items;
        }

        foreach (var (id, text) in blocks.Where(block => block.Key == field.German).SelectMany(block => BlockText.Items(block.Text)))
        {
            if (id is null || ids.Contains(id))
            {
                continue;
            }

            if (field == CouncilFields.Files && (Gone.Contains(id) || text.Contains(Fields.Withdrawn.German + ":", StringComparison.Ordinal)))
            {
                items.Add(text.Contains(Fields.Withdrawn.German + ":", StringComparison.Ordinal) ? text : FileEntryWriter.Tombstone(id, DayOf(Store.Find(id))).Item());
            }
            else if (!Gone.Contains(id) && !ownerDecides)
            {
                items.Add(text);
            }
        }

        return items;
    }

    /// <summary>Tells whether an object was changed on the server since the last import.</summary>
    public bool IsNewer(string path, DateTime? modified)
    {
        if (modified is null || ReadLocal(path) is not { } bytes)
        {
            return false;
        }

        var head = Encoding.UTF8.GetString(bytes);
        return BlockText.Peek(head, CouncilFields.Modified.German, 0) is not { } before
            || !ServerTime.TryParse(before, out var time, out _)
            || modified > time;
    }
}
