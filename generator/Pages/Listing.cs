using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Pages.Council;
using Fachinfo.Pages.Feeds;

namespace Fachinfo.Pages;

/// <summary>A listing that is split by years: a series, a rubric, or a file reference.</summary>
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
    /// <summary>Gets papers of the council archive that are listed too, newest first; those of which no day is known are in no year.</summary>
    public ImmutableArray<Paper> Papers { get; init; } = [];

    /// <summary>Gets the feed that follows all of it, as <see cref="HeadInput.Feed"/>.</summary>
    public (string Name, Route Folder)? Feed { get; init; }

    /// <param name="calendar">As in <see cref="FeedLinks.Box"/>.</param>
    public FeedBoxView? FeedBox(PageContext context, Route calendar = default) => Feed is { } feed ? FeedLinks.Box(context, feed.Name, feed.Folder, calendar) : null;

    /// <summary>Counts in the listing's own noun: <c>12 Schnellbriefe</c>; with papers <c>12 Mitteilungen, 3 Vorlagen</c>.</summary>
    public string Count(PageContext context, int notices, int papers) => Count(context, Noun, notices, papers);

    public static string Count(PageContext context, (string One, string Many) noun, int notices, int papers)
    {
        var words = context.Words;
        var counted = words.Fill("page.count", ("count", words.Number(notices)), ("noun", notices == 1 ? noun.One : noun.Many));
        return papers == 0 ? counted : notices == 0 ? CouncilParts.Papers(context, papers) : $"{counted}, {CouncilParts.Papers(context, papers)}";
    }
}

/// <summary>A year or month of a listing.</summary>
/// <param name="Number">Of the year, or of the month in it.</param>
internal sealed record ListedPeriod(int Number, ImmutableArray<ListedNotice> Notices, ImmutableArray<Paper> Papers)
{
    public int Count => Notices.Length + Papers.Length;

    /// <summary>Groups by the year of the number, which the address has too; the date may lie in another one.</summary>
    public static List<ListedPeriod> Years(Listing listing) =>
        Group(listing.Notices, notice => notice.Head.Number.Year, listing.Papers.Where(paper => paper.Day is not null), paper => paper.Day!.Value.Year);

    public List<ListedPeriod> Months() => Group(Notices, ListingPages.MonthOf, Papers, paper => paper.Day!.Value.Month);

    private static List<ListedPeriod> Group(IEnumerable<ListedNotice> notices, Func<ListedNotice, int> ofNotice, IEnumerable<Paper> papers, Func<Paper, int> ofPaper)
    {
        var (byNotice, byPaper) = (notices.ToLookup(ofNotice), papers.ToLookup(ofPaper));
        return
        [
            .. byNotice.Select(group => group.Key).Concat(byPaper.Select(group => group.Key)).Distinct().OrderDescending()
                .Select(number => new ListedPeriod(number, [.. byNotice[number]], [.. byPaper[number]])),
        ];
    }
}

/// <summary>The pages of a listing by year, and by month where a year has over 200 entries.</summary>
/// <remarks>Years and months, never "page 7": a link to a listing keeps its meaning, and a new notice rewrites few files.</remarks>
public static class ListingPages
{
    private const int LongestYear = 200;

    public static IEnumerable<Page> Plan(PageContext context, Listing listing)
    {
        var years = ListedPeriod.Years(listing);
        for (var i = 0; i < years.Count; i++)
        {
            var year = years[i];
            var (older, newer) = (i + 1 < years.Count ? years[i + 1].Number : 0, i > 0 ? years[i - 1].Number : 0);
            yield return new TemplatePage(Addresses.Year(listing.Route, year.Number), "year", () => Year(context, listing, years, year, older, newer))
            {
                Inputs = () => YearInputs(context, listing, years, year),
                OnlyBody = default(SourcePath),
            };
            if (year.Count <= LongestYear)
            {
                continue;
            }

            var months = year.Months();
            for (var j = 0; j < months.Count; j++)
            {
                var month = months[j];
                var (before, after) = (j + 1 < months.Count ? months[j + 1].Number : 0, j > 0 ? months[j - 1].Number : 0);
                yield return new TemplatePage(
                    Addresses.Month(listing.Route, year.Number, month.Number),
                    "month",
                    () => Month(context, listing, year.Number, month, before, after))
                {
                    Inputs = () => Add(context, Inputs(listing, year.Number).Add(month.Number).Add(before).Add(after), month).ToHash(),
                    OnlyBody = default(SourcePath),
                };
            }
        }
    }

    /// <summary>The years of a listing, newest first, as links.</summary>
    public static IReadOnlyList<PeriodView> Years(PageContext context, Listing listing) => Years(context, listing, ListedPeriod.Years(listing), 0);

    private static IReadOnlyList<PeriodView> Years(PageContext context, Listing listing, List<ListedPeriod> years, int current) =>
    [
        .. years.Select(year => new PeriodView(
            Text(year.Number),
            context.Href(Addresses.Year(listing.Route, year.Number)),
            year.Count,
            listing.Count(context, year.Notices.Length, year.Papers.Length),
            year.Number == current)),
    ];

    /// <summary>What all pages of a listing show of it.</summary>
    private static HashBuilder Inputs(Listing listing, int year)
    {
        var hash = new HashBuilder().Add(listing.Route.Path).Add(listing.Title).Add(listing.UniqueTitle).Add(listing.Noun.One).Add(listing.Noun.Many).Add(listing.Feed?.Name ?? "").Add(year);
        return listing.Breadcrumbs.Aggregate(hash, (all, crumb) => all.Add(crumb.Text).Add(crumb.Route.Path));
    }

    /// <summary>The lines of a period.</summary>
    private static HashBuilder Add(PageContext context, HashBuilder hash, ListedPeriod period)
    {
        hash.Add(context.Hash(period.Notices)).Add(period.Papers.Length);
        foreach (var paper in period.Papers)
        {
            CouncilParts.AddPaper(hash, paper);
        }

        return hash;
    }

    /// <summary>Everything that the page of a year is made of. One that is split shows how much a month has, and none of it.</summary>
    private static ContentHash YearInputs(PageContext context, Listing listing, List<ListedPeriod> years, ListedPeriod period)
    {
        var hash = years.Aggregate(Inputs(listing, period.Number), AddCounts);
        return (period.Count <= LongestYear ? Add(context, period.Months().Aggregate(hash, AddCounts), period) : period.Months().Aggregate(hash, AddCounts)).ToHash();
    }

    private static HashBuilder AddCounts(HashBuilder hash, ListedPeriod period) => hash.Add(period.Number).Add(period.Notices.Length).Add(period.Papers.Length);

    private static YearView Year(PageContext context, Listing listing, List<ListedPeriod> years, ListedPeriod period, int older, int newer)
    {
        var words = context.Words;
        var year = period.Number;
        var route = Addresses.Year(listing.Route, year);
        var isSplit = period.Count > LongestYear;
        var count = listing.Count(context, period.Notices.Length, period.Papers.Length);
        var title = words.Fill("page.year", ("title", listing.UniqueTitle), ("year", Text(year)));
        var head = HeadBuilder.Build(context, new HeadInput(
            route,
            listing.Section,
            title,
            words.Fill("page.yearDescription", ("title", listing.UniqueTitle), ("year", Text(year)), ("count", count)),
            listing.Breadcrumbs.Add((listing.Title, listing.Route)))
        {
            ShortTitle = Text(year),
            Feed = listing.Feed,
        });
        string MonthHref(int month) => isSplit ? context.Href(Addresses.Month(listing.Route, year, month)) : "#" + MonthId(month);
        return new YearView(
            head,
            words.Fill("page.year", ("title", listing.Title), ("year", Text(year))),
            new LinkView(listing.Title, context.Href(listing.Route)),
            count,
            ChartBuilder.ForYear(context, listing, period, MonthHref),
            [
                .. period.Months().Select(month => new MonthGroupView(
                    MonthId(month.Number),
                    words.Fill("page.monthTitle", ("month", words.Month(month.Number)), ("year", Text(year))),
                    isSplit ? MonthHref(month.Number) : "",
                    listing.Count(context, month.Notices.Length, month.Papers.Length),
                    isSplit ? [] : ItemViews.Notices(context, month.Notices),
                    isSplit ? [] : CouncilParts.PaperItems(context, month.Papers))),
            ],
            Years(context, listing, years, year),
            older == 0 ? null : YearLink(context, listing, older),
            newer == 0 ? null : YearLink(context, listing, newer),
            listing.FeedBox(context));
    }

    private static MonthView Month(PageContext context, Listing listing, int year, ListedPeriod period, int before, int after)
    {
        var words = context.Words;
        var month = period.Number;
        var count = listing.Count(context, period.Notices.Length, period.Papers.Length);
        (string, string)[] names = [("title", listing.UniqueTitle), ("month", words.Month(month)), ("year", Text(year)), ("count", count)];
        var head = HeadBuilder.Build(context, new HeadInput(
            Addresses.Month(listing.Route, year, month),
            listing.Section,
            words.Fill("page.month", names),
            words.Fill("page.monthDescription", names),
            listing.Breadcrumbs.Add((listing.Title, listing.Route)).Add((Text(year), Addresses.Year(listing.Route, year))))
        {
            ShortTitle = words.Month(month),
            Feed = listing.Feed,
        });
        return new MonthView(
            head,
            words.Fill("page.month", [("title", listing.Title), .. names[1..]]),
            new LinkView(words.Fill("page.year", ("title", listing.Title), ("year", Text(year))), context.Href(Addresses.Year(listing.Route, year))),
            count,
            ItemViews.Notices(context, period.Notices),
            CouncilParts.PaperItems(context, period.Papers),
            before == 0 ? null : MonthLink(context, listing, year, before),
            after == 0 ? null : MonthLink(context, listing, year, after));
    }

    private static LinkView YearLink(PageContext context, Listing listing, int year) =>
        new(Text(year), context.Href(Addresses.Year(listing.Route, year)));

    private static LinkView MonthLink(PageContext context, Listing listing, int year, int month) => new(
        context.Words.Fill("page.monthTitle", ("month", context.Words.Month(month)), ("year", Text(year))),
        context.Href(Addresses.Month(listing.Route, year, month)));

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
