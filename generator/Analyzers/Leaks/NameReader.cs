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

    /// <summary>There are few points, so each is looked for, and then what stands around it.</summary>
    private void ReadNames(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; bytes[i..].IndexOf((byte)'.') is var point and >= 0;)
        {
            var start = i + point;
            while (start > i && Is(bytes[start - 1], Character.Name))
            {
                start--;
            }

            var name = WordReader.Basis;
            for (i = start; i < bytes.Length && Is(bytes[i], Character.Name); i++)
            {
                name = (name ^ (WordReader.Letters[bytes[i]] is var letter and not 0 ? letter : bytes[i])) * WordReader.Prime;
            }

            if (filters.Names.MayHave(name))
            {
                sink.Name(name, i);
            }
        }
    }

    /// <summary>A key covers one of any places that are its length apart, so only those are looked at, and then what stands around them.</summary>
    private void ReadKeys(ReadOnlySpan<byte> bytes)
    {
        for (var i = KeyLength - 1; i < bytes.Length; i += KeyLength)
        {
            if (!Is(bytes[i], Character.Key))
            {
                continue;
            }

            var start = i;
            while (start > 0 && Is(bytes[start - 1], Character.Key))
            {
                start--;
            }

            while (i < bytes.Length && Is(bytes[i], Character.Key))
            {
                i++;
            }

            ReadKeys(bytes, start, i);
        }
    }

    private void ReadKeys(ReadOnlySpan<byte> bytes, int start, int end)
    {
        ulong key = 0;
        for (var i = start; i < end; i++)
        {
            key = (key * WordReader.Prime) + bytes[i];
            if (i - start >= KeyLength)
            {
                key -= bytes[i - KeyLength] * KeyPower;
            }

            if (i - start + 1 >= KeyLength && filters.Keys.MayHave(key))
            {
                sink.Key(key, i + 1);
            }
        }
    }

    private static bool Is(byte value, Character kind) => (Characters[value] & kind) != Character.None;

    private static Character KindOf(byte value) => (char)value switch
    {
        _ when char.IsAsciiLetterOrDigit((char)value) => Character.Name | Character.Key,
        '-' or '_' => Character.Name | Character.Key,
        '.' => Character.Name,
        '+' or '/' or '=' => Character.Key,
        >= '\u0080' => Character.Name,
        _ => Character.None,
    };
}
