using System.Text;

namespace Fachinfo.Diagnostics;

/// <summary>Composes letters and combining marks, as macOS writes them in file names and some editors in text.</summary>
/// <remarks>
/// With invariant globalization <c>string.Normalize</c> does nothing, so the letters that occur in German texts and European
/// names are composed here: grave, acute, circumflex, tilde, diaeresis, ring, cedilla and caron over the Latin alphabet.
/// </remarks>
public static class UmlautComposition
{
    private const string Marks = "\u0300\u0301\u0302\u0303\u0308\u030A\u0327\u030C";

    private static readonly Dictionary<(char Letter, char Mark), char> Composed = Table();

    /// <summary>Returns the text with composed letters; the same instance if there is nothing to do.</summary>
    public static string Compose(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0300', '\u036F') < 0)
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

    private static readonly Dictionary<char, char> BaseLetters = Composed.ToDictionary(pair => pair.Value, pair => pair.Key.Letter);

    private static Dictionary<(char Letter, char Mark), char> Table()
    {
        // One row a letter, one column a mark in the order of Marks; a blank where Unicode has no composed letter.
        string[] rows =
        [
            "AÀÁÂÃÄÅ Ǎ", "C ĆĈ   ÇČ", "D      ḐĎ", "EÈÉÊẼË ȨĚ", "G ǴĜ   ĢǦ", "IÌÍÎĨÏ  Ǐ", "K Ḱ    ĶǨ", "L Ĺ    ĻĽ",
            "NǸŃ Ñ  ŅŇ", "OÒÓÔÕÖ  Ǒ", "R Ŕ    ŖŘ", "S ŚŜ   ŞŠ", "T      ŢŤ", "UÙÚÛŨÜŮ Ǔ", "YỲÝŶỸŸ   ", "Z ŹẐ    Ž",
            "aàáâãäå ǎ", "c ćĉ   çč", "d      ḑď", "eèéêẽë ȩě", "g ǵĝ   ģǧ", "iìíîĩï  ǐ", "k ḱ    ķǩ", "l ĺ    ļľ",
            "nǹń ñ  ņň", "oòóôõö  ǒ", "r ŕ    ŗř", "s śŝ   şš", "t    ẗ ţť", "uùúûũüů ǔ", "yỳýŷỹÿẙ  ", "z źẑ    ž",
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
