using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>Results in the cache, a file each: those of members' things in its folder for them, the others in a folder beside it.</summary>
/// <param name="cache">The folder of the cache.</param>
public sealed class FolderResults(string cache) : IResultStore
{
    public Stream? Open(string name)
    {
        try
        {
            return new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Write(string name, ReadOnlySpan<byte> bytes)
    {
        using (var file = Create(name))
        {
            file.Write(bytes);
        }

        Finish(name);
    }

    public void Write(string name, Action<Stream> write)
    {
        using (var file = Create(name))
        {
            write(file);
        }

        Finish(name);
    }

    public void Delete(string name)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var folder in new[] { OpenFolder, MembersFolder }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private FileStream Create(string name)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None, 0);
    }

    private void Finish(string name) => File.Move(PathOf(name) + ".new", PathOf(name), overwrite: true);

    private string OpenFolder => Path.Combine(cache, FolderCache.ResultsFolder);

    private string MembersFolder => Path.Combine(cache, FolderCache.MembersFolder, FolderCache.ResultsFolder);

    private string PathOf(string name) => name.StartsWith(IResultStore.Members, StringComparison.Ordinal)
        ? Path.Combine(MembersFolder, name[IResultStore.Members.Length..])
        : Path.Combine(OpenFolder, name);
}
