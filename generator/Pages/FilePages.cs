using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>The bytes of images and downloads of public documents.</summary>
public static class FilePages
{
    public static IEnumerable<Page> Plan(PublicSite site)
    {
        var documents = site.Notices.Select(notice => (notice.Body, notice.Downloads))
            .Concat(site.Pages.Select(page => (page.Body, page.Downloads)))
            .Concat(site.Introductions.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Value.Body, pair.Value.Downloads)));
        foreach (var (body, downloads) in documents)
        {
            var open = downloads.Where(download => download.Audience == Notice.Public).Select(download => download.File).OfType<AttachedFile>();
            foreach (var file in body.Files.Concat(open).DistinctBy(file => file.Route))
            {
                yield return new FilePage(file.Route, file.Source);
            }
        }
    }
}
