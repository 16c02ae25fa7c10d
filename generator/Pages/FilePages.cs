using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>The bytes of images and other files that public texts show or link; those of downloads belong to their pages.</summary>
public static class FilePages
{
    public static IEnumerable<Page> Plan(PublicSite site) => site.Notices.Select(notice => notice.Body)
        .Concat(site.Pages.Select(page => page.Body))
        .Concat(site.Introductions.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.Body))
        .SelectMany(body => body.Files)
        .Select(file => new FilePage(file.Route, file.Source));
}
