using System.Text;

namespace Fachinfo.Storage;

/// <summary>Writes files that only their owner may read.</summary>
public static class PrivateFile
{
    /// <exception cref="IOException">There is such a file already; it may be open to others, so it is not written over.</exception>
    public static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Tells whether a folder above a file belongs to a published site.</summary>
    public static bool IsInOutput(string path)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, ".fachinfo-files")))
            {
                return true;
            }
        }

        return false;
    }
}
