using System.Buffers;
using System.Text.Json;
using Fachinfo.Analyzers.Policy;
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
    /// <summary>Loads the theme for a site and compiles every template that the last build did not compile without a finding.</summary>
    public static LoadedTheme Load(LinkInput input, SiteConfiguration configuration, TemplateCache templates)
    {
        var findings = new List<Diagnostic>();
        var source = new ThemeSource(input.Files, input.Read);
        CheckManifest(source, findings);
        var words = LoadedWords.Read(source, configuration.Language, findings);
        var assets = new ThemeAssets(source, Addresses.Assets);

        var settings = new ThemeSettings(
            new ThemeWords(configuration.Language, words.Find),
            assets,
            configuration.RootPath,
            PageFormat.Templates,
            (body, html) =>
            {
                using var bytes = input.ReadBody(body.Reference);
                BodyFiller.Fill(bytes.Span, body.Targets, words.Words, html);
            },
            Serialize);
        var theme = Theme.Load(source, settings, templates, findings);
        findings.AddRange(words.FindIdle());
        var policy = new PolicyCheck(configuration.Origin, ReportPages.FormTarget(configuration.Report).Trim(), name => assets.Find(name) is not null);
        findings.AddRange(ThemePolicy.Check(source, policy, assets.Names, input));
        findings.AddRange(source.FindIdleOverrides(configuration.Language, NearestName.Find));
        var changed = source.All.Where(file => !input.WasBuilt(file)).Select(file => file.Source.Path).ToHashSet();
        if (changed.Count == 0 && !input.OnlyBodiesChanged)
        {
            // Whatever was changed, it was most likely a notice.
            theme.CompileAhead(NoticePages.Template);
        }
        else if (changed.Count > 0)
        {
            // Words and names of assets stand in every template.
            Func<SourcePath, bool> isNew = changed.All(path => path.Extension == ".hbs") ? changed.Contains : _ => true;
            findings.AddRange(theme.Compile(isNew, input.Options.Threads));
        }

        return new LoadedTheme(theme, words.Words, assets, findings);
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

    private static void Serialize(object model, IBufferWriter<byte> into)
    {
        using var json = new Utf8JsonWriter(into, new JsonWriterOptions { SkipValidation = true });
        JsonSerializer.Serialize(json, model, PageFormat.Default.GetTypeInfo(model.GetType())!);
    }
}
