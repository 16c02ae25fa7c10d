using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>All pages of a site by address, and what stands in their way.</summary>
internal sealed class PagePlan
{
    private readonly Dictionary<Route, Page> pages = [];
    private readonly Dictionary<string, Page> outputs = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Each folder with the first page in it.</summary>
    private readonly Dictionary<string, Page> folders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the pages; of two with the same address the first one.</summary>
    public IReadOnlyDictionary<Route, Page> Pages => pages;

    /// <summary>Adds pages.</summary>
    /// <returns>Two pages of one address, and files in the place of folders.</returns>
    public IReadOnlyList<Diagnostic> Add(IEnumerable<Page> added)
    {
        var findings = new List<Diagnostic>();
        List<Page> all = [.. added];
        outputs.EnsureCapacity(outputs.Count + all.Count);
        pages.EnsureCapacity(pages.Count + all.Count);
        var before = "";
        foreach (var page in all)
        {
            var path = page.Route.OutputPath;
            if (outputs.TryAdd(path, page))
            {
                pages.Add(page.Route, page);
                AddFolders(path, before, page);
                before = path;
            }
            else
            {
                var other = outputs[path];
                findings.Add(Codes.RouteCollision.At(page.Origin, page.Route, other.Origin.Value ?? other.Kind));
            }
        }

        // A file in the place of a folder: alt.html and alt.html/neu.html.
        foreach (var (folder, page) in folders)
        {
            if (outputs.TryGetValue(folder, out var file))
            {
                findings.Add(Codes.RouteCollision.At(page.Origin, page.Route, file.Route));
            }
        }

        return findings;
    }

    /// <param name="before">The path of the page before, of which most folders are the same.</param>
    private void AddFolders(string path, string before, Page page)
    {
        var known = folders.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var slash = path.IndexOf('/', path.AsSpan().CommonPrefixLength(before)); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            known.TryAdd(path.AsSpan(0, slash), page);
        }
    }
}
