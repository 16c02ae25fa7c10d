using System.Collections.Immutable;
using Fachinfo.Execution;

namespace Fachinfo.Pages.Feeds;

/// <summary>Something to subscribe to, in three formats.</summary>
/// <param name="Key">What it follows, for its permanent id: <c>rubrik/recht/ehrenamt</c>. Never an address.</param>
/// <param name="Title">With the name of the site.</param>
/// <param name="Folder">Its files lie here.</param>
/// <param name="Page">The page that shows the same for reading.</param>
/// <param name="Items">The newest, in the order of their last change.</param>
public sealed record Feed(string Key, string Title, string Description, Route Folder, Route Page, ImmutableArray<FeedItem> Items)
{
    /// <summary>Gets the archive of the newest year (RFC 5005), or default where the feed has none.</summary>
    public Route Archive { get; init; }

    /// <summary>Gets the last change of an entry, if there is one.</summary>
    public DateOnly? Updated { get; } = Items.IsEmpty ? null : Items.Max(item => item.Updated);
}

/// <summary>All entries of a year, for readers that fetch the whole history (RFC 5005, section 4). Atom only.</summary>
/// <param name="Items">In the order of their last change, the newest first.</param>
/// <param name="Previous">The archive of the year before that has entries, or default.</param>
/// <param name="Next">The archive of the year after, or default.</param>
public sealed record FeedArchive(Feed Feed, int Year, Route Route, ImmutableArray<FeedItem> Items, Route Previous, Route Next);

/// <summary>A feed in the tree of the page that lists them.</summary>
/// <param name="Name">Without the name of the site.</param>
public sealed record FeedNode(string Name, Feed Feed, ImmutableArray<FeedNode> Children)
{
    public ImmutableArray<FeedArchive> Archives { get; init; } = [];

    public IEnumerable<FeedNode> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);
}

/// <summary>Feeds under one heading: all, by rubric, by file reference, and so on.</summary>
public sealed record FeedGroup(string Title, ImmutableArray<FeedNode> Nodes);
