namespace Fachinfo.Analyzers.Leaks;

/// <summary>Reads what may be a file name, a key or a code out of any bytes, whatever stands between.</summary>
/// <param name="filters">Only what passes them is told.</param>
internal sealed class NameReader(IWordSink sink, LeakFilters filters)
{
    /// <summary>Enough of a key to be sure: 100 bits of base 32.</summary>
    public const int KeyLength = 20;

    private static readonly Character[] Characters = [.. Enumerable.Range(0, 256).Select(value => KindOf((byte)value))];

    private static readonly ulong KeyPower = WordReader.PowersOf(WordReader.Prime, KeyLength + 1)[KeyLength];

    /// <summary>What a character may be part of: a file name, a key.</summary>
    [Flags]
    private enum Character : byte
    {
        None = 0,
        Name = 1,
        Key = 2,
        Point = 4,
    }

    /// <summary>The hash of a name as <see cref="IWordSink.Name"/> tells it.</summary>
    public static ulong HashOfName(string name)
    {
        var hash = WordReader.Basis;
        foreach (var value in System.Text.Encoding.UTF8.GetBytes(name.ToLowerInvariant()))
        {
            hash = (hash ^ value) * WordReader.Prime;
        }

        return hash;
    }

    /// <summary>The hash of the start of a key as <see cref="IWordSink.Key"/> tells it.</summary>
    public static ulong HashOfKey(string key)
    {
        ulong hash = 0;
        foreach (var character in key.AsSpan(0, KeyLength))
        {
            hash = (hash * WordReader.Prime) + character;
        }

        return hash;
    }

    public void Read(ReadOnlySpan<byte> bytes)
    {
        if (!filters.Names.IsEmpty)
        {
            ReadNames(bytes);
        }

        if (!filters.Keys.IsEmpty)
        {
            ReadKeys(bytes);
        }
    }

    private void ReadNames(ReadOnlySpan<byte> bytes)
    {
        var name = WordReader.Basis;
        var hasPoint = false;
        for (var i = 0; i <= bytes.Length; i++)
        {
            var value = i < bytes.Length ? bytes[i] : (byte)' ';
            var kind = Characters[value];
            if ((kind & Character.Name) != Character.None)
            {
                name = (name ^ (WordReader.Letters[value] != 0 ? WordReader.Letters[value] : value)) * WordReader.Prime;
                hasPoint |= (kind & Character.Point) != Character.None;
                continue;
            }

            if (hasPoint && filters.Names.MayHave(name))
            {
                sink.Name(name, i);
            }

            (name, hasPoint) = (WordReader.Basis, false);
        }
    }

    private void ReadKeys(ReadOnlySpan<byte> bytes)
    {
        ulong key = 0;
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if ((Characters[bytes[i]] & Character.Key) == Character.None)
            {
                (key, length) = (0, 0);
                continue;
            }

            key = (key * WordReader.Prime) + bytes[i];
            if (++length > KeyLength)
            {
                key -= bytes[i - KeyLength] * KeyPower;
            }

            if (length >= KeyLength && filters.Keys.MayHave(key))
            {
                sink.Key(key, i + 1);
            }
        }
    }

    private static Character KindOf(byte value) => (char)value switch
    {
        _ when char.IsAsciiLetterOrDigit((char)value) => Character.Name | Character.Key,
        '-' or '_' => Character.Name | Character.Key,
        '.' => Character.Name | Character.Point,
        '+' or '/' or '=' => Character.Key,
        >= '\u0080' => Character.Name,
        _ => Character.None,
    };
}
