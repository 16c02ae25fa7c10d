using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Theming;

/// <summary>Style sheets and pictures of the theme under names that change with their content, so that browsers keep them for ever.</summary>
public sealed class ThemeAssets
{
    /// <summary>CSS of the site that is appended to the theme's style sheet: mostly custom properties.</summary>
    public const string VariablesFile = "variables.css";

    private const string StyleSheet = "site.css";
    private readonly Dictionary<string, Page> pages = new(StringComparer.Ordinal);

    public ThemeAssets(ThemeSource source, Route folder)
    {
        foreach (var (name, file) in source.Folder("assets"))
        {
            if (name == StyleSheet)
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

    public Route? Find(string name) => pages.TryGetValue(name, out var page) ? page.Route : null;

    /// <summary><c>site.css</c> becomes <c>site.1f8a0c2e9b.css</c>.</summary>
    private static string Fingerprinted(string name, ContentHash hash)
    {
        var extension = Path.GetExtension(name);
        return name[..^extension.Length] + "." + hash.ToString()[..10] + extension;
    }
}
