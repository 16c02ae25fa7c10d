using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>All pages of a site by address, and what stands in their way.</summary>
internal sealed class PagePlan
{
    private readonly Dictionary<Route, Page> pages = [];
    private readonly Dictionary<string, Page> outputs = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the pages; of two with the same address the first one.</summary>
    public IReadOnlyDictionary<Route, Page> Pages => pages;

    /// <summary>Adds pages.</summary>
    /// <returns>Two pages of one address, and files in the place of folders.</returns>
    public IReadOnlyList<Diagnostic> Add(IEnumerable<Page> added)
    {
        var findings = new List<Diagnostic>();
        foreach (var page in added)
        {
            if (outputs.TryAdd(page.Route.OutputPath, page))
            {
                pages.Add(page.Route, page);
            }
            else
            {
                var other = outputs[page.Route.OutputPath];
                findings.Add(Codes.RouteCollision.At(page.Origin, page.Route, other.Origin.Value ?? other.Kind));
            }
        }

        findings.AddRange(outputs.SelectMany(output => FilesAbove(output.Key).Select(file => Codes.RouteCollision.At(output.Value.Origin, output.Value.Route, file))));
        return findings;
    }

    /// <summary>A file in the place of a folder: <c>alt.html</c> and <c>alt.html/neu.html</c>.</summary>
    private IEnumerable<Route> FilesAbove(string path)
    {
        var byFolder = outputs.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (byFolder.TryGetValue(path.AsSpan(0, slash), out var file))
            {
                yield return file.Route;
            }
        }
    }
}
