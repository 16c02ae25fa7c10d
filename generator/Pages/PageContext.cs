using System.Collections.Concurrent;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>What every page is made from: the public site, the words, and the parts that all pages share.</summary>
public sealed class PageContext
{
    /// <summary>So many lines of listings are kept: pages are made by address, so the same ones come again soon.</summary>
    private const int MostItems = 12_000;

    private readonly ConcurrentDictionary<DateOnly, DateView> dates = [];

    // By place in the listing.
    private readonly NoticeItemView?[] items;
    private int itemCount;
    private readonly Lazy<ContentHash[]> itemHashes;
    private readonly string rootPath;
    private readonly ConcurrentDictionary<string, IReadOnlyList<NavigationView>> navigations = new(StringComparer.Ordinal);

    private readonly MembersPlaces? members;

    /// <param name="members">Where things of the members' area are, for a context of an audience; otherwise everything is public.</param>
    public PageContext(PublicSite site, Words words, MembersPlaces? members = null)
    {
        Site = site;
        this.members = members;
        rootPath = site.Configuration.RootPath;
        Words = words;
        Files = site.Files;
        items = new NoticeItemView?[site.Listing.Length];
        itemHashes = new(HashItems);
        DownloadCounts = DownloadOwners.Listed(this)
            .GroupBy(owner => owner.Rubrics.IsEmpty ? "" : owner.Rubrics[0].SlugPath, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(owner => owner.Downloads.Length), StringComparer.Ordinal);
    }

    public PublicSite Site { get; }

    /// <summary>Gets what was read out of files: of public ones only, unless the pages are for members.</summary>
    public ExtractedFiles Files { get; init; }

    /// <summary>Gets the number of listed downloads by slug path of their first rubric.</summary>
    internal Dictionary<string, int> DownloadCounts { get; }

    /// <summary>Gets the links to feeds that heads of pages show: all notices of a rubric have the same.</summary>
    internal ConcurrentDictionary<(string Name, Route Folder), IReadOnlyList<FeedLinkView>> FeedLinks { get; } = [];

    public Words Words { get; }

    /// <summary>The address that HTML uses: root-relative, with the path of the base URL in front.</summary>
    public string Href(Route route) => members is not null && members.Has(route) ? members.Href(rootPath, route, "") : rootPath + route.Path;

    /// <summary>The address of a place on a page.</summary>
    public string Href(Route route, string fragment) =>
        members is not null && members.Has(route) ? members.Href(rootPath, route, fragment) : rootPath + route.Path + "#" + fragment;

    /// <summary>The address of a thing in the members' area, as a link of the public site; empty without an area, and inside it.</summary>
    public string MembersHref(Route route, string audience) =>
        Site.IsPublic && Site.HasMembersArea ? rootPath + Addresses.InMembersArea(route, audience, Site.Configuration.Access.IsSealed) : "";

    /// <summary>Turns addresses of a text into those of the members' area, where that has them.</summary>
    public IReadOnlyList<string> Place(System.Collections.Immutable.ImmutableArray<string> targets) =>
        members is null ? targets : [.. targets.Select(target => members.Place(rootPath, target))];

    /// <summary>The absolute address, for canonical links, feeds and the sitemap.</summary>
    public string Absolute(Route route) => Site.Configuration.BaseUrl + route.Path;

    public IReadOnlyList<NavigationView> NavigationFor(Route section) => navigations.GetOrAdd(section.Path ?? "", static (_, of) => of.Context.MakeNavigation(of.Section), (Context: this, Section: section));

    /// <summary>A date for reading and for machines; there are few different ones, and each is made once.</summary>
    public DateView Date(DateOnly date) => dates.GetOrAdd(date, static (day, words) => new DateView(words.LongDate(day), words.ShortDate(day), Iso(day)), Words);

    /// <summary>Hash of the line of a notice in listings.</summary>
    internal ContentHash ItemHash(ListedNotice? listed) => listed is null ? default : itemHashes.Value[listed.Place];

    /// <summary>Hash of the lines of notices in a list, in its order.</summary>
    internal ContentHash Hash(System.Collections.Immutable.ImmutableArray<ListedNotice> notices)
    {
        var hash = new HashBuilder().Add(notices.Length);
        foreach (var notice in notices)
        {
            hash.Add(ItemHash(notice));
        }

        return hash.ToHash();
    }

    /// <summary>The line of a notice in listings, made once for all pages that show it; when there are very many, they are forgotten now and then.</summary>
    internal NoticeItemView Item(ListedNotice listed)
    {
        if (Volatile.Read(ref items[listed.Place]) is { } known)
        {
            return known;
        }

        if (Interlocked.Increment(ref itemCount) % MostItems == 0)
        {
            Array.Clear(items);
        }

        var made = ItemViews.Notice(this, listed);
        return Interlocked.CompareExchange(ref items[listed.Place], made, null) ?? made;
    }

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private ContentHash[] HashItems()
    {
        var hashes = new ContentHash[Site.Listing.Length];
        Parallel.For(0, hashes.Length, place => hashes[place] = ItemViews.Hash(this, Site.Listing[place]));
        return hashes;
    }

    private RepeatedList<NavigationView> MakeNavigation(Route section)
    {
        var series = Site.Configuration.Series.Select(one => (one.PluralLabel, Addresses.Series(one.Id)));
        IEnumerable<(string Text, Route Route)> entries = series.Append((Words["page.rubrics"], Addresses.Rubrics));
        entries = Site.IsPublic ? entries.Append((Words["page.deadlines"], Addresses.Deadlines)).Append((Words["page.fileReferences"], Addresses.FileReferences)) : entries;
        entries = Site.Council.IsEmpty ? entries : entries.Append((Words["council.title"], Addresses.Council));
        entries = DownloadCounts.Count == 0 ? entries : entries.Append((Words["page.downloads"], Addresses.Downloads));
        entries = Site.IsPublic ? entries : entries.Prepend((Words["page.membersHome"], Route.Home)).Append((Words["page.search"], Addresses.Search));
        entries = Site.IsPublic && Site.HasMembersArea ? entries.Append((Words["page.members"], Addresses.Members)) : entries;
        return new([.. entries.Select(entry => new NavigationView(entry.Text, Href(entry.Route), entry.Route == section))]);
    }
}
