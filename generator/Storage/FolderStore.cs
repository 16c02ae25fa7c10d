using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>The files of a folder on disk. No path leads out of it, neither by dots nor by links.</summary>
public sealed class FolderStore(string folder) : IFileStore
{
    private readonly HashSet<string> checkedFolders = new(StringComparer.Ordinal);
    private readonly string root = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);

    public IReadOnlyList<string> List() => !Directory.Exists(root)
        ? []
        : [.. Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];

    public byte[]? Read(string path)
    {
        var full = FullPath(path);
        if (!File.Exists(full))
        {
            return null;
        }

        RequireNoLink(full);
        return File.ReadAllBytes(full);
    }

    public void Write(string path, ReadOnlySpan<byte> bytes) => WholeFile.Write(FullPath(path), bytes);

    public void Delete(string path)
    {
        var full = FullPath(path);
        if (File.Exists(full))
        {
            File.Delete(full);
        }
    }

    private static void RequireNoLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new IOException($"„{path}“ ist eine Verknüpfung; ihr wird nicht gefolgt.");
        }
    }

    private string FullPath(string path)
    {
        var parts = path.Split('/');
        if (path.Contains('\\', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal) || parts.Any(part => part is "" or "." or ".."))
        {
            throw new IOException($"Der Pfad „{path}“ ist nicht erlaubt.");
        }

        var full = root;
        foreach (var part in parts[..^1])
        {
            full = Path.Combine(full, part);
            if (!checkedFolders.Contains(full))
            {
                RequireNoLink(full);
                checkedFolders.Add(full);
            }
        }

        // A file that is a link is replaced or deleted itself, but what it points to must not be read.
        return Path.Combine(full, parts[^1]);
    }
}
