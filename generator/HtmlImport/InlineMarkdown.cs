using System.Text;
using AngleSharp.Dom;

namespace Fachinfo.HtmlImport;

/// <summary>Writes running text as Markdown: emphasis, links, images, line breaks; everything else keeps its text only.</summary>
/// <param name="resolve">Gives a link (or, if true, an image) its new target; <see langword="null"/> drops it and keeps its text.</param>
internal sealed class InlineMarkdown(Func<string, bool, string?> resolve)
{
    /// <summary>A line break in the text so far; what it becomes depends on the block around it.</summary>
    public const char Break = '\u0001';

    public string Of(IEnumerable<INode> nodes)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            Append(node, text);
        }

        return string.Join(Break, Collapse(text).Split(Break).Select(line => line.Trim())).Trim(Break);
    }

    private void Append(INode node, StringBuilder text)
    {
        switch (node)
        {
            case IText part:
                AppendEscaped(part.Data, text);
                break;
            case IElement { LocalName: "br" }:
                text.Append(Break);
                break;
            case IElement { LocalName: "script" or "style" or "template" or "noscript" or "button" or "svg" }:
                break;
            case IElement { LocalName: "b" or "strong" } bold:
                AppendMarked(bold, "**", text);
                break;
            case IElement { LocalName: "i" or "em" } italic:
                AppendMarked(italic, "*", text);
                break;
            case IElement { LocalName: "a" } link when link.GetAttribute("href") is { Length: > 0 } href && !href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase):
                AppendLink(link, href, text);
                break;
            case IElement { LocalName: "img" } image when image.GetAttribute("src") is { Length: > 0 } source && resolve(source, true) is { } target:
                text.Append("![").Append(Escape(image.GetAttribute("alt") ?? "")).Append("](").Append(Target(target)).Append(')');
                break;
            case IElement { LocalName: "code" or "tt" or "kbd" } code when !code.TextContent.Contains('`', StringComparison.Ordinal):
                text.Append('`').Append(code.TextContent).Append('`');
                break;
            case IElement { LocalName: "sup" } raised when raised.TextContent.Trim() is "2" or "3":
                text.Append(raised.TextContent.Trim() == "2" ? '²' : '³');
                break;
            default:
                foreach (var child in node.ChildNodes)
                {
                    Append(child, text);
                }

                break;
        }
    }

    private void AppendLink(IElement link, string href, StringBuilder text)
    {
        var inner = Of(link.ChildNodes).Replace(Break, ' ');
        if (inner.Length == 0 || resolve(href, false) is not { } target)
        {
            text.Append(inner);
            return;
        }

        text.Append('[').Append(inner).Append("](").Append(Target(target)).Append(')');
    }

    /// <summary>Marks stand at letters: blanks and the points at the end stay outside, else CommonMark would not see them.</summary>
    private void AppendMarked(IElement element, string mark, StringBuilder text)
    {
        var inner = new StringBuilder();
        foreach (var child in element.ChildNodes)
        {
            Append(child, inner);
        }

        var all = inner.ToString();
        var core = all.Trim([' ', '\n', '\r', '\t', '\u00A0', Break]);
        var end = core.TrimEnd('.', ',', ':', ';', ' ');
        if (end.Length == 0 || core.Contains("**", StringComparison.Ordinal) || core.Contains(Break, StringComparison.Ordinal))
        {
            text.Append(all);
            return;
        }

        var start = all.IndexOf(core, StringComparison.Ordinal);
        text.Append(all.AsSpan(0, start)).Append(mark).Append(end).Append(mark).Append(core.AsSpan(end.Length)).Append(all.AsSpan(start + core.Length));
    }

    private static string Target(string target) =>
        target.AsSpan().IndexOfAny(" ()<>") < 0 ? target : "<" + target.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal) + ">";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        AppendEscaped(text, escaped);
        return PlainText.Collapse(escaped.ToString());
    }

    private static void AppendEscaped(string data, StringBuilder text)
    {
        for (var i = 0; i < data.Length; i++)
        {
            var isSpecial = data[i] switch
            {
                '\\' or '*' or '[' or ']' or '<' or '`' or '|' => true,
                '_' => i == 0 || i == data.Length - 1 || !char.IsLetterOrDigit(data[i - 1]) || !char.IsLetterOrDigit(data[i + 1]),
                '&' => i + 1 < data.Length && (char.IsAsciiLetter(data[i + 1]) || data[i + 1] == '#'),
                _ => false,
            };
            text.Append(isSpecial ? "\\" : "").Append(data[i] is '\n' or '\r' or '\t' or '\u00A0' or Break ? ' ' : data[i]);
        }
    }

    private static string Collapse(StringBuilder text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var character in text.Replace("\u00AD", "").ToString())
        {
            if (character != ' ' || (collapsed.Length > 0 && collapsed[^1] is not (' ' or Break)))
            {
                collapsed.Append(character);
            }
        }

        return collapsed.ToString();
    }
}
