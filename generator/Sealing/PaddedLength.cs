using System.Numerics;

namespace Fachinfo.Sealing;

/// <summary>How long a plain text becomes, so that a sealed size says little about what it is.</summary>
public static class PaddedLength
{
    private const long Least = 4 * 1024;
    private const long LargestPowerOfTwo = 256 * 1024;

    /// <summary>The next power of two up to 256 KiB; above that Padmé (Nikitin et al., PoPETs 2019), at most 12 % more.</summary>
    public static long Of(long length)
    {
        if (length <= LargestPowerOfTwo)
        {
            return Math.Max(Least, (long)BitOperations.RoundUpToPowerOf2((ulong)length));
        }

        var exponent = BitOperations.Log2((ulong)length);
        var keptBits = BitOperations.Log2((ulong)exponent) + 1;
        var mask = (1L << (exponent - keptBits)) - 1;
        return (length + mask) & ~mask;
    }
}
