using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Fachinfo.HtmlImport;

/// <summary>Writes blocks as Markdown: headings without gaps, lists in lists, tables, quotations.</summary>
internal sealed class BlockMarkdown(Func<string, bool, string?> resolve)
{
    private readonly InlineMarkdown inline = new(resolve);

    /// <summary>Returns the text with a line feed at its end; empty if there is none.</summary>
    public string Of(IReadOnlyList<Block> blocks)
    {
        var levels = blocks.Where(block => block.IsHeading).Select(block => block.Kind[1] - '0').Distinct().Order().ToList();
        var previous = 1;
        var parts = new List<string>();
        foreach (var block in blocks)
        {
            if (block.IsHeading)
            {
                // The page's title is level 1; below it no level is left out.
                previous = Math.Min(levels.IndexOf(block.Kind[1] - '0') + 2, previous + 1);
                parts.Add(new string('#', previous) + " " + inline.Of(block.Nodes).Replace(InlineMarkdown.Break, ' '));
                continue;
            }

            parts.Add(Of(block.Kind, block.Nodes));
        }

        var text = string.Join("\n\n", parts.Where(part => part.Trim().Length > 0));
        return text.Length == 0 ? "" : text + "\n";
    }

    private string Of(string kind, IReadOnlyList<INode> nodes) => kind switch
    {
        "ul" or "ol" => List((IElement)nodes[0], ""),
        "dl" => Definitions((IElement)nodes[0]),
        "table" => Table((IElement)nodes[0]),
        "blockquote" => Quotation((IElement)nodes[0]),
        "pre" => "```text\n" + nodes[0].TextContent.Replace("```", "'''", StringComparison.Ordinal).Trim('\n') + "\n```",
        _ => Paragraph(nodes),
    };

    private string Paragraph(IEnumerable<INode> nodes) => SafeStart(inline.Of(nodes)).Replace(InlineMarkdown.Break.ToString(), "\\\n", StringComparison.Ordinal);

    /// <summary>A paragraph that starts like a list, heading or quotation is none.</summary>
    private static string SafeStart(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and < 10 && digits < text.Length && text[digits] is '.' or ')' && (digits + 1 == text.Length || text[digits + 1] == ' '))
        {
            return text[..digits] + "\\" + text[digits..];
        }

        return text.Length > 0 && (text[0] is '#' or '>' or '=' or '~' or ':' || (text[0] is '-' or '+' && (text.Length == 1 || text[1] is ' ' or '-'))) ? "\\" + text : text;
    }

    private string List(IElement list, string indent)
    {
        var text = new StringBuilder();
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.Children.Where(child => child.LocalName is "li" or "ul" or "ol"))
        {
            if (item.LocalName != "li")
            {
                text.Append(List(item, indent + "  ")).Append('\n');
                continue;
            }

            var mark = list.LocalName == "ol" ? $"{number++}. " : "- ";
            var inner = indent + new string(' ', mark.Length);
            var own = item.ChildNodes.Where(node => node is not IElement { LocalName: "ul" or "ol" or "table" }).ToList();
            text.Append(indent).Append(mark).Append(SafeStart(inline.Of(own)).Replace(InlineMarkdown.Break.ToString(), "\\\n" + inner, StringComparison.Ordinal)).Append('\n');
            foreach (var nested in item.Children.Where(child => child.LocalName is "ul" or "ol"))
            {
                text.Append(List(nested, inner)).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private string Definitions(IElement list)
    {
        var text = new StringBuilder();
        foreach (var child in list.Children)
        {
            var line = inline.Of(child.ChildNodes).Replace(InlineMarkdown.Break, ' ');
            text.Append(child.LocalName == "dd" ? ": " + line + "\n" : (text.Length > 0 ? "\n" : "") + line + "\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    private string Quotation(IElement quotation)
    {
        var blocks = PageBlocks.Of(quotation, _ => false);
        return string.Join('\n', Of(blocks).TrimEnd('\n').Split('\n').Select(line => ("> " + line).TrimEnd()));
    }

    private string Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table).Select(Cells).Where(row => row.Count > 0).ToList();
        var width = rows.Max(row => row.Count);
        var text = new StringBuilder();
        if (table.QuerySelector("caption") is { } caption)
        {
            text.Append(inline.Of(caption.ChildNodes).Replace(InlineMarkdown.Break, ' ')).Append("\n\n");
        }

        for (var i = 0; i < rows.Count; i++)
        {
            text.Append("| ").AppendJoin(" | ", rows[i].Concat(Enumerable.Repeat("", width - rows[i].Count))).Append(" |\n");
            if (i == 0)
            {
                text.Append('|').Insert(text.Length, "---|", width).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private List<string> Cells(IElement row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Children.Where(child => child.LocalName is "td" or "th"))
        {
            var blocks = cell.QuerySelector("p, li, div") is null ? [inline.Of(cell.ChildNodes)] : PageBlocks.Of(cell, _ => false).Select(block => inline.Of(block.Nodes));
            cells.Add(string.Join(' ', blocks).Replace(InlineMarkdown.Break, ' '));
            var span = int.TryParse(cell.GetAttribute("colspan"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? Math.Min(columns, 20) : 1;
            cells.AddRange(Enumerable.Repeat("", Math.Max(0, span - 1)));
        }

        return cells;
    }
}
