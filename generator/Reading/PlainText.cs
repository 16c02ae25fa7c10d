using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Fachinfo.Reading;

/// <summary>Reads the words of a block without its markup; images and footnote numbers are left out.</summary>
internal static class PlainText
{
    [ThreadStatic]
    private static StringBuilder? used;

    public static string Of(LeafBlock block)
    {
        var text = used ?? new StringBuilder(1024);
        used = null;
        Append(block.Inline, text);
        var plain = text.ToString(0, text.Length > 0 && text[^1] == ' ' ? text.Length - 1 : text.Length);
        used = text.Clear();
        return plain;
    }

    private static void Append(ContainerInline? container, StringBuilder text)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Append(literal.Content.AsSpan(), text);
                    break;
                case CodeInline code:
                    Append(code.Content, text);
                    break;
                case HtmlEntityInline entity:
                    Append(SourceText.WithoutControls(entity.Transcoded.ToString()), text);
                    break;
                case AutolinkInline link:
                    Append(link.Url, text);
                    break;
                case HtmlInline html:
                    Append(html.Tag, text);
                    break;
                case LineBreakInline:
                    Append(" ", text);
                    break;
                case AbbreviationInline abbreviation:
                    Append(abbreviation.Abbreviation.Label, text);
                    break;
                case LinkInline { IsImage: true } or FootnoteLink:
                    break;
                case ContainerInline nested:
                    Append(nested, text);
                    break;
            }
        }
    }

    /// <summary>Adds a piece with every run of white space as one blank, and none at the beginning of the text.</summary>
    /// <remarks>Only the last letter is looked at: a builder finds those further back more slowly, the longer the text is.</remarks>
    private static void Append(ReadOnlySpan<char> piece, StringBuilder text)
    {
        foreach (var letter in piece)
        {
            if (!char.IsWhiteSpace(letter))
            {
                text.Append(letter);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }
    }
}
