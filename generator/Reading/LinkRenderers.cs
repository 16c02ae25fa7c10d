using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Fachinfo.Reading;

/// <summary>Renders links and images with their addresses left open; forbidden schemes are dropped.</summary>
internal sealed class OpenLinkRenderer(BodyRenderer body) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var target = (link.GetDynamicUrl?.Invoke() ?? link.Url ?? "").Trim();
        var offset = link.UrlSpan.Start > 0 ? link.UrlSpan.Start : link.Span.Start;
        if (WebAddress.HasForbiddenScheme(target))
        {
            body.Notes.Report(Codes.ForbiddenScheme, offset, GermanText.Shorten(target, 80));
            renderer.WriteChildren(link);
            return;
        }

        if (link.IsImage)
        {
            WriteImage(renderer, link, target, offset);
            return;
        }

        if (link.FirstChild is null)
        {
            body.Notes.Report(Codes.EmptyLink, offset, target);
        }

        WriteOpening(renderer, body.Notes.AddLink(target, false, offset), target);
        if (!string.IsNullOrEmpty(link.Title))
        {
            renderer.Write(" title=\"").WriteEscape(link.Title).Write('"');
        }

        renderer.Write('>');
        if (link.FirstChild is null)
        {
            renderer.WriteEscape(target);
        }

        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    /// <summary>Writes <c>&lt;a href="…"</c> with the address left open.</summary>
    public static void WriteOpening(HtmlRenderer renderer, int link, string target)
    {
        var isWeb = target.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        renderer.Write("<a href=\"");
        WritePlace(renderer, link);
        renderer.Write(isWeb ? "\" rel=\"noopener noreferrer\"" : "\"");
    }

    private static void WritePlace(HtmlRenderer renderer, int link) =>
        renderer.Write($"{BodyMarkup.Separator}{BodyMarkup.Link}{link}{BodyMarkup.Separator}");

    private void WriteImage(HtmlRenderer renderer, LinkInline image, string target, int offset)
    {
        var wasPlain = renderer.EnableHtmlForInline;
        renderer.Write("<img src=\"");
        WritePlace(renderer, body.Notes.AddLink(target, true, offset));
        renderer.Write("\" alt=\"");
        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(image);
        renderer.EnableHtmlForInline = wasPlain;
        renderer.Write("\" loading=\"lazy\" decoding=\"async\">");
        if (image.FirstChild is null)
        {
            body.Notes.Report(Codes.ImageWithoutText, offset, target);
        }
    }
}

/// <summary>Renders <c>&lt;https://…&gt;</c> and <c>&lt;a@b.example&gt;</c>.</summary>
internal sealed class OpenAutolinkRenderer(BodyRenderer body) : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var target = link.IsEmail ? "mailto:" + link.Url : link.Url;
        if (WebAddress.HasForbiddenScheme(target))
        {
            body.Notes.Report(Codes.ForbiddenScheme, link.Span.Start, GermanText.Shorten(target, 80));
            renderer.WriteEscape(link.Url);
            return;
        }

        OpenLinkRenderer.WriteOpening(renderer, body.Notes.AddLink(target, false, link.Span.Start), target);
        renderer.Write('>').WriteEscape(link.Url).Write("</a>");
    }
}

/// <summary>Renders text; a bare e-mail address in it becomes a link, and a citation a place that may become one.</summary>
internal sealed class TextRenderer(BodyRenderer body) : HtmlObjectRenderer<LiteralInline>
{
    /// <summary>Where the pieces of a joined text start, in it and in the source.</summary>
    private readonly List<(int Start, int Offset)> parts = [];

    protected override void Write(HtmlRenderer renderer, LiteralInline literal)
    {
        ReportMissingFootnote(literal);
        JoinParts(literal);
        var text = literal.Content.AsSpan();
        if (!renderer.EnableHtmlForInline || IsInLink(literal))
        {
            Escape(renderer, text);
            return;
        }

        var done = 0;
        foreach (var citation in CitationFinder.Find(text))
        {
            WriteText(renderer, text[done..citation.Start]);
            var number = body.Notes.AddCitation(citation.Target, OffsetOf(citation.Start));
            renderer.Write($"{BodyMarkup.Separator}{BodyMarkup.Citation}{number}{BodyMarkup.Separator}");
            Escape(renderer, text.Slice(citation.Start, citation.Length));
            renderer.Write($"{BodyMarkup.Separator}{BodyMarkup.CitationEnd}{number}{BodyMarkup.Separator}");
            done = citation.Start + citation.Length;
        }

        WriteText(renderer, text[done..]);
    }

    /// <summary>The mark of a footnote that has no text is no footnote to Markdig, and stays where it is.</summary>
    private void ReportMissingFootnote(LiteralInline literal)
    {
        if (!literal.IsFirstCharacterEscaped && literal.Content.CurrentChar == '[' && body.Notes.FootnoteMarkAt(literal.Span.Start) is { } mark)
        {
            body.Notes.Report(Codes.FootnoteMissing, literal.Span.Start, mark);
        }
    }

    /// <summary>Takes in what follows a citation that a protected blank divides, or a line break before its number.</summary>
    private void JoinParts(LiteralInline literal)
    {
        parts.Clear();
        parts.Add((0, literal.Span.Start));
        StringBuilder? joined = null;
        while (PartAfter(literal) is var (next, between))
        {
            joined ??= new StringBuilder().Append(literal.Content.AsSpan());
            joined.Append(between);
            parts.Add((joined.Length, next.Span.Start));
            joined.Append(next.Content.AsSpan());
            literal.NextSibling!.Remove();
            next.Remove();
        }

        if (joined is not null)
        {
            literal.Content = new StringSlice(joined.ToString());
        }
    }

    private static (LiteralInline Next, char Between)? PartAfter(LiteralInline literal) => literal.NextSibling switch
    {
        LineBreakInline { IsHard: false, NextSibling: LiteralInline next } when CitationFinder.MayContinue(next.Content.AsSpan()) => (next, '\n'),
        HtmlEntityInline { NextSibling: LiteralInline next } entity when entity.Transcoded.AsSpan() is "\u00A0" => (next, '\u00A0'),
        _ => null,
    };

    /// <summary>Where in the source a letter of the joined text stands.</summary>
    private int OffsetOf(int position)
    {
        var (start, offset) = parts.FindLast(part => part.Start <= position);
        return offset + position - start;
    }

    private static void WriteText(HtmlRenderer renderer, ReadOnlySpan<char> text)
    {
        while (text.Contains('@') && TryFindEmail(text, out var start, out var end))
        {
            Escape(renderer, text[..start]);
            var address = text[start..end];
            renderer.Write("<a href=\"mailto:");
            renderer.Write(address);
            renderer.Write("\">");
            renderer.Write(address);
            renderer.Write("</a>");
            text = text[end..];
        }

        Escape(renderer, text);
    }

    /// <summary>Finds the first address: letters, digits and . _ + - on both sides of the @, and a point in the host.</summary>
    /// <remarks>Narrower than RFC 5321 on purpose: only what needs no escaping and is surely an address.</remarks>
    private static bool TryFindEmail(ReadOnlySpan<char> text, out int start, out int end)
    {
        (start, end) = (0, 0);
        for (var from = 0; text[from..].IndexOf('@') is var found and >= 0; from += found + 1)
        {
            var at = from + found;
            start = at;
            while (start > from && IsAddressCharacter(text[start - 1]))
            {
                start--;
            }

            end = at + 1;
            while (end < text.Length && IsHostCharacter(text[end]))
            {
                end++;
            }

            // A point or hyphen at either end belongs to the sentence.
            var host = text[(at + 1)..end].TrimEnd(".-");
            end = at + 1 + host.Length;
            while (start < at && !char.IsAsciiLetterOrDigit(text[start]))
            {
                start++;
            }

            var point = host.LastIndexOf('.');
            if (start < at && point > 0 && host.Length - point > 2 && char.IsAsciiLetterOrDigit(host[0]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAddressCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '+' or '-';

    private static bool IsHostCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-';

    private static void Escape(HtmlRenderer renderer, ReadOnlySpan<char> text)
    {
        if (renderer.EnableHtmlEscape)
        {
            renderer.WriteEscape(text);
        }
        else
        {
            renderer.Write(text);
        }
    }

    private static bool IsInLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Renders characters that are written by name or number; those that no page may hold as blanks.</summary>
internal sealed class EntityRenderer : HtmlObjectRenderer<HtmlEntityInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlEntityInline entity)
    {
        var text = SourceText.WithoutControls(entity.Transcoded.ToString());
        if (renderer.EnableHtmlEscape)
        {
            renderer.WriteEscape(text);
        }
        else
        {
            renderer.Write(text);
        }
    }
}

/// <summary>Shows tags as text and warns.</summary>
internal sealed class HtmlAsTextRenderer(BodyRenderer body) : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline html)
    {
        body.Notes.Report(Codes.RawHtml, html.Span.Start, GermanText.Shorten(html.Tag.ReplaceLineEndings(" "), 60));
        renderer.WriteEscape(html.Tag);
    }
}
