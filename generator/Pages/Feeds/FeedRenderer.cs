using System.Buffers;
using System.Collections.Concurrent;
using Fachinfo.Execution;

namespace Fachinfo.Pages.Feeds;

/// <summary>What all feeds share while they are written.</summary>
/// <param name="styleSheet">Address of the style sheet for feeds that are opened in a browser, with the root path; empty if the theme has none.</param>
public sealed class FeedRenderer(PageContext context, string styleSheet)
{
    public const string Generator = "fachinfo";

    // Used again and again; there are never more than threads.
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> buffers = [];

    public PageContext Context { get; } = context;

    /// <summary>Gets the day of a feed without entries: Atom asks for one (RFC 4287, section 4.1.1), and on the data date of the site there was none. The clock says nothing about content.</summary>
    internal DateOnly DataDate => Context.Site.DataDate ?? new DateOnly(1970, 1, 1);

    /// <summary>Gets the hash of what every feed depends on besides its entries.</summary>
    public ContentHash Shared { get; } = context.Site.SettingsHash + context.Words.Fingerprint + ContentHash.Of(styleSheet);

    /// <summary>Hashes a feed by the hashes of its entries, without making any.</summary>
    public ContentHash Fingerprint(Feed feed) =>
        Fingerprint(new HashBuilder().Add(feed.Key).Add(feed.Title).Add(feed.Description).Add(feed.Page.Path).Add(feed.Archive.Path).Add((feed.Updated ?? DataDate).DayNumber), feed.Items);

    public ContentHash Fingerprint(FeedArchive archive) =>
        Fingerprint(new HashBuilder().Add(archive.Feed.Key).Add(archive.Feed.Title).Add(archive.Feed.Description).Add(archive.Previous.Path).Add(archive.Next.Path), archive.Items);

    internal void WriteXmlStart(XmlText xml)
    {
        xml.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8);
        if (styleSheet.Length > 0)
        {
            xml.Raw("<?xml-stylesheet type=\"text/css\" href=\""u8).Value(styleSheet).Raw("\"?>\n"u8);
        }
    }

    /// <summary>Makes the content of an entry as HTML and hands its bytes on.</summary>
    internal void Content(FeedEntry entry, Action<ReadOnlySpan<byte>> use)
    {
        var buffer = buffers.TryTake(out var used) ? used : new ArrayBufferWriter<byte>(16 * 1024);
        buffer.ResetWrittenCount();
        entry.WriteContent(buffer);
        use(buffer.WrittenSpan);
        buffers.Add(buffer);
    }

    private ContentHash Fingerprint(HashBuilder hash, IEnumerable<FeedItem> items)
    {
        hash.Add(Shared);
        foreach (var item in items)
        {
            hash.Add(item.Published.DayNumber).Add(item.Updated.DayNumber).Add(item.Fingerprint);
        }

        return hash.ToHash();
    }
}
