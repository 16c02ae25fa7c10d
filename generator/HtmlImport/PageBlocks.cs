using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Fachinfo.HtmlImport;

/// <summary>Takes a page apart into blocks: navigation and forms are left out, tables that only lay out are opened.</summary>
internal sealed class PageBlocks
{
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "nav", "aside", "form", "iframe", "object", "embed", "svg", "button", "select", "dialog", "hr", "link", "meta",
    };

    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "figure", "address",
    };

    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "body", "div", "section", "article", "main", "header", "footer", "center", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "fieldset", "details", "summary",
    };

    private readonly Func<string, bool> isSeriesLine;
    private readonly List<Block> blocks = [];
    private readonly List<INode> run = [];

    private PageBlocks(Func<string, bool> isSeriesLine) => this.isSeriesLine = isSeriesLine;

    /// <param name="isSeriesLine">Tells whether a text names series and number of a notice; a table around that is no table of data.</param>
    public static ImmutableArray<Block> Of(IElement body, Func<string, bool> isSeriesLine)
    {
        var page = new PageBlocks(isSeriesLine);
        page.Open(body);
        page.EndRun();
        return [.. page.blocks];
    }

    private void Open(IElement container)
    {
        foreach (var node in container.ChildNodes)
        {
            if (node is not IElement element)
            {
                run.Add(node);
            }
            else if (!IsIgnored(element))
            {
                Take(element);
            }
        }
    }

    private void Take(IElement element)
    {
        var name = element.LocalName;
        if (Whole.Contains(name) || (name == "table" && !IsLayout(element)))
        {
            EndRun();
            Add(name, [element]);
        }
        else if (Containers.Contains(name))
        {
            EndRun();
            Open(element);
            EndRun();
        }
        else if (element.QuerySelector("p, div, ul, ol, table, h1, h2, h3, h4, h5, h6") is not null || (name is "font" or "span" or "small" or "big" && element.QuerySelector("br") is not null))
        {
            // A font or span around paragraphs, as old editors wrote it.
            Open(element);
        }
        else
        {
            run.Add(element);
        }
    }

    /// <summary>Text outside of any block becomes paragraphs, with two line breaks between them.</summary>
    private void EndRun()
    {
        var part = new List<INode>();
        var breaks = 0;
        foreach (var node in run)
        {
            if (node is IElement { LocalName: "br" })
            {
                breaks++;
                part.Add(node);
                continue;
            }

            if (breaks > 1 && PlainText.Of(node).Length > 0)
            {
                Add("p", part);
                part = [];
            }

            breaks = PlainText.Of(node).Length > 0 ? 0 : breaks;
            part.Add(node);
        }

        Add("p", part);
        run.Clear();
    }

    private void Add(string kind, IReadOnlyList<INode> nodes)
    {
        var text = PlainText.Of(nodes);
        if (text.Length > 0 || nodes.OfType<IElement>().Any(element => element.LocalName == "img" || element.QuerySelector("img") is not null))
        {
            blocks.Add(new Block(kind == "address" ? "p" : kind, [.. nodes], text));
        }
    }

    private static bool IsIgnored(IElement element) =>
        Ignored.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "search" or "complementary"
        || (element.LocalName is "header" or "footer" && element.Closest("article, main") is null);

    private bool IsLayout(IElement table)
    {
        var rows = table.QuerySelectorAll("tr");
        return table.GetAttribute("role") is "presentation" or "none"
            || table.QuerySelector("table, h1, h2") is not null
            || rows.Length < 2
            || rows.All(row => row.Children.Length < 2)
            || isSeriesLine(PlainText.Of(table));
    }
}
