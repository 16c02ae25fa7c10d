using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Searching;

/// <summary>What an audience can find beyond the public: things for it, and public things that have files for it.</summary>
/// <remarks>The public index is searched along with it and holds everything else, so nothing is indexed and sealed twice.</remarks>
public static class MembersDocuments
{
    /// <param name="site">Of an audience: <see cref="PublicSite.ForAudience"/>.</param>
    /// <param name="below">The public index.</param>
    public static SearchSet Of(PublicSite site, SearchSet below, Func<BodyReference, RentedBytes> readBody)
    {
        var (list, places) = SearchPlaces.Of(site);
        var notices = new NoticeDocuments(site.Configuration, places);
        SearchDocument[] documents =
        [
            .. site.Rubrics.All.Where(rubric => HasOwn(site, rubric)).Select(rubric => PublicDocuments.OfRubric(site, rubric, places[rubric.SlugPath])),
            .. site.Pages.OrderBy(page => page.Route).Select((page, slot) => PublicDocuments.OfPage(page, slot) with { IsMembersOnly = page.Audience == site.Audience }),
            .. site.Notices.Select(notice => notices.Of(notice.Head, notice.Body.Reference, notice.Deadlines, notice.IsMembersOnly)),
            .. CouncilDocuments.Of(site.Council, places).Select(document => document with { IsMembersOnly = true }),
        ];
        return new SearchSet("pages-" + site.Audience, Addresses.SearchPieces, documents, list, readBody)
        {
            IsMembersOnly = true,
            Below = below,
        };
    }

    /// <summary>The texts of the files that only this audience may have.</summary>
    public static SearchSet FilesOf(PublicSite site, Func<BodyReference, RentedBytes> readBody) =>
        FileDocuments.Of(site, readBody) with { Name = "files-" + site.Audience, IsMembersOnly = true };

    private static bool HasOwn(PublicSite site, Rubric rubric) =>
        site.Introductions.GetValueOrDefault(rubric.SlugPath) is { } introduction
        && (introduction.Audience == site.Audience || introduction.Downloads.Any(download => download.Audience == site.Audience));
}
