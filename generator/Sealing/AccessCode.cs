using System.Text;

namespace Fachinfo.Sealing;

/// <summary>A member's access code: 120 bits, derived and never stored, as 25 symbols of which the last one checks the others.</summary>
/// <remarks>Never shorter: the published records let anyone test guesses offline for ever, and only 120 bits make that harmless.</remarks>
public sealed class AccessCode
{
    public const int SizeInBytes = 15;

    /// <summary>Crockford's base 32: no I, L, O and U.</summary>
    public const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int DataSymbols = 24;
    private const int Group = 5;
    private readonly byte[] bytes;

    public AccessCode(ReadOnlySpan<byte> bytes) => this.bytes = bytes.Length == SizeInBytes
        ? bytes.ToArray()
        : throw new ArgumentException("A code has 15 bytes.", nameof(bytes));

    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Gets where the member's record lies; says nothing about the code.</summary>
    public byte[] Locator => Kdf.Derive(bytes, 16, "locator");

    /// <summary>Reads a code in any case, with blanks, hyphens and dashes anywhere; O is 0, I and L are 1.</summary>
    /// <returns><see langword="null"/> for a typing error.</returns>
    public static AccessCode? TryParse(string text)
    {
        Span<int> values = stackalloc int[DataSymbols + 1];
        var count = 0;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || character is '-' or '\u2212' or (>= '\u2010' and <= '\u2015'))
            {
                continue;
            }

            var value = ValueOf(character);
            if (value < 0 || count > DataSymbols)
            {
                return null;
            }

            values[count++] = value;
        }

        if (count != DataSymbols + 1 || CheckOf(values[..DataSymbols]) != values[DataSymbols])
        {
            return null;
        }

        Span<byte> decoded = stackalloc byte[SizeInBytes];
        decoded.Clear();
        for (var bit = 0; bit < SizeInBytes * 8; bit++)
        {
            decoded[bit / 8] |= (byte)(((values[bit / 5] >> (4 - (bit % 5))) & 1) << (7 - (bit % 8)));
        }

        return new AccessCode(decoded);
    }

    /// <summary>The code as it is printed: five groups of five.</summary>
    public string Reveal()
    {
        Span<int> values = stackalloc int[DataSymbols + 1];
        values.Clear();
        for (var bit = 0; bit < SizeInBytes * 8; bit++)
        {
            values[bit / 5] |= ((bytes[bit / 8] >> (7 - (bit % 8))) & 1) << (4 - (bit % 5));
        }

        values[DataSymbols] = CheckOf(values[..DataSymbols]);
        var text = new StringBuilder(30);
        for (var i = 0; i < values.Length; i++)
        {
            text.Append(i > 0 && i % Group == 0 ? "-" : "").Append(Symbols[values[i]]);
        }

        return text.ToString();
    }

    public override string ToString() => "AccessCode";

    /// <summary>Sum of a^(i+1)·s(i) over GF(32) with x^5+x^2+1 and a = 2: finds every single error and every swap of two symbols.</summary>
    private static int CheckOf(ReadOnlySpan<int> values)
    {
        int sum = 0, factor = 1;
        foreach (var value in values)
        {
            factor = Double(factor);
            sum ^= Multiply(factor, value);
        }

        return sum;
    }

    private static int Double(int value) => (value << 1) ^ ((value & 16) != 0 ? 0b100101 : 0);

    private static int Multiply(int left, int right)
    {
        var product = 0;
        for (; right > 0; right >>= 1, left = Double(left))
        {
            product ^= (right & 1) * left;
        }

        return product;
    }

    private static int ValueOf(char character)
    {
        var upper = char.ToUpperInvariant(character);
        return upper switch
        {
            'O' => 0,
            'I' or 'L' => 1,
            _ => Symbols.IndexOf(upper, StringComparison.Ordinal),
        };
    }
}
