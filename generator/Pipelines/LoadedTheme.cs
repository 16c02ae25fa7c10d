using System.Buffers;
using System.Text.Json;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages;
using Fachinfo.Reading;
using Fachinfo.Theming;

namespace Fachinfo.Pipelines;

/// <summary>A theme with its words and assets, wired to the model through functions.</summary>
public sealed record LoadedTheme(Theme Theme, Words Words, ThemeAssets Assets, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>Loads the theme for a site and compiles every template, unless the last build did so without a finding.</summary>
    public static LoadedTheme Load(LinkInput input, SiteConfiguration configuration, TemplateCache templates)
    {
        var findings = new List<Diagnostic>();
        var source = new ThemeSource(input.Files, input.Read);
        CheckManifest(source, findings);
        var language = configuration.Language;
        var words = ReadWords(source, language, findings);
        var assets = new ThemeAssets(source, Addresses.Assets);

        // Without any words the language is the one error, not each of its words.
        var settings = new ThemeSettings(
            new ThemeWords(language, key => words.Has(key) ? words[key] : words == Words.None ? "" : null),
            assets,
            configuration.RootPath,
            PageFormat.Templates,
            (body, html) =>
            {
                using var bytes = input.ReadBody(body.Reference);
                BodyFiller.Fill(bytes.Span, body.Targets, words, html);
            },
            Serialize);
        var theme = Theme.Load(source, settings, templates, findings);
        if (!source.All.All(input.WasBuilt))
        {
            findings.AddRange(theme.CompileAll(input.Options.Threads));
        }

        return new LoadedTheme(theme, words, assets, findings);
    }

    private static void CheckManifest(ThemeSource source, List<Diagnostic> findings)
    {
        if (source.Layers("theme.yml") is [var manifest, ..])
        {
            ThemeManifestReader.Check(manifest.Source.Path, source.Read(manifest), findings);
        }
        else
        {
            findings.Add(Codes.ThemeManifestMissing.At(new SourcePath(SourcePath.ThemePrefix + "theme.yml")));
        }
    }

    private static Words ReadWords(ThemeSource source, string language, List<Diagnostic> findings)
    {
        var layers = source.Layers($"strings/{language}.yml");
        if (layers.IsEmpty)
        {
            var known = source.Folder("strings").Select(file => Path.GetFileNameWithoutExtension(file.Name));
            findings.Add(Codes.UnknownLanguage.At(SiteLinker.ConfigurationPath, language, string.Join(", ", known)));
            return Words.None;
        }

        var words = WordsReader.Read(layers.Select(file => (file.Source.Path, source.Read(file))), findings);
        findings.AddRange(PageFormat.Words.Where(key => !words.Has(key)).Select(key => Codes.StringMissing.At(layers[0].Source.Path, key, language)));
        return words;
    }

    private static void Serialize(object model, IBufferWriter<byte> into)
    {
        using var json = new Utf8JsonWriter(into, new JsonWriterOptions { SkipValidation = true });
        JsonSerializer.Serialize(json, model, PageFormat.Default.GetTypeInfo(model.GetType())!);
    }
}
