using Fachinfo.Model;

namespace Fachinfo.HtmlImport;

/// <summary>Gives the links of an old page their new targets: other imported notices, files beside them, addresses elsewhere.</summary>
internal sealed class OldLinks
{
    // Stands in for the host of pages that come from a folder and name none.
    private static readonly Uri NoHost = new("https://folder.invalid/");

    private readonly Uri page;
    private readonly Uri origin;
    private readonly string path;
    private readonly IReadOnlyDictionary<string, string> places;
    private readonly Func<string, byte[]?> readFile;
    private readonly Dictionary<string, ImportedFile> attached = new(StringComparer.Ordinal);

    /// <param name="place">Where the page lies: a path below the folder with a slash in front, or an address.</param>
    /// <param name="address">Its old address; the same as <paramref name="place"/> if it names no other.</param>
    /// <param name="path">The new file.</param>
    /// <param name="places">New files by <see cref="Key"/> of the old addresses.</param>
    public OldLinks(string place, string address, string path, IReadOnlyDictionary<string, string> places, Func<string, byte[]?> readFile)
    {
        page = new Uri(NoHost, place);
        origin = new Uri(NoHost, address);
        this.path = path;
        this.places = places;
        this.readFile = readFile;
    }

    /// <summary>Gets the files that the page links to, at their new places.</summary>
    public IReadOnlyCollection<ImportedFile> Attached => attached.Values;

    /// <summary>What an address is found again by: host, path and query, not scheme and fragment.</summary>
    public static string Key(string address)
    {
        var uri = new Uri(NoHost, address);
        return uri.GetComponents(UriComponents.Host | UriComponents.PathAndQuery, UriFormat.Unescaped);
    }

    /// <summary>The address as an alias of the new page; empty for that of the start page. With a query only the rules of a host can serve it.</summary>
    public static string Alias(string address)
    {
        var alias = new Uri(NoHost, address).PathAndQuery;
        return alias == "/" || alias.Contains("..", StringComparison.Ordinal) || alias.Contains('*', StringComparison.Ordinal) ? "" : alias;
    }

    public string? Resolve(string target, bool isImage)
    {
        var trimmed = target.Trim();
        if (trimmed.Length == 0 || trimmed[0] == '#' || !Uri.TryCreate(page, trimmed, out var local) || !Uri.TryCreate(origin, trimmed, out var old))
        {
            return null;
        }

        if (local.Scheme is "mailto" or "tel")
        {
            return isImage ? null : local.OriginalString;
        }

        if (local.Scheme is not ("http" or "https"))
        {
            return null;
        }

        foreach (var candidate in new[] { local, old })
        {
            if (!isImage && places.TryGetValue(Key(candidate.AbsoluteUri), out var notice))
            {
                return notice == path ? null : RelativePath(notice);
            }
        }

        if (local.Host == NoHost.Host && Attach(Uri.UnescapeDataString(local.AbsolutePath).TrimStart('/')) is { } file)
        {
            return file;
        }

        return isImage || old.Host == NoHost.Host ? null : old.AbsoluteUri;
    }

    private string? Attach(string name)
    {
        var slug = Slug.OfFileName(System.IO.Path.GetFileName(name));
        if (slug.Length == 0 || System.IO.Path.GetExtension(name) is ".html" or ".htm" or ".xhtml" or ".md" or ".yml" or "" || readFile(name) is not { } bytes)
        {
            return null;
        }

        var folder = System.IO.Path.GetFileNameWithoutExtension(path);
        var target = path[..(path.LastIndexOf('/') + 1)] + folder + "/" + slug;
        attached.TryAdd(target, new ImportedFile(target, bytes));
        return folder + "/" + slug;
    }

    private string RelativePath(string other)
    {
        var (own, target) = (path.Split('/'), other.Split('/'));
        var same = own.Zip(target).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Concat(Enumerable.Repeat("../", own.Length - 1 - same)) + string.Join('/', target[same..]);
    }
}
