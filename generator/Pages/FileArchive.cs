using System.IO.Compression;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>All files of a document in one ZIP: the same bytes on every build, written as a stream.</summary>
public static class FileArchive
{
    private const int FewestFiles = 2;

    /// <summary>ZIP cannot say anything earlier; any fixed time keeps the bytes the same.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns><see langword="null"/> for a single file, and in the members' area.</returns>
    public static Page? Plan(PageContext context, DownloadOwner owner)
    {
        var files = owner.Files.Select(download => download.File!).OrderBy(file => file.Route).ToList();
        if (files.Count < FewestFiles || !context.Site.IsPublic)
        {
            return null;
        }

        var fingerprint = new HashBuilder();
        foreach (var file in files)
        {
            fingerprint.Add(NameOf(file)).Add(context.Files.Find(file.Source)?.Hash ?? default);
        }

        return new StreamPage(Addresses.AllFiles(owner.Route), "archive", fingerprint.ToHash(), into => Write(context, files, into), owner.Source);
    }

    /// <summary>The link to it, with the sum of sizes.</summary>
    public static LinkView? Link(PageContext context, Route owner, IEnumerable<Download> open)
    {
        var files = open.Where(download => download.File is not null).DistinctBy(download => download.File!.Route).ToList();
        return files.Count < FewestFiles || !context.Site.IsPublic
            ? null
            : new LinkView(
                context.Words.Fill("file.all", ("count", context.Words.Number(files.Count)), ("size", GermanText.Size(files.Sum(file => file.SizeInBytes)))),
                context.Href(Addresses.AllFiles(owner)));
    }

    /// <summary>Stored, not packed: these formats are packed already, and another version of the packer would make other bytes.</summary>
    private static void Write(PageContext context, List<AttachedFile> files, Stream into)
    {
        using var zip = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in files)
        {
            var entry = zip.CreateEntry(NameOf(file), CompressionLevel.NoCompression);
            entry.LastWriteTime = Time;
            using var target = entry.Open();
            using var source = context.Files.Open(file.Source);
            source.CopyTo(target);
        }
    }

    /// <summary>The name in the address: unique, and safe on every system.</summary>
    private static string NameOf(AttachedFile file) => file.Route.Path[(file.Route.Path.LastIndexOf('/') + 1)..];
}
