using System.Buffers;
using System.Collections.Immutable;
using Fachinfo.Execution;

namespace Fachinfo.Pages.Feeds;

/// <summary>A place in a feed: when it changed, and how to make the entry. There is one for each notice, so it is small.</summary>
/// <param name="published">The day of the notice.</param>
/// <param name="updated">The day of the last correction, else the same.</param>
/// <param name="fingerprint">Hash of everything that the entry shows, besides words and settings.</param>
public abstract class FeedItem(DateOnly published, DateOnly updated, ContentHash fingerprint)
{
    public DateOnly Published => published;

    public DateOnly Updated => updated;

    public ContentHash Fingerprint => fingerprint;

    /// <summary>Makes the entry, which is not kept.</summary>
    public abstract FeedEntry MakeEntry();
}

/// <inheritdoc cref="FeedItem"/>
/// <param name="source">What the entry is of.</param>
/// <param name="makeEntry">Makes the entry; the same function for all of a kind.</param>
public sealed class FeedItem<TSource>(DateOnly published, DateOnly updated, ContentHash fingerprint, TSource source, Func<TSource, FeedEntry> makeEntry)
    : FeedItem(published, updated, fingerprint)
{
    public override FeedEntry MakeEntry() => makeEntry(source);
}

/// <summary>An entry as all three formats show it.</summary>
/// <param name="Id">Permanent, and made of names only: <c>urn:uuid:…</c>.</param>
/// <param name="Page">The page that it leads to.</param>
/// <param name="Summary">Plain text; may be empty.</param>
/// <param name="WriteContent">Writes the content as HTML with absolute links.</param>
public sealed record FeedEntry(string Id, string Title, Route Page, string Summary, Action<IBufferWriter<byte>> WriteContent)
{
    public ImmutableArray<FeedCategory> Categories { get; init; } = [];

    /// <summary>Gets the number, as Dublin Core's identifier: <c>Mitteilung 145/2024</c>.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>Gets the file references, as Dublin Core's source: <c>Az. 13.0.70-001</c>.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];
}

/// <param name="Term">The slug path of a rubric.</param>
/// <param name="Label">Its display path.</param>
public sealed record FeedCategory(string Term, string Label);
