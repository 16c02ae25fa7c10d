using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>All public downloads by rubric; a rubric with very many has a page of its own for them.</summary>
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

        yield return new TemplatePage(Addresses.Downloads, "downloads", () => All(context, groups), SiteLinker.ConfigurationPath);
        foreach (var group in groups.Where(group => group.Rubric is not null && group.Items.Count > LongestGroup))
        {
            yield return new TemplatePage(Addresses.RubricDownloads(group.Rubric!), "downloads", () => OfRubric(context, group), new("rubriken.yml"));
        }
    }

    /// <summary>The link from a rubric to its downloads, with their number.</summary>
    public static LinkView? Link(PageContext context, Rubric rubric)
    {
        var count = CountIn(context, rubric);
        return count == 0 || !context.Site.IsPublic ? null : new LinkView(context.Words.Fill("file.ofRubric", ("count", context.Words.Number(count))), Href(context, rubric, count));
    }

    /// <param name="Rubric"><see langword="null"/> for plain pages and notices without a rubric.</param>
    private sealed record Group(Rubric? Rubric, List<(DownloadOwner Owner, Download Download)> Items);

    private static int CountIn(PageContext context, Rubric rubric) => context.DownloadCounts.GetValueOrDefault(rubric.SlugPath);

    private static string Href(PageContext context, Rubric rubric, int count) => count > LongestGroup
        ? context.Href(Addresses.RubricDownloads(rubric))
        : context.Href(Addresses.Downloads) + "#" + Id(rubric);

    /// <summary>Groups in the order of the tree; in each the rubric's own downloads first, then those of notices, newest first.</summary>
    private static List<Group> Groups(PageContext context)
    {
        var byRubric = DownloadOwners.All(context).ToLookup(owner => owner.Rubrics.IsEmpty ? "" : owner.Rubrics[0].SlugPath, StringComparer.Ordinal);
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
        var count = words.Fill("file.count", ("count", words.Number(groups.Sum(group => group.Items.Count))));
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
            words.Fill(group.Items.Count == 1 ? "file.countOne" : "file.count", ("count", words.Number(group.Items.Count))),
            [.. group.Items.Take(most).Select(item => new DownloadItemView(ItemViews.Download(context, item.Download), new LinkView(item.Owner.Label, context.Href(item.Owner.Route))))],
            group.Items.Count <= most || group.Rubric is not { } split ? null : new LinkView(words.Fill("file.ofRubric", ("count", words.Number(group.Items.Count))), Href(context, split, group.Items.Count)));
    }

    private static string TitleOf(PageContext context, Group group) => group.Rubric?.DisplayPath ?? context.Words["page.otherDownloads"];

    private static string Id(Rubric? rubric) => rubric is null ? OtherPages : string.Join('_', rubric.Slugs);
}
