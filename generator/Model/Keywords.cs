using System.Collections.Immutable;

namespace Fachinfo.Model;

/// <summary>Reduces text to hashes of its telling words, so that two notices can be compared without keeping their words.</summary>
public static class Keywords
{
    private const int ShortestWord = 4;
    private const int StemLength = 12;

    private static readonly HashSet<int> StopWords =
    [
        .. """
        aber alle allem allen aller alles also andere anderen auch auf aufgrund aus ausserdem bei beim bereits bis bitte dabei dafür damit
        danach dann daran darauf daraus darin darüber dass dazu deren dessen diese diesem diesen dieser dieses doch dort durch eine einem
        einen einer eines einige etwa für gegen gemäss hat haben hier ihre ihrem ihren ihrer immer ist jede jedem jeden jeder jedoch jetzt
        kann keine keinen können mehr mit mitgliedskommunen kommunen städte gemeinden muss müssen nach neue neuen neuer neues nicht noch nun
        nur oder ohne sein seine seiner seit sich sie sind sollen sollte sowie über und unter vom von vor war weitere weiteren wenn werden
        wie wieder wird wurde wurden zum zur zwischen
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Hash(Stem(word))),
    ];

    /// <summary>Returns the hashes of the words of these texts, sorted and without repetition.</summary>
    public static ImmutableArray<int> Of(params ReadOnlySpan<string> texts)
    {
        var hashes = new List<int>();
        foreach (var text in texts)
        {
            var start = -1;
            for (var i = 0; i <= text.Length; i++)
            {
                if (i < text.Length && char.IsLetter(text[i]))
                {
                    start = start < 0 ? i : start;
                    continue;
                }

                if (start >= 0 && i - start >= ShortestWord)
                {
                    hashes.Add(Hash(Stem(text.AsSpan(start, i - start))));
                }

                start = -1;
            }
        }

        hashes.Sort();
        var distinct = ImmutableArray.CreateBuilder<int>(hashes.Count);
        foreach (var hash in hashes)
        {
            if (!StopWords.Contains(hash) && (distinct.Count == 0 || distinct[^1] != hash))
            {
                distinct.Add(hash);
            }
        }

        return distinct.DrainToImmutable();
    }

    /// <summary>Cuts common endings and everything after twelve letters: enough to match Satzung and Satzungen.</summary>
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        word = word.Length > StemLength ? word[..StemLength] : word;
        foreach (var ending in (ReadOnlySpan<string>)["en", "er", "es", "em", "e", "n", "s"])
        {
            if (word.Length - ending.Length >= ShortestWord && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    /// <summary>FNV-1a over lower-case letters: the same on every machine, unlike <c>string.GetHashCode</c>.</summary>
    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word)
        {
            hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619u;
        }

        return unchecked((int)hash);
    }
}
