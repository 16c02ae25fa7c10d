using System.Buffers;
using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages.Feeds;

/// <summary>Every feed in three formats, archives by year, the page that lists them all, and the same list for feed readers.</summary>
public static class FeedPages
{
    public static IEnumerable<Page> Plan(PageContext context, FeedRenderer renderer, ImmutableArray<FeedGroup> groups)
    {
        yield return new TemplatePage(Addresses.Feeds, "feeds", () => List(context, groups), SiteLinker.ConfigurationPath) { OnlyBody = default(SourcePath) };
        yield return new WrittenPage(Addresses.FeedList, "opml", () => Fingerprint(renderer, groups), into => WriteOpml(context, groups, into));
        foreach (var node in groups.SelectMany(group => group.Nodes).SelectMany(node => node.SelfAndDescendants()))
        {
            var feed = node.Feed;
            var fingerprint = new Lazy<ContentHash>(() => renderer.Fingerprint(feed));
            yield return new WrittenPage(Addresses.Rss(feed.Folder), "rss", () => fingerprint.Value, into => RssFormat.Write(renderer, feed, into));
            yield return new WrittenPage(Addresses.Atom(feed.Folder), "atom", () => fingerprint.Value, into => AtomFormat.Write(renderer, feed, into));
            yield return new WrittenPage(Addresses.JsonFeed(feed.Folder), "json-feed", () => fingerprint.Value, into => JsonFeedFormat.Write(renderer, feed, into));
            foreach (var archive in node.Archives)
            {
                yield return new WrittenPage(archive.Route, "atom", () => renderer.Fingerprint(archive), into => AtomFormat.WriteArchive(renderer, archive, into)) { IsLong = true };
            }
        }
    }

    private static FeedsView List(PageContext context, ImmutableArray<FeedGroup> groups)
    {
        var title = context.Words["feed.pageTitle"];
        return new FeedsView(
            HeadBuilder.Build(context, new HeadInput(
                Addresses.Feeds,
                default,
                title,
                context.Words.Fill("feed.pageDescription", ("site", context.Site.Configuration.Title)),
                [])),
            title,
            context.Href(Addresses.FeedList),
            [.. groups.Select(group => new FeedGroupView(group.Title, [.. group.Nodes.Select(node => Node(context, node))]))]);
    }

    private static FeedNodeView Node(PageContext context, FeedNode node) => new(
        node.Name,
        context.Href(node.Feed.Page),
        FeedLinks.Formats(context, node.Feed.Folder),
        [.. node.Archives.Select(archive => new LinkView(archive.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), context.Href(archive.Route)))],
        [.. node.Children.Select(child => Node(context, child))]);

    private static ContentHash Fingerprint(FeedRenderer renderer, ImmutableArray<FeedGroup> groups)
    {
        var hash = new HashBuilder().Add(renderer.Shared);
        foreach (var node in groups.SelectMany(group => group.Nodes).SelectMany(node => node.SelfAndDescendants()))
        {
            hash.Add(node.Feed.Title).Add(node.Feed.Folder.Path).Add(node.Feed.Page.Path);
        }

        return hash.ToHash();
    }

    /// <summary>OPML 2.0 (opml.org/spec2.opml): what readers import to subscribe to many feeds at once.</summary>
    private static void WriteOpml(PageContext context, ImmutableArray<FeedGroup> groups, IBufferWriter<byte> into)
    {
        var xml = new XmlText(into);
        xml.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head>\n"u8)
            .Element("title", context.Words.Fill("page.titleSuffix", ("title", context.Words["feed.pageTitle"]), ("site", context.Site.Configuration.Title)))
            .Raw("</head>\n<body>\n"u8);
        foreach (var group in groups)
        {
            xml.Raw("<outline text=\""u8).Value(group.Title).Raw("\">\n"u8);
            foreach (var node in group.Nodes)
            {
                WriteOutline(context, node, xml);
            }

            xml.Raw("</outline>\n"u8);
        }

        xml.Raw("</body>\n</opml>\n"u8);
    }

    private static void WriteOutline(PageContext context, FeedNode node, XmlText xml)
    {
        xml.Raw("<outline type=\"rss\" version=\"RSS2\" text=\""u8).Value(node.Name)
            .Raw("\" title=\""u8).Value(node.Feed.Title)
            .Raw("\" xmlUrl=\""u8).Value(context.Absolute(Addresses.Rss(node.Feed.Folder)))
            .Raw("\" htmlUrl=\""u8).Value(context.Absolute(node.Feed.Page));
        if (node.Children.IsEmpty)
        {
            xml.Raw("\"/>\n"u8);
            return;
        }

        xml.Raw("\">\n"u8);
        foreach (var child in node.Children)
        {
            WriteOutline(context, child, xml);
        }

        xml.Raw("</outline>\n"u8);
    }
}
