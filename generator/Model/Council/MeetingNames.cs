using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>The meetings of a municipality with their addresses, found by name, or by committee and day.</summary>
internal sealed class MeetingNames
{
    private readonly Dictionary<string, Meeting?> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SourcePath, Meeting?> bySource = [];
    private readonly Dictionary<(Organization Organization, DateOnly Day), Meeting> byDay = [];

    /// <param name="slugs">The last part of the address of each, by source: of the public ones first, and the same for every reader.</param>
    /// <param name="targets">Where texts find them; <see langword="null"/> if they are there already.</param>
    public MeetingNames(CouncilReader reader, MeetingAddresses slugs, LinkTargets? targets, Body body, OrganizationNames organizations, IReadOnlyList<Document<MeetingContent>> documents)
    {
        var bySight = documents.ToLookup(document => reader.Sees(document.Data.Visibility));
        Hidden = [.. bySight[false]];
        var meetings = new List<Meeting>(documents.Count);
        var unfinished = ImmutableArray.CreateBuilder<Meeting>();
        var tombstones = ImmutableArray.CreateBuilder<CouncilTombstone>();
        foreach (var document in MeetingAddresses.Sort(bySight[true]))
        {
            var named = document.Data.Organizations.Select(name => organizations.RequireAny(document.Source, name)).OfType<Organization>().Distinct().ToList();
            if (named.Count == 0)
            {
                // What names it makes no mistake of its own.
                Name(document, "", null);
                continue;
            }

            // A meeting goes with the last of its committees; its address stays that of the first.
            var slug = slugs.Of(document, named[0]);
            var committees = named.Where(committee => committee.Entry.Withdrawn is null).ToImmutableArray();
            var withdrawal = document.Data.Withdrawn ?? (committees.IsEmpty ? named[0].Entry.Withdrawn : null);
            var meeting = new Meeting(body, document, committees, slug);
            targets?.Add(document.Source, new LinkTarget(meeting.Route, withdrawal is null ? document.Body : default, false, false, null));
            if (!document.Data.IsWhole)
            {
                unfinished.Add(meeting);
                Name(document, "", null);
            }
            else if (withdrawal is { } withdrawn)
            {
                tombstones.Add(new CouncilTombstone(body, CouncilKind.Meeting, "", slug, withdrawn, meeting.Route, document.Source)
                {
                    Record = document.Data.Record,
                    Aliases = document.Data.Aliases,
                });
                Name(document, slug, null);
            }
            else
            {
                meetings.Add(meeting);
                Name(document, slug, meeting);
                foreach (var committee in committees)
                {
                    byDay.TryAdd((committee, meeting.Day), meeting);
                }
            }
        }

        foreach (var document in Hidden)
        {
            NameHidden(document, slugs, targets, body, organizations);
        }

        All = [.. meetings.OrderByDescending(meeting => meeting.Content.Start.Value).ThenBy(meeting => meeting.Slug, StringComparer.Ordinal)];
        Unfinished = unfinished.ToImmutable();
        Tombstones = tombstones.ToImmutable();
    }

    /// <summary>Gets the meetings that the reader may see, newest first.</summary>
    public ImmutableArray<Meeting> All { get; }

    /// <summary>Gets those whose day is not known: they are linked for their findings only.</summary>
    public ImmutableArray<Meeting> Unfinished { get; }

    public ImmutableArray<CouncilTombstone> Tombstones { get; }

    public IReadOnlyList<Document<MeetingContent>> Hidden { get; }

    public Meeting? On(Organization organization, DateOnly day) => byDay.GetValueOrDefault((organization, day));

    /// <summary>Finds a meeting by address part, record id or path.</summary>
    /// <returns>Whether there is one; and the meeting if it is public and not withdrawn.</returns>
    public (bool IsFound, Meeting? Meeting) Find(SourcePath from, string name)
    {
        if (byName.TryGetValue(name, out var meeting))
        {
            return (true, meeting);
        }

        return from.Resolve(UmlautComposition.Compose(name)) is { } path && bySource.TryGetValue(path, out meeting) ? (true, meeting) : (MayBeUnfinished(name), null);
    }

    /// <summary>The address of a meeting begins with its day, so that an unfinished one is known by its committee alone.</summary>
    private bool MayBeUnfinished(string name) =>
        Unfinished.Any(meeting => meeting.Organizations.Any(committee => name.Contains("-" + committee.Entry.Slug, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What the reader may not see: members find it where it is in their area.</summary>
    private void NameHidden(Document<MeetingContent> document, MeetingAddresses slugs, LinkTargets? targets, Body body, OrganizationNames organizations)
    {
        var route = CouncilReader.Members.Sees(document.Data.Visibility) && document.Data.Organizations.Select(name => organizations.Find(name.Value)).OfType<Organization>().FirstOrDefault() is { } committee
            ? Addresses.CouncilMeeting(body.Content.Folder, slugs.Of(document, committee))
            : body.Route;
        targets?.Add(document.Source, new LinkTarget(route, default, false, true, null) { WholeBody = document.Body });
        Name(document, "", null);
    }

    private void Name(Document<MeetingContent> document, string slug, Meeting? meeting)
    {
        bySource.TryAdd(document.Source, meeting);
        foreach (var name in new[] { slug, document.Data.Record.Id }.Where(name => !string.IsNullOrEmpty(name)))
        {
            byName.TryAdd(name!, meeting);
        }
    }
}
