using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>All files of a document that a reader may have, in one ZIP.</summary>
public static class FileArchive
{
    private const int FewestFiles = 2;

    /// <summary>The archive of a document; in the members' area only where it holds more than the public one.</summary>
    /// <returns><see langword="null"/> for a single file.</returns>
    public static StreamPage? Plan(PageContext context, DownloadOwner owner)
    {
        var files = owner.Files.OrderBy(download => download.File!.Route).ToList();
        if (files.Count < FewestFiles || !files.Any(download => download.Audience == context.Site.Audience))
        {
            return null;
        }

        var fingerprint = new HashBuilder();
        foreach (var file in files)
        {
            fingerprint.Add(NameOf(file)).Add(context.Files.Find(file.File!.Source)?.Hash ?? default);
        }

        var zip = new StoredZip([.. files.Select(file => new StoredFile(NameOf(file), file.SizeInBytes, () => context.Files.Open(file.File!.Source)))]);
        return new StreamPage(Addresses.AllFiles(owner.Route), "archive", fingerprint.ToHash(), zip.Write, owner.Source)
        {
            Length = () => zip.Length,
            Parts = [.. files.Select(file => (NameOf(file), file.File!.Source))],
        };
    }

    /// <summary>The link to it, with the sum of sizes.</summary>
    public static LinkView? Link(PageContext context, Route owner, IEnumerable<Download> open)
    {
        var files = open.Where(download => download.File is not null).DistinctBy(download => download.File!.Route).ToList();
        return files.Count < FewestFiles
            ? null
            : new LinkView(
                context.Words.Fill("file.all", ("count", context.Words.Number(files.Count)), ("size", GermanText.Size(files.Sum(file => file.SizeInBytes)))),
                context.Href(Addresses.AllFiles(owner)));
    }

    /// <summary>The name in the address: unique, and safe on every system.</summary>
    private static string NameOf(Download download) => download.File!.Route.Path[(download.File.Route.Path.LastIndexOf('/') + 1)..];
}
