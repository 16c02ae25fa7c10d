using System.Text;
using AngleSharp.Dom;

namespace Fachinfo.HtmlImport;

/// <summary>The text of nodes as it is read: blanks single, line breaks kept.</summary>
internal static class PlainText
{
    public static string Of(params IEnumerable<INode> nodes)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            Append(node, text);
        }

        return string.Join('\n', text.ToString().Split('\n').Select(Collapse).Where(line => line.Length > 0));
    }

    public static string Of(INode node) => Of([node]);

    /// <summary>Makes every run of white space one blank and cuts it off at both ends; hyphens that only say where to break go.</summary>
    public static string Collapse(string text) =>
        string.Join(' ', text.Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Split([' ', '\t', '\r', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));

    private static void Append(INode node, StringBuilder text)
    {
        switch (node)
        {
            case IText part:
                text.Append(part.Data.Replace('\n', ' ').Replace('\r', ' '));
                break;
            case IElement { LocalName: "br" }:
                text.Append('\n');
                break;
            case IElement { LocalName: "script" or "style" or "template" or "noscript" }:
                break;
            default:
                foreach (var child in node.ChildNodes)
                {
                    Append(child, text);
                }

                if (node is IElement { LocalName: "p" or "li" or "td" or "th" or "tr" or "div" or "dt" or "dd" })
                {
                    text.Append('\n');
                }

                break;
        }
    }
}
