using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages.Feeds;

/// <summary>What pages show of a feed: links in the head for readers, and a box for people.</summary>
public static class FeedLinks
{
    /// <summary>The three formats of the feed in a folder.</summary>
    public static IReadOnlyList<LinkView> Formats(PageContext context, Route folder) =>
    [
        new("RSS", context.Href(Addresses.Rss(folder))),
        new("Atom", context.Href(Addresses.Atom(folder))),
        new("JSON", context.Href(Addresses.JsonFeed(folder))),
    ];

    /// <summary>Links for the head of a page, for readers that look there.</summary>
    /// <param name="name">What the feed follows, without the name of the site.</param>
    public static IReadOnlyList<FeedLinkView> Head(PageContext context, string name, Route folder) =>
        context.FeedLinks.GetOrAdd((name, folder), static (feed, context) => MakeHead(context, feed.Name, feed.Folder), context);

    private static RepeatedList<FeedLinkView> MakeHead(PageContext context, string name, Route folder)
    {
        var title = context.Words.Fill("page.titleSuffix", ("title", name), ("site", context.Site.Configuration.Title));
        return new(
        [
            new(title + " (RSS)", RssFormat.MediaType, context.Href(Addresses.Rss(folder))),
            new(title + " (Atom)", AtomFormat.MediaType, context.Href(Addresses.Atom(folder))),
            new(title + " (JSON)", JsonFeedFormat.MediaType, context.Href(Addresses.JsonFeed(folder))),
        ]);
    }

    /// <summary>The box that offers a feed to people; in the members' area there is none, since a reader has no key.</summary>
    /// <param name="calendar">The calendar of deadlines in the same folder, or default.</param>
    public static FeedBoxView? Box(PageContext context, string name, Route folder, Route calendar = default) => !context.Site.IsPublic ? null : new FeedBoxView(
        context.Words.Fill("feed.boxText", ("title", name)),
        Formats(context, folder),
        calendar == default ? "" : context.Href(calendar),
        context.Href(Addresses.Feeds));
}
