using System.Globalization;
using Fachinfo.Model;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Fachinfo.Reading;

/// <summary>Renders headings and remembers the last one, after which a table is named.</summary>
internal sealed class NotedHeadingRenderer(BodyRenderer body) : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        body.Notes.CurrentHeading = PlainText.Of(heading);
        var level = heading.Level.ToString(CultureInfo.InvariantCulture);
        renderer.EnsureLine();
        renderer.Write("<h").Write(level).Write(" id=\"").Write(heading.GetAttributes().Id!).Write("\">");
        renderer.WriteLeafInline(heading);
        renderer.Write("</h").Write(level).WriteLine(">");
    }
}

/// <summary>Renders paragraphs; an image alone in one becomes a figure, its title the caption.</summary>
internal sealed class FigureRenderer : HtmlObjectRenderer<ParagraphBlock>
{
    private readonly ParagraphRenderer paragraphs = new();

    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (renderer.ImplicitParagraph || paragraph.Inline?.FirstChild is not LinkInline { IsImage: true, NextSibling: null } image)
        {
            paragraphs.Write(renderer, paragraph);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<figure>");
        renderer.WriteLeafInline(paragraph);
        if (!string.IsNullOrEmpty(image.Title))
        {
            renderer.Write("<figcaption>").WriteEscape(image.Title).Write("</figcaption>");
        }

        renderer.WriteLine("</figure>");
    }
}

/// <summary>Renders tables in a scrollable region with a name; alignment is a class, since the site allows no style attribute.</summary>
internal sealed class LabelledTableRenderer(BodyRenderer body) : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var notes = body.Notes;
        notes.Tables++;
        renderer.EnsureLine();
        renderer.Write($"<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{BodyMarkup.Separator}{BodyMarkup.Word}body.table{BodyMarkup.Separator} {notes.Tables}");
        if (notes.CurrentHeading.Length > 0)
        {
            renderer.Write(": ").WriteEscape(notes.CurrentHeading);
        }

        renderer.WriteLine("\">").WriteLine("<table>");
        var section = "";
        foreach (var row in table.OfType<TableRow>())
        {
            var next = row.IsHeader ? "thead" : "tbody";
            if (next != section)
            {
                CloseSection(renderer, section);
                renderer.Write("<").Write(next).WriteLine(">");
                section = next;
            }

            WriteRow(renderer, table, row);
        }

        CloseSection(renderer, section);
        renderer.WriteLine("</table>").WriteLine("</div>");
    }

    private static void CloseSection(HtmlRenderer renderer, string section)
    {
        if (section.Length > 0)
        {
            renderer.Write("</").Write(section).WriteLine(">");
        }
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.Write("<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            var cell = (TableCell)row[i];
            var alignment = i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null;
            var tag = row.IsHeader ? "th" : "td";
            renderer.Write("<").Write(tag).Write(row.IsHeader ? " scope=\"col\"" : "");
            renderer.Write(alignment switch
            {
                TableColumnAlign.Center => " class=\"center\"",
                TableColumnAlign.Right => " class=\"right\"",
                _ => "",
            });
            renderer.Write('>');
            var wasImplicit = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = cell.Count == 1;
            renderer.Write(cell);
            renderer.ImplicitParagraph = wasImplicit;
            renderer.Write("</").Write(tag).Write('>');
        }

        renderer.WriteLine("</tr>");
    }
}

/// <summary>Renders the footnotes at the end of a text as a list with a name.</summary>
internal sealed class FootnoteSectionRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup footnotes)
    {
        renderer.EnsureLine();
        renderer.WriteLine($"<section class=\"footnotes\" aria-label=\"{BodyMarkup.Separator}{BodyMarkup.Word}body.footnotes{BodyMarkup.Separator}\">").WriteLine("<ol>");
        foreach (var footnote in footnotes.OfType<Footnote>())
        {
            var id = "fn-" + footnote.Order.ToString(CultureInfo.InvariantCulture);
            renderer.Write("<li id=\"").Write(id).Write("\">");
            renderer.WriteChildren(footnote);
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>").WriteLine("</section>");
    }
}

/// <summary>Renders the number in the text, and the way back from the footnote.</summary>
internal sealed class FootnoteReferenceRenderer : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        var number = link.Footnote.Order.ToString(CultureInfo.InvariantCulture);
        var reference = "fnref-" + link.Index.ToString(CultureInfo.InvariantCulture);
        if (link.IsBackLink)
        {
            renderer.Write($" <a class=\"backlink\" href=\"#{reference}\" aria-label=\"{BodyMarkup.Separator}{BodyMarkup.Word}body.backlink{BodyMarkup.Separator}{PlaceOf(link)}\">↩</a>");
            return;
        }

        if (!renderer.EnableHtmlForInline)
        {
            return;
        }

        renderer.Write($"<sup><a id=\"{reference}\" href=\"#fn-{number}\" aria-label=\"{BodyMarkup.Separator}{BodyMarkup.Word}body.footnote{BodyMarkup.Separator} {number}\">{number}</a></sup>");
    }

    /// <summary>Which of several places leads to the footnote: links to different places have different names (WCAG 2.4.4).</summary>
    private static string PlaceOf(FootnoteLink link) => link.Footnote.Links.Count > 1
        ? " " + (link.Footnote.Links.FindIndex(reference => reference.Index == link.Index) + 1).ToString(CultureInfo.InvariantCulture)
        : "";
}
