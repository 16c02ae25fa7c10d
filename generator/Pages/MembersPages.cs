using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages.Council;

namespace Fachinfo.Pages;

/// <summary>The pages of the members' area of one audience: those of the public site, made from what the audience sees, and a start page.</summary>
/// <remarks>They are planned at the addresses that they would have in public; who calls seals them, or puts them behind the host's gate.</remarks>
public static class MembersPages
{
    private const int NewestNotices = 10;
    private const int NextDeadlines = 6;
    private const int NewestDownloads = 5;
    private const int NewestPapers = 5;

    /// <param name="context">Of an audience: <see cref="PublicSite.ForAudience"/>.</param>
    public static IEnumerable<Page> Plan(PageContext context) =>
    [
        new TemplatePage(Route.Home, "members-home", () => Home(context), SiteLinker.ConfigurationPath),
        .. SeriesPages.Plan(context),
        .. NoticePages.Plan(context),
        .. RubricPages.Plan(context),
        .. CouncilPages.Plan(context),
        .. PlainPages.Plan(context),
        .. DownloadPages.Plan(context),
        .. DownloadLists.Plan(context),
    ];

    /// <summary>The bytes that an audience may have and the public may not: images of its texts, and its downloads.</summary>
    public static IEnumerable<(AttachedFile File, string Title)> Files(Site site, string audience)
    {
        var documents = site.Notices.Where(notice => notice.Withdrawn is null).Select(notice => (notice.Audience, notice.Body, notice.Downloads))
            .Concat(site.Pages.Select(page => (page.Audience, page.Body, page.Downloads)))
            .Concat(site.Introductions.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Value.Audience, pair.Value.Body, pair.Value.Downloads)));
        foreach (var (own, body, downloads) in documents)
        {
            var offered = downloads.Where(download => download.Audience == audience && download.File is not null).Select(download => (download.File!, download.Title));
            var shown = own == audience ? body.Files.Select(file => (file, file.Source.FileName)) : [];
            foreach (var file in offered.Concat(shown).DistinctBy(file => file.Item1.Route))
            {
                yield return file;
            }
        }

        foreach (var file in audience == Notice.Members ? site.MembersCouncil.Bodies.SelectMany(body => body.Files) : [])
        {
            if (file.File is { } bytes)
            {
                yield return (bytes, file.Label);
            }
        }
    }

    /// <summary>Whether a page lists things of its audience, so that another audience may have a different one at the same place.</summary>
    public static bool IsList(TemplatePage page) => page.Template is not ("notice" or "page" or "download" or "council-paper" or "council-meeting" or "council-file");

    public static string TitleOf(object model) => model switch
    {
        NoticeView view => view.Head.Title,
        PlainPageView view => view.Head.Title,
        DownloadPageView view => view.Head.Title,
        DownloadsView view => view.Head.Title,
        RubricView view => view.Head.Title,
        RubricTreeView view => view.Head.Title,
        SeriesView view => view.Head.Title,
        YearView view => view.Head.Title,
        MonthView view => view.Head.Title,
        MembersHomeView view => view.Head.Title,
        CouncilView view => view.Head.Title,
        MunicipalityView view => view.Head.Title,
        OrganizationView view => view.Head.Title,
        CouncilYearView view => view.Head.Title,
        PaperView view => view.Head.Title,
        MeetingView view => view.Head.Title,
        CouncilFileView view => view.Head.Title,
        _ => throw new ArgumentException($"Not a page of the members' area: {model.GetType().Name}.", nameof(model)),
    };

    /// <summary>Where the host keeps groups apart, the areas of the others; a sealed area offers those of the reader itself.</summary>
    private static IReadOnlyList<LinkView> OtherAreas(PageContext context)
    {
        var access = context.Site.Configuration.Access;
        return access.IsSealed ? [] : [.. access.Audiences.Where(audience => audience != context.Site.Audience).Select(audience => new LinkView(NameOf(context, audience), context.Href(Addresses.GateFolder(audience))))];
    }

    /// <summary>As the script of the sealed area names it.</summary>
    private static string NameOf(PageContext context, string audience) =>
        audience == Notice.Members ? context.Words["members.everyone"] : (char.ToUpperInvariant(audience[0]) + audience[1..]).Replace('-', ' ');

    private static MembersHomeView Home(PageContext context)
    {
        var site = context.Site;
        var words = context.Words;
        var title = words["page.members"];
        return new MembersHomeView(
            HeadBuilder.Build(context, new HeadInput(Route.Home, Route.Home, words.Fill("page.titleSuffix", ("title", title), ("site", site.Configuration.Title)), "", [])),
            title,
            ItemViews.Notices(context, site.Listing.Take(NewestNotices)),
            [.. site.Configuration.Series.Select(series => new LinkView(words.Fill("page.allOf", ("title", series.PluralLabel)), context.Href(Addresses.Series(series.Id))))],
            ItemViews.RunningDeadlines(context, site.Listing, NextDeadlines),
            DownloadLists.Newest(context, NewestDownloads),
            DownloadLists.Link(context),
            CouncilPages.Newest(context, NewestPapers),
            site.Council.IsEmpty ? null : new LinkView(words["council.membersLink"], context.Href(Addresses.Council)),
            [.. site.Rubrics.Roots.Select(rubric => ItemViews.Rubric(context, rubric)).Where(card => card.Count > 0)],
            OtherAreas(context));
    }
}
