using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>A municipality with all that a reader may see of it, linked (OParl: Body).</summary>
public sealed class Body
{
    private readonly Lazy<ILookup<Organization, Paper>> papersByOrganization;
    private readonly Lazy<ILookup<Organization, Meeting>> meetingsByOrganization;

    internal Body(BodyContent content, SourcePath source, bool isForMembers)
    {
        IsForMembers = isForMembers;
        Content = content;
        Source = source;
        Route = Addresses.CouncilBody(content.Folder);
        papersByOrganization = new(() => Papers
            .SelectMany(paper => paper.Consultations.Select(one => one.Organization).Concat(paper.Originators).Concat(paper.UnderDirectionOf).Distinct().Select(organization => (Organization: organization, Paper: paper)))
            .ToLookup(pair => pair.Organization, pair => pair.Paper));
        meetingsByOrganization = new(() => Meetings
            .SelectMany(meeting => meeting.Organizations.Select(organization => (Organization: organization, Meeting: meeting)))
            .ToLookup(pair => pair.Organization, pair => pair.Meeting));
    }

    public BodyContent Content { get; }

    public SourcePath Source { get; }

    /// <summary>Gets a value indicating whether it holds what members see beyond the public, and public things only where something of them is for members.</summary>
    public bool IsForMembers { get; }

    public Route Route { get; }

    /// <summary>Gets the name for lists and headings: <c>Jülich</c>.</summary>
    public string Label => Content.ShortName ?? Content.Name.Value;

    /// <summary>Gets committees and others, in German order of their names.</summary>
    public ImmutableArray<Organization> Organizations { get; internal set; } = [];

    public ImmutableArray<Person> Persons { get; internal set; } = [];

    /// <summary>Gets the meetings, newest first.</summary>
    public ImmutableArray<Meeting> Meetings { get; internal set; } = [];

    /// <summary>Gets the papers, newest first.</summary>
    public ImmutableArray<Paper> Papers { get; internal set; } = [];

    /// <summary>Gets what remains of papers, meetings and files that were withdrawn.</summary>
    public ImmutableArray<CouncilTombstone> Tombstones { get; internal set; } = [];

    public ImmutableArray<WithdrawnPerson> WithdrawnPersons { get; internal set; } = [];

    /// <summary>Gets what the OParl output said last.</summary>
    public OParlState State { get; internal set; } = OParlState.Empty;

    /// <summary>Gets every file of papers, meetings and agenda items; for members those that the public does not have.</summary>
    public IEnumerable<CouncilFile> Files => Papers.SelectMany(paper => paper.Files)
        .Concat(Meetings.SelectMany(meeting => meeting.Files.Concat(meeting.Agenda.SelectMany(item => item.Files))))
        .Where(file => !IsForMembers || file.IsMembersOnly);

    /// <summary>Gets the newest date of anything public in it, never the clock.</summary>
    public DateOnly? DataDate => new[] { Content.Updated, Newest(Papers.Select(paper => paper.Day)), Newest(Tombstones.Select(one => (DateOnly?)one.Withdrawal.Date)) }.Max();

    /// <summary>Papers that an organization has or had on its agenda, that come from it or that it is in charge of; newest first.</summary>
    public IEnumerable<Paper> PapersOf(Organization organization) => papersByOrganization.Value[organization];

    public IEnumerable<Meeting> MeetingsOf(Organization organization) => meetingsByOrganization.Value[organization];

    private static DateOnly? Newest(IEnumerable<DateOnly?> days) => days.Max();
}

/// <summary>A committee, faction or department (OParl: Organization).</summary>
public sealed class Organization(Body body, OrganizationEntry entry)
{
    public Body Body { get; } = body;

    public OrganizationEntry Entry { get; } = entry;

    public Route Route { get; } = Addresses.CouncilOrganization(body.Content.Folder, entry.Slug);

    /// <summary>Gets the name for lists: the short one, if there is one.</summary>
    public string Label => Entry.ShortName ?? Entry.Name.Value;

    public ImmutableArray<Membership> Memberships { get; internal set; } = [];
}

/// <summary>A person (OParl: Person).</summary>
public sealed class Person(Body body, PersonEntry entry)
{
    public Body Body { get; } = body;

    public PersonEntry Entry { get; } = entry;

    public ImmutableArray<Membership> Memberships { get; internal set; } = [];
}

/// <summary>A person in an organization (OParl: Membership).</summary>
/// <param name="Key">Unique in the municipality: slugs of person and organization.</param>
public sealed record Membership(string Key, Person Person, Organization Organization, MembershipEntry Entry);

/// <summary>What remains of a person; persons have no pages, so only machines hear of it.</summary>
/// <param name="Key">The last part of its address in OParl.</param>
public sealed record WithdrawnPerson(string Key, Withdrawal Withdrawal, RecordDates Record);

/// <summary>What remains of something withdrawn: no title, no text.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Reference">The number of a paper; else empty.</param>
/// <param name="Key">The last part of its address, which OParl uses too.</param>
public sealed record CouncilTombstone(Body Body, CouncilKind Kind, string Reference, string Key, Withdrawal Withdrawal, Route Route, SourcePath Source)
{
    /// <summary>Gets the dates that it had in the system that it came from.</summary>
    public RecordDates Record { get; init; } = RecordDates.None;

    public ImmutableArray<Located<string>> Aliases { get; init; } = [];
}

public enum CouncilKind
{
    Paper,
    Meeting,
    File,
    Organization,
}
