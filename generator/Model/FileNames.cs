using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>Names the files of one page: the slug of the file name; a repeated name gets its folder in front.</summary>
internal sealed class FileNames(Route page)
{
    private readonly Dictionary<SourcePath, AttachedFile> bySource = [];
    private readonly HashSet<Route> taken = [];

    /// <summary>Gets the files in the order in which they were named, without those claimed by others.</summary>
    public ImmutableArray<AttachedFile> Attached { get; private set; } = [];

    /// <summary>Takes over a name that a download already has; its bytes are written by the download.</summary>
    public void Claim(AttachedFile file)
    {
        bySource.TryAdd(file.Source, file);
        taken.Add(file.Route);
    }

    public Route RouteOf(SourcePath source)
    {
        if (bySource.TryGetValue(source, out var known))
        {
            return known.Route;
        }

        var route = Addresses.AttachedFile(page, source.FileName);
        var folders = source.Folder.Split('/').Reverse().ToList();
        for (var i = 0; i < folders.Count && !taken.Add(route); i++)
        {
            route = Addresses.AttachedFile(page, string.Join('-', folders.Take(i + 1).Reverse()) + "-" + source.FileName);
        }

        taken.Add(route);
        var file = new AttachedFile(source, route);
        bySource.Add(source, file);
        Attached = Attached.Add(file);
        return route;
    }
}
