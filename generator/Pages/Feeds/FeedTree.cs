using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages.Feeds;

/// <summary>Which feeds there are: everything, each series, each rubric, each first-level plan number.</summary>
/// <remarks>
/// Archives are made of everything and of each series, not of rubrics: those would write the text of each notice once more for
/// every level, and a rubric's history can be read on its pages by year.
/// </remarks>
public sealed class FeedTree
{
    // What a feed follows; with the name behind it the key of its permanent id.
    private const string Everywhere = "";
    private const string InSeries = "reihe/";
    private const string InRubric = "rubrik/";
    private const string UnderPlan = "az/";

    private readonly PageContext context;
    private readonly int most;
    private readonly Dictionary<(string Kind, string Name), List<FeedItem>> newest = [];
    private readonly Dictionary<(string Series, int Year), List<FeedItem>> years = [];

    /// <param name="papers">Those of the council archive that have a place in the register, by first-level plan number.</param>
    private FeedTree(PageContext context, ImmutableArray<NoticeFeedItems.Entry> entries, IEnumerable<(string PlanNumber, FeedItem Item)> papers)
    {
        this.context = context;
        most = context.Site.Configuration.FeedItems;
        foreach (var (item, series, year, head) in entries)
        {
            Add(Everywhere, "", item);
            Add(InSeries, series.Id, item);
            AddToYear("", year, item);
            AddToYear(series.Id, year, item);
            foreach (var rubric in head?.Rubrics ?? [])
            {
                foreach (var path in rubric.PathsFromTop)
                {
                    Add(InRubric, path, item);
                }
            }

            foreach (var reference in head?.FileReferences ?? [])
            {
                if (reference.IsParsed)
                {
                    Add(UnderPlan, reference.MainGroup, item);
                }
            }
        }

        foreach (var group in papers.GroupBy(paper => (UnderPlan, paper.PlanNumber)))
        {
            var notices = newest.GetValueOrDefault(group.Key) ?? [];
            newest[group.Key] = [.. notices.Concat(group.Select(paper => paper.Item)).OrderByDescending(item => item.Updated).Take(most)];
        }
    }

    /// <summary>All feeds by heading, in the order in which the page lists them.</summary>
    public static ImmutableArray<FeedGroup> Build(PageContext context, ImmutableArray<NoticeFeedItems.Entry> entries, IEnumerable<(string PlanNumber, FeedItem Item)> papers)
    {
        var tree = new FeedTree(context, entries, papers);
        var words = context.Words;
        var series = context.Site.Configuration.Series;
        ImmutableArray<FeedNode> plans =
        [
            .. tree.newest.Keys.Where(key => key.Kind == UnderPlan)
                .Select(key => key.Name)
                .OrderBy(number => number, PlanNumberOrder.Instance)
                .Select(tree.PlanNode),
        ];
        ImmutableArray<FeedGroup> groups =
        [
            new(words["feed.groupAll"], [tree.Everything(), .. series.Select(tree.SeriesNode)]),
            new(words["page.rubrics"], [.. context.Site.Rubrics.Roots.Select(tree.RubricNode)]),
            new(words["page.fileReferences"], plans),
        ];
        return [.. groups.Where(group => !group.Nodes.IsEmpty)];
    }

    /// <summary>The feed of everything. On a site with one series that series' archives have the same entries and serve both.</summary>
    private FeedNode Everything()
    {
        var (words, site) = (context.Words, context.Site.Configuration);
        var name = words["feed.everything"];
        var node = new FeedNode(name, Feed(Everywhere, "", name, words.Fill("feed.everythingDescription", ("site", site.Title)), Route.Home, Route.Home), []);
        return site.Series is [var only] ? node with { Feed = node.Feed with { Archive = SeriesNode(only).Feed.Archive } } : WithArchives("", node);
    }

    private FeedNode SeriesNode(NoticeSeries series)
    {
        var folder = Addresses.Series(series.Id);
        var description = context.Words.Fill("feed.seriesDescription", ("title", series.PluralLabel), ("site", context.Site.Configuration.Title));
        return WithArchives(series.Id, new FeedNode(series.PluralLabel, Feed(InSeries, series.Id, series.PluralLabel, description, folder, folder), []));
    }

    private FeedNode RubricNode(Rubric rubric)
    {
        var folder = Addresses.Rubric(rubric);
        var description = context.Words.Fill("feed.rubricDescription", ("path", rubric.DisplayPath), ("site", context.Site.Configuration.Title));
        return new FeedNode(rubric.Title, Feed(InRubric, rubric.SlugPath, rubric.DisplayPath, description, folder, folder), [.. rubric.Children.Select(RubricNode)]);
    }

    private FeedNode PlanNode(string number)
    {
        var folder = Addresses.FileReference(number);
        var name = context.Site.FilePlan.LabelOf(number) is { } label ? number + " " + label : number;
        var description = context.Words.Fill("feed.planDescription", ("number", name), ("site", context.Site.Configuration.Title));
        return new FeedNode(name, Feed(UnderPlan, number, context.Words.Fill("feed.planTitle", ("number", name)), description, folder, folder), []);
    }

    private Feed Feed(string kind, string key, string title, string description, Route folder, Route page)
    {
        var whole = context.Words.Fill("page.titleSuffix", ("title", title), ("site", context.Site.Configuration.Title));
        return new Feed(kind + key, whole, description, folder, page, newest.TryGetValue((kind, key), out var items) ? [.. items] : []);
    }

    /// <summary>Adds the archives of all years, each linked to its neighbours; the running year's grows until it ends.</summary>
    private FeedNode WithArchives(string series, FeedNode node)
    {
        var all = years.Keys.Where(key => key.Series == series).Select(key => key.Year).OrderDescending().ToList();
        Route RouteOf(int place) => place >= 0 && place < all.Count ? Addresses.Atom(Addresses.FeedArchive(node.Feed.Folder, all[place])) : default;
        var feed = node.Feed with { Archive = RouteOf(0) };
        return node with
        {
            Feed = feed,
            Archives = [.. all.Select((year, i) => new FeedArchive(feed, year, RouteOf(i), [.. years[(series, year)]], RouteOf(i + 1), RouteOf(i - 1)))],
        };
    }

    private void Add(string kind, string name, FeedItem item)
    {
        if (!newest.TryGetValue((kind, name), out var items))
        {
            newest.Add((kind, name), items = []);
        }

        // Two rubrics, or two file references, may have the same one above.
        if (items.Count < most && (items.Count == 0 || items[^1] != item))
        {
            items.Add(item);
        }
    }

    private void AddToYear(string series, int year, FeedItem item)
    {
        ref var items = ref CollectionsMarshal.GetValueRefOrAddDefault(years, (series, year), out _);
        items ??= [];

        items.Add(item);
    }
}
