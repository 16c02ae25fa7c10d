namespace Fachinfo.Bench;

/// <summary>Numbers that look random and are the same for ever: SplitMix64, unlike <see cref="Random"/> bound to no version of .NET.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>A stream of its own for each notice, so that no notice depends on those before it.</summary>
    public static Chance Of(int seed, int year, int number) => new(((ulong)(uint)seed << 40) ^ ((ulong)(uint)year << 20) ^ (uint)number);

    /// <returns>From 0 to <paramref name="limit"/> - 1.</returns>
    public int Below(int limit) => (int)(Next() % (uint)limit);

    public bool Percent(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
