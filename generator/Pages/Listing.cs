using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>A listing that is split by years: a series, or a rubric.</summary>
/// <param name="Route">The page of the series or rubric.</param>
/// <param name="Section">The entry of the main navigation.</param>
/// <param name="Title">For the page: <c>Bürgerschaftliches Engagement</c>.</param>
/// <param name="UniqueTitle">For <c>title</c>: with the rubric above, where the same name occurs twice.</param>
/// <param name="Breadcrumbs">The pages above.</param>
/// <param name="Noun">What is counted in it: <c>Schnellbrief</c>, <c>Schnellbriefe</c>.</param>
/// <param name="Notices">Newest first.</param>
public sealed record Listing(
    Route Route,
    Route Section,
    string Title,
    string UniqueTitle,
    ImmutableArray<(string Text, Route Route)> Breadcrumbs,
    (string One, string Many) Noun,
    ImmutableArray<ListedNotice> Notices)
{
    /// <summary>Counts in the listing's own noun: <c>12 Schnellbriefe</c>.</summary>
    public string Count(Words words, int count) =>
        words.Fill("page.count", ("count", words.Number(count)), ("noun", count == 1 ? Noun.One : Noun.Many));
}

/// <summary>The pages of a listing by year, and by month where a year has over 200 entries.</summary>
/// <remarks>Years and months, never "page 7": a link to a listing keeps its meaning, and a new notice rewrites few files.</remarks>
public static class ListingPages
{
    private const int LongestYear = 200;

    public static IEnumerable<Page> Plan(PageContext context, Listing listing)
    {
        var years = ByYear(listing);
        for (var i = 0; i < years.Count; i++)
        {
            var (year, notices) = (years[i].Year, years[i].Notices);
            var (older, newer) = (i + 1 < years.Count ? years[i + 1].Year : 0, i > 0 ? years[i - 1].Year : 0);
            yield return new TemplatePage(Addresses.Year(listing.Route, year), "year", () => Year(context, listing, years, year, notices, older, newer));
            if (notices.Length <= LongestYear)
            {
                continue;
            }

            var months = ByMonth(notices);
            for (var j = 0; j < months.Count; j++)
            {
                var (month, ofMonth) = months[j];
                var (before, after) = (j + 1 < months.Count ? months[j + 1].Month : 0, j > 0 ? months[j - 1].Month : 0);
                yield return new TemplatePage(
                    Addresses.Month(listing.Route, year, month),
                    "month",
                    () => Month(context, listing, year, month, ofMonth, before, after));
            }
        }
    }

    /// <summary>The years of a listing, newest first, as links.</summary>
    public static IReadOnlyList<PeriodView> Years(PageContext context, Listing listing, int current = 0) =>
    [
        .. ByYear(listing).Select(year => new PeriodView(
            Text(year.Year),
            context.Href(Addresses.Year(listing.Route, year.Year)),
            year.Notices.Length,
            listing.Count(context.Words, year.Notices.Length),
            year.Year == current)),
    ];

    private static YearView Year(
        PageContext context, Listing listing, List<(int Year, ImmutableArray<ListedNotice> Notices)> years, int year, ImmutableArray<ListedNotice> notices, int older, int newer)
    {
        var words = context.Words;
        var route = Addresses.Year(listing.Route, year);
        var isSplit = notices.Length > LongestYear;
        var count = listing.Count(words, notices.Length);
        var title = words.Fill("page.year", ("title", listing.UniqueTitle), ("year", Text(year)));
        var head = HeadBuilder.Build(context, new HeadInput(
            route,
            listing.Section,
            title,
            words.Fill("page.yearDescription", ("title", listing.UniqueTitle), ("year", Text(year)), ("count", count)),
            listing.Breadcrumbs.Add((listing.Title, listing.Route)))
        {
            ShortTitle = Text(year),
        });
        string MonthHref(int month) => isSplit ? context.Href(Addresses.Month(listing.Route, year, month)) : "#" + MonthId(month);
        return new YearView(
            head,
            words.Fill("page.year", ("title", listing.Title), ("year", Text(year))),
            new LinkView(listing.Title, context.Href(listing.Route)),
            count,
            ChartBuilder.ForYear(context, listing, year, notices, MonthHref),
            [
                .. ByMonth(notices).Select(month => new MonthGroupView(
                    MonthId(month.Month),
                    words.Fill("page.monthTitle", ("month", words.Month(month.Month)), ("year", Text(year))),
                    isSplit ? MonthHref(month.Month) : "",
                    listing.Count(words, month.Notices.Length),
                    isSplit ? [] : ItemViews.Notices(context, month.Notices))),
            ],
            [
                .. years.Select(other => new PeriodView(
                    Text(other.Year),
                    context.Href(Addresses.Year(listing.Route, other.Year)),
                    other.Notices.Length,
                    listing.Count(words, other.Notices.Length),
                    other.Year == year)),
            ],
            older == 0 ? null : YearLink(context, listing, older),
            newer == 0 ? null : YearLink(context, listing, newer));
    }

    private static MonthView Month(PageContext context, Listing listing, int year, int month, ImmutableArray<ListedNotice> notices, int before, int after)
    {
        var words = context.Words;
        var count = listing.Count(words, notices.Length);
        (string, string)[] names = [("title", listing.UniqueTitle), ("month", words.Month(month)), ("year", Text(year)), ("count", count)];
        var head = HeadBuilder.Build(context, new HeadInput(
            Addresses.Month(listing.Route, year, month),
            listing.Section,
            words.Fill("page.month", names),
            words.Fill("page.monthDescription", names),
            listing.Breadcrumbs.Add((listing.Title, listing.Route)).Add((Text(year), Addresses.Year(listing.Route, year))))
        {
            ShortTitle = words.Month(month),
        });
        return new MonthView(
            head,
            words.Fill("page.month", [("title", listing.Title), .. names[1..]]),
            new LinkView(words.Fill("page.year", ("title", listing.Title), ("year", Text(year))), context.Href(Addresses.Year(listing.Route, year))),
            count,
            ItemViews.Notices(context, notices),
            before == 0 ? null : MonthLink(context, listing, year, before),
            after == 0 ? null : MonthLink(context, listing, year, after));
    }

    private static LinkView YearLink(PageContext context, Listing listing, int year) =>
        new(Text(year), context.Href(Addresses.Year(listing.Route, year)));

    private static LinkView MonthLink(PageContext context, Listing listing, int year, int month) => new(
        context.Words.Fill("page.monthTitle", ("month", context.Words.Month(month)), ("year", Text(year))),
        context.Href(Addresses.Month(listing.Route, year, month)));

    /// <summary>Groups by the year of the number, which the address has too; the date may lie in another one.</summary>
    private static List<(int Year, ImmutableArray<ListedNotice> Notices)> ByYear(Listing listing) =>
    [
        .. listing.Notices.GroupBy(listed => listed.Head.Number.Year).OrderByDescending(group => group.Key).Select(group => (group.Key, group.ToImmutableArray())),
    ];

    private static List<(int Month, ImmutableArray<ListedNotice> Notices)> ByMonth(ImmutableArray<ListedNotice> notices) =>
    [
        .. notices.GroupBy(MonthOf).OrderByDescending(group => group.Key).Select(group => (group.Key, group.ToImmutableArray())),
    ];

    /// <summary>The month of the date; a date outside the number's year counts to its first or last month.</summary>
    public static int MonthOf(ListedNotice listed) => listed.Head.Date.Year.CompareTo(listed.Head.Number.Year) switch
    {
        < 0 => 1,
        > 0 => 12,
        _ => listed.Head.Date.Month,
    };

    private static string MonthId(int month) => "monat_" + month.ToString("00", CultureInfo.InvariantCulture);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
