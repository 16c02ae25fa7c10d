namespace Fachinfo.Searching;

/// <summary>Finds where the parts of a compound begin, so that <c>satzung</c> finds <c>haushaltssatzung</c>.</summary>
/// <remarks>
/// A part is kept from its beginning to the end of the word: a search by prefixes then finds inner parts too (<c>spannung</c>
/// in <c>spannungsnetzgerat</c>). Parts are known by the words of the site itself, by a list of words that administrations
/// build their compounds with, and by the linking s after -ung, -heit, -keit, -schaft, -ion and -tät, which ends a part whatever
/// follows. Depends on the set of all terms and on nothing else.
/// </remarks>
internal sealed class CompoundParts
{
    private const int ShortestPart = 4;
    private const int ShortestFirstPart = 3;
    private const int ShortestCompound = 7;
    private const int MostParts = 6;

    private readonly SortedTerms terms;
    private readonly HashSet<ulong> words;

    public CompoundParts(SortedTerms terms)
    {
        this.terms = terms;
        words = new HashSet<ulong>(terms.Count + BaseWords.Hashes.Count);
        words.UnionWith(BaseWords.Hashes);
        for (var place = 0; place < terms.Count; place++)
        {
            var term = terms[place];
            if (term.Length >= ShortestPart && term[0] > '9')
            {
                words.Add(BaseWords.Hash(term));
            }
        }
    }

    /// <summary>Writes where parts of a term begin, the last one first, and returns how many there are.</summary>
    public int Find(int place, Span<int> beginnings)
    {
        var term = terms[place];
        if (term.Length < ShortestCompound || term.IndexOfAnyInRange((byte)'-', (byte)'9') >= 0)
        {
            return 0;
        }

        // From the right: a rest is good if it is a word, or a word and a good rest.
        Span<int> good = stackalloc int[MostParts];
        var goodCount = 0;
        var count = 0;
        var hash = BaseWords.HashStart;
        for (var start = term.Length - 1; start >= ShortestFirstPart; start--)
        {
            hash = BaseWords.HashStep(hash, term[start]);
            if (term.Length - start < ShortestFirstPart)
            {
                continue;
            }

            var isGood = IsWord(hash, term.Length - start) || IsWordAndRest(term, start, good[..goodCount]);
            if (isGood && goodCount < MostParts)
            {
                good[goodCount++] = start;
            }

            var isLinked = term.Length - start >= ShortestPart && EndsLinked(term[..start]) && IsConsonant(term[start]);
            if ((isLinked || (isGood && IsBeginning(term[..start]))) && count < beginnings.Length)
            {
                beginnings[count++] = start;
            }
        }

        return count;
    }

    /// <summary>Three letters are a part only if the list says so; else "ist" or "und" would be everywhere.</summary>
    private bool IsWord(ulong hash, int length) => length >= ShortestPart ? words.Contains(hash) : BaseWords.Hashes.Contains(hash);

    private bool IsWordAndRest(ReadOnlySpan<byte> term, int start, ReadOnlySpan<int> rests)
    {
        foreach (var rest in rests)
        {
            if (rest - start >= ShortestPart && IsStem(term[start..rest]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells whether what stands before a part is a word, or two of them.</summary>
    private bool IsBeginning(ReadOnlySpan<byte> before)
    {
        if (before.Length >= ShortestPart ? IsStem(before) : BaseWords.Hashes.Contains(BaseWords.Hash(before)))
        {
            return true;
        }

        // Two words before it at most: Hoch|spannungs|netzgerät.
        for (var end = ShortestFirstPart; end <= before.Length - ShortestPart; end++)
        {
            if (IsStem(before[end..]) && (IsStem(before[..end]) || EndsLinked(before[..end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells whether a part, with or without the letters that link it to the next, is a word.</summary>
    private bool IsStem(ReadOnlySpan<byte> part)
    {
        var stem = part[..GermanStem.Length(part)];
        return IsWord(BaseWords.Hash(stem), stem.Length) || (part[^1] == 's' && part.Length > ShortestPart && IsWord(BaseWords.Hash(part[..^1]), part.Length - 1));
    }

    private static bool EndsLinked(ReadOnlySpan<byte> before) =>
        before.Length >= 5
        && before[^1] == 's'
        && (before.EndsWith("ungs"u8) || before.EndsWith("heits"u8) || before.EndsWith("keits"u8) || before.EndsWith("schafts"u8)
            || before.EndsWith("ions"u8) || before.EndsWith("itats"u8));

    private static bool IsConsonant(byte letter) => !"aeiouy"u8.Contains(letter);
}
