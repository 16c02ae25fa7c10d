using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Pages.Feeds;

namespace Fachinfo.Pages.Council;

/// <summary>The overview of the archive, each municipality, its organizations, and what was withdrawn; in the members' area what is for them.</summary>
public static class CouncilPages
{
    private const int NewestPapers = 15;
    private const int NewestMeetings = 8;

    public static IEnumerable<Page> Plan(PageContext context)
    {
        var council = context.Site.Council;
        if (council.IsEmpty)
        {
            yield break;
        }

        yield return new TemplatePage(Addresses.Council, "council", () => Overview(context, council));
        foreach (var body in council.Bodies)
        {
            yield return new TemplatePage(body.Route, "council-body", () => Municipality(context, body), body.Source);
            foreach (var page in context.Site.IsPublic ? body.Organizations.SelectMany(organization => MeetingCalendar.Plan(context, organization)) : [])
            {
                yield return page;
            }

            foreach (var organization in body.Organizations)
            {
                var timeline = CouncilTimeline.Of(context, organization);
                yield return new TemplatePage(organization.Route, "council-organization", () => Organization(context, organization, timeline), body.Source);
                foreach (var page in timeline is null ? [] : CouncilYearPages.Plan(context, timeline))
                {
                    yield return page;
                }
            }

            foreach (var page in PaperPages.Plan(context, body).Concat(MeetingPages.Plan(context, body)).Concat(CouncilFilePages.Plan(context, body)).Concat(CouncilYearPages.Plan(context, CouncilTimeline.Of(context, body))))
            {
                yield return page;
            }

            foreach (var tombstone in body.Tombstones)
            {
                yield return new TemplatePage(tombstone.Route, "council-tombstone", () => Tombstone(context, tombstone), tombstone.Source);
            }
        }
    }

    private static CouncilView Overview(PageContext context, CouncilArchive council)
    {
        var title = context.Words["council.title"];
        return new CouncilView(
            HeadBuilder.Build(context, new HeadInput(
                Addresses.Council,
                Addresses.Council,
                title,
                context.Words.Fill("council.description", ("site", context.Site.Configuration.Title)),
                [])),
            title,
            context.Words[context.Site.IsPublic ? "council.lead" : "council.membersLead"],
            [
                .. council.Bodies.Select(body => new MunicipalityCardView(
                    body.Label,
                    context.Href(body.Route),
                    CouncilParts.Counts(context, body.Papers.Length, body.Meetings.Length),
                    body.DataDate is { } date ? context.Date(date).Text : "",
                    body.Content.IsFrozen)),
            ],
            Newest(context, NewestPapers));
    }

    /// <summary>The newest papers of all municipalities.</summary>
    internal static IReadOnlyList<PaperItemView> Newest(PageContext context, int count) =>
    [
        .. context.Site.Council.Bodies.SelectMany(body => body.Papers.Take(count))
            .OrderByDescending(paper => paper.Day ?? DateOnly.MinValue)
            .ThenBy(paper => paper.Route)
            .Take(count)
            .Select(paper => CouncilParts.Paper(context, paper)),
    ];

    private static MunicipalityView Municipality(PageContext context, Body body)
    {
        var content = body.Content;
        var counts = CouncilParts.Counts(context, body.Papers.Length, body.Meetings.Length);
        var upcoming = body.Meetings.Where(meeting => CouncilParts.IsUpcoming(context, meeting.Day)).Reverse().Take(NewestMeetings);
        return new MunicipalityView(
            HeadBuilder.Build(context, new HeadInput(
                body.Route,
                Addresses.Council,
                context.Words.Fill("council.bodyTitle", ("body", body.Label)),
                context.Words.Fill("council.bodyDescription", ("body", content.Name.Value), ("counts", counts)),
                [(context.Words["council.title"], Addresses.Council)])
            {
                ShortTitle = body.Label,
                Feed = CouncilParts.Feed(context, body),
            }),
            body.Label,
            content.Name.Value == body.Label ? "" : content.Name.Value,
            counts,
            content.IsFrozen,
            CouncilParts.Date(context, content.Updated ?? body.DataDate),
            content.Ags ?? "",
            content.Website is { } website ? new LinkView(new Uri(website).Host, website) : null,
            CouncilParts.License(context, content.License),
            content.Origin ?? "",
            ItemViews.Contact(content.Contact),
            [.. body.Papers.Take(NewestPapers).Select(paper => CouncilParts.Paper(context, paper))],
            [.. upcoming.Select(meeting => CouncilParts.Meeting(context, meeting))],
            [.. body.Meetings.Where(meeting => !CouncilParts.IsUpcoming(context, meeting.Day)).Take(NewestMeetings).Select(meeting => CouncilParts.Meeting(context, meeting))],
            [.. body.Organizations.Select(organization => Item(context, organization))],
            CouncilYearPages.Years(context, CouncilTimeline.Of(context, body)),
            CouncilParts.FeedBox(context, body));
    }

    private static OrganizationItemView Item(PageContext context, Organization organization) => new(
        organization.Label,
        organization.Entry.Name.Value == organization.Label ? "" : organization.Entry.Name.Value,
        context.Href(organization.Route),
        context.Words["council.type." + organization.Entry.Type],
        CouncilParts.Counts(context, organization.Body.PapersOf(organization).Count(), organization.Body.MeetingsOf(organization).Count()),
        organization.Entry.End < context.Site.Today);

    /// <param name="timeline">Where older things are, if there are more than the page shows.</param>
    private static OrganizationView Organization(PageContext context, Organization organization, CouncilTimeline? timeline)
    {
        var (body, entry) = (organization.Body, organization.Entry);
        var (papers, meetings) = (body.PapersOf(organization).ToList(), body.MeetingsOf(organization).ToList());
        var counts = CouncilParts.Counts(context, papers.Count, meetings.Count);
        var ahead = meetings.ToLookup(meeting => CouncilParts.IsUpcoming(context, meeting.Day));
        return new OrganizationView(
            HeadBuilder.Build(context, new HeadInput(
                organization.Route,
                Addresses.Council,
                context.Words.Fill("council.inBody", ("title", entry.Name.Value), ("body", body.Label)),
                context.Words.Fill("council.organizationDescription", ("title", entry.Name.Value), ("body", body.Label), ("counts", counts)),
                [(context.Words["council.title"], Addresses.Council), (body.Label, body.Route)])
            {
                ShortTitle = organization.Label,
                Feed = papers.Count > 0 ? (organization.Label, organization.Route) : null,
            }),
            CouncilParts.Frame(context, body),
            entry.Name.Value,
            entry.ShortName ?? "",
            context.Words["council.type." + entry.Type],
            CouncilParts.Period(context, entry.Start, entry.End),
            entry.Description ?? "",
            entry.Website is { } website && Uri.TryCreate(website, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? new LinkView(address.Host, website) : null,
            counts,
            [
                .. organization.Memberships.Select(membership => new MemberView(
                    membership.Person.Entry.Name.Value,
                    membership.Entry.Role ?? "",
                    CouncilParts.Period(context, membership.Entry.Start, membership.Entry.End))),
            ],
            [.. ahead[true].Reverse().Select(meeting => CouncilParts.Meeting(context, meeting))],
            [.. ahead[false].Take(CouncilTimeline.MostOfOrganization).Select(meeting => CouncilParts.Meeting(context, meeting))],
            [.. papers.Take(CouncilTimeline.MostOfOrganization).Select(paper => CouncilParts.Paper(context, paper))],
            context.Site.IsPublic && meetings.Count > 0 ? context.Href(Addresses.CouncilCalendar(organization.Route)) : "",
            papers.Count > 0 ? FeedLinks.Box(context, organization.Label, organization.Route) : null,
            timeline is null ? [] : CouncilYearPages.Years(context, timeline));
    }

    /// <summary>What a tombstone is called: <c>Vorlage 325/2017</c>.</summary>
    internal static string LabelOf(PageContext context, CouncilTombstone tombstone)
    {
        var kind = context.Words["council.kind." + tombstone.Kind switch { CouncilKind.Meeting => "meeting", CouncilKind.File => "file", CouncilKind.Organization => "organization", _ => "paper" }];
        return tombstone.Reference.Length > 0 ? kind + " " + tombstone.Reference : kind;
    }

    private static CouncilTombstoneView Tombstone(PageContext context, CouncilTombstone tombstone)
    {
        var words = context.Words;
        var label = LabelOf(context, tombstone);
        var head = HeadBuilder.Build(context, new HeadInput(
            tombstone.Route,
            Addresses.Council,
            words.Fill("page.withdrawnTitle", ("label", label)),
            words.Fill("page.withdrawnDescription", ("label", label), ("date", words.ShortDate(tombstone.Withdrawal.Date))),
            [(words["council.title"], Addresses.Council), (tombstone.Body.Label, tombstone.Body.Route)])
        {
            IsIndexed = false,
        });
        return new CouncilTombstoneView(
            head,
            CouncilParts.Frame(context, tombstone.Body),
            words.Fill("council.bodyTitle", ("body", tombstone.Body.Label)),
            label,
            context.Date(tombstone.Withdrawal.Date),
            tombstone.Withdrawal.Reason ?? "");
    }
}
