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
            IReadOnlyList<Folder> level = [new Folder(root, "", IsRenamed: false)];
            while (level.Count > 0)
            {
                // A level of folders at once: asking the disk for a size takes longer than noting it.
                var found = new Found[level.Count];
                Parallel.For(0, level.Count, i => found[i] = Collect(level[i]));
                foreach (var one in found)
                {
                    files.AddRange(one.Files);
                    one.Findings.ForEach(findings.Add);
                    one.Renamed.ForEach(file => onDisk[file.Path] = file.OnDisk);
                }

                level = [.. found.SelectMany(one => one.Folders)];
            }
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

    private readonly record struct Entry(string Name, bool IsDirectory, bool IsLink, long Length, long Modified);

    /// <summary>A folder on disk, and its path in the site with a slash at the end; they differ in how umlauts are written.</summary>
    private readonly record struct Folder(string OnDisk, string Path, bool IsRenamed);

    /// <summary>What was found in one folder.</summary>
    private sealed class Found
    {
        public List<SourceFile> Files { get; } = [];

        public List<Diagnostic> Findings { get; } = [];

        public List<Folder> Folders { get; } = [];

        public List<(SourcePath Path, string OnDisk)> Renamed { get; } = [];
    }

    private Found Collect(Folder folder)
    {
        var found = new Found();
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var listed in Entries(folder.OnDisk))
        {
            var name = UmlautComposition.Compose(listed.Name);
            var source = new SourcePath(prefix + folder.Path + name);
            if (!names.TryAdd(name, listed.Name))
            {
                found.Findings.Add(Codes.CaseCollision.At(source, folder.Path + names[name]));
                continue;
            }

            if (folder.Path.Length == 0 && source.Value + "/" == SourcePath.ThemePrefix)
            {
                // Its files would be taken for those of the theme.
                found.Findings.Add(Codes.UnusedFile.At(source));
                continue;
            }

            if ((listed.IsLink ? Follow(listed, Path.Combine(folder.OnDisk, listed.Name), source, found.Findings) : listed) is not { } entry)
            {
                continue;
            }

            var isRenamed = folder.IsRenamed || name != listed.Name;
            if (entry.IsDirectory)
            {
                found.Folders.Add(new Folder(Path.Combine(folder.OnDisk, listed.Name), folder.Path + name + "/", isRenamed));
                continue;
            }

            found.Files.Add(new SourceFile(source, entry.Length, entry.Modified));
            if (isRenamed)
            {
                found.Renamed.Add((source, Path.Combine(folder.OnDisk, listed.Name)));
            }
        }

        return found;
    }

    /// <summary>Lists a folder with one system call an entry; names that start with a dot do not count, but for one.</summary>
    private static IEnumerable<Entry> Entries(string directory) => new FileSystemEnumerable<Entry>(
        directory,
        (ref FileSystemEntry entry) =>
        {
            var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;
            return new Entry(
                entry.FileName.ToString(),
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
    private Entry? Follow(Entry link, string path, SourcePath source, List<Diagnostic> findings)
    {
        FileSystemInfo entry = link.IsDirectory ? new DirectoryInfo(path) : new FileInfo(path);
        if (WhyNotFollowed(entry) is { } reason)
        {
            findings.Add(Codes.LinkLeavesContent.At(source, entry.LinkTarget ?? "", reason));
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

    private string? WhyNotFollowed(FileSystemInfo entry)
    {
        try
        {
            var target = entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? "";
            if (entry is DirectoryInfo && target.Length > 0 && entry.FullName.StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && (target + Path.DirectorySeparatorChar).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return "einen Ordner, in dem sie selbst liegt";
            }

            return target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? null : "außerhalb des Inhaltsordners";
        }
        catch (IOException)
        {
            return "und führt im Kreis";
        }
    }
}
