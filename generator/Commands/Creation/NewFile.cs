using System.Text;

namespace Fachinfo.Commands.Creation;

/// <summary>A file that is about to be made, and what to say about it.</summary>
/// <param name="Path">From the content folder, with slashes.</param>
/// <param name="Remarks">What was decided without being asked for.</param>
internal sealed record NewFile(string Path, string Text, IReadOnlyList<string> Remarks)
{
    /// <summary>The longest part of a file name that comes from a title.</summary>
    private const int LongestSlug = 60;

    /// <summary>Writes the file, never over another one.</summary>
    /// <returns>Whether it was free.</returns>
    public bool TryWrite(string folder)
    {
        var target = System.IO.Path.Combine(folder, Path);
        if (File.Exists(target))
        {
            return false;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        file.Write(new UTF8Encoding(false).GetBytes(Text));
        return true;
    }

    /// <summary>The start of a title as part of a file name, cut at a word.</summary>
    public static string NameOf(string title)
    {
        var slug = Model.Slug.Of(title);
        if (slug.Length <= LongestSlug)
        {
            return slug.Length == 0 ? "neu" : slug;
        }

        var cut = slug.LastIndexOf('-', LongestSlug);
        return cut > 0 ? slug[..cut] : slug[..LongestSlug];
    }
}
