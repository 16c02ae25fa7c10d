using System.Collections.Concurrent;
using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Fachinfo.Reading;

/// <summary>The HTML of a body, its links left open (see <see cref="BodyMarkup"/>), and the facts of the text.</summary>
internal sealed record MarkdownBody(ReadOnlyMemory<byte> Html, BodyFacts Facts, ImmutableArray<Heading> Headings)
{
    public static readonly MarkdownBody Empty = new(default, BodyFacts.Empty, []);

    /// <summary>A text that is there but cannot be read: nobody shall be told that it is missing.</summary>
    public static readonly MarkdownBody Unread = new(default, BodyFacts.Empty with { HasText = true }, []);
}

/// <summary>Reads Markdown: CommonMark with tables, footnotes, definition lists and abbreviations; HTML is text.</summary>
/// <remarks>Safe on many threads: the pipeline is shared and immutable, renderers are used by one thread at a time.</remarks>
internal sealed class MarkdownReader
{
    public static readonly MarkdownReader Shared = new();

    private readonly MarkdownPipeline pipeline;
    private readonly ConcurrentBag<BodyRenderer> renderers = [];

    private MarkdownReader()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseFootnotes()
            .UseDefinitionLists()
            .UseAbbreviations()
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
            .UsePreciseSourceLocation();

        // Blocks of HTML become paragraphs; the tags in them are shown as text (HtmlAsTextRenderer), with a warning each.
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        pipeline = builder.Build();
    }

    /// <param name="lineOffset">Lines that stand before the text in its file.</param>
    public MarkdownBody Read(SourcePath path, string text, int lineOffset, ICollection<Diagnostic> findings)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return MarkdownBody.Empty;
        }

        try
        {
            var document = Markdown.Parse(text, pipeline);
            var notes = new BodyNotes(path, text, lineOffset, findings);
            Outline.Apply(document, notes);
            return new MarkdownBody(Render(document, notes), notes.ToFacts(document), [.. notes.Headings]);
        }
        catch (ArgumentException problem) when (problem.GetType() == typeof(ArgumentException))
        {
            // Markdig's way to say that its depth limit is exceeded; it has one for reading, and a lower one for rendering.
            findings.Add(Codes.MarkdownTooDeep.At(new SourceLocation(path, lineOffset + 1, 1)));
            return MarkdownBody.Unread;
        }
    }

    /// <summary>Renders with a renderer that was used before; one that fails is not used again.</summary>
    private byte[] Render(MarkdownDocument document, BodyNotes notes)
    {
        var renderer = renderers.TryTake(out var used) ? used : new BodyRenderer(pipeline);
        var html = renderer.Render(document, notes);
        renderers.Add(renderer);
        return html;
    }
}
