using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Fachinfo.HtmlImport;

/// <summary>Finds the notice in the blocks of a page: series line, rubric line, title, text, file reference.</summary>
/// <remarks>
/// The order on the page is rubric, series, title, text; or the title as a heading first and both lines below it. All else is
/// found by what it says, not by classes or places, so that one reader does for several layouts.
/// </remarks>
internal sealed class NoticeFinder(LineReader lines)
{
    private const int Near = 4;
    private const int LongestTitle = 300;

    /// <summary>Tells whether a block belongs to the head or foot of a notice.</summary>
    public bool IsHead(string text) => lines.HasSeries(text) || lines.Rubric(text) is not null || LineReader.FileReference(text) is not null;

    /// <returns>The notice, or why there is none, in German.</returns>
    public (FoundNotice? Notice, string Problem) Find(IReadOnlyList<Block> blocks)
    {
        var at = Enumerable.Range(0, blocks.Count).FirstOrDefault(i => lines.HasSeries(blocks[i].Text), -1);
        if (at < 0)
        {
            return (null, "Keine Zeile wie „Mitteilung 145/2024 vom 20.02.2024“ gefunden.");
        }

        var line = blocks[at].Text.Split('\n').Select(lines.Series).First(found => found is not null)!;
        var head = Enumerable.Range(Math.Max(0, at - Near), Math.Min(blocks.Count, at + Near) - Math.Max(0, at - Near)).ToList();
        var date = line.Date ?? head.Where(i => blocks[i].Text.Length < 60).Select(i => LineReader.Date(blocks[i].Text)).FirstOrDefault(found => found is not null);
        if (date is not { } day)
        {
            return (null, $"Zu {line.Series.Label} {line.Number} wurde kein Datum gefunden.");
        }

        var rubricAt = head.OrderBy(i => Math.Abs(i - at)).FirstOrDefault(i => lines.Rubric(blocks[i].Text) is not null, -1);
        if (FindTitle(blocks, at, rubricAt) is not { } title)
        {
            return (null, $"Zu {line.Series.Label} {line.Number} wurde keine Überschrift gefunden.");
        }

        var start = Math.Max(Math.Max(at, rubricAt), title.At) + 1;
        var (body, reference) = EndAtReference([.. blocks.Skip(start)]);
        if (body.IsEmpty)
        {
            return (null, $"Zu {line.Series.Label} {line.Number} wurde kein Text gefunden.");
        }

        return (new FoundNotice(
            line.Series,
            line.Number,
            day,
            title.Text,
            rubricAt < 0 ? "" : lines.Rubric(blocks[rubricAt].Text)!,
            reference,
            body), "");
    }

    private (int At, string Text)? FindTitle(IReadOnlyList<Block> blocks, int series, int rubric)
    {
        var below = Math.Max(series, rubric) + 1;
        if (below < blocks.Count && (blocks[below].IsHeading || blocks[below].IsBold) && IsTitle(blocks[below].Text))
        {
            return (below, Join(blocks[below].Text));
        }

        // Above both lines, or between them.
        var first = rubric < 0 ? series : Math.Min(series, rubric);
        for (var i = Math.Max(series, rubric) - 1; i >= Math.Max(0, first - Near); i--)
        {
            if (blocks[i].IsHeading && IsTitle(blocks[i].Text))
            {
                return (i, Join(blocks[i].Text));
            }
        }

        // Old pages have the title as a line of its own, below number and date in the same paragraph or in the next one.
        var rest = blocks[series].Text.Split('\n').SkipWhile(line => lines.Series(line) is null).Skip(1).FirstOrDefault(line => lines.Rubric(line) is null && line.Length is > 3 and <= LongestTitle);
        if (rest is not null)
        {
            return (series, rest);
        }

        return below < blocks.Count && IsTitle(blocks[below].Text) && blocks[below].Text[^1] is not '.' ? (below, Join(blocks[below].Text)) : null;
    }

    private bool IsTitle(string text) => text.Length is > 0 and <= LongestTitle && !IsHead(text);

    private static string Join(string text) => text.Replace('\n', ' ');

    /// <summary>The text ends with the last line that gives a file reference; what follows it belongs to the page.</summary>
    private static (ImmutableArray<Block> Body, string Reference) EndAtReference(ImmutableArray<Block> blocks)
    {
        for (var i = blocks.Length - 1; i >= 0; i--)
        {
            if (blocks[i].IsHeading || blocks[i].Text.Length == 0)
            {
                continue;
            }

            var split = blocks[i].Text.Split('\n');
            if (LineReader.FileReference(split[^1]) is not { } reference)
            {
                continue;
            }

            return split.Length == 1
                ? (blocks[..i], reference)
                : ([.. blocks[..i], WithoutLastLine(blocks[i])], reference);
        }

        return (blocks, "");
    }

    /// <summary>Cuts the reference off where it shares a paragraph with text, behind a line break.</summary>
    private static Block WithoutLastLine(Block block)
    {
        var nodes = block.Nodes is [IElement { LocalName: "p" } paragraph] ? [.. paragraph.ChildNodes] : block.Nodes;
        var last = nodes.Select((node, i) => (node, i)).LastOrDefault(pair => pair.node is IElement { LocalName: "br" }, (null!, nodes.Length)).i;
        ImmutableArray<INode> kept = [.. nodes.Take(last)];
        return new Block("p", kept, PlainText.Of(kept));
    }
}
