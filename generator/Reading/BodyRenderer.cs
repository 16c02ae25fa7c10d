using System.Buffers;
using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace Fachinfo.Reading;

/// <summary>Markdig's HTML renderer with our rules for links, headings, tables, footnotes and HTML. Used by one thread at a time.</summary>
internal sealed class BodyRenderer : IDisposable
{
    private readonly StringWriter writer = new(new StringBuilder(16 * 1024), CultureInfo.InvariantCulture);
    private readonly HtmlRenderer renderer;
    private readonly ArrayBufferWriter<byte> html = new(16 * 1024);

    public BodyRenderer(MarkdownPipeline pipeline)
    {
        renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HeadingRenderer>(new NotedHeadingRenderer(this));
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new OpenLinkRenderer(this));
        renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new OpenAutolinkRenderer(this));
        renderer.ObjectRenderers.Replace<LiteralInlineRenderer>(new TextRenderer(this));
        renderer.ObjectRenderers.Replace<HtmlEntityInlineRenderer>(new EntityRenderer());
        renderer.ObjectRenderers.Replace<HtmlInlineRenderer>(new HtmlAsTextRenderer(this));
        renderer.ObjectRenderers.Replace<ParagraphRenderer>(new FigureRenderer());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new LabelledTableRenderer(this));
        renderer.ObjectRenderers.Replace<HtmlFootnoteGroupRenderer>(new FootnoteSectionRenderer());
        renderer.ObjectRenderers.Replace<HtmlFootnoteLinkRenderer>(new FootnoteReferenceRenderer());
    }

    /// <summary>Gets the notes of the text that is being rendered.</summary>
    public BodyNotes Notes { get; private set; } = null!;

    public void Dispose() => writer.Dispose();

    /// <summary>Renders a text as UTF-8.</summary>
    public byte[] Render(MarkdownDocument document, BodyNotes notes)
    {
        Notes = notes;
        writer.GetStringBuilder().Clear();
        renderer.Render(document);
        html.ResetWrittenCount();
        var encoder = Encoding.UTF8.GetEncoder();
        foreach (var chunk in writer.GetStringBuilder().GetChunks())
        {
            encoder.Convert(chunk.Span, html, flush: false, out _, out _);
        }

        return html.WrittenSpan.ToArray();
    }
}

/// <summary>Puts one renderer in the place of another.</summary>
internal static class RendererReplacement
{
    public static void Replace<TOld>(this ObjectRendererCollection renderers, IMarkdownObjectRenderer replacement)
        where TOld : class, IMarkdownObjectRenderer
    {
        var at = renderers.FindIndex(renderer => renderer.GetType() == typeof(TOld));
        if (at < 0)
        {
            throw new InvalidOperationException($"The Markdown library no longer has a {typeof(TOld).Name}.");
        }

        renderers[at] = replacement;
    }

    private static int FindIndex(this ObjectRendererCollection renderers, Predicate<IMarkdownObjectRenderer> match)
    {
        for (var i = 0; i < renderers.Count; i++)
        {
            if (match(renderers[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
