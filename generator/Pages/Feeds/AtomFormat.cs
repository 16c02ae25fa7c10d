using System.Buffers;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages.Feeds;

/// <summary>Atom 1.0 (RFC 4287) with Dublin Core, and its archives (RFC 5005, section 4).</summary>
internal static class AtomFormat
{
    public const string MediaType = "application/atom+xml";

    public static void Write(FeedRenderer renderer, Feed feed, IBufferWriter<byte> into)
    {
        var xml = new XmlText(into);
        WriteHead(renderer, feed, xml, feed.Title, Addresses.Atom(feed.Folder), feed.Key, feed.Updated ?? renderer.DataDate);
        if (feed.Archive != default)
        {
            WriteLink(renderer, xml, "prev-archive", feed.Archive);
        }

        foreach (var item in feed.Items)
        {
            WriteEntry(renderer, item, into);
        }

        xml.Raw("</feed>\n"u8);
    }

    public static void WriteArchive(FeedRenderer renderer, FeedArchive archive, IBufferWriter<byte> into)
    {
        var xml = new XmlText(into);
        var year = archive.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var title = renderer.Context.Words.Fill("feed.archiveTitle", ("title", archive.Feed.Title), ("year", year));
        WriteHead(renderer, archive.Feed, xml, title, archive.Route, archive.Feed.Key + " " + year, archive.Items.Max(item => item.Updated));
        xml.Raw("<fh:archive/>\n"u8);
        WriteLink(renderer, xml, "current", Addresses.Atom(archive.Feed.Folder));
        if (archive.Previous != default)
        {
            WriteLink(renderer, xml, "prev-archive", archive.Previous);
        }

        if (archive.Next != default)
        {
            WriteLink(renderer, xml, "next-archive", archive.Next);
        }

        foreach (var item in archive.Items)
        {
            WriteEntry(renderer, item, into);
        }

        xml.Raw("</feed>\n"u8);
    }

    private static void WriteHead(FeedRenderer renderer, Feed feed, XmlText xml, string title, Route self, string key, DateOnly updated)
    {
        var site = renderer.Context.Site.Configuration;
        renderer.WriteXmlStart(xml);
        xml.Raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:fh=\"http://purl.org/syndication/history/1.0\" xml:lang=\""u8)
            .Value(site.Language)
            .Raw("\">\n"u8)
            .Element("id", FeedIds.Feed(site, key))
            .Element("title", title)
            .Element("subtitle", feed.Description)
            .Element("updated", FeedDates.Rfc3339(updated))
            .Raw("<author>\n"u8)
            .Element("name", site.Publisher.Name ?? site.Title);
        if (site.Publisher.Email is { } email)
        {
            xml.Element("email", email);
        }

        xml.Raw("</author>\n"u8).Element("generator", FeedRenderer.Generator);
        WriteLink(renderer, xml, "self", self);
        xml.Empty("link", ("rel", "alternate"), ("type", "text/html"), ("href", renderer.Context.Absolute(feed.Page)));
    }

    private static void WriteLink(FeedRenderer renderer, XmlText xml, string relation, Route route) =>
        xml.Empty("link", ("rel", relation), ("type", MediaType), ("href", renderer.Context.Absolute(route)));

    private static void WriteEntry(FeedRenderer renderer, FeedItem item, IBufferWriter<byte> into)
    {
        var entry = item.MakeEntry();
        var xml = new XmlText(into);
        xml.Raw("<entry>\n"u8)
            .Element("id", entry.Id)
            .Element("title", entry.Title)
            .Empty("link", ("rel", "alternate"), ("type", "text/html"), ("href", renderer.Context.Absolute(entry.Page)))
            .Element("published", FeedDates.Rfc3339(item.Published))
            .Element("updated", FeedDates.Rfc3339(item.Updated));
        foreach (var category in entry.Categories)
        {
            xml.Empty("category", ("term", category.Term), ("label", category.Label));
        }

        RssFormat.WriteDublinCore(xml, entry);
        if (entry.Summary.Length > 0)
        {
            xml.Element("summary", entry.Summary);
        }

        xml.Raw("<content type=\"html\">"u8);
        renderer.Content(entry, html => xml.Value(html));
        xml.Close("content").Raw("</entry>\n"u8);
    }
}
