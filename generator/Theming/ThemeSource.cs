using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Theming;

/// <summary>The files of a theme with the site's own files laid over them.</summary>
/// <remarks>
/// A theme has <c>layouts/</c>, <c>templates/</c>, <c>partials/</c>, <c>assets/</c> and <c>strings/</c>. A site replaces single
/// partials, layouts and templates, adds words, and appends CSS from <c>content/theme/</c>.
/// </remarks>
public sealed class ThemeSource
{
    private const string SiteFolder = "theme/";
    private const string AssetFolder = "assets/";
    private readonly Dictionary<string, PlainFile> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlainFile> overrides = new(StringComparer.Ordinal);
    private readonly Func<SourceFile, byte[]> read;

    public ThemeSource(IEnumerable<PlainFile> all, Func<SourceFile, byte[]> read)
    {
        this.read = read;
        foreach (var file in all)
        {
            var path = file.Source.Path.Value;
            if (file.Source.Path.IsTheme)
            {
                files[path[SourcePath.ThemePrefix.Length..]] = file;
            }
            else if (path.StartsWith(SiteFolder, StringComparison.Ordinal))
            {
                overrides[path[SiteFolder.Length..]] = file;
            }
        }
    }

    /// <summary>Gets all files, those of the site too, in no order.</summary>
    public IEnumerable<PlainFile> All => files.Values.Concat(overrides.Values);

    /// <summary>Gets the site's own files, by path.</summary>
    public IEnumerable<PlainFile> Overrides => overrides.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value);

    /// <summary>Gets the hash over all files, which is part of every page's fingerprint.</summary>
    public ContentHash Fingerprint => files.Concat(overrides.Select(pair => KeyValuePair.Create(SiteFolder + pair.Key, pair.Value)))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Aggregate(default(ContentHash), (hash, pair) => hash + ContentHash.Of(pair.Key) + pair.Value.Hash);

    /// <summary>Lists the files of a folder by name, each from the site if it has one, else from the theme.</summary>
    public IEnumerable<(string Name, PlainFile File)> Folder(string folder) => files.Keys.Concat(overrides.Keys)
        .Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal))
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(path => (path[(folder.Length + 1)..], overrides.GetValueOrDefault(path) ?? files[path]));

    /// <summary>The theme's file and the site's file of the same name, in that order, where they exist.</summary>
    public ImmutableArray<PlainFile> Layers(string path) =>
        [.. new[] { files.GetValueOrDefault(path), overrides.GetValueOrDefault(path) }.OfType<PlainFile>()];

    /// <summary>Tells templates and assets from other sources, those of the site over the theme too.</summary>
    public static ThemePart PartOf(SourcePath path)
    {
        var prefix = path.IsTheme ? SourcePath.ThemePrefix : SiteFolder;
        if (!path.Value.StartsWith(prefix, StringComparison.Ordinal))
        {
            return ThemePart.None;
        }

        var name = path.Value[prefix.Length..];
        return name == ThemeAssets.VariablesFile || name.StartsWith(AssetFolder, StringComparison.Ordinal) ? ThemePart.Asset
            : path.Extension == ".hbs" ? ThemePart.Template
            : ThemePart.None;
    }

    public byte[] Read(PlainFile file) => read(file.Source);

    /// <summary>Tells whether one of the site's own files includes a partial.</summary>
    private bool IsUsed(string partial) => overrides.Where(file => file.Key.EndsWith(".hbs", StringComparison.Ordinal)).Any(file => Regex.IsMatch(
        Encoding.UTF8.GetString(Read(file.Value)),
        @"\{\{~?#?>\s*" + Regex.Escape(partial) + @"(?![\w-])",
        RegexOptions.CultureInvariant));

    /// <summary>Files of the site that replace nothing, with what they were probably meant to replace.</summary>
    /// <param name="language">The words of other languages are not read.</param>
    /// <param name="nearest">Finds what is nearest to a name, if anything is near.</param>
    public IEnumerable<Diagnostic> FindIdleOverrides(string language, Func<string, IEnumerable<string>, string?> nearest)
    {
        foreach (var (path, own) in overrides.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!files.ContainsKey(path) && !IsAddition(path, language) && !own.Source.Path.IsReadme)
            {
                yield return Codes.ThemeOverrideUnknown.At(own.Source.Path, path, NearestFile(path, nearest) is { } file ? $"Meinten Sie „{file}“?" : HintFor(path));
            }
        }
    }

    private bool IsAddition(string path, string language) =>
        path.StartsWith(AssetFolder, StringComparison.Ordinal)
        || path == $"strings/{language}.yml"
        || path == ThemeAssets.VariablesFile
        || (path.StartsWith("partials/", StringComparison.Ordinal) && IsUsed(Path.GetFileNameWithoutExtension(path)));

    /// <summary>The file of the same folder whose name is nearest, whatever its ending; else one of the same name elsewhere.</summary>
    private string? NearestFile(string path, Func<string, IEnumerable<string>, string?> nearest)
    {
        var (folder, own) = (Path.GetDirectoryName(path), Path.GetFileNameWithoutExtension(path));
        var all = files.Keys.Where(name => name.Contains('/', StringComparison.Ordinal)).Append(ThemeAssets.VariablesFile).Order(StringComparer.Ordinal).ToList();
        var beside = all.Where(name => Path.GetDirectoryName(name) == folder).ToLookup(name => Path.GetFileNameWithoutExtension(name), StringComparer.Ordinal);
        return nearest(own, beside.Select(group => group.Key)) is { } found
            ? beside[found].First()
            : all.Find(name => Path.GetFileNameWithoutExtension(name).Equals(own, StringComparison.OrdinalIgnoreCase));
    }

    private static string HintFor(string path) => path.StartsWith("partials/", StringComparison.Ordinal)
        ? $"Ein eigenes Partial wirkt erst, wenn eine eigene Vorlage es einbindet: {{{{> {Path.GetFileNameWithoutExtension(path)}}}}}"
        : "Geben Sie ihr Ordner und Namen der Datei des Themes, die sie ersetzen soll; Eigenes liegt unter assets/ und partials/.";
}
