using System.Numerics;

namespace Fachinfo.Analyzers.Leaks;

/// <summary>Tells at once of most hashes that they are not among those looked for: a table of all of them is too large to be asked for every word.</summary>
/// <remarks>A Bloom filter with one bit for each hash. It is read for each word and character of the output, so it must stay in the processor's cache.</remarks>
internal sealed class LeakFilter
{
    private const int BitsForEach = 32;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private readonly ulong[] bits;
    private readonly int shift;

    public LeakFilter(IReadOnlyCollection<ulong> hashes)
    {
        IsEmpty = hashes.Count == 0;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(hashes.Count * BitsForEach, 64, 1 << 26));
        bits = new ulong[size / 64];
        shift = 64 - BitOperations.Log2((uint)size);
        foreach (var hash in hashes)
        {
            var place = Place(hash);
            bits[place >> 6] |= 1UL << (int)(place & 63);
        }
    }

    public bool IsEmpty { get; }

    public bool MayHave(ulong hash)
    {
        var place = Place(hash);
        return (bits[place >> 6] & (1UL << (int)(place & 63))) != 0;
    }

    private ulong Place(ulong hash) => (hash * Factor) >> shift;
}

/// <summary>The filters of a reader.</summary>
/// <param name="Windows">By number of words; <see langword="null"/> lets everything through. There are few short sequences, and their table is small.</param>
internal sealed record LeakFilters(LeakFilter[]? Windows, LeakFilter Names, LeakFilter Keys)
{
    /// <summary>All sequences of words, no names and no keys.</summary>
    public static readonly LeakFilters OfTexts = new(null, new LeakFilter([]), new LeakFilter([]));

    public bool MayHaveWindow(ulong window, int length) => Windows is null || Windows[length].MayHave(window);
}
