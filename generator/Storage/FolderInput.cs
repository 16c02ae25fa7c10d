using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>The files of a folder on disk. Names that start with a dot are left out, but for <c>.addresses</c>.</summary>
/// <param name="prefix">Put in front of every path: empty for content, <see cref="SourcePath.ThemePrefix"/> for a theme.</param>
public sealed class FolderInput(string folder, string prefix = "") : IInput
{
    private readonly string root = Path.GetFullPath(folder);

    public IReadOnlyList<SourceFile> List(ICollection<Diagnostic> findings)
    {
        var files = new List<SourceFile>();
        if (Directory.Exists(root))
        {
            Collect(new DirectoryInfo(root), "", files, findings);
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

    private void Collect(DirectoryInfo directory, string path, List<SourceFile> files, ICollection<Diagnostic> findings)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in directory.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.') && entry.Name != ".addresses")
            {
                continue;
            }

            var source = new SourcePath(prefix + path + UmlautComposition.Compose(entry.Name));
            if (!names.TryAdd(source.FileName, entry.Name))
            {
                findings.Add(Codes.CaseCollision.At(source, path + names[source.FileName]));
                continue;
            }

            if (prefix.Length == 0 && (source.Value + "/").StartsWith(SourcePath.ThemePrefix, StringComparison.Ordinal))
            {
                // Its files would be taken for those of the theme.
                findings.Add(Codes.UnusedFile.At(source));
                continue;
            }

            if (entry.LinkTarget is not null && !StaysInside(entry))
            {
                findings.Add(Codes.LinkLeavesContent.At(source, entry.LinkTarget));
                continue;
            }

            if (entry is DirectoryInfo child)
            {
                Collect(child, path + UmlautComposition.Compose(entry.Name) + "/", files, findings);
            }
            else if (Resolve((FileInfo)entry) is { Exists: true } file)
            {
                files.Add(new SourceFile(source, file.Length, file.LastWriteTimeUtc.Ticks));
                if (!source.Value.EndsWith(entry.Name, StringComparison.Ordinal))
                {
                    onDisk[source] = file.FullName;
                }
            }
            else
            {
                findings.Add(Codes.Unreadable.At(source, "die Verknüpfung zeigt auf nichts"));
            }
        }
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

    private static FileInfo Resolve(FileInfo file) => file.LinkTarget is null ? file : (FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
}
