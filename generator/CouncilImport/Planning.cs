using System.Text;
using System.Text.RegularExpressions;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.CouncilImport;

/// <summary>All files as the import would write them, and those that go.</summary>
internal sealed record ImportPlan(IReadOnlyList<PlannedFile> Files, IReadOnlyList<PlannedBytes> Bytes, IReadOnlyList<string> Removals);

/// <summary>Turns the objects of a server into the files of the archive.</summary>
internal sealed class Planning
{
    /// <summary>An import that would withdraw a larger share than one in this many stops.</summary>
    private const int RemovalShare = 20;

    private readonly OParlStore store;
    private readonly ImportReport report;
    private readonly ImportOptions options;
    private readonly IFileStore target;
    private readonly Downloads? downloads;
    private readonly FieldValues values;
    private readonly Dictionary<string, string> localIds;
    private readonly List<string> localFiles;
    private readonly Dictionary<string, byte[]?> localTexts = new(StringComparer.Ordinal);

    public Planning(OParlStore store, ImportReport report, ImportOptions options, IFileStore target, Downloads? downloads)
    {
        (this.store, this.report, this.options, this.target, this.downloads) = (store, report, options, target, downloads);
        values = new FieldValues(report, new Stamps(store, options.Today, report));
        State = ImportState.Read(target.Read(ImportState.FileName));
        localFiles = [.. target.List().Where(path => !path.Split('/').Any(part => part.StartsWith('.')))];
        localIds = ReadIds();
    }

    public ImportState State { get; }

    /// <summary>Reads a text of the archive as it was before the import; each is looked at several times.</summary>
    public byte[]? ReadLocal(string path)
    {
        if (!localTexts.TryGetValue(path, out var bytes))
        {
            bytes = target.Read(path);
            localTexts.Add(path, bytes);
        }

        return bytes;
    }

    public ImportPlan Plan(OParlObject? body, OParlObject? system, string name, bool isWalk)
    {
        var scope = new Scope(store, body, isWalk, store.All("Body").Count);
        var organizations = scope.Organizations().ToList();
        var (papers, meetings) = (scope.Papers().Where(IsRecent).ToList(), scope.Meetings().Where(IsRecent).ToList());
        NoteUnresolved(papers, meetings);
        var selection = new Selection(store, values, options.Unknown, [.. scope.Meetings()], papers);
        var gone = FindGone(selection, scope.Meetings());
        RequireFewRemovals(gone);

        var paths = new PathBook(State, localIds, localFiles);
        var slugs = new Organizations(organizations, values, target.Read(Organizations.FileName));
        var entries = new FileEntryWriter(values, selection, paths, State, request => downloads?.Fetch(request, State, target) ?? false);
        var alive = State.Files.Where(file => file.Value is { IsGone: false, Id: not null } && localFiles.Contains(file.Key, StringComparer.Ordinal)).Select(file => file.Value.Id!).ToHashSet(StringComparer.Ordinal);
        var publicPapers = papers.Where(paper => selection.OfPaper(paper.Id) == Publicity.Public).ToList();
        var archive = new Archive(store, values, selection, paths, slugs, State, entries, options.Today, ReadLocal)
        {
            Gone = gone,
            Meetings = Known(meetings.Where(meeting => CanWrite(meeting, slugs)).Select(meeting => meeting.Id), alive, gone),
            Papers = Known(publicPapers.Select(paper => paper.Id), alive, gone),
        };

        var files = new List<PlannedFile> { BodyWriter.Write(body, system, name, store, values, NewestDay(publicPapers, meetings)) };
        if (options.WithPersons)
        {
            files.Add(WritePersons(scope, slugs, gone));
        }

        files.AddRange(publicPapers.Select((paper, index) => Show("Vorlagen", index, publicPapers.Count, PaperWriter.Write(paper, archive))).OfType<PlannedFile>());
        files.AddRange(meetings.Select((meeting, index) => Show("Sitzungen", index, meetings.Count, MeetingWriter.Write(meeting, archive))).OfType<PlannedFile>());
        files.AddRange(Tombstones.Write(State, gone, archive, files).ToList());
        files.Add(WriteOrganizations(slugs, organizations, gone, files));
        return new ImportPlan(files, [.. entries.Texts, .. downloads?.Fetched ?? []], [.. Tombstones.BytesOf(State, gone, entries.Written)]);
    }

    private PlannedFile? Show(string step, int done, int total, PlannedFile? file)
    {
        options.Progress(new ImportProgress(step, done, total));
        return file;
    }

    /// <summary>An organization that is gone leaves a tombstone, unless a paper or meeting would lose its committee with it.</summary>
    private PlannedFile WriteOrganizations(Organizations slugs, IReadOnlyList<OParlObject> organizations, HashSet<string> gone, List<PlannedFile> planned)
    {
        var written = slugs.Write(organizations, values);
        var withdrawn = new List<Block>();
        foreach (var deleted in store.Deleted.Where(one => gone.Contains(one.Id) && slugs.SlugOf(one.Id) is not null))
        {
            var slug = slugs.SlugOf(deleted.Id)!;
            if (IsNamed(slug, planned))
            {
                report.LeaveOut("Löschung", deleted.Id, "das Gremium bleibt, weil Sitzungen und Vorlagen daran hängen; mit „zurückgezogen“ in gremien.yml nehmen Sie es zurück");
            }
            else
            {
                withdrawn.Add(Organizations.Tombstone(deleted.Id, slug, values.Day(deleted, "modified") ?? options.Today));
            }
        }

        return written with { Blocks = [.. written.Blocks, .. withdrawn] };
    }

    /// <summary>Tells whether a paper or meeting names an organization; a text that only happens to have the word keeps it too.</summary>
    private bool IsNamed(string slug, List<PlannedFile> planned)
    {
        var name = new Regex($"(?<![\\w-]){Regex.Escape(slug)}(?![\\w-])", RegexOptions.CultureInvariant);
        var paths = planned.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return planned.Any(file => !file.IsTombstone && file.Path.EndsWith(".md", StringComparison.Ordinal) && file.Blocks.Any(block => name.IsMatch(block.Text)))
            || localFiles.Any(path => path.EndsWith(".md", StringComparison.Ordinal) && !paths.Contains(path) && State.Files.GetValueOrDefault(path) is not { IsGone: true } && name.IsMatch(Encoding.UTF8.GetString(ReadLocal(path) ?? [])));
    }

    private PlannedFile WritePersons(Scope scope, Organizations slugs, HashSet<string> gone)
    {
        var written = PersonWriter.Write(store, [.. scope.Persons()], slugs, values, target.Read(PersonWriter.FileName));
        var known = State.Files.GetValueOrDefault(PersonWriter.FileName)?.Keys.Keys ?? Enumerable.Empty<string>();
        return written with { Blocks = [.. written.Blocks, .. known.Where(gone.Contains).Select(id => PersonWriter.Tombstone(id, values.Day(store.Find(id)!, "modified") ?? options.Today))] };
    }

    /// <summary>What was imported as public and is now deleted there, or no longer public.</summary>
    private HashSet<string> FindGone(Selection selection, IEnumerable<OParlObject> meetings)
    {
        var gone = store.Deleted.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var paper in store.All("Paper"))
        {
            if (selection.OfPaper(paper.Id) == Publicity.Nonpublic)
            {
                gone.Add(paper.Id);
                gone.UnionWith(FilesOf(paper).Where(file => !IsShared(file, paper)));
            }

            gone.UnionWith(selection.OfPaper(paper.Id) is null ? [] : selection.ConsultationsOf(paper).Where(one => one.Publicity == Publicity.Nonpublic).Select(one => one.Consultation.Id));
        }

        gone.UnionWith(store.All("File").Where(file => values.Switch(file, "public") == false).Select(file => file.Id));
        gone.UnionWith(meetings.SelectMany(meeting => selection.AgendaOf(meeting).Items).Where(item => item.Publicity == Publicity.Nonpublic).SelectMany(item => FilesOf(item.Item).Append(item.Item.Id)));
        return gone;
    }

    private static IEnumerable<string> FilesOf(OParlObject owner) =>
        owner.Links.Where(link => OParlSchema.Targets.GetValueOrDefault(link.Key) == "File").SelectMany(link => link.Value);

    private bool IsShared(string file, OParlObject paper) => store.Find(file) is { } found && found.LinksOf("paper").Any(id => id != paper.Id);

    private void RequireFewRemovals(HashSet<string> gone)
    {
        var all = State.Files.Where(file => file.Value is { IsGone: false, Id: not null } && file.Key.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(file => file.Value.Parts.Append(file.Value.Id!)).Distinct(StringComparer.Ordinal).ToList();
        var removed = all.Count(gone.Contains);
        report.Withdrawn = removed;
        if (removed * RemovalShare > all.Count && !options.AllowRemovals)
        {
            throw new ImportStoppedException(
                $"Der Import würde {GermanText.Number(removed)} von {GermanText.Number(all.Count)} Vorlagen, Sitzungen und Dateien zurückziehen, mehr als 5 %. "
                + "Es wurde nichts geändert. Wenn das richtig ist, rufen Sie ihn mit --allow-removals auf.");
        }
    }

    private bool IsRecent(OParlObject one)
    {
        if (options.Since is not { } since || values.Day(one, "modified") is not { } day || day >= since)
        {
            return true;
        }

        report.Note(Deviations.FilterIgnored, one.Id);
        return false;
    }

    private bool CanWrite(OParlObject meeting, Organizations slugs) =>
        values.Time(meeting, "start") is not null && meeting.LinksOf("organization").Any(id => slugs.SlugOf(id) is not null);

    /// <summary>Tells what was named but never came: it is missing from the archive.</summary>
    private void NoteUnresolved(IEnumerable<OParlObject> papers, IEnumerable<OParlObject> meetings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var owner in papers.Concat(meetings))
        {
            foreach (var (property, ids) in owner.Links.Where(link => link.Key is "consultation" or "agendaItem" || OParlSchema.Targets[link.Key] == "File"))
            {
                foreach (var id in ids.Where(id => store.Find(id) is null && seen.Add(id)))
                {
                    report.LeaveOut(OParlSchema.German(OParlSchema.Targets[property]), id, $"wird genannt, fehlt aber in den Daten ({ImportReport.Printable(owner.Id)})");
                }
            }
        }
    }

    private Dictionary<string, string> ReadIds()
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in localFiles.Where(path => path.EndsWith(".md", StringComparison.Ordinal)))
        {
            var text = Encoding.UTF8.GetString(ReadLocal(path) ?? []);
            if (BlockText.Split(text, FileLayout.FrontMatter, CouncilFields.Paper) is { } blocks
                && blocks.FirstOrDefault(block => block.Key == CouncilFields.RecordId.German) is { } block
                && BlockText.Peek(block.Text, CouncilFields.RecordId.German, 0) is { } id)
            {
                ids[path] = id;
            }
        }

        return ids;
    }

    private static HashSet<string> Known(IEnumerable<string> now, IEnumerable<string> before, HashSet<string> gone)
    {
        var known = now.Concat(before).ToHashSet(StringComparer.Ordinal);
        known.ExceptWith(gone);
        return known;
    }

    /// <summary>The day of the newest change, never the clock.</summary>
    private DateOnly? NewestDay(IEnumerable<OParlObject> papers, IEnumerable<OParlObject> meetings)
    {
        var newest = papers.Concat(meetings).Select(one => values.Record(one).Modified).Max();
        return newest is { } time ? DateOnly.FromDateTime(time) : null;
    }
}
