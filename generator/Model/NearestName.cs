namespace Fachinfo.Model;

/// <summary>Finds what an editor probably meant, for messages.</summary>
public static class NearestName
{
    /// <summary>Returns the candidate with the fewest edits, if they are at most a third of the word; ties go to the first.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        var folded = word.ToLowerInvariant();
        string? best = null;
        var limit = Math.Max(2, word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= limit)
            {
                continue;
            }

            var distance = Distance(folded, candidate.ToLowerInvariant());
            if (distance < limit)
            {
                (best, limit) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Returns the sentence „Meinten Sie „…“?“, or another one if nothing is near.</summary>
    public static string Suggest(string word, IEnumerable<string> candidates, string otherwise) =>
        Find(word, candidates) is { } nearest ? $"Meinten Sie „{nearest}“?" : otherwise;

    /// <summary>Levenshtein distance, with neighbours swapped counting as one edit.</summary>
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, row);
        }

        return last[b.Length];
    }
}
