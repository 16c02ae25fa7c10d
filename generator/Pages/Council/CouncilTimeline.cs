using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.Council;

/// <summary>Papers and meetings of a municipality, or of one of its committees, by year.</summary>
/// <param name="Route">The page that the years lie below.</param>
/// <param name="Label">What the page is called in links.</param>
/// <param name="Words">Begins the keys of the words for titles and descriptions: <c>council.year</c>.</param>
/// <param name="Above">The pages above <paramref name="Route"/>.</param>
/// <param name="Years">The newest first.</param>
/// <param name="Feed">Title and folder of the feed to subscribe to, if there is one.</param>
internal sealed record CouncilTimeline(
    Body Body,
    Route Route,
    string Label,
    string Words,
    IReadOnlyList<(string Text, Route Route)> Above,
    IReadOnlyList<CouncilYear> Years,
    (string Name, Route Folder)? Feed)
{
    /// <summary>A committee with more papers or meetings than this shows the newest and has a page for each year.</summary>
    public const int MostOfOrganization = 60;

    public static CouncilTimeline Of(PageContext context, Body body) => new(
        body,
        body.Route,
        body.Label,
        "council.year",
        [(context.Words["council.title"], Addresses.Council)],
        YearsOf(body.Papers, body.Meetings),
        CouncilParts.Feed(context, body));

    /// <summary>The timeline of a committee; <see langword="null"/> if one page holds everything.</summary>
    public static CouncilTimeline? Of(PageContext context, Organization organization)
    {
        var body = organization.Body;
        var (papers, meetings) = (body.PapersOf(organization).ToList(), body.MeetingsOf(organization).ToList());
        return papers.Count <= MostOfOrganization && meetings.Count <= MostOfOrganization ? null : new(
            body,
            organization.Route,
            organization.Label,
            "council.organizationYear",
            [(context.Words["council.title"], Addresses.Council), (body.Label, body.Route)],
            YearsOf(papers, meetings),
            papers.Count > 0 ? (organization.Label, organization.Route) : null);
    }

    /// <summary>The page of a year, or of papers of which no day is known (0).</summary>
    public Route RouteOf(int year) => year == 0 ? Route.Folder("ohne-datum") : Addresses.Year(Route, year);

    private static List<CouncilYear> YearsOf(IEnumerable<Paper> allPapers, IEnumerable<Meeting> allMeetings)
    {
        // Sorted into years once, not for each of their pages.
        var papers = allPapers.ToLookup(paper => paper.Day?.Year ?? 0);
        var meetings = allMeetings.ToLookup(meeting => meeting.Day.Year);
        return
        [
            .. papers.Select(group => group.Key).Concat(meetings.Select(group => group.Key)).Distinct().OrderDescending()
                .Select(year => new CouncilYear(year, [.. papers[year]], [.. meetings[year]])),
        ];
    }
}

/// <summary>A year of a timeline; 0 for papers of which no day is known.</summary>
internal sealed record CouncilYear(int Year, IReadOnlyList<Paper> Papers, IReadOnlyList<Meeting> Meetings)
{
    private const int LongestYear = 200;

    public bool IsLong => Year > 0 && Papers.Count + Meetings.Count > LongestYear;

    public IReadOnlyList<CouncilMonth> Months()
    {
        var papers = Papers.ToLookup(paper => paper.Day?.Month ?? 0);
        var meetings = Meetings.ToLookup(meeting => meeting.Day.Month);
        return
        [
            .. papers.Select(group => group.Key).Concat(meetings.Select(group => group.Key)).Distinct().OrderDescending()
                .Select(month => new CouncilMonth(month, [.. papers[month]], [.. meetings[month]])),
        ];
    }
}

internal sealed record CouncilMonth(int Month, IReadOnlyList<Paper> Papers, IReadOnlyList<Meeting> Meetings);
