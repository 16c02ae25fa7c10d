using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Fachinfo.Pages;
using Fachinfo.Reading;
using Fachinfo.Theming;

namespace Fachinfo.Pipelines;

/// <summary>The words of a theme in the site's language, with the site's own laid over them.</summary>
internal sealed class LoadedWords
{
    private readonly List<ThemeWord> entries;
    private readonly HashSet<string> named = new(PageFormat.Words, StringComparer.Ordinal);

    private LoadedWords(Words words, List<ThemeWord> entries) => (Words, this.entries) = (words, entries);

    public Words Words { get; }

    /// <summary>Reads both; a word that pages need and neither has is a finding.</summary>
    public static LoadedWords Read(ThemeSource source, string language, List<Diagnostic> findings)
    {
        var layers = source.Layers($"strings/{language}.yml");
        if (layers.IsEmpty)
        {
            var known = source.Folder("strings").Select(file => Path.GetFileNameWithoutExtension(file.Name));
            findings.Add(Codes.UnknownLanguage.At(SiteLinker.ConfigurationPath, language, string.Join(", ", known)));
            return new LoadedWords(Words.None, []);
        }

        var all = layers.SelectMany(file => WordsReader.Read(file.Source.Path, source.Read(file), findings)).ToList();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in all)
        {
            texts[word.Key] = word.Text;
        }

        var words = new Words(texts);
        findings.AddRange(PageFormat.Words.Where(key => !words.Has(key)).Select(key => Codes.StringMissing.At(layers[0].Source.Path, key, language)));
        return new LoadedWords(words, all);
    }

    /// <summary>Finds a word that a template names; without any words the language is the one error, not each of its words.</summary>
    public string? Find(string key)
    {
        named.Add(key);
        return Words.Has(key) ? Words[key] : Words == Words.None ? "" : null;
    }

    /// <summary>Words of the site that neither the theme has nor a template names. Asked when all templates are read.</summary>
    public IEnumerable<Diagnostic> FindIdle()
    {
        var known = entries.Where(entry => entry.Location.Path.IsTheme).Select(entry => entry.Key).Concat(named).ToHashSet(StringComparer.Ordinal);
        return entries
            .Where(entry => !entry.Location.Path.IsTheme && !known.Contains(entry.Key))
            .Select(entry => Codes.StringUnknown.At(entry.Location, entry.Key, Suggest(entry.Key, known)));
    }

    private static string Suggest(string key, HashSet<string> known)
    {
        var below = known.Where(name => name.StartsWith(key + ".", StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();
        return below is not null
            ? $"Darunter stehen die Texte einer Gruppe, zum Beispiel „{below}“."
            : NearestName.Suggest(key, known.Order(StringComparer.Ordinal), "Schreiben Sie ihn wie im Theme, oder nennen Sie ihn in einer eigenen Vorlage: {{t \"" + key + "\"}}.");
    }
}
