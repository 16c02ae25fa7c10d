namespace Fachinfo.Searching;

/// <summary>Reduces folded words to what their inflected forms share: <c>satzungen</c> to <c>satzung</c>, <c>hauser</c> to <c>haus</c>.</summary>
/// <remarks>
/// Endings are cut again and again until none is left, so that <c>intern</c> and <c>interne</c> meet although one of them is
/// cut too far; both sides of a search do the same. <c>words.js</c> of the theme's search holds the same rules.
/// </remarks>
internal static class GermanStem
{
    private const int ShortestWord = 4;
    private const int ShortestStem = 3;

    /// <summary>Writes <c>a</c>, <c>o</c>, <c>u</c> for <c>ae</c>, <c>oe</c>, <c>ue</c>, in place, so that Mueller meets Müller.</summary>
    /// <remarks>Not after a vowel or q (neue, Bauer, Quelle), and not before i, where a compound is more likely (Videoeinsatz).</remarks>
    /// <returns>The new length.</returns>
    public static int FoldUmlauts(Span<byte> word)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'e' && length > 0 && IsSpelledUmlaut(word[..length]) && !(i + 1 < word.Length && word[i + 1] == 'i'))
            {
                continue;
            }

            word[length++] = word[i];
        }

        return length;
    }

    /// <summary>Returns the length of the stem; words with digits are kept.</summary>
    public static int Length(ReadOnlySpan<byte> word)
    {
        if (word.Length < ShortestWord || word.IndexOfAnyInRange((byte)'-', (byte)'9') >= 0)
        {
            return word.Length;
        }

        var length = word.Length;
        while (length >= ShortestWord)
        {
            var cut = Ending(word[..length]);
            if (cut == 0)
            {
                break;
            }

            length -= cut;
        }

        // Ergebnis-se, Lehrerin-nen: the second letter belongs to the ending. Last, or Straße would lose more.
        return length > ShortestStem && word[length - 1] == word[length - 2] && "sn"u8.Contains(word[length - 1]) ? length - 1 : length;
    }

    private static bool IsSpelledUmlaut(ReadOnlySpan<byte> before) => before[^1] switch
    {
        (byte)'a' or (byte)'o' => true,
        (byte)'u' => before.Length == 1 || before[^2] is not ((byte)'a' or (byte)'e' or (byte)'q'),
        _ => false,
    };

    /// <summary>The letters of an ending that can be cut; 0 for none.</summary>
    private static int Ending(ReadOnlySpan<byte> word)
    {
        var (last, before) = (word[^1], word[^2]);
        var left = word.Length - ShortestStem;
        return last switch
        {
            (byte)'n' when before == 'r' && word[^3] == 'e' && left >= 3 => 3,
            (byte)'m' or (byte)'n' or (byte)'r' or (byte)'s' when before == 'e' && left >= 2 => 2,
            (byte)'e' when left >= 1 => 1,
            (byte)'s' when left >= 1 && "bdfghklmnrt"u8.Contains(before) => 1,
            (byte)'s' when left >= 2 && before is (byte)'a' or (byte)'o' => 1,
            (byte)'n' when left >= 2 && before is (byte)'l' or (byte)'r' => 1,
            _ => 0,
        };
    }
}
