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
                // The finding is for the text that an editor can change, not for the settings that a page of the site comes from.
                var other = files[page.Route];
                var (changed, kept) = IsText(other.Origin) && !IsText(page.Origin) ? (other, page) : (page, other);
                findings.Add(Codes.RouteCollision.At(changed.Origin, page.Route, kept.Origin.Value ?? "die Website selbst"));
            }
        }

        findings.AddRange(FilesForFolders());
        return findings;
    }

    private static bool IsText(SourcePath origin) => origin.Value is not null && origin.Extension == ".md";

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
                    findings.Add(Codes.RouteCollision.At(page.Origin, page.Route, file.Route));
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
