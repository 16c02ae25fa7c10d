using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages.Feeds;

namespace Fachinfo.Pages;

/// <summary>The start page: newest notices, running deadlines, rubrics.</summary>
public static class HomePage
{
    private const int NewestNotices = 10;
    private const int NextDeadlines = 6;

    public static Page Plan(PageContext context) => new TemplatePage(Route.Home, "home", () => Home(context), Model.SiteLinker.ConfigurationPath) { OnlyBody = default(SourcePath) };

    /// <summary>The calendar in a folder, or default where no notice has a deadline.</summary>
    internal static Route CalendarOf(IEnumerable<ListedNotice> notices, Route folder) =>
        notices.Any(listed => !listed.Deadlines.IsEmpty) ? Addresses.Calendar(folder) : default;

    private static HomeView Home(PageContext context)
    {
        var site = context.Site.Configuration;
        var words = context.Words;
        var head = HeadBuilder.Build(context, new HeadInput(
            Route.Home,
            Route.Home,
            site.Title,
            site.Description.Length > 0 ? site.Description : words.Fill("page.homeDescription", ("site", site.Title)),
            [])
        {
            ShowsDataDate = true,
            StructuredData = json =>
            {
                json.WriteString("@type", "WebSite");
                json.WriteString("name", site.Title);
                HeadBuilder.WriteAddress(json, "url", context, Route.Home);
                json.WriteString("inLanguage", site.Language);
                HeadBuilder.WritePublisher(json, context);
            },
        });
        return new HomeView(
            head,
            ItemViews.Notices(context, context.Site.Listing.Take(NewestNotices)),
            [.. site.Series.Select(series => new LinkView(words.Fill("page.allOf", ("title", series.PluralLabel)), context.Href(Addresses.Series(series.Id))))],
            ItemViews.RunningDeadlines(context, context.Site.Listing, NextDeadlines),
            [.. context.Site.Rubrics.Roots.Select(rubric => ItemViews.Rubric(context, rubric))],
            FeedLinks.Box(context, words["feed.everything"], Route.Home, CalendarOf(context.Site.Listing, Route.Home)));
    }
}
