using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Fachinfo.Reading;

/// <summary>Gives headings their ids, and levels that start at 2 and skip none, whatever the author wrote.</summary>
internal static class Outline
{
    private const int TopLevel = 2;
    private const int LowestLevel = 6;

    public static void Apply(MarkdownDocument document, BodyNotes notes)
    {
        var all = new List<HeadingBlock>();
        Collect(document, all);
        var headings = all.FindAll(heading => !IsDropped(heading, notes));
        if (headings.Count == 0)
        {
            return;
        }

        var highest = headings.Min(heading => heading.Level);
        var (writtenBefore, levelBefore) = (highest - 1, TopLevel - 1);
        foreach (var heading in headings)
        {
            var written = heading.Level;
            var text = PlainText.Of(heading);
            if (written > writtenBefore + 1)
            {
                notes.Report(Codes.HeadingSkipped, heading.Span.Start, text);
            }

            // A skipped level is closed in the page, so that readers never meet the gap.
            heading.Level = Math.Min(LowestLevel, Math.Min(written - highest + TopLevel, levelBefore + 1));
            heading.GetAttributes().Id = notes.UniqueId(text);
            notes.Headings.Add(new Heading(heading.GetAttributes().Id!, text, heading.Level));
            (writtenBefore, levelBefore) = (written, heading.Level);
        }
    }

    /// <summary>Drops a heading without text: screen readers would announce one that is not there.</summary>
    private static bool IsDropped(HeadingBlock heading, BodyNotes notes)
    {
        if (heading.Inline?.FirstChild is not null)
        {
            return false;
        }

        notes.Report(Codes.EmptyHeading, heading.Span.Start);
        heading.Parent!.Remove(heading);
        return true;
    }

    private static void Collect(ContainerBlock container, List<HeadingBlock> headings)
    {
        foreach (var block in container)
        {
            if (block is HeadingBlock heading)
            {
                headings.Add(heading);
            }
            else if (block is ContainerBlock nested)
            {
                Collect(nested, headings);
            }
        }
    }
}
