using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Fachinfo.Analyzers;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages;
using Fachinfo.Reading;
using Fachinfo.Theming;

namespace Fachinfo.Pipelines;

/// <summary>The closed list of what is read and which pages are made. A new kind of page is one file, one line here, one template.</summary>
public static class SiteDefinition
{
    /// <summary>What is read. The first pipeline that takes a file processes it.</summary>
    public static readonly ImmutableArray<Pipeline> Pipelines =
    [
        new Pipeline<SiteConfiguration>("site", path => path.Value == "site.yml", SiteConfigurationReader.Read, DocumentFormat<SiteConfiguration>.Json(ContentFormat.Default.ParsedSite)),
        new Pipeline<RubricTreeContent>("rubrics", path => path.Value == "rubriken.yml", RubricTreeReader.Read, DocumentFormat<RubricTreeContent>.Json(ContentFormat.Default.ParsedRubrics)),
        new Pipeline<FilePlan>("file-plan", path => path.Value == "aktenplan.yml", FilePlanReader.Read, DocumentFormat<FilePlan>.Json(ContentFormat.Default.ParsedFilePlan)),
        new Pipeline<PublishedAddresses>("addresses", path => path.Value == ".addresses", PublishedAddressesReader.Read, DocumentFormat<PublishedAddresses>.Json(ContentFormat.Default.ParsedAddresses)),
        new Pipeline<PlainPageContent>("pages", path => IsMarkdownIn(path, "seiten"), PlainPageReader.ReadPage, DocumentFormat<PlainPageContent>.Json(ContentFormat.Default.ParsedPage)),
        new Pipeline<RubricIntroductionContent>("introductions", IsIntroduction, PlainPageReader.ReadIntroduction, DocumentFormat<RubricIntroductionContent>.Json(ContentFormat.Default.ParsedIntroduction)),
        new Pipeline<NoticeContent>("notices", IsNotice, NoticeReader.Read, NoticeFormat.Instance),
    ];

    /// <summary>Which pages are made.</summary>
    public static IEnumerable<Page> Plan(LinkedSite site)
    {
        var context = site.Context;
        Page[] pages =
        [
            HomePage.Plan(context),
            .. SeriesPages.Plan(context),
            .. NoticePages.Plan(context),
            .. RubricPages.Plan(context),
            .. PlainPages.Plan(context),
            .. Aliases.Plan(context),
            .. FilePages.Plan(site.PublicSite),
            .. site.Assets.Pages,
        ];
        return pages.Concat(HostingFiles.Plan(context, pages));
    }

    /// <summary>The engine's definition: the steps after reading, wired.</summary>
    public static EngineDefinition<LinkedSite> Create() => new(
        Pipelines,
        Link,
        Plan,
        (site, pages) => PlanChecks.Run(site.Site, site.PublicSite, pages),
        site => site.Theme.RendererFor(Shell.Build(site.Context)));

    private static Linked<LinkedSite> Link(LinkInput input)
    {
        var linked = SiteLinker.Link(input);
        if (linked.Site is not { } site)
        {
            return new Linked<LinkedSite>(null, linked.Findings);
        }

        List<Diagnostic> findings = [.. linked.Findings];
        var source = new ThemeSource(input.Files, input.Read);
        CheckManifest(source, findings);
        var words = ReadWords(source, site.Configuration.Language, findings);
        var assets = new ThemeAssets(source, Addresses.Assets);
        var settings = new ThemeSettings(
            new ThemeWords(site.Configuration.Language, key => words.Has(key) ? words[key] : null),
            assets,
            site.Configuration.RootPath,
            PageFormat.Templates,
            body => BodyFiller.Fill(input.ReadBody(body.Reference), body.Targets, words),
            Serialize);
        var theme = Theme.Load(source, settings, findings);
        if (input.Changed.Any(path => path.IsTheme || path.Value.StartsWith("theme/", StringComparison.Ordinal) || path == SiteLinker.ConfigurationPath))
        {
            // Otherwise the last build has compiled these very templates, and only those that pages need are compiled again.
            findings.AddRange(theme.CompileAll(input.Options.Threads));
        }

        var publicSite = PublicSite.From(site);
        return new Linked<LinkedSite>(new LinkedSite(site, publicSite, new PageContext(publicSite, words), theme, assets), findings);
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

    private static bool IsMarkdownIn(SourcePath path, string folder) =>
        path.Extension == ".md" && !path.IsReadme && path.Value.StartsWith(folder + "/", StringComparison.Ordinal);

    private static bool IsIntroduction(SourcePath path) => IsMarkdownIn(path, "fachinformationen") && path.FileName == "index.md";

    /// <summary>Every Markdown file in a folder that is not one of the site's own; the link step knows which folders are series.</summary>
    private static bool IsNotice(SourcePath path)
    {
        var slash = path.Value.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && path.Extension == ".md" && !path.IsReadme && !path.IsTheme && !Addresses.Reserved.Contains(path.Value[..slash]);
    }
}
