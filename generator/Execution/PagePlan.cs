using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>All pages of a site by address, and what stands in their way.</summary>
internal sealed class PagePlan
{
    private readonly Dictionary<Route, Page> pages = [];

    /// <summary>The same pages by their files.</summary>
    private readonly Dictionary<Route, Page> files = new(SameFile.Instance);

    /// <summary>Gets the pages; of two with the same address the first one.</summary>
    public IReadOnlyDictionary<Route, Page> Pages => pages;

    /// <summary>Adds pages.</summary>
    /// <returns>Two pages of one address, and files in the place of folders.</returns>
    public IReadOnlyList<Diagnostic> Add(IEnumerable<Page> added)
    {
        var findings = new List<Diagnostic>();
        List<Page> all = [.. added];
        files.EnsureCapacity(files.Count + all.Count);
        pages.EnsureCapacity(pages.Count + all.Count);
        foreach (var page in all)
        {
            if (files.TryAdd(page.Route, page))
            {
                pages.Add(page.Route, page);
            }
            else
            {
                var (changed, kept) = ByEase(page, files[page.Route]);
                findings.Add(Codes.RouteCollision.At(changed.AddressPlace, changed.Route, NameOf(kept.AddressPlace)));
            }
        }

        findings.AddRange(FilesForFolders());
        return findings;
    }

    /// <summary>The finding is for what an editor can change: rather the line with an address than a text, rather a text than the settings that a page of the site comes from.</summary>
    private static (Page Changed, Page Kept) ByEase(Page page, Page other)
    {
        return Ease(other) > Ease(page) ? (other, page) : (page, other);

        static int Ease(Page page) => page.AddressPlace.Line > 0 ? 2 : page.Origin.Value is not null && page.Origin.Extension == ".md" ? 1 : 0;
    }

    private static string NameOf(SourceLocation place) =>
        place.Path.Value is not { } path ? "die Website selbst" : place.Line > 0 ? $"{path}, Zeile {place.Line}" : path;

    /// <summary>Finds files in the place of a folder: <c>alt.html</c> and <c>alt.html/neu.html</c>.</summary>
    private List<Diagnostic> FilesForFolders()
    {
        var known = files.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new HashSet<Route>();
        var findings = new List<Diagnostic>();
        var before = "";
        foreach (var page in files.Values)
        {
            // Most folders are those of the page before.
            var path = page.Route.Path;
            for (var slash = path.IndexOf('/', Math.Max(1, path.AsSpan().CommonPrefixLength(before))); slash >= 0; slash = path.IndexOf('/', slash + 1))
            {
                if (known.TryGetValue(path.AsSpan(0, slash), out var file) && found.Add(file.Route))
                {
                    var (changed, kept) = ByEase(page, file);
                    findings.Add(Codes.RouteCollision.At(changed.AddressPlace, changed.Route, kept.Route));
                }
            }

            before = path;
        }

        return findings;
    }

    /// <summary>Compares addresses by the files that they stand for, whatever the case of their letters: many disks do not tell them apart.</summary>
    private sealed class SameFile : IEqualityComparer<Route>, IAlternateEqualityComparer<ReadOnlySpan<char>, Route>
    {
        public static readonly SameFile Instance = new();

        public bool Equals(Route one, Route other) => Equals(one.Path.AsSpan(), other);

        public bool Equals(ReadOnlySpan<char> alternate, Route other) => Folder(alternate).Equals(Folder(other.Path), StringComparison.OrdinalIgnoreCase);

        public int GetHashCode(Route route) => GetHashCode(route.Path.AsSpan());

        public int GetHashCode(ReadOnlySpan<char> alternate) => string.GetHashCode(Folder(alternate), StringComparison.OrdinalIgnoreCase);

        public Route Create(ReadOnlySpan<char> alternate) => new(alternate.ToString());

        /// <summary>The page of a folder is a file in it.</summary>
        private static ReadOnlySpan<char> Folder(ReadOnlySpan<char> path) =>
            path.EndsWith("/index.html", StringComparison.OrdinalIgnoreCase) ? path[..^"index.html".Length] : path;
    }
}
