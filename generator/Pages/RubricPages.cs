using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>The tree of rubrics, each rubric, and its years.</summary>
public static class RubricPages
{
    private const int NewestNotices = 20;
    private const int NextDeadlines = 6;

    public static IEnumerable<Page> Plan(PageContext context)
    {
        yield return new TemplatePage(Addresses.Rubrics, "rubrics", () => Tree(context), new("rubriken.yml")) { OnlyBody = default(SourcePath) };
        foreach (var rubric in context.Site.Rubrics.All)
        {
            var listing = ToListing(context, rubric);
            yield return new TemplatePage(listing.Route, "rubric", () => Rubric(context, rubric, listing), new("rubriken.yml"))
            {
                OnlyBody = context.Site.Introductions.GetValueOrDefault(rubric.SlugPath)?.Source ?? default,
            };
            foreach (var page in ListingPages.Plan(context, listing))
            {
                yield return page;
            }
        }
    }

    private static RubricTreeView Tree(PageContext context)
    {
        var title = context.Words["page.rubrics"];
        return new RubricTreeView(
            HeadBuilder.Build(context, new HeadInput(
                Addresses.Rubrics,
                Addresses.Rubrics,
                title,
                context.Words.Fill("page.rubricsDescription", ("site", context.Site.Configuration.Title)),
                [])
            {
                ShowsDataDate = true,
            }),
            title,
            [.. context.Site.Rubrics.Roots.Select(rubric => ItemViews.Rubric(context, rubric))]);
    }

    private static RubricView Rubric(PageContext context, Rubric rubric, Listing listing)
    {
        var words = context.Words;
        var count = listing.Count(context, listing.Notices.Length, 0);
        var introduction = context.Site.Introductions.GetValueOrDefault(rubric.SlugPath);
        var downloads = introduction?.Downloads.ToLookup(context.Site.IsOpen);
        return new RubricView(
            HeadBuilder.Build(context, new HeadInput(
                listing.Route,
                Addresses.Rubrics,
                listing.UniqueTitle,
                words.Fill("page.rubricDescription", ("path", rubric.DisplayPath), ("description", rubric.Description), ("count", count)),
                listing.Breadcrumbs)
            {
                ShowsDataDate = true,
                ShortTitle = rubric.Title,
                Feed = listing.Feed,
            }),
            rubric.Title,
            rubric.Description,
            count,
            introduction is null || !introduction.Content.Body.HasText ? null : ItemViews.Body(context, introduction.Body),
            ItemViews.Contact(introduction?.Content.Contact ?? Contact.Empty),
            ItemViews.Downloads(context, downloads?[true] ?? [], LockedDownload.Neutral(downloads?[false] ?? []), Addresses.Rubric(rubric)),
            FileArchive.Link(context, listing.Route, downloads?[true] ?? []),
            DownloadLists.Link(context, rubric),
            [.. rubric.Children.Select(child => ItemViews.Rubric(context, child))],
            ItemViews.RunningDeadlines(context, listing.Notices, NextDeadlines),
            ItemViews.Notices(context, listing.Notices.Take(NewestNotices)),
            ChartBuilder.ForLastTwelveMonths(context, listing),
            ListingPages.Years(context, listing),
            listing.FeedBox(context, HomePage.CalendarOf(listing.Notices, listing.Route)));
    }

    private static Listing ToListing(PageContext context, Rubric rubric)
    {
        var above = Enumerable.Range(1, rubric.Slugs.Length - 1)
            .Select(length => context.Site.Rubrics.BySlugPath(string.Join('/', rubric.Slugs.Take(length)))!)
            .Select(parent => (parent.Title, Addresses.Rubric(parent)));
        var overview = context.Words["page.rubrics"];
        var parent = rubric.Titles.Length > 1 ? string.Join(" / ", rubric.Titles[..^1]) : IsNamedLikeSeries(context, rubric) ? overview : "";
        var uniqueTitle = parent.Length == 0 ? rubric.Title : context.Words.Fill("page.rubricTitle", ("title", rubric.Title), ("parent", parent));
        return new Listing(
            Addresses.Rubric(rubric),
            Addresses.Rubrics,
            rubric.Title,
            uniqueTitle,
            [(overview, Addresses.Rubrics), .. above],
            (context.Words["page.notice"], context.Words["page.noticePlural"]),
            context.Site.InRubric(rubric))
        {
            Feed = (rubric.Titles.Length == 1 ? uniqueTitle : rubric.DisplayPath, Addresses.Rubric(rubric)),
        };
    }

    /// <summary>A rubric „Schnellbriefe“ beside the series of that name.</summary>
    private static bool IsNamedLikeSeries(PageContext context, Rubric rubric) =>
        context.Site.Configuration.Series.Any(series => series.PluralLabel.Equals(rubric.Title, StringComparison.OrdinalIgnoreCase));
}
