using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>Finds the files of a document's downloads, and who may have them.</summary>
internal static class DownloadLinker
{
    /// <param name="audience">The document's audience; a download is never open to more people than its document.</param>
    public static ImmutableArray<Download> Link(
        LinkContext context, BodyLinker bodies, SourcePath source, Route page, string audience, ImmutableArray<DownloadEntry> entries)
    {
        if (entries.IsEmpty)
        {
            return [];
        }

        var names = new FileNames(page);
        var downloads = ImmutableArray.CreateBuilder<Download>(entries.Length);
        foreach (var entry in entries)
        {
            var own = context.RequireAudience(entry.Access, source, audience);
            if (audience != Notice.Public && own != audience)
            {
                RequireSameAudience(context, entry, source, own, audience);
                own = audience;
            }

            if (entry.File is not { } file)
            {
                downloads.Add(new Download(entry, own, null, 0));
                continue;
            }

            var path = source.Resolve(UmlautComposition.Compose(file.Value));
            if (path is not { } target || !context.Files.TryGetValue(target, out var found))
            {
                context.Findings.Add(Codes.DownloadMissing.At(file.In(source), file.Value, Fields.Downloads.German));
                continue;
            }

            bodies.Use(target);
            downloads.Add(new Download(entry, own, new AttachedFile(target, default), found.Source.Length));
        }

        // Public files are named first: that a members' file is called the same must not show in an address.
        foreach (var file in downloads.OrderBy(download => download.Audience != Notice.Public).Select(download => download.File).OfType<AttachedFile>())
        {
            names.PageOf(file.Source);
        }

        return [.. downloads.Select(download => download.File is { } file ? download with { File = file with { Route = names.RouteOf(file.Source), Page = names.PageOf(file.Source) } } : download)];
    }

    /// <summary>A file for another group than its document would be open to the wrong people, or to nobody.</summary>
    private static void RequireSameAudience(LinkContext context, DownloadEntry entry, SourcePath source, string own, string audience)
    {
        if (entry.Access is { } access && own != Notice.Public)
        {
            context.Findings.Add(Codes.DownloadForOthers.At(access.In(source), own, audience));
        }
    }
}
