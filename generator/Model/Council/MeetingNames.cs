using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>The meetings of a municipality with their addresses, found by name, or by committee and day.</summary>
internal sealed class MeetingNames
{
    private readonly Dictionary<string, Meeting?> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SourcePath, Meeting?> bySource = [];
    private readonly Dictionary<(Organization Organization, DateOnly Day), Meeting> byDay = [];

    public MeetingNames(LinkTargets targets, Body body, OrganizationNames organizations, IReadOnlyList<Document<MeetingContent>> documents)
    {
        Hidden = [.. documents.Where(document => document.Data.Visibility != Visibility.Public)];
        var slugs = new UniqueKeys();
        var meetings = new List<Meeting>(documents.Count);
        var tombstones = ImmutableArray.CreateBuilder<CouncilTombstone>();
        foreach (var document in documents
            .Where(document => document.Data.Visibility == Visibility.Public)
            .OrderBy(document => document.Data.Start.Value)
            .ThenBy(document => document.Source))
        {
            var committees = document.Data.Organizations.Select(name => organizations.Require(document.Source, name)).OfType<Organization>().Distinct().ToImmutableArray();
            if (committees.IsEmpty)
            {
                continue;
            }

            var slug = slugs.Claim(document.Data.Start.Value.ToString("yyyy-MM-dd'-'", CultureInfo.InvariantCulture) + committees[0].Entry.Slug);
            var meeting = new Meeting(body, document, committees, slug);
            targets.Add(document.Source, new LinkTarget(meeting.Route, document.Data.Withdrawn is null ? document.Data.Text : BodyFacts.Empty, false, false, null));
            if (document.Data.Withdrawn is { } withdrawn)
            {
                tombstones.Add(new CouncilTombstone(body, CouncilKind.Meeting, "", slug, withdrawn, meeting.Route, document.Source)
                {
                    Record = document.Data.Record,
                    Aliases = [.. document.Data.Aliases.Select(alias => alias.Value)],
                });
                Name(document, slug, null);
                continue;
            }

            meetings.Add(meeting);
            Name(document, slug, meeting);
            foreach (var committee in committees)
            {
                byDay.TryAdd((committee, meeting.Day), meeting);
            }
        }

        foreach (var document in Hidden)
        {
            targets.Add(document.Source, new LinkTarget(body.Route, BodyFacts.Empty, false, true, null));
            Name(document, "", null);
        }

        Public = [.. meetings.OrderByDescending(meeting => meeting.Content.Start.Value).ThenBy(meeting => meeting.Slug, StringComparer.Ordinal)];
        Tombstones = tombstones.ToImmutable();
    }

    /// <summary>Gets the public meetings, newest first.</summary>
    public ImmutableArray<Meeting> Public { get; }

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

        return from.Resolve(UmlautComposition.Compose(name)) is { } path && bySource.TryGetValue(path, out meeting) ? (true, meeting) : (false, null);
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
