using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Fachinfo.HtmlImport;

/// <summary>A paragraph, heading, list or table of a page, in reading order.</summary>
/// <param name="Kind">The element's name in lower case; <c>p</c> for text that stands in no block of its own.</param>
/// <param name="Nodes">What it holds: one element, or a run of text.</param>
/// <param name="Text">Its text with single blanks; lines of a paragraph are set apart by line feeds.</param>
internal sealed record Block(string Kind, ImmutableArray<INode> Nodes, string Text)
{
    public bool IsHeading => Kind is ['h', >= '1' and <= '6'];

    /// <summary>Gets a value indicating whether all of its text is bold: the headline of old pages.</summary>
    public bool IsBold => Kind == "p" && Nodes.All(node => PlainText.Of(node).Length == 0
        || (node is IElement element && (element.LocalName is "b" or "strong" || (element.Children.Length == 1 && element.Children[0].LocalName is "b" or "strong" && PlainText.Of(element) == PlainText.Of(element.Children[0])))));
}
