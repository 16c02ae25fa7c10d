using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace Fachinfo.Theming;

/// <summary>What a theme is loaded with, besides its files.</summary>
/// <param name="RootPath">Path of the base URL without a slash at the end.</param>
/// <param name="Templates">The templates that the pages need.</param>
/// <param name="RenderBody">Writes the HTML of a body with its open places filled, as UTF-8.</param>
/// <param name="Serialize">Writes a view model as JSON: the fingerprint of a page is made from it.</param>
public sealed record ThemeSettings(
    ThemeWords Words,
    ThemeAssets Assets,
    string RootPath,
    IReadOnlyList<string> Templates,
    Action<BodyView, IBufferWriter<byte>> RenderBody,
    Action<object, IBufferWriter<byte>> Serialize);

/// <summary>The one adapter to the template engine: Handlebars, strict about names, with an environment of its own.</summary>
public sealed class Theme
{
    private const string TemplateFolder = "templates";
    private readonly ThemeSettings settings;
    private readonly ContentHash fingerprint;
    private readonly CompiledTemplates templates;
    private readonly Lazy<RepeatedParts> parts;
    private readonly Dictionary<string, (SourcePath Path, string Text)> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> layouts = new(StringComparer.Ordinal);

    // Used again for every page; there are never more than threads.
    private readonly ConcurrentBag<PageWriter> writers = [];
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> buffers = [];

    private Theme(ThemeSource source, ThemeSettings settings, TemplateCache cache, ICollection<Diagnostic> findings)
    {
        this.settings = settings;
        fingerprint = source.Fingerprint;
        foreach (var folder in (ReadOnlySpan<string>)["layouts", "partials", TemplateFolder])
        {
            foreach (var (name, file) in source.Folder(folder))
            {
                var stem = Path.GetFileNameWithoutExtension(name);
                var key = folder == TemplateFolder ? TemplateKey(stem) : stem;
                sources[key] = (file.Source.Path, ReadTemplate(source, file, findings));
                if (folder == TemplateFolder)
                {
                    TakeLayout(key);
                }
            }
        }

        var texts = sources.ToDictionary(pair => pair.Key, pair => pair.Value.Text, StringComparer.Ordinal);
        templates = cache.For(texts);
        parts = new(() => new RepeatedParts(RepeatedParts.StandingAlone(texts)));
    }

    /// <summary>Turns a template that stands inside a layout around: the layout is rendered, and the template where its block was.</summary>
    private void TakeLayout(string template)
    {
        var (path, text) = sources[template];
        if (TemplateLayout.Find(text) is not { } found || !sources.TryGetValue(found.Layout, out var layout))
        {
            return;
        }

        sources[template] = (path, found.Content);
        var key = "layouts/" + found.Layout;
        sources[key] = (layout.Path, TemplateLayout.WithContent(layout.Text));
        layouts[template] = key;
    }

    /// <summary>Loads a theme; what is missing in it becomes findings.</summary>
    /// <param name="cache">Keeps what is compiled for the next load.</param>
    public static Theme Load(ThemeSource source, ThemeSettings settings, TemplateCache cache, ICollection<Diagnostic> findings)
    {
        var theme = new Theme(source, settings, cache, findings);
        foreach (var missing in settings.Templates.Where(name => !theme.sources.ContainsKey(TemplateKey(name))))
        {
            findings.Add(Codes.TemplateMissing.ForSite(missing));
        }

        return theme;
    }

    /// <summary>Compiles templates, layouts and partials, on all threads, and reports those that are broken. The others are compiled when they are used.</summary>
    /// <param name="isNew">Tells of a file whether it is not known to be right.</param>
    public IReadOnlyList<Diagnostic> Compile(Func<SourcePath, bool> isNew, int threads)
    {
        var findings = new ConcurrentBag<Diagnostic>();
        Parallel.ForEach(sources.Where(source => isNew(source.Value.Path)).Select(source => source.Key), new ParallelOptions { MaxDegreeOfParallelism = threads }, name =>
        {
            try
            {
                _ = templates.Find(name);
            }
            catch (HandlebarsException problem)
            {
                findings.Add(Codes.TemplateInvalid.At(TemplatePlace.Find(sources, name, Shorten(problem)), TemplateProblem.InGerman(Shorten(problem))));
            }
        });
        return [.. findings.Order()];
    }

    /// <summary>Begins to compile a template of which it is known to be right, with its layout and its partials, and does not wait for it.</summary>
    public void CompileAhead(string template)
    {
        var key = TemplateKey(template);
        templates.CompileAhead([layouts.GetValueOrDefault(key, key), key]);
    }

    /// <summary>Makes the renderer for pages that share this view of the site.</summary>
    public PageRenderer RendererFor(object shell)
    {
        // Nobody asks where no page has to be looked at.
        var shared = new Lazy<ContentHash>(() => HashOf(shell));
        return new PageRenderer(
            fingerprint,
            (page, model) =>
            {
                var own = page.Source.HasInputs ? page.Source.HashInputs() : HashOf(model!);
                return new HashBuilder().Add(shared.Value).Add(page.Template).Add(own).ToHash();
            },
            (page, model, into) => Render(page, new TemplateContext(shell, model), into),
            settings.RenderBody);
    }

    private int Render(TemplatePage page, TemplateContext context, IBufferWriter<byte> into)
    {
        var writer = writers.TryTake(out var used) ? used : new PageWriter(parts.Value);
        var template = TemplateKey(page.Template);
        writer.Clear(template);
        PageWriter.Current = writer;
        try
        {
            templates.Find(layouts.GetValueOrDefault(template, template))(writer, context, null!);
        }
        catch (Exception problem) when (problem is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new RenderException(Codes.RenderFailed.At(TemplatePlace.Find(sources, template, Shorten(problem)), page.Template, page.Route, TemplateProblem.InGerman(Shorten(problem))), problem);
        }
        finally
        {
            PageWriter.Current = null;
        }

        var bodyStart = writer.CopyTo(into, settings.RenderBody);
        writers.Add(writer);
        return bodyStart;
    }

    private static string TemplateKey(string name) => TemplateFolder + "/" + name;

    private ContentHash HashOf(object model)
    {
        var buffer = buffers.TryTake(out var used) ? used : new ArrayBufferWriter<byte>(16 * 1024);
        buffer.ResetWrittenCount();
        settings.Serialize(model, buffer);
        var hash = ContentHash.Of(buffer.WrittenSpan);
        buffers.Add(buffer);
        return hash;
    }

    private string ReadTemplate(ThemeSource source, PlainFile file, ICollection<Diagnostic> findings)
    {
        var text = Encoding.UTF8.GetString(source.Read(file)).ReplaceLineEndings("\n").Replace(PageWriter.BodyMark.ToString(), "", StringComparison.Ordinal);
        return TemplateText.Fill(file.Source.Path, text, settings.Words, settings.Assets, settings.RootPath, findings);
    }

    /// <summary>The message of the innermost exception: those around it only say that a partial failed.</summary>
    private static string Shorten(Exception problem) => problem.GetBaseException().Message.Split('\n')[0].Trim().TrimEnd('.');
}

/// <summary>The root that templates see: <c>site</c> and <c>page</c>.</summary>
internal sealed record TemplateContext(object Site, object Page);
