using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Theming;

/// <summary>Style sheets, scripts and pictures of the theme under names that change with their content, so that browsers keep them for ever.</summary>
/// <remarks>
/// A file right under <c>assets/</c> has the fingerprint in its name. Files of a folder there belong together, as script modules
/// that import each other do: the folder has the fingerprint of all of them, and the files keep their names, so that
/// <c>import "./crypto.js"</c> works without an import map, which would have to stand inline.
/// </remarks>
public sealed class ThemeAssets
{
    /// <summary>CSS of the site that is appended to the theme's style sheet: mostly custom properties.</summary>
    public const string VariablesFile = "variables.css";

    private const string StyleSheet = "site.css";
    private readonly Dictionary<string, Page> pages = new(StringComparer.Ordinal);

    public ThemeAssets(ThemeSource source, Route folder)
    {
        var files = source.Folder("assets").ToList();
        var folders = files.Where(entry => FolderOf(entry.Name) is not null)
            .GroupBy(entry => FolderOf(entry.Name)!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Aggregate(default(ContentHash), (hash, entry) => hash + ContentHash.Of(entry.Name) + entry.File.Hash), StringComparer.Ordinal);
        foreach (var (name, file) in files)
        {
            if (FolderOf(name) is { } group)
            {
                pages.Add(name, new FilePage(folder.File(group + "." + Short(folders[group]) + name[group.Length..]), file.Source.Path));
            }
            else if (name == StyleSheet)
            {
                var css = string.Join('\n', source.Layers(VariablesFile).Prepend(file).Select(part => Encoding.UTF8.GetString(source.Read(part)).ReplaceLineEndings("\n")));
                pages.Add(name, new TextPage(folder.File(Fingerprinted(name, ContentHash.Of(css))), "css", () => css, file.Source.Path));
            }
            else
            {
                pages.Add(name, new FilePage(folder.File(Fingerprinted(name, file.Hash)), file.Source.Path));
            }
        }
    }

    public IEnumerable<Page> Pages => pages.Values;

    /// <summary>Gets the names below <c>assets/</c>, in no order.</summary>
    public IEnumerable<string> Names => pages.Keys;

    public Route? Find(string name) => pages.TryGetValue(name, out var page) ? page.Route : null;

    /// <summary><c>site.css</c> becomes <c>site.1f8a0c2e9b.css</c>.</summary>
    private static string Fingerprinted(string name, ContentHash hash)
    {
        var extension = Path.GetExtension(name);
        return name[..^extension.Length] + "." + Short(hash) + extension;
    }

    private static string Short(ContentHash hash) => hash.ToString()[..10];

    private static string? FolderOf(string name) => name.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? name[..slash] : null;
}
