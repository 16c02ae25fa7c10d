using System.Runtime.ExceptionServices;

namespace Fachinfo.Storage;

/// <summary>Moves and deletes in the output folder: what takes the place of what, and which folders go with their last file.</summary>
internal sealed class OutputTree(string root, Ownership owned)
{
    private readonly Lock making = new();

    /// <summary>Moves staged files to their places, whatever of ours was there.</summary>
    /// <param name="staged">Where each file lies, by its path in the output.</param>
    /// <exception cref="IOException">A file cannot be moved.</exception>
    public void MoveIntoPlace(IReadOnlyDictionary<string, string> staged)
    {
        try
        {
            Parallel.ForEach(staged, file => MoveIntoPlace(file.Value, file.Key));
        }
        catch (AggregateException bundle)
        {
            ExceptionDispatchInfo.Throw(bundle.Flatten().InnerExceptions[0]);
        }
    }

    private void MoveIntoPlace(string staged, string path)
    {
        var target = Path.Combine(root, path);
        if (!owned.Contains(path) || !TryMove(staged, target))
        {
            lock (making)
            {
                MakeRoom(target, path);
            }

            File.Move(staged, target, overwrite: true);
        }
    }

    /// <summary>Moves a file if its folder is there and nothing but a file in its place, as nearly always where one was before.</summary>
    private static bool TryMove(string staged, string target)
    {
        try
        {
            File.Move(staged, target, overwrite: true);
            return true;
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void MakeRoom(string target, string path)
    {
        var directory = Path.GetDirectoryName(target)!;
        MakeRoomForDirectory(directory);
        Directory.CreateDirectory(directory);
        if (Directory.Exists(target))
        {
            // A file comes where a folder of ours was; its files are stale.
            foreach (var inside in owned.Paths.Where(other => other.StartsWith(path + "/", StringComparison.Ordinal)).ToList())
            {
                File.Delete(Path.Combine(root, inside));
            }

            DeleteEmptyTree(target);
        }
    }

    /// <summary>Deletes a file, and the folders above it that are empty then.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string path)
    {
        var file = Path.Combine(root, path);
        if (!File.Exists(file))
        {
            return false;
        }

        File.Delete(file);
        for (var directory = Path.GetDirectoryName(file)!; directory.Length > root.Length; directory = Path.GetDirectoryName(directory)!)
        {
            if (Directory.EnumerateFileSystemEntries(directory).Any())
            {
                break;
            }

            Directory.Delete(directory);
        }

        return true;
    }

    /// <summary>Removes what is not ours; of a link only the link, never what it leads to.</summary>
    public void RemoveForeign(Func<string, bool> isOurs) => RemoveForeign(new DirectoryInfo(root), isOurs);

    private void RemoveForeign(DirectoryInfo directory, Func<string, bool> isOurs)
    {
        foreach (var entry in directory.GetFileSystemInfos())
        {
            if (entry is DirectoryInfo { LinkTarget: null } child)
            {
                RemoveForeign(child, isOurs);
                if (!child.EnumerateFileSystemInfos().Any())
                {
                    child.Delete();
                }
            }
            else if (entry.LinkTarget is not null || !isOurs(RelativePath(entry.FullName)))
            {
                entry.Delete();
            }
        }
    }

    public string RelativePath(string file) => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>A folder comes where a file of ours was.</summary>
    private void MakeRoomForDirectory(string directory)
    {
        for (var parent = directory; parent.Length > root.Length; parent = Path.GetDirectoryName(parent)!)
        {
            if (File.Exists(parent) && owned.Contains(RelativePath(parent)))
            {
                File.Delete(parent);
            }
        }
    }

    private static void DeleteEmptyTree(string directory)
    {
        foreach (var child in Directory.EnumerateDirectories(directory))
        {
            DeleteEmptyTree(child);
        }

        if (!Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }
}
