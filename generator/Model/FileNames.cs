using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>Names the files of one page: the slug of the file name; a repeated name gets its folder in front.</summary>
internal sealed class FileNames(Route page)
{
    private readonly Dictionary<SourcePath, AttachedFile> bySource = [];
    private readonly Dictionary<SourcePath, Route> pages = [];
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

        var route = Names(source).Select(name => Addresses.AttachedFile(page, name)).First(taken.Add);
        var file = new AttachedFile(source, route);
        bySource.Add(source, file);
        Attached = Attached.Add(file);
        return route;
    }

    /// <summary>The page of a file: its name without the extension, unless another file of the page has that already.</summary>
    public Route PageOf(SourcePath source)
    {
        if (pages.TryGetValue(source, out var known))
        {
            return known;
        }

        var name = RouteOf(source).Path[(RouteOf(source).Path.LastIndexOf('/') + 1)..];
        var stem = Path.GetFileNameWithoutExtension(name);
        var slugs = new[] { stem, stem + Path.GetExtension(name).Replace('.', '-') }
            .Concat(Enumerable.Range(2, int.MaxValue - 2).Select(i => stem + "-" + i.ToString(CultureInfo.InvariantCulture)));
        var route = slugs.Select(slug => Addresses.DownloadPage(page, slug)).First(taken.Add);
        pages.Add(source, route);
        return route;
    }

    /// <summary>The name, then with one more folder in front each, at last with a number.</summary>
    private static IEnumerable<string> Names(SourcePath source)
    {
        yield return source.FileName;
        var folders = source.Folder.Split('/');
        for (var count = 1; count <= folders.Length; count++)
        {
            yield return string.Join('-', folders[^count..]) + "-" + source.FileName;
        }

        for (var i = 2; ; i++)
        {
            yield return source.Stem + "-" + i.ToString(CultureInfo.InvariantCulture) + Path.GetExtension(source.FileName);
        }
    }
}
