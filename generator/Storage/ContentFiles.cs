using Fachinfo.Diagnostics;

namespace Fachinfo.Storage;

/// <summary>Writes single files of the content folder for the commands that keep or change them.</summary>
public static class ContentFiles
{
    /// <summary>Reads a file; empty if there is none.</summary>
    public static byte[] Read(string content, SourcePath path)
    {
        var file = PathOf(content, path);
        return File.Exists(file) ? File.ReadAllBytes(file) : [];
    }

    /// <summary>Writes a text whole or not at all.</summary>
    public static void Write(string content, SourcePath path, string text) => WholeFile.Write(PathOf(content, path), text);

    public static bool Exists(string content, SourcePath path) => File.Exists(PathOf(content, path));

    public static void Delete(string content, SourcePath path) => File.Delete(PathOf(content, path));

    private static string PathOf(string content, SourcePath path) => Path.Combine(content, path.Value.Replace('/', Path.DirectorySeparatorChar));
}
