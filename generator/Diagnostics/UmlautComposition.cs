using System.Text;

namespace Fachinfo.Diagnostics;

/// <summary>Composes letters and combining marks, as macOS writes them in file names and some editors in text.</summary>
/// <remarks>
/// With invariant globalization <c>string.Normalize</c> does nothing, so the letters that occur in German texts and European
/// names are composed here: grave, acute, circumflex, tilde, macron, breve, dot, diaeresis, ring, double acute, caron, comma,
/// cedilla and ogonek with the Latin alphabet.
/// </remarks>
public static class UmlautComposition
{
    private const string Marks = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030A\u030B\u030C\u0326\u0327\u0328";

    private static readonly Dictionary<(char Letter, char Mark), char> Composed = Table();

    /// <summary>Tells whether a text has combining marks.</summary>
    public static bool Applies(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u0300', '\u036F');

    /// <summary>Returns the text with composed letters; the same instance if there is nothing to do.</summary>
    public static string Compose(string text)
    {
        if (!Applies(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (result.Length > 0 && Composed.TryGetValue((result[^1], character), out var letter))
            {
                result[^1] = letter;
            }
            else
            {
                result.Append(character);
            }
        }

        return result.ToString();
    }

    /// <summary>Returns the base letter of a composed one (<c>é</c> to <c>e</c>), or the character itself.</summary>
    public static char BaseLetter(char character) => BaseLetters.GetValueOrDefault(character, character);

    private static readonly Dictionary<char, char> BaseLetters = Composed
        .Select(pair => KeyValuePair.Create(pair.Value, pair.Key.Letter))
        .Concat("łlđdðdħhıiøo".Chunk(2).SelectMany(pair => new[] { KeyValuePair.Create(pair[0], pair[1]), KeyValuePair.Create(char.ToUpperInvariant(pair[0]), char.ToUpperInvariant(pair[1])) }))
        .DistinctBy(pair => pair.Key)
        .ToDictionary();

    private static Dictionary<(char Letter, char Mark), char> Table()
    {
        // One row a letter, one column a mark in the order of Marks; a blank where Unicode has no composed letter.
        string[] rows =
        [
            "AÀÁÂÃĀĂȦÄÅ Ǎ  Ą", "B      Ḃ", "C ĆĈ   Ċ   Č Ç", "D      Ḋ   Ď Ḑ", "EÈÉÊẼĒĔĖË  Ě ȨĘ",
            "F      Ḟ", "G ǴĜ ḠĞĠ   Ǧ Ģ", "H  Ĥ   ḢḦ  Ȟ Ḩ", "IÌÍÎĨĪĬİÏ  Ǐ  Į", "J  Ĵ",
            "K Ḱ        Ǩ Ķ", "L Ĺ        Ľ Ļ", "M Ḿ    Ṁ", "NǸŃ Ñ  Ṅ   Ň Ņ", "OÒÓÔÕŌŎȮÖ ŐǑ  Ǫ",
            "P Ṕ    Ṗ", "R Ŕ    Ṙ   Ř Ŗ", "S ŚŜ   Ṡ   ŠȘŞ", "T      Ṫ   ŤȚŢ", "UÙÚÛŨŪŬ ÜŮŰǓ  Ų",
            "V   Ṽ", "WẀẂŴ   ẆẄ", "X      ẊẌ", "YỲÝŶỸȲ ẎŸ", "Z ŹẐ   Ż   Ž",
            "aàáâãāăȧäå ǎ  ą", "b      ḃ", "c ćĉ   ċ   č ç", "d      ḋ   ď ḑ", "eèéêẽēĕėë  ě ȩę",
            "f      ḟ", "g ǵĝ ḡğġ   ǧ ģ", "h  ĥ   ḣḧ  ȟ ḩ", "iìíîĩīĭ ï  ǐ  į", "j  ĵ       ǰ",
            "k ḱ        ǩ ķ", "l ĺ        ľ ļ", "m ḿ    ṁ", "nǹń ñ  ṅ   ň ņ", "oòóôõōŏȯö őǒ  ǫ",
            "p ṕ    ṗ", "r ŕ    ṙ   ř ŗ", "s śŝ   ṡ   šșş", "t      ṫẗ  ťțţ", "uùúûũūŭ üůűǔ  ų",
            "v   ṽ", "wẁẃŵ   ẇẅẘ", "x      ẋẍ", "yỳýŷỹȳ ẏÿẙ", "z źẑ   ż   ž",
        ];
        var table = new Dictionary<(char, char), char>();
        foreach (var row in rows)
        {
            for (var i = 0; i < Marks.Length && i + 1 < row.Length; i++)
            {
                if (row[i + 1] != ' ')
                {
                    table[(row[0], Marks[i])] = row[i + 1];
                }
            }
        }

        return table;
    }
}
