using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>Each series with its newest notices, and its years.</summary>
public static class SeriesPages
{
    private const int NewestNotices = 20;

    public static IEnumerable<Page> Plan(PageContext context)
    {
        foreach (var series in context.Site.Configuration.Series)
        {
            var route = Addresses.Series(series.Id);
            var listing = new Listing(route, route, series.PluralLabel, series.PluralLabel, [], (series.Label, series.PluralLabel), context.Site.InSeries(series)) { Feed = (series.PluralLabel, route) };
            yield return new TemplatePage(route, "series", () => Series(context, listing), SiteLinker.ConfigurationPath) { OnlyBody = default(SourcePath) };
            foreach (var page in ListingPages.Plan(context, listing))
            {
                yield return page;
            }
        }
    }

    private static SeriesView Series(PageContext context, Listing listing) => new(
        HeadBuilder.Build(context, new HeadInput(
            listing.Route,
            listing.Section,
            listing.Title,
            context.Words.Fill("page.seriesDescription", ("title", listing.Title), ("site", context.Site.Configuration.Title)),
            [])
        {
            ShowsDataDate = true,
            Feed = listing.Feed,
        }),
        listing.Title,
        listing.Count(context, listing.Notices.Length, 0),
        ItemViews.Notices(context, listing.Notices.Take(NewestNotices)),
        ListingPages.Years(context, listing),
        listing.FeedBox(context));
}
