namespace Fachinfo.Storage;

/// <summary>A lock of the operating system on a file: it dies with the process that holds it.</summary>
public static class BuildLock
{
    /// <returns>The open file that holds the lock, or <see langword="null"/> if another process holds it.</returns>
    /// <exception cref="UnauthorizedAccessException">The folder is not writable.</exception>
    public static FileStream? TryAcquire(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
