namespace Fachinfo.Searching;

/// <summary>A run of sorted keys that share a piece.</summary>
internal readonly record struct KeyRange(int Start, int End)
{
    /// <summary>The shortest beginning of the first key that lies behind the key before it.</summary>
    /// <remarks>So what begins with some letters is never looked for in the run before, where nothing does.</remarks>
    public string NameIn(SortedTerms keys)
    {
        var first = keys[Start];
        var shared = Start == 0 ? 0 : first.CommonPrefixLength(keys[Start - 1]);
        return System.Text.Encoding.ASCII.GetString(first[..Math.Min(first.Length, shared + 1)]);
    }
}

/// <summary>Cuts sorted keys into runs of about one size, where prefixes of keys end.</summary>
/// <remarks>A long prefix is cut into longer ones, short ones lie together. So a change in one place moves no boundary elsewhere.</remarks>
internal sealed class KeyRanges
{
    private readonly SortedTerms keys;
    private readonly Func<int, int> sizeOf;
    private readonly int largest;
    private readonly List<KeyRange> ranges = [];

    private KeyRanges(SortedTerms keys, Func<int, int> sizeOf, int largest)
    {
        this.keys = keys;
        this.sizeOf = sizeOf;
        this.largest = largest;
    }

    /// <param name="sizeOf">About what a key takes in its piece, in bytes.</param>
    /// <param name="largest">Bytes of a run; a single key may be larger.</param>
    public static List<KeyRange> Of(SortedTerms keys, Func<int, int> sizeOf, int largest)
    {
        var cut = new KeyRanges(keys, sizeOf, largest);
        cut.Cut(0, keys.Count, 0);
        return cut.ranges;
    }

    /// <summary>Cuts the keys of one prefix, of <paramref name="depth"/> letters, by their next letter.</summary>
    private void Cut(int start, int end, int depth)
    {
        var open = start;
        var openSize = 0;
        for (var next = start; next < end;)
        {
            var first = next;
            var size = 0;
            var letter = LetterAt(keys[next], depth);
            for (; next < end && LetterAt(keys[next], depth) == letter; next++)
            {
                size += sizeOf(next);
            }

            if (openSize > 0 && openSize + size > largest)
            {
                ranges.Add(new KeyRange(open, first));
                (open, openSize) = (first, 0);
            }

            if (size > largest && next - first > 1)
            {
                Cut(first, next, depth + 1);
                (open, openSize) = (next, 0);
            }
            else
            {
                openSize += size;
            }
        }

        if (openSize > 0)
        {
            ranges.Add(new KeyRange(open, end));
        }
    }

    private static int LetterAt(ReadOnlySpan<byte> key, int depth) => depth < key.Length ? key[depth] : -1;
}
