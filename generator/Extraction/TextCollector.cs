using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Model;

namespace Fachinfo.Extraction;

/// <summary>Collects the text of a file paragraph by paragraph, cleaned, up to a limit.</summary>
internal sealed class TextCollector
{
    /// <summary>Longer than any ordinary document; what is beyond is not shown.</summary>
    public const int LongestText = 4_000_000;

    private readonly List<FileTextPage> pages = [];
    private readonly ImmutableArray<string>.Builder paragraphs = ImmutableArray.CreateBuilder<string>();
    private readonly StringBuilder paragraph = new();
    private string title = "";
    private int length;

    /// <summary>Gets a value indicating whether the limit is reached; a reader can stop then.</summary>
    public bool IsFull => length >= LongestText;

    /// <summary>Gets the number of pages that are complete.</summary>
    public int PageCount => pages.Count;

    public void Append(string text)
    {
        if (!IsFull)
        {
            var kept = text.AsSpan(0, Math.Min(text.Length, LongestText - length));
            length += kept.Length;
            paragraph.Append(kept);
        }
    }

    public void Append(char character) => paragraph.Append(character);

    public void EndParagraph()
    {
        var text = Clean(paragraph.ToString()).TrimEnd(' ', '|');
        paragraph.Clear();
        if (text.Length > 0)
        {
            paragraphs.Add(text);
        }
    }

    public void StartPage(string pageTitle)
    {
        EndPage();
        title = Clean(pageTitle);
    }

    public void EndPage()
    {
        EndParagraph();
        if (paragraphs.Count > 0 || title.Length > 0)
        {
            pages.Add(new FileTextPage(title, paragraphs.ToImmutable()));
        }

        paragraphs.Clear();
        title = "";
    }

    /// <summary>Notes a page without text, so that those after it keep their number.</summary>
    public void AddEmptyPage() => pages.Add(new FileTextPage("", []));

    public FileText ToText()
    {
        EndPage();
        return pages.Any(page => !page.Paragraphs.IsEmpty) ? new FileText([.. pages], IsFull) : FileText.Empty;
    }

    /// <summary>One line of plain text: no control characters, none that turn the direction of writing, single blanks, composed umlauts.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value is '\uFFFD')
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                clean.Append(rune);
            }
        }

        return UmlautComposition.Compose(clean.ToString().Trim());
    }
}
