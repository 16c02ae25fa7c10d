using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>The files of a folder on disk. No path leads out of it, neither by dots nor by links.</summary>
public sealed class FolderStore(string folder) : IFileStore
{
    private readonly string root = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);

    public IReadOnlyList<string> List() => !Directory.Exists(root)
        ? []
        : [.. Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];

    public byte[]? Read(string path)
    {
        var full = FullPath(path);
        return File.Exists(full) ? File.ReadAllBytes(full) : null;
    }

    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var full = FullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);

        // Beside the file, with a name that no build reads: a killed import leaves no torn file.
        var staged = Path.Combine(Path.GetDirectoryName(full)!, "." + Path.GetFileName(full) + ".neu");
        File.WriteAllBytes(staged, bytes);
        File.Move(staged, full, overwrite: true);
    }

    public void Delete(string path)
    {
        var full = FullPath(path);
        if (File.Exists(full))
        {
            File.Delete(full);
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
        foreach (var part in parts)
        {
            full = Path.Combine(full, part);
            if (new FileInfo(full).LinkTarget is not null)
            {
                throw new IOException($"„{full}“ ist eine Verknüpfung; ihr wird nicht gefolgt.");
            }
        }

        return full;
    }
}
