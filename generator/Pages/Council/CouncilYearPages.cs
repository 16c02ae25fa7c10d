using System.Globalization;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Pages.Feeds;

namespace Fachinfo.Pages.Council;

/// <summary>The timeline of a municipality or of a large committee: papers and meetings by year, and by month where a year is long.</summary>
internal static class CouncilYearPages
{
    public static IEnumerable<Page> Plan(PageContext context, CouncilTimeline timeline)
    {
        var years = timeline.Years;
        for (var i = 0; i < years.Count; i++)
        {
            var year = years[i];
            var (older, newer) = (i + 1 < years.Count ? years[i + 1] : null, i > 0 ? years[i - 1] : null);
            yield return new TemplatePage(timeline.RouteOf(year.Year), "council-year", () => Year(context, timeline, year, older, newer), timeline.Body.Source);
            if (!year.IsLong)
            {
                continue;
            }

            var months = year.Months();
            for (var j = 0; j < months.Count; j++)
            {
                var month = months[j];
                var (before, after) = (j + 1 < months.Count ? months[j + 1] : null, j > 0 ? months[j - 1] : null);
                yield return new TemplatePage(Addresses.Month(timeline.Route, year.Year, month.Month), "council-year", () => Month(context, timeline, year, month, before, after), timeline.Body.Source);
            }
        }
    }

    /// <summary>The years, newest first, as links.</summary>
    public static IReadOnlyList<PeriodView> Years(PageContext context, CouncilTimeline timeline, int current = -1) =>
        [.. timeline.Years.Select(year => Period(context, TitleOf(context, year.Year), timeline.RouteOf(year.Year), year.Papers.Count, year.Meetings.Count, year.Year == current))];

    /// <summary>The pages above a paper or meeting: archive, municipality, year.</summary>
    public static IReadOnlyList<(string Text, Route Route)> Above(PageContext context, Body body, DateOnly? day) =>
    [
        (context.Words["council.title"], Addresses.Council),
        (body.Label, body.Route),
        (TitleOf(context, day?.Year ?? 0), day is { } known ? Addresses.Year(body.Route, known.Year) : Addresses.CouncilWithoutYear(body.Content.Folder)),
    ];

    private static CouncilYearView Year(PageContext context, CouncilTimeline timeline, CouncilYear year, CouncilYear? older, CouncilYear? newer)
    {
        var name = TitleOf(context, year.Year);
        var counts = CouncilParts.Counts(context, year.Papers.Count, year.Meetings.Count);
        LinkView? Link(CouncilYear? other) => other is null ? null : new LinkView(TitleOf(context, other.Year), context.Href(timeline.RouteOf(other.Year)));
        return Page(context, timeline, new(timeline.RouteOf(year.Year), name, name, counts, [.. timeline.Above, (timeline.Label, timeline.Route)])) with
        {
            Months = year.IsLong ? [.. year.Months().Select(month => Period(context, MonthTitle(context, year.Year, month.Month), Addresses.Month(timeline.Route, year.Year, month.Month), month.Papers.Count, month.Meetings.Count, isCurrent: false))] : [],
            Groups = year.IsLong ? [] : [.. year.Months().Select(month => Group(context, year.Year, month))],
            Years = Years(context, timeline, year.Year),
            Previous = Link(older),
            Next = Link(newer),
        };
    }

    private static CouncilYearView Month(PageContext context, CouncilTimeline timeline, CouncilYear year, CouncilMonth month, CouncilMonth? before, CouncilMonth? after)
    {
        var name = MonthTitle(context, year.Year, month.Month);
        var counts = CouncilParts.Counts(context, month.Papers.Count, month.Meetings.Count);
        LinkView? Link(CouncilMonth? other) =>
            other is null ? null : new LinkView(MonthTitle(context, year.Year, other.Month), context.Href(Addresses.Month(timeline.Route, year.Year, other.Month)));
        (string, Route)[] above = [.. timeline.Above, (timeline.Label, timeline.Route), (TitleOf(context, year.Year), timeline.RouteOf(year.Year))];
        return Page(context, timeline, new(Addresses.Month(timeline.Route, year.Year, month.Month), name, context.Words.Month(month.Month), counts, above)) with
        {
            Groups = [Group(context, year.Year, month)],
            Years = Years(context, timeline, year.Year),
            Previous = Link(before),
            Next = Link(after),
        };
    }

    /// <summary>What a year and a month say of themselves.</summary>
    private sealed record PeriodHead(Route Route, string Name, string ShortName, string Counts, IReadOnlyList<(string Text, Route Route)> Above);

    private static CouncilYearView Page(PageContext context, CouncilTimeline timeline, PeriodHead period)
    {
        (string, string)[] names = [("body", timeline.Body.Label), ("title", timeline.Label), ("year", period.Name), ("counts", period.Counts)];
        var title = context.Words.Fill(timeline.Words + "Title", names);
        return new CouncilYearView(
            HeadBuilder.Build(context, new HeadInput(
                period.Route,
                Addresses.Council,
                title,
                context.Words.Fill(timeline.Words + "Description", names),
                period.Above)
            {
                ShortTitle = period.ShortName,
                Feed = timeline.Feed,
            }),
            CouncilParts.Frame(context, timeline.Body),
            title,
            period.Counts,
            [],
            [],
            [],
            null,
            null,
            timeline.Feed is { } feed ? FeedLinks.Box(context, feed.Name, feed.Folder) : null,
            new LinkView(timeline.Label, context.Href(timeline.Route)));
    }

    private static CouncilMonthView Group(PageContext context, int year, CouncilMonth month) => new(
        "monat_" + month.Month.ToString("00", CultureInfo.InvariantCulture),
        year == 0 ? TitleOf(context, 0) : MonthTitle(context, year, month.Month),
        [.. month.Meetings.Select(meeting => CouncilParts.Meeting(context, meeting))],
        [.. month.Papers.Select(paper => CouncilParts.Paper(context, paper))]);

    private static PeriodView Period(PageContext context, string title, Route route, int papers, int meetings, bool isCurrent) =>
        new(title, context.Href(route), papers + meetings, CouncilParts.Counts(context, papers, meetings), isCurrent);

    private static string TitleOf(PageContext context, int year) => year == 0 ? context.Words["council.withoutDate"] : year.ToString(CultureInfo.InvariantCulture);

    private static string MonthTitle(PageContext context, int year, int month) => context.Words.Fill(
        "page.monthTitle",
        ("month", context.Words.Month(month)),
        ("year", year.ToString(CultureInfo.InvariantCulture)));
}
