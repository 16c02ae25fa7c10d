using System.IO.Enumeration;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>The files of a folder on disk. Names that start with a dot are left out, but for those that the program itself keeps there.</summary>
/// <param name="prefix">Put in front of every path: empty for content, <see cref="SourcePath.ThemePrefix"/> for a theme.</param>
public sealed class FolderInput(string folder, string prefix = "") : IInput
{
    private readonly string root = Path.GetFullPath(folder);

    public IReadOnlyList<SourceFile> List(ICollection<Diagnostic> findings)
    {
        var files = new List<SourceFile>();
        if (Directory.Exists(root))
        {
            Collect(root, "", files, findings);
        }

        files.Sort((left, right) => left.Path.CompareTo(right.Path));
        return files;
    }

    public byte[] Read(SourceFile file) => File.ReadAllBytes(FullPath(file));

    public Stream Open(SourceFile file) =>
        new FileStream(FullPath(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 128 * 1024, FileOptions.SequentialScan);

    /// <summary>The path on disk. It was listed with composed umlauts; the file itself may be named with decomposed ones.</summary>
    private string FullPath(SourceFile file) =>
        onDisk.TryGetValue(file.Path, out var name) ? name : Path.Combine(root, file.Path.Value[prefix.Length..]);

    private readonly Dictionary<SourcePath, string> onDisk = [];

    private sealed record Entry(string Name, string FullPath, bool IsDirectory, bool IsLink, long Length, long Modified);

    private void Collect(string directory, string path, List<SourceFile> files, ICollection<Diagnostic> findings)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var listed in Entries(directory))
        {
            var source = new SourcePath(prefix + path + UmlautComposition.Compose(listed.Name));
            if (!names.TryAdd(source.FileName, listed.Name))
            {
                findings.Add(Codes.CaseCollision.At(source, path + names[source.FileName]));
                continue;
            }

            if (path.Length == 0 && source.Value + "/" == SourcePath.ThemePrefix)
            {
                // Its files would be taken for those of the theme.
                findings.Add(Codes.UnusedFile.At(source));
                continue;
            }

            if ((listed.IsLink ? Follow(listed, source, findings) : listed) is not { } entry)
            {
                continue;
            }

            if (entry.IsDirectory)
            {
                Collect(listed.FullPath, path + source.FileName + "/", files, findings);
                continue;
            }

            files.Add(new SourceFile(source, entry.Length, entry.Modified));
            if (!listed.FullPath.EndsWith(source.Value[prefix.Length..], StringComparison.Ordinal))
            {
                onDisk[source] = listed.FullPath;
            }
        }
    }

    /// <summary>Lists a folder with one system call an entry; names that start with a dot do not count, but for one.</summary>
    private static IEnumerable<Entry> Entries(string directory) => new FileSystemEnumerable<Entry>(
        directory,
        (ref FileSystemEntry entry) =>
        {
            var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;
            return new Entry(
                entry.FileName.ToString(),
                entry.ToFullPath(),
                entry.IsDirectory,
                isLink,
                isLink || entry.IsDirectory ? 0 : entry.Length,
                isLink || entry.IsDirectory ? 0 : entry.LastWriteTimeUtc.UtcTicks);
        },
        new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.FileName[0] != '.' || entry.FileName is ".addresses" or ".oparl-state.json",
    }.OrderBy(entry => entry.Name, StringComparer.Ordinal);

    /// <summary>What a symbolic link stands for; <see langword="null"/> with a finding if it may not be followed.</summary>
    private Entry? Follow(Entry link, SourcePath source, ICollection<Diagnostic> findings)
    {
        FileSystemInfo entry = link.IsDirectory ? new DirectoryInfo(link.FullPath) : new FileInfo(link.FullPath);
        if (!StaysInside(entry))
        {
            findings.Add(Codes.LinkLeavesContent.At(source, entry.LinkTarget ?? ""));
            return null;
        }

        if (link.IsDirectory)
        {
            return link;
        }

        var target = (FileInfo?)entry.ResolveLinkTarget(returnFinalTarget: true);
        if (target is { Exists: true })
        {
            return link with { Length = target.Length, Modified = target.LastWriteTimeUtc.Ticks };
        }

        findings.Add(Codes.Unreadable.At(source, "die Verknüpfung zeigt auf nichts"));
        return null;
    }

    private bool StaysInside(FileSystemInfo entry)
    {
        try
        {
            var target = entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? "";
            return target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && !(entry is DirectoryInfo && entry.FullName.StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        }
        catch (IOException)
        {
            // A chain of links that ends in itself.
            return false;
        }
    }
}
