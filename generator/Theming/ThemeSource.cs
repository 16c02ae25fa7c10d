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

    public byte[] Read(PlainFile file) => read(file.Source);

    /// <summary>Tells whether one of the site's own files includes a partial.</summary>
    private bool IsUsed(string partial) => overrides.Where(file => file.Key.EndsWith(".hbs", StringComparison.Ordinal)).Any(file => Regex.IsMatch(
        Encoding.UTF8.GetString(Read(file.Value)),
        @"\{\{~?#?>\s*" + Regex.Escape(partial) + @"(?![\w-])",
        RegexOptions.CultureInvariant));

    /// <summary>Files of the site that replace nothing, with what they could replace.</summary>
    public IEnumerable<Diagnostic> FindIdleOverrides()
    {
        foreach (var (path, file) in overrides.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var folder = path.Split('/')[0];
            var isAddition = folder is "assets" or "strings" || path == ThemeAssets.VariablesFile || (folder == "partials" && IsUsed(Path.GetFileNameWithoutExtension(path)));
            if (!isAddition && !files.ContainsKey(path))
            {
                var known = files.Keys.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).ToList();
                var hint = known.Count == 0 ? "Möglich sind partials/, layouts/, templates/, strings/, assets/ und variables.css." : $"Vorhanden sind: {string.Join(", ", known)}.";
                yield return Codes.ThemeOverrideUnknown.At(file.Source.Path, path, hint);
            }
        }
    }
}
