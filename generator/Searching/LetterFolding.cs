using Fachinfo.Diagnostics;

namespace Fachinfo.Searching;

/// <summary>Reduces letters to ASCII: <c>Ä</c> and <c>é</c> to <c>a</c> and <c>e</c>, <c>ß</c> to <c>ss</c>.</summary>
/// <remarks>
/// <c>letters.js</c> of the theme's search has the same table; a test runs both over every character of two Unicode ranges. What is not in
/// it, such as Greek, separates words on both sides.
/// </remarks>
internal static class LetterFolding
{
    /// <summary>The value of a character that separates words.</summary>
    public const ushort Separator = 0;

    /// <summary>The value of a character that is left out of a word: combining marks and the soft hyphen.</summary>
    public const ushort Ignored = 1;

    /// <summary>The value of a hyphen, in the three forms that texts use.</summary>
    public const ushort Hyphen = '-';

    private const int LatinEnd = 0x250;
    private const int AdditionalStart = 0x1E00;
    private const int AdditionalEnd = 0x1F00;

    private static readonly ushort[] Latin = Table(0, LatinEnd);
    private static readonly ushort[] Additional = Table(AdditionalStart, AdditionalEnd);

    /// <summary>Gets the values of ASCII: lower-case letters, digits, the hyphen; all else separates.</summary>
    public static ReadOnlySpan<ushort> Ascii => Latin.AsSpan(0, 0x80);

    /// <summary>Returns one or two ASCII letters (the second one in the high byte), or one of the special values.</summary>
    public static ushort Fold(int character) => character switch
    {
        < LatinEnd => Latin[character],
        >= 0x300 and < 0x370 => Ignored,
        >= AdditionalStart and < AdditionalEnd => Additional[character - AdditionalStart],
        0x2010 or 0x2011 => Hyphen,
        _ => Separator,
    };

    private static ushort[] Table(int start, int end)
    {
        var table = new ushort[end - start];
        for (var character = start; character < end; character++)
        {
            table[character - start] = FoldSlowly((char)character);
        }

        return table;
    }

    private static ushort FoldSlowly(char character)
    {
        switch (character)
        {
            case '\u00AD':
                return Ignored;
            case '-':
                return Hyphen;
            case 'ß' or 'ẞ':
                return Pair('s', 's');
            case 'æ' or 'Æ':
                return Pair('a', 'e');
            case 'œ' or 'Œ':
                return Pair('o', 'e');
            case 'þ' or 'Þ':
                return Pair('t', 'h');
            default:
                var letter = UmlautComposition.BaseLetter(character);
                return char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : Separator;
        }
    }

    private static ushort Pair(char first, char second) => (ushort)(first | (second << 8));
}
