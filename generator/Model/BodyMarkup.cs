namespace Fachinfo.Model;

/// <summary>How open places are marked in the HTML of a body, to be filled when the page is rendered.</summary>
/// <remarks>
/// CommonMark replaces U+0000 in its input, so it never occurs in the output of a parser and can separate HTML from places:
/// the parts of a split at <see cref="Separator"/> are HTML, place, HTML, place ... A place is <c>L3</c> (address of link 3)
/// , <c>C3</c> and <c>E3</c> (around a citation), or <c>W</c> and the key of a word of the theme.
/// </remarks>
public static class BodyMarkup
{
    public const char Separator = '\0';
    public const char Link = 'L';

    /// <summary>Before text that may be a citation: a link is opened if it has an address.</summary>
    public const char Citation = 'C';

    /// <summary>After it.</summary>
    public const char CitationEnd = 'E';

    public const char Word = 'W';
}
