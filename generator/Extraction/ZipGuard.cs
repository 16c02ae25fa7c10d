using System.IO.Compression;

namespace Fachinfo.Extraction;

/// <summary>Opens archives that come from outside, within limits.</summary>
internal static class ZipGuard
{
    private const int MostEntries = 20_000;
    private const long LargestContent = 1024L * 1024 * 1024;

    /// <summary>The largest part that is unpacked: the text of a document, without its pictures.</summary>
    public const long LargestPart = 64L * 1024 * 1024;

    /// <summary>Opens an archive for reading.</summary>
    /// <exception cref="HostileFileException">It would unpack to more than any document does.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ZipArchive Open(Stream content)
    {
        content.Position = 0;
        var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            total += entry.Length;
            if (zip.Entries.Count > MostEntries || entry.Length < 0 || total > LargestContent)
            {
                zip.Dispose();
                throw new HostileFileException("The archive unpacks to too much.");
            }
        }

        return zip;
    }

    /// <summary>Makes sure that no part that a reader will unpack is larger than it should be.</summary>
    public static void Require(ZipArchive zip, Func<string, bool> isRead)
    {
        if (zip.Entries.Any(entry => entry.Length > LargestPart && isRead(entry.FullName)))
        {
            throw new HostileFileException("A part of the archive unpacks to too much.");
        }
    }
}
