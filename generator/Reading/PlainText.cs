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
        var plain = WithSingleBlanks(text);
        used = text.Clear();
        return plain;
    }

    /// <summary>Every run of white space becomes one blank, and none stands at either end.</summary>
    private static string WithSingleBlanks(StringBuilder text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (!char.IsWhiteSpace(letter))
            {
                text[length++] = letter;
            }
            else if (length > 0 && text[length - 1] != ' ')
            {
                text[length++] = ' ';
            }
        }

        return text.ToString(0, length > 0 && text[length - 1] == ' ' ? length - 1 : length);
    }

    private static void Append(ContainerInline? container, StringBuilder text)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlInline html:
                    text.Append(html.Tag);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case AbbreviationInline abbreviation:
                    text.Append(abbreviation.Abbreviation.Label);
                    break;
                case LinkInline { IsImage: true } or FootnoteLink:
                    break;
                case ContainerInline nested:
                    Append(nested, text);
                    break;
            }
        }
    }
}
