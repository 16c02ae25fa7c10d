using System.Globalization;
using System.Text;
using Fachinfo.Model;

namespace Fachinfo.CouncilImport;

/// <summary>Gives every object its file: the one that it has already, else a new name made of letters, digits and hyphens.</summary>
internal sealed class PathBook
{
    private const int LongestName = 80;
    private const string TextEnding = ".inhalt.txt";

    private static readonly string[] Devices = ["con", "prn", "aux", "nul"];

    private readonly Dictionary<string, string> byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="localIds">Ids of files on disk, by path: an editor may have moved or written them.</param>
    public PathBook(ImportState state, IReadOnlyDictionary<string, string> localIds, IEnumerable<string> localFiles)
    {
        foreach (var (path, file) in state.Files)
        {
            taken.Add(path);
            if (file.Id is { } id)
            {
                byId.TryAdd(KeyOf(path, id), path.EndsWith(TextEnding, StringComparison.Ordinal) ? path[..^TextEnding.Length] : path);
            }
        }

        taken.UnionWith(localFiles);
        foreach (var (path, id) in localIds)
        {
            var key = KeyOf(path, id);
            if (!byId.TryGetValue(key, out var known) || !localIds.ContainsKey(known))
            {
                byId[key] = path;
            }
        }
    }

    public string? Known(string id) => byId.GetValueOrDefault("doc " + id);

    public string OfPaper(string id, int? year, string? reference) =>
        Known(id) ?? Claim("doc " + id, $"vorlagen/{Year(year)}/{Name(reference, id)}", ".md");

    public string OfMeeting(string id, DateTime start, string organization) =>
        Known(id) ?? Claim("doc " + id, $"sitzungen/{Year(start.Year)}/{start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{organization}", ".md");

    /// <summary>The path of the bytes of a file, whether they are kept or not; its text lies beside it.</summary>
    /// <param name="owner">The file that names it.</param>
    public string OfFile(string id, string owner, string? name, string extension)
    {
        if (byId.TryGetValue("file " + id, out var known))
        {
            return known;
        }

        var folder = owner[..^".md".Length];
        return Claim("file " + id, $"{folder}/{Name(Path.GetFileNameWithoutExtension(name), id)}", extension);
    }

    /// <summary>The path of a file as another one names it.</summary>
    public static string Relative(string from, string to)
    {
        var (source, target) = (from.Split('/'), to.Split('/'));
        var common = 0;
        while (common < source.Length - 1 && common < target.Length - 1 && source[common] == target[common])
        {
            common++;
        }

        return string.Concat(Enumerable.Repeat("../", source.Length - 1 - common)) + string.Join('/', target[common..]);
    }

    /// <summary>A short slug, fit for every file system.</summary>
    public static string Name(string? text, string id)
    {
        var slug = Slug.Of(text ?? "");
        if (slug.Length == 0)
        {
            var trimmed = id.TrimEnd('/');
            slug = Slug.Of(trimmed[(trimmed.LastIndexOf('/') + 1)..]);
        }

        slug = slug.Length == 0 ? ImportState.Hash(id) : slug;
        if (slug.Length > LongestName)
        {
            slug = slug[..LongestName].TrimEnd('-') + "-" + ImportState.Hash(id)[..6];
        }

        return Devices.Contains(slug, StringComparer.Ordinal) || (slug.Length == 4 && slug[..3] is "com" or "lpt") ? slug + "-0" : slug;
    }

    private static string KeyOf(string path, string id) => path.EndsWith(".md", StringComparison.Ordinal) ? "doc " + id : "file " + id;

    private static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "ohne-jahr";

    private string Claim(string key, string stem, string extension)
    {
        var path = stem + extension;
        for (var i = 2; !taken.Add(path) || (extension != ".md" && taken.Contains(path + TextEnding)); i++)
        {
            path = new StringBuilder(stem).Append('-').Append(i.ToString(CultureInfo.InvariantCulture)).Append(extension).ToString();
        }

        byId.Add(key, path);
        return path;
    }
}
