using Fachinfo.Diagnostics;
using Fachinfo.Model.Council;

namespace Fachinfo.Model;

/// <summary>A file that is offered for download, and where that is said.</summary>
/// <param name="Place">The value of <c>file</c>, for findings.</param>
/// <param name="Audience">Who may have it.</param>
public readonly record struct OfferedFile(SourcePath Source, SourceLocation Place, string Audience)
{
    public bool IsPublic => Audience == Notice.Public;
}

/// <summary>Lists the files that the site offers for download.</summary>
public static class AttachedFiles
{
    /// <summary>All files that anyone may download, in the order of their documents. A file that several documents offer comes several times.</summary>
    public static IEnumerable<OfferedFile> Of(Site site) => site.Notices
        .Where(notice => !notice.Downloads.IsEmpty && notice.Withdrawn is null)
        .SelectMany(notice => From(notice.Source, notice.Downloads))
        .Concat(site.Pages.SelectMany(page => From(page.Document.Source, page.Downloads)))
        .Concat(site.Introductions.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => From(pair.Value.Source, pair.Value.Downloads)))
        .Concat(From(site.Council, Notice.Public))
        .Concat(From(site.MembersCouncil, Notice.Members));

    /// <summary>Those that an audience may download, the public ones among them.</summary>
    public static IEnumerable<OfferedFile> For(Site site, string audience) => Of(site).Where(file => file.IsPublic || file.Audience == audience);

    private static IEnumerable<OfferedFile> From(CouncilArchive council, string audience) => council.Bodies
        .SelectMany(body => body.Files)
        .Where(file => file.File is not null)
        .Select(file => new OfferedFile(file.File!.Source, file.Entry.File!.Value.In(file.OwnerSource), audience));

    private static IEnumerable<OfferedFile> From(SourcePath document, IEnumerable<Download> downloads) => downloads
        .Where(download => download.File is not null)
        .Select(download => new OfferedFile(download.File!.Source, download.Entry.File!.Value.In(document), download.Audience));
}
