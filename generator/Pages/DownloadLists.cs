using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>All downloads by rubric, the public ones or those of an audience; a rubric with very many has a page of its own for them.</summary>
public static class DownloadLists
{
    private const int LongestGroup = 50;
    private const string OtherPages = "seiten";

    public static IEnumerable<Page> Plan(PageContext context)
    {
        var groups = Groups(context);
        if (groups.Count == 0)
        {
            yield break;
        }

        yield return new TemplatePage(Addresses.Downloads, "downloads", () => All(context, groups), SiteLinker.ConfigurationPath) { OnlyBody = default(SourcePath) };
        foreach (var group in groups.Where(group => group.Rubric is not null && group.Items.Count > LongestGroup))
        {
            yield return new TemplatePage(Addresses.RubricDownloads(group.Rubric!), "downloads", () => OfRubric(context, group), new("rubriken.yml")) { OnlyBody = default(SourcePath) };
        }
    }

    /// <summary>The link to all downloads, with their number.</summary>
    public static LinkView? Link(PageContext context)
    {
        var count = context.DownloadCounts.Values.Sum();
        return count == 0 ? null : new LinkView(context.Words.Fill("file.allOf", ("count", context.Words.Number(count))), context.Href(Addresses.Downloads));
    }

    /// <summary>The link from a rubric to its downloads, with their number.</summary>
    public static LinkView? Link(PageContext context, Rubric rubric)
    {
        var count = CountIn(context, rubric);
        return count == 0 ? null : new LinkView(context.Words.Fill("file.ofRubric", ("count", context.Words.Number(count))), Href(context, rubric, count));
    }

    /// <summary>The newest downloads by first-level rubric, for the start page of the members' area.</summary>
    public static IReadOnlyList<DownloadGroupView> Newest(PageContext context, int most)
    {
        var owners = DownloadOwners.Listed(context).OrderByDescending(owner => owner.Date).ThenBy(owner => owner.Route).ToList();
        return
        [
            .. context.Site.Rubrics.Roots.Select(root => Newest(context, root, owners.Where(owner => owner.Rubrics.Any(rubric => rubric.Slugs[0] == root.Slugs[0])), most)).OfType<DownloadGroupView>(),
            .. Newest(context, null, owners.Where(owner => owner.Rubrics.IsEmpty), most) is { } others ? new[] { others } : [],
        ];
    }

    private static DownloadGroupView? Newest(PageContext context, Rubric? root, IEnumerable<DownloadOwner> owners, int most)
    {
        var items = owners.SelectMany(owner => owner.Downloads.Select(download => Item(context, owner, download))).Take(most).ToList();
        return items.Count == 0 ? null : new DownloadGroupView(
            root is null ? new LinkView(context.Words["page.otherDownloads"], context.Href(Addresses.Downloads, OtherPages)) : new LinkView(root.Title, context.Href(Addresses.Rubric(root))),
            items);
    }

    /// <param name="Rubric"><see langword="null"/> for plain pages and notices without a rubric.</param>
    private sealed record Group(Rubric? Rubric, List<(DownloadOwner Owner, Download Download)> Items);

    private static int CountIn(PageContext context, Rubric rubric) => context.DownloadCounts.GetValueOrDefault(rubric.SlugPath);

    private static string Href(PageContext context, Rubric rubric, int count) => count > LongestGroup
        ? context.Href(Addresses.RubricDownloads(rubric))
        : context.Href(Addresses.Downloads, Id(rubric));

    /// <summary>Groups in the order of the tree; in each the rubric's own downloads first, then those of notices, newest first.</summary>
    private static List<Group> Groups(PageContext context)
    {
        var byRubric = DownloadOwners.Listed(context).ToLookup(owner => owner.Rubrics.IsEmpty ? "" : owner.Rubrics[0].SlugPath, StringComparer.Ordinal);
        return
        [
            .. context.Site.Rubrics.All.Select(rubric => new Group(rubric, Sorted(byRubric[rubric.SlugPath]))).Where(group => group.Items.Count > 0),
            .. byRubric.Contains("") ? new[] { new Group(null, Sorted(byRubric[""])) } : [],
        ];
    }

    private static List<(DownloadOwner, Download)> Sorted(IEnumerable<DownloadOwner> owners) =>
    [
        .. owners.OrderBy(owner => owner.Date is not null)
            .ThenByDescending(owner => owner.Date)
            .ThenBy(owner => owner.Route)
            .SelectMany(owner => owner.Downloads.Select(download => (owner, download))),
    ];

    private static DownloadsView All(PageContext context, List<Group> groups)
    {
        var words = context.Words;
        var count = Count(words, groups.Sum(group => group.Items.Count));
        var title = words["page.downloads"];
        return new DownloadsView(
            HeadBuilder.Build(context, new HeadInput(Addresses.Downloads, Addresses.Downloads, title, words.Fill("page.downloadsDescription", ("site", context.Site.Configuration.Title)), [])),
            title,
            count,
            [.. groups.Select(group => new LinkView(TitleOf(context, group), "#" + Id(group.Rubric)))],
            [.. groups.Select(group => View(context, group, LongestGroup))]);
    }

    private static DownloadsView OfRubric(PageContext context, Group group)
    {
        var words = context.Words;
        var rubric = group.Rubric!;
        var title = words.Fill("page.rubricDownloads", ("title", rubric.Title));
        var crumbs = rubric.PathsFromTop.Select(path => context.Site.Rubrics.BySlugPath(path)!).Select(one => (one.Title, Addresses.Rubric(one)));
        var view = View(context, group, int.MaxValue);
        return new DownloadsView(
            HeadBuilder.Build(context, new HeadInput(
                Addresses.RubricDownloads(rubric),
                Addresses.Rubrics,
                words.Fill("page.rubricDownloads", ("title", rubric.DisplayPath)),
                words.Fill("page.rubricDownloadsDescription", ("path", rubric.DisplayPath), ("count", view.CountText)),
                [(words["page.rubrics"], Addresses.Rubrics), .. crumbs])
            {
                ShortTitle = words["page.downloads"],
            }),
            title,
            view.CountText,
            [],
            [view]);
    }

    private static DownloadSectionView View(PageContext context, Group group, int most)
    {
        var words = context.Words;
        return new DownloadSectionView(
            Id(group.Rubric),
            new LinkView(TitleOf(context, group), group.Rubric is { } rubric ? context.Href(Addresses.Rubric(rubric)) : ""),
            Count(words, group.Items.Count),
            [.. group.Items.Take(most).Select(item => Item(context, item.Owner, item.Download))],
            group.Items.Count <= most || group.Rubric is not { } split ? null : new LinkView(words.Fill("file.ofRubric", ("count", words.Number(group.Items.Count))), Href(context, split, group.Items.Count)));
    }

    private static DownloadItemView Item(PageContext context, DownloadOwner owner, Download download) =>
        new(ItemViews.Download(context, download), new LinkView(owner.Label, context.Href(owner.Route)));

    private static string Count(Words words, int count) => words.Fill(count == 1 ? "file.countOne" : "file.count", ("count", words.Number(count)));

    private static string TitleOf(PageContext context, Group group) => group.Rubric?.DisplayPath ?? context.Words["page.otherDownloads"];

    private static string Id(Rubric? rubric) => rubric is null ? OtherPages : string.Join('_', rubric.Slugs);
}
