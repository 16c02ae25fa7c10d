using System.Collections.Concurrent;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>What every page is made from: the public site, the words, and the parts that all pages share.</summary>
public sealed class PageContext
{
    private readonly ConcurrentDictionary<DateOnly, DateView> dates = [];
    private readonly ConcurrentDictionary<Route, NoticeItemView> items = [];
    private readonly ConcurrentDictionary<Route, ContentHash> itemHashes = [];
    private readonly string rootPath;
    private readonly Dictionary<string, IReadOnlyList<NavigationView>> navigations = new(StringComparer.Ordinal);

    public PageContext(PublicSite site, Words words, bool hasMembersArea)
    {
        Site = site;
        HasMembersArea = hasMembersArea;
        rootPath = site.Configuration.RootPath;
        Words = words;
        foreach (var section in site.Configuration.Series.Select(series => Addresses.Series(series.Id)).Append(Addresses.Rubrics).Append(Addresses.Members).Append(Addresses.Council).Append(Route.Home).Append(default))
        {
            navigations[section.Path ?? ""] = MakeNavigation(section);
        }
    }

    public PublicSite Site { get; }

    public Words Words { get; }

    /// <summary>Gets a value indicating whether this build makes a members' area. It depends on the settings only, never on what is hidden.</summary>
    public bool HasMembersArea { get; }

    /// <summary>The address that HTML uses: root-relative, with the path of the base URL in front.</summary>
    public string Href(Route route) => rootPath + route.Path;

    /// <summary>The absolute address, for canonical links, feeds and the sitemap.</summary>
    public string Absolute(Route route) => Site.Configuration.BaseUrl + route.Path;

    /// <summary>The address of the members' version of a page; empty if there is no members' area.</summary>
    public string MembersHref(Route route) => HasMembersArea ? rootPath + Addresses.InMembersArea(route) : "";

    public IReadOnlyList<NavigationView> NavigationFor(Route section) => navigations[section.Path ?? ""];

    /// <summary>A date for reading and for machines; there are few different ones, and each is made once.</summary>
    public DateView Date(DateOnly date) => dates.GetOrAdd(date, day => new DateView(Words.LongDate(day), Words.ShortDate(day), Iso(day)));

    /// <summary>Hash of the line of a notice in listings.</summary>
    internal ContentHash ItemHash(ListedNotice? listed) => listed is null ? default : itemHashes.GetOrAdd(listed.Head.Route, (_, notice) => ItemViews.Hash(this, notice), listed);

    /// <summary>The line of a notice in listings, made once for all pages that show it.</summary>
    internal NoticeItemView Item(ListedNotice listed) => items.GetOrAdd(listed.Head.Route, (_, notice) => ItemViews.Notice(this, notice), listed);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private NavigationView[] MakeNavigation(Route section)
    {
        var series = Site.Configuration.Series.Select(one => (one.PluralLabel, Route: Addresses.Series(one.Id)));
        return
        [
            .. series.Append((Words["page.rubrics"], Addresses.Rubrics))
                .Concat(Site.Council.IsEmpty ? [] : [(Words["council.title"], Addresses.Council)])
                .Concat(HasMembersArea ? [(Words["page.members"], Addresses.Members)] : [])
                .Select(entry => new NavigationView(entry.Item1, Href(entry.Item2), entry.Item2 == section)),
        ];
    }
}
