using System.Buffers;

namespace Fachinfo.Pages.Feeds;

/// <summary>RSS 2.0 with Dublin Core, and content whole (rssboard.org/rss-specification, web.resource.org/rss/1.0/modules/content).</summary>
internal static class RssFormat
{
    public const string MediaType = "application/rss+xml";

    public static void Write(FeedRenderer renderer, Feed feed, IBufferWriter<byte> into)
    {
        var site = renderer.Context.Site.Configuration;
        var xml = new XmlText(into);
        renderer.WriteXmlStart(xml);
        xml.Raw("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xml:lang=\""u8)
            .Value(site.Language)
            .Raw("\">\n<channel>\n"u8)
            .Element("title", feed.Title)
            .Element("link", renderer.Context.Absolute(feed.Page))
            .Element("description", feed.Description)
            .Element("language", site.Language);
        if (feed.Updated is { } updated)
        {
            xml.Element("lastBuildDate", FeedDates.Rfc822(updated));
        }

        xml.Element("generator", FeedRenderer.Generator)
            .Empty("atom:link", ("rel", "self"), ("type", MediaType), ("href", renderer.Context.Absolute(Model.Addresses.Rss(feed.Folder))));
        if (feed.Archive != default)
        {
            // One archive serves both formats: entries have the same ids in all of them.
            xml.Empty("atom:link", ("rel", "prev-archive"), ("type", AtomFormat.MediaType), ("href", renderer.Context.Absolute(feed.Archive)));
        }

        foreach (var item in feed.Items)
        {
            WriteItem(renderer, item, into);
        }

        xml.Raw("</channel>\n</rss>\n"u8);
    }

    private static void WriteItem(FeedRenderer renderer, FeedItem item, IBufferWriter<byte> into)
    {
        var entry = item.MakeEntry();
        var xml = new XmlText(into);
        xml.Raw("<item>\n"u8)
            .Element("title", entry.Title)
            .Element("link", renderer.Context.Absolute(entry.Page))
            .Raw("<guid isPermaLink=\"false\">"u8).Value(entry.Id).Raw("</guid>\n"u8)
            .Element("pubDate", FeedDates.Rfc822(item.Published))
            .Element("dcterms:modified", FeedDates.Rfc3339(item.Updated));
        foreach (var category in entry.Categories)
        {
            xml.Element("category", category.Label);
        }

        WriteDublinCore(xml, entry);
        if (entry.Summary.Length > 0)
        {
            // RSS reads a description as HTML, so plain text is escaped twice.
            xml.Element("description", entry.Summary.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
        }

        xml.Open("content:encoded");
        renderer.Content(entry, html => xml.Value(html));
        xml.Close("content:encoded").Raw("</item>\n"u8);
    }

    /// <summary>Number and file references, in RSS and Atom alike.</summary>
    public static void WriteDublinCore(XmlText xml, FeedEntry entry)
    {
        if (entry.Identifier.Length > 0)
        {
            xml.Element("dc:identifier", entry.Identifier);
        }

        foreach (var source in entry.Sources)
        {
            xml.Element("dc:source", source);
        }
    }
}
