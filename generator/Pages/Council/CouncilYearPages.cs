using System.Globalization;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.Council;

/// <summary>The timeline of a municipality: papers and meetings by year, and by month where a year is long.</summary>
internal static class CouncilYearPages
{
    private const int LongestYear = 200;

    public static IEnumerable<Page> Plan(PageContext context, Body body)
    {
        // Papers and meetings are sorted into years once, not for each of these pages.
        var years = YearsOf(body);
        for (var i = 0; i < years.Count; i++)
        {
            var year = years[i];
            var (older, newer) = (i + 1 < years.Count ? years[i + 1] : null, i > 0 ? years[i - 1] : null);
            yield return new TemplatePage(RouteOf(body, year.Year), "council-year", () => Year(context, body, years, year, older, newer), body.Source);
            if (!year.IsLong)
            {
                continue;
            }

            var months = year.Months();
            for (var j = 0; j < months.Count; j++)
            {
                var month = months[j];
                var (before, after) = (j + 1 < months.Count ? months[j + 1] : null, j > 0 ? months[j - 1] : null);
                yield return new TemplatePage(Addresses.Month(body.Route, year.Year, month.Month), "council-year", () => Month(context, body, years, year, month, before, after), body.Source);
            }
        }
    }

    /// <summary>The years, newest first, as links.</summary>
    public static IReadOnlyList<PeriodView> Years(PageContext context, Body body) => Years(context, body, YearsOf(body), -1);

    private static IReadOnlyList<PeriodView> Years(PageContext context, Body body, List<YearGroup> years, int current) =>
        [.. years.Select(year => Period(context, TitleOf(context, year.Year), RouteOf(body, year.Year), year.Papers.Count, year.Meetings.Count, year.Year == current))];

    /// <summary>The pages above a paper or meeting: archive, municipality, year.</summary>
    public static IReadOnlyList<(string Text, Route Route)> Above(PageContext context, Body body, DateOnly? day) =>
    [
        (context.Words["council.title"], Addresses.Council),
        (body.Label, body.Route),
        (TitleOf(context, day?.Year ?? 0), RouteOf(body, day?.Year ?? 0)),
    ];

    /// <summary>A year; 0 for papers of which no day is known.</summary>
    private sealed record YearGroup(int Year, IReadOnlyList<Paper> Papers, IReadOnlyList<Meeting> Meetings)
    {
        public bool IsLong => Year > 0 && Papers.Count + Meetings.Count > LongestYear;

        public IReadOnlyList<MonthGroup> Months()
        {
            var papers = Papers.ToLookup(paper => paper.Day?.Month ?? 0);
            var meetings = Meetings.ToLookup(meeting => meeting.Day.Month);
            return
            [
                .. papers.Select(group => group.Key).Concat(meetings.Select(group => group.Key)).Distinct().OrderDescending()
                    .Select(month => new MonthGroup(month, [.. papers[month]], [.. meetings[month]])),
            ];
        }
    }

    private sealed record MonthGroup(int Month, IReadOnlyList<Paper> Papers, IReadOnlyList<Meeting> Meetings);

    private static List<YearGroup> YearsOf(Body body)
    {
        var papers = body.Papers.ToLookup(paper => paper.Day?.Year ?? 0);
        var meetings = body.Meetings.ToLookup(meeting => meeting.Day.Year);
        return
        [
            .. papers.Select(group => group.Key).Concat(meetings.Select(group => group.Key)).Distinct().OrderDescending()
                .Select(year => new YearGroup(year, [.. papers[year]], [.. meetings[year]])),
        ];
    }

    private static CouncilYearView Year(PageContext context, Body body, List<YearGroup> years, YearGroup year, YearGroup? older, YearGroup? newer)
    {
        var words = context.Words;
        var name = TitleOf(context, year.Year);
        var counts = CouncilParts.Counts(context, year.Papers.Count, year.Meetings.Count);
        (string, string)[] names = [("body", body.Label), ("year", name), ("counts", counts)];
        return new CouncilYearView(
            HeadBuilder.Build(context, new HeadInput(
                RouteOf(body, year.Year),
                Addresses.Council,
                words.Fill("council.yearTitle", names),
                words.Fill("council.yearDescription", names),
                [(words["council.title"], Addresses.Council), (body.Label, body.Route)])
            {
                ShortTitle = name,
                Feed = CouncilParts.Feed(context, body),
            }),
            CouncilParts.Frame(context, body),
            words.Fill("council.yearTitle", names),
            counts,
            year.IsLong ? [.. year.Months().Select(month => Period(context, MonthTitle(context, year.Year, month.Month), Addresses.Month(body.Route, year.Year, month.Month), month.Papers.Count, month.Meetings.Count, isCurrent: false))] : [],
            year.IsLong ? [] : [.. year.Months().Select(month => Group(context, year.Year, month))],
            Years(context, body, years, year.Year),
            older is null ? null : new LinkView(TitleOf(context, older.Year), context.Href(RouteOf(body, older.Year))),
            newer is null ? null : new LinkView(TitleOf(context, newer.Year), context.Href(RouteOf(body, newer.Year))),
            CouncilParts.FeedBox(context, body));
    }

    private static CouncilYearView Month(PageContext context, Body body, List<YearGroup> years, YearGroup year, MonthGroup month, MonthGroup? before, MonthGroup? after)
    {
        var words = context.Words;
        var name = MonthTitle(context, year.Year, month.Month);
        var counts = CouncilParts.Counts(context, month.Papers.Count, month.Meetings.Count);
        (string, string)[] names = [("body", body.Label), ("year", name), ("counts", counts)];
        LinkView? Link(MonthGroup? other) =>
            other is null ? null : new LinkView(MonthTitle(context, year.Year, other.Month), context.Href(Addresses.Month(body.Route, year.Year, other.Month)));
        return new CouncilYearView(
            HeadBuilder.Build(context, new HeadInput(
                Addresses.Month(body.Route, year.Year, month.Month),
                Addresses.Council,
                words.Fill("council.yearTitle", names),
                words.Fill("council.yearDescription", names),
                [.. Above(context, body, new DateOnly(year.Year, 1, 1))])
            {
                ShortTitle = words.Month(month.Month),
                Feed = CouncilParts.Feed(context, body),
            }),
            CouncilParts.Frame(context, body),
            words.Fill("council.yearTitle", names),
            counts,
            [],
            [Group(context, year.Year, month)],
            Years(context, body, years, year.Year),
            Link(before),
            Link(after),
            CouncilParts.FeedBox(context, body));
    }

    private static CouncilMonthView Group(PageContext context, int year, MonthGroup month) => new(
        "monat_" + month.Month.ToString("00", CultureInfo.InvariantCulture),
        year == 0 ? TitleOf(context, 0) : MonthTitle(context, year, month.Month),
        [.. month.Meetings.Select(meeting => CouncilParts.Meeting(context, meeting))],
        [.. month.Papers.Select(paper => CouncilParts.Paper(context, paper))]);

    private static PeriodView Period(PageContext context, string title, Route route, int papers, int meetings, bool isCurrent) =>
        new(title, context.Href(route), papers + meetings, CouncilParts.Counts(context, papers, meetings), isCurrent);

    private static Route RouteOf(Body body, int year) => year == 0 ? Addresses.CouncilWithoutYear(body.Content.Folder) : Addresses.Year(body.Route, year);

    private static string TitleOf(PageContext context, int year) => year == 0 ? context.Words["council.withoutDate"] : year.ToString(CultureInfo.InvariantCulture);

    private static string MonthTitle(PageContext context, int year, int month) => context.Words.Fill(
        "page.monthTitle",
        ("month", context.Words.Month(month)),
        ("year", year.ToString(CultureInfo.InvariantCulture)));
}
