using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Markdig.Syntax;

namespace Fachinfo.Reading;

/// <summary>Collects the facts of one text while it is rendered.</summary>
internal sealed class BodyNotes(SourcePath path, string text, int lineOffset, ICollection<Diagnostic> findings)
{
    private const int LongestFootnoteLabel = 60;

    private readonly List<BodyLink> links = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    // What to try next after a slug: without it, a text with a thousand equal headings tries half a million ids.
    private readonly Dictionary<string, int> nextNumbers = new(StringComparer.Ordinal);
    private List<int>? lineStarts;

    public List<Heading> Headings { get; } = [];

    /// <summary>Gets or sets the heading that was rendered last, for the names of tables.</summary>
    public string CurrentHeading { get; set; } = "";

    public int Tables { get; set; }

    public void Report(DiagnosticCode code, int offset, params object[] values) => findings.Add(code.At(Place(offset), values));

    /// <summary>Notes a link and returns the number of its open place.</summary>
    public int AddLink(string target, bool isImage, int offset)
    {
        var place = Place(offset);
        links.Add(new BodyLink(target, isImage, place.Line, place.Column));
        return links.Count - 1;
    }

    /// <summary>Notes what may be a citation and returns the number of its open place.</summary>
    public int AddCitation(string target, int offset)
    {
        var place = Place(offset);
        links.Add(new BodyLink(target, false, place.Line, place.Column) { IsCitation = true });
        return links.Count - 1;
    }

    /// <summary>Makes the slug of a heading unique in its text: <c>fristen</c>, <c>fristen-2</c>.</summary>
    public string UniqueId(string heading)
    {
        var slug = Slug.Of(heading);
        slug = slug.Length == 0 ? "abschnitt" : slug;
        if (slug.StartsWith("fn-", StringComparison.Ordinal) || slug.StartsWith("fnref-", StringComparison.Ordinal))
        {
            // These belong to the footnotes.
            slug = "abschnitt-" + slug;
        }

        if (ids.Add(slug))
        {
            return slug;
        }

        string id;
        var number = nextNumbers.GetValueOrDefault(slug, 2);
        do
        {
            id = slug + "-" + number++.ToString(CultureInfo.InvariantCulture);
        }
        while (!ids.Add(id));
        nextNumbers[slug] = number;
        return id;
    }

    public BodyFacts ToFacts(MarkdownDocument document)
    {
        var first = document.OfType<ParagraphBlock>().Select(PlainText.Of).FirstOrDefault(paragraph => paragraph.Length > 0);
        return new BodyFacts([.. links], new PackedText(GermanText.Shorten(first ?? "", BodyFacts.LongestParagraph)))
        {
            HasText = document.Count > 0,
        };
    }

    /// <summary>The mark of a footnote that stands at a place of the text, as <c>[^1]</c>; <see langword="null"/> if there is none.</summary>
    public string? FootnoteMarkAt(int offset)
    {
        if (offset < 0 || !text.AsSpan(offset).StartsWith("[^"))
        {
            return null;
        }

        var label = text.AsSpan(offset + 2, Math.Min(LongestFootnoteLabel, text.Length - offset - 2));
        var end = label.IndexOfAny("] \n[");
        return end > 0 && label[end] == ']' ? text.Substring(offset, end + 3) : null;
    }

    private SourceLocation Place(int offset)
    {
        if (offset < 0 || offset > text.Length)
        {
            return new SourceLocation(path, lineOffset + 1, 1);
        }

        lineStarts ??= FindLineStarts();
        var line = lineStarts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return new SourceLocation(path, lineOffset + line + 1, offset - lineStarts[line] + 1);
    }

    private List<int> FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        return starts;
    }
}
