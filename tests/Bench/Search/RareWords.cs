namespace Fachinfo.Bench.Search;

/// <summary>Words as real texts have them besides their subject: names of places, people and projects, and compounds that stand in one text only.</summary>
/// <remarks>
/// The words of <see cref="GermanWords"/> are few, while the size of an index depends on how many different words there are. Here
/// a word's frequency falls with its rank, as in any language (Zipf): 10,000 texts hold some 140,000 different ones.
/// </remarks>
internal sealed class RareWords(Chance chance)
{
    private const int Vocabulary = 250_000;
    private const int WordsInText = 80;

    private static readonly string[] Onsets = ["b", "br", "d", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "sch", "st", "t", "w", "z"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ä", "ö", "ü", "au", "ei"];
    private static readonly string[] Codas = ["", "l", "m", "n", "r", "s", "t", "ch", "nd", "rt"];
    private static readonly string[] Ends = ["hausen", "dorf", "bach", "feld", "projekt", "verfahren", "satzung", "gesetz", "planung", "mann", "er", "ung", "heit", "lich", "en", "amt"];

    /// <summary>A paragraph of them.</summary>
    public static string Paragraph(int seed, int year, int number)
    {
        var words = new RareWords(Chance.Of(seed + 1, year, number));
        return string.Join(' ', Enumerable.Range(0, WordsInText).Select(_ => words.Next())) + ".\n";
    }

    private string Next() => Word((int)Math.Exp(chance.Below(1_000_000) / 1e6 * Math.Log(Vocabulary)));

    /// <summary>The word of a rank, always the same: two or three syllables and an end.</summary>
    private static string Word(int rank)
    {
        var letters = new Chance((ulong)rank * 0x9E3779B97F4A7C15);
        var word = string.Concat(Enumerable.Range(0, 2 + (rank & 1)).Select(_ => letters.Pick(Onsets) + letters.Pick(Vowels) + letters.Pick(Codas))) + letters.Pick(Ends);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
