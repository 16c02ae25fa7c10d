namespace Fachinfo.Model;

/// <summary>Finds what an editor probably meant, for messages.</summary>
public static class NearestName
{
    /// <summary>Returns the candidate with the fewest edits, if they are at most a third of the word, or two, and no more than half of it; ties go to the first.</summary>
    /// <remarks>A file can name thousands of things that do not exist beside thousands that do: a candidate is left as soon as it cannot win.</remarks>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        var limit = Math.Min(Math.Max(2, word.Length / 3), word.Length / 2) + 1;
        var rows = new Rows(word.Length + limit);
        foreach (var candidate in candidates)
        {
            if (limit > 0 && Math.Abs(candidate.Length - word.Length) < limit && Distance(word, candidate, limit, rows) is var distance && distance < limit)
            {
                (best, limit) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Returns the sentence „Meinten Sie „…“?“, or another one if nothing is near.</summary>
    public static string Suggest(string word, IEnumerable<string> candidates, string otherwise) =>
        Find(word, candidates) is { } nearest ? $"Meinten Sie „{nearest}“?" : otherwise;

    /// <summary>Levenshtein distance without case, with neighbours swapped counting as one edit; from the limit on it may be any larger number.</summary>
    private static int Distance(string a, string b, int limit, Rows rows)
    {
        var (before, last, row) = (rows.First, rows.Second, rows.Third);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        var leastBefore = 0;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            // No later row can be below both this one and the one before it with a swap.
            if (Math.Min(least, leastBefore + 1) >= limit)
            {
                return limit;
            }

            leastBefore = least;
            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }

    private static bool Same(char one, char other) => one == other || char.ToLowerInvariant(one) == char.ToLowerInvariant(other);

    /// <summary>Three rows of the table of distances, used again for every candidate.</summary>
    private sealed class Rows(int length)
    {
        public int[] First { get; } = new int[length];

        public int[] Second { get; } = new int[length];

        public int[] Third { get; } = new int[length];
    }
}
