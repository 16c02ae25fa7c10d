using System.Text;

namespace Fachinfo.Storage;

/// <summary>Writes a file that people keep, whole or not at all.</summary>
/// <remarks>It is staged beside the file under a hidden name, which no build reads: a command that is killed leaves no torn file.</remarks>
internal static class WholeFile
{
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes the file and the folders above it, over what is there.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var folder = Path.GetDirectoryName(path)!;
        var staged = Path.Combine(folder, "." + Path.GetFileName(path) + ".neu");
        try
        {
            File.WriteAllBytes(staged, bytes);
        }
        catch (DirectoryNotFoundException)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(staged, bytes);
        }

        File.Move(staged, path, overwrite: true);
    }
}
