using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>Links one municipality for one kind of reader. The constructor gives addresses, <see cref="Link"/> does the rest.</summary>
internal sealed class BodyLinking
{
    private readonly LinkContext context;
    private readonly BodyLinker texts;
    private readonly CouncilFileLinker files;
    private readonly CouncilReader reader;
    private readonly BodyAddresses addresses;
    private readonly OrganizationNames organizations;
    private readonly PaperNames papers;
    private readonly MeetingNames meetings;
    private readonly UniqueKeys consultationKeys = new();
    private readonly List<CouncilTombstone> tombstones = [];

    /// <param name="addresses">Given to the public first, and then as they are to members.</param>
    /// <param name="targets">Where texts find papers and meetings; <see langword="null"/> if they are there already.</param>
    public BodyLinking(
        LinkContext context, CouncilReader reader, BodyAddresses addresses, LinkTargets? targets, BodyLinker texts, CouncilFileLinker files, CouncilDocuments documents, Document<BodyContent> document)
    {
        this.context = context;
        this.reader = reader;
        this.addresses = addresses;
        this.texts = texts;
        this.files = files;
        Body = new Body(document.Data, document.Source, isForMembers: !reader.IsPublic);
        var folder = document.Data.Folder;
        organizations = new OrganizationNames(context, Body, documents.OrganizationsOf(folder));
        papers = new PaperNames(reader, addresses.Papers, targets, Body, documents.PapersOf(folder));
        meetings = new MeetingNames(reader, addresses.Meetings, targets, Body, organizations, documents.MeetingsOf(folder));
        Body.State = reader.IsPublic ? RequireState(documents.StateOf(folder)) : OParlState.Empty;
        Body.Organizations = organizations.All;
        (Body.Persons, Body.WithdrawnPersons) = PersonLinker.Link(Body, organizations, documents.PersonsOf(folder));
        Body.Papers = papers.All;
        Body.Meetings = meetings.All;
        tombstones.AddRange(organizations.Tombstones);
        tombstones.AddRange(papers.Tombstones);
        tombstones.AddRange(meetings.Tombstones);
    }

    public Body Body { get; }

    /// <inheritdoc cref="PaperNames.Find"/>
    public FoundPaper FindPaper(SourcePath from, string name) => papers.Find(from, name);

    public bool IsPaper(SourcePath source) => papers.Knows(source);

    public void Link()
    {
        foreach (var meeting in Body.Meetings.Concat(meetings.Unfinished))
        {
            LinkMeeting(meeting);
        }

        foreach (var paper in Body.Papers)
        {
            LinkPaper(paper);
        }

        foreach (var item in Body.Meetings.SelectMany(meeting => meeting.Agenda).Where(item => item is { Paper: not null, Consultation: null }))
        {
            AddConsultation(item.Paper!, ToEntry(item), item.Meeting.Organizations[0], item.Meeting, item);
        }

        if (reader.IsPublic)
        {
            CheckHidden();
            Body.Tombstones = [.. tombstones.OrderBy(tombstone => tombstone.Route)];
        }
    }

    /// <summary>Leaves in the archive for members only what they do not see in public.</summary>
    public void KeepWhatIsForMembers()
    {
        Body.Papers = [.. Body.Papers.Where(paper => paper.IsForMembers)];
        Body.Meetings = [.. Body.Meetings.Where(meeting => meeting.IsForMembers)];
        Body.Organizations = [.. Body.Organizations.Where(organization => Body.PapersOf(organization).Any() || Body.MeetingsOf(organization).Any())];
    }

    private void CheckHidden()
    {
        foreach (var hidden in papers.Hidden)
        {
            files.CheckHidden(hidden.Source, hidden.Data.Visibility.Value, hidden.Data.Text, hidden.Data.Files, hidden.Data.Title.In(hidden.Source));
        }

        foreach (var hidden in meetings.Hidden)
        {
            files.CheckHidden(hidden.Source, hidden.Data.Visibility, hidden.Data.Text, AllFiles(hidden.Data), hidden.Data.Start.In(hidden.Source));
        }
    }

    /// <summary>Ids are absolute: another base URL would make every object a new one for those who harvest them.</summary>
    private OParlState RequireState(Document<OParlStateContent>? document)
    {
        if (document is null || !context.Configuration.HasOParl)
        {
            return OParlState.Empty;
        }

        if (document.Data.State.BaseUrl != context.Configuration.BaseUrl && !context.Input.Options.AllowsNewIds)
        {
            context.Findings.Add(Codes.OParlIdsWouldChange.At(document.Source, document.Data.State.BaseUrl, context.Configuration.BaseUrl));
        }

        return document.Data.State;
    }

    private void LinkMeeting(Meeting meeting)
    {
        var content = meeting.Content;
        meeting.Text = texts.Link(meeting.Source, meeting.Route, meeting.Document.Body, content.Text, meeting.IsMembersOnly ? Notice.Members : Notice.Public, []);
        meeting.Files = LinkFiles(new FileOwner(meeting.Source, meeting.Slug, content.Visibility), content.Files, file => file with { Meeting = meeting });
        meeting.HasLockedFiles = HasLockedFiles(content.Files) || content.Agenda.Any(item => item.Visibility.Value == Visibility.Public && HasLockedFiles(item.Files));
        var closed = content.Agenda.Where(item => !reader.Sees(item.Visibility.Value)).ToList();
        meeting.HasClosedPart = closed.Count > 0;
        meeting.ClosedItems = [.. closed.Where(item => item.TeasesTitle).Select(item => new ClosedItem(item.Number, item.Title.Value))];
        var agenda = ImmutableArray.CreateBuilder<AgendaItem>();
        foreach (var entry in content.Agenda)
        {
            if (!reader.Sees(entry.Visibility.Value))
            {
                files.CheckHidden(meeting.Source, entry.Visibility.Value, BodyFacts.Empty, entry.Files, entry.Title.In(meeting.Source));
                continue;
            }

            var number = Slug.Of(entry.Number ?? "");
            var key = addresses.Keys.OfItem(entry, meeting.Slug + "-top" + (number.Length > 0 ? "-" + number : ""));
            var item = new AgendaItem(meeting, entry, key, agenda.Count) { Paper = RequirePaper(meeting.Source, entry.Paper) };
            var visibility = CouncilReader.Narrower(content.Visibility, entry.Visibility.Value);
            item.Files = LinkFiles(new FileOwner(meeting.Source, key, visibility), entry.Files, file => file with { Meeting = meeting, Item = item });
            agenda.Add(item);
        }

        meeting.Agenda = agenda.ToImmutable();
    }

    private void LinkPaper(Paper paper)
    {
        var content = paper.Content;
        paper.Text = texts.Link(paper.Source, paper.Route, paper.Document.Body, content.Text, paper.IsMembersOnly ? Notice.Members : Notice.Public, []);
        paper.FileReferences = [.. content.FileReferences.Select(reference => RequireFileReference(paper.Source, reference))];
        paper.UnderDirectionOf = RequireOrganizations(paper.Source, content.UnderDirectionOf);
        paper.Originators = RequireOrganizations(paper.Source, content.Originators);
        paper.Files = LinkFiles(new FileOwner(paper.Source, paper.Slug, content.Visibility.Value), content.Files, file => file with { Paper = paper });
        paper.HasLockedFiles = HasLockedFiles(content.Files);
        foreach (var entry in content.Consultations)
        {
            if (organizations.Require(paper.Source, entry.Organization) is { } organization)
            {
                var meeting = FindMeeting(paper, entry, organization);
                AddConsultation(paper, entry, organization, meeting, meeting is null ? null : ConsultedItems.Find(paper, entry, meeting, reader, context.Findings));
            }
        }
    }

    private void AddConsultation(Paper paper, ConsultationEntry entry, Organization organization, Meeting? meeting, AgendaItem? item)
    {
        var day = entry.Date?.Value ?? meeting?.Day;
        var key = paper.Slug + "-" + organization.Entry.Slug + (day is { } date ? date.ToString("'-'yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "");
        var consultation = new Consultation(consultationKeys.Claim(key), paper, organization, entry, meeting, item);
        paper.Consultations = paper.Consultations.Add(consultation);
        if (item is not null)
        {
            item.Paper = paper;
            item.Consultation = consultation;
        }
    }

    /// <summary>An agenda names a paper that does not list the meeting: it is a consultation all the same.</summary>
    private static ConsultationEntry ToEntry(AgendaItem item) => new(item.Meeting.Content.Organizations[0])
    {
        Date = new Located<DateOnly>(item.Meeting.Day, 0, 0),
        AgendaNumber = item.Entry.Number is { } number ? new Located<string>(number, 0, 0) : null,
    };

    private Meeting? FindMeeting(Paper paper, ConsultationEntry entry, Organization organization)
    {
        if (entry.Meeting is not { } name)
        {
            return entry.Date is { } date ? meetings.On(organization, date.Value) : null;
        }

        var (isFound, meeting) = meetings.Find(paper.Source, name.Value);
        if (!isFound)
        {
            context.Findings.Add(Codes.MeetingUnknown.At(name.In(paper.Source), name.Value));
        }

        return meeting;
    }

    private bool HasLockedFiles(ImmutableArray<FileEntry> entries) => reader.IsPublic && entries.Any(file => file.Visibility.Value == Visibility.Members);

    private ImmutableArray<CouncilFile> LinkFiles(FileOwner owner, ImmutableArray<FileEntry> entries, Func<CouncilFile, CouncilFile> own)
    {
        if (entries.IsEmpty)
        {
            return [];
        }

        var linked = ImmutableArray.CreateBuilder<CouncilFile>(entries.Length);
        foreach (var entry in entries)
        {
            if (files.Link(Body, owner, entry, addresses.Keys, reader) is not { } file)
            {
                continue;
            }

            if (entry.Withdrawn is { } withdrawn)
            {
                tombstones.Add(new CouncilTombstone(Body, CouncilKind.File, "", file.Slug, withdrawn, file.Route, owner.Source) { Record = entry.Record });
            }
            else
            {
                linked.Add(own(file));
            }
        }

        return linked.ToImmutable();
    }

    private Paper? RequirePaper(SourcePath source, Located<string>? name)
    {
        if (name is not { } paper)
        {
            return null;
        }

        var found = papers.Find(source, paper.Value);
        if (!found.IsFound)
        {
            context.Findings.Add(Codes.PaperUnknown.At(paper.In(source), paper.Value));
        }

        return found.Paper;
    }

    private ImmutableArray<Organization> RequireOrganizations(SourcePath source, ImmutableArray<Located<string>> names) =>
        names.IsEmpty ? [] : [.. names.Select(name => organizations.Require(source, name)).OfType<Organization>().Distinct()];

    private FileReference RequireFileReference(SourcePath source, Located<string> text)
    {
        var reference = FileReference.Parse(text.Value);
        if (!reference.IsParsed)
        {
            context.Findings.Add(Codes.FileReferenceUnparsed.At(text.In(source), text.Value));
        }

        return reference;
    }

    private static ImmutableArray<FileEntry> AllFiles(MeetingContent meeting) => [.. meeting.Files, .. meeting.Agenda.SelectMany(item => item.Files)];
}

/// <summary>The addresses of a municipality that readers share.</summary>
internal sealed record BodyAddresses(PaperAddresses Papers, MeetingAddresses Meetings, CouncilKeys Keys);
