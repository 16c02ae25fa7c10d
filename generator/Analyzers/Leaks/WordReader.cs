namespace Fachinfo.Analyzers.Leaks;

/// <summary>What a <see cref="WordReader"/> tells; <c>end</c> is the place behind it in the bytes.</summary>
internal interface IWordSink
{
    /// <summary>A sequence of words ended here: <paramref name="window"/> hashes the last <paramref name="length"/> of them.</summary>
    void Window(ulong window, int length, int end);

    /// <summary>A run of letters, digits, points, hyphens and underscores that holds a point: it may be a file name.</summary>
    void Name(ulong hash, int end);

    /// <summary>The last <see cref="NameReader.KeyLength"/> characters of a run that could be a key or code.</summary>
    void Key(ulong hash, int end);
}

/// <summary>Reads words out of HTML, XML, JSON or plain text, whatever stands between them: one pass, no allocation a word.</summary>
/// <remarks>
/// Tags do not break a sentence, and what stands in attributes is read as sentences of its own. Words are folded to lower case;
/// entities, escapes and typographic signs separate them, so that a sentence is the same in a page, a feed and a search index.
/// An ellipsis ends a sentence: behind it, listings go on with something else.
/// </remarks>
internal sealed class WordReader
{
    public const int LongestWindow = 8;

    private const ulong Factor = 0x9E3779B97F4A7C15;
    internal const ulong Basis = 14695981039346656037;
    internal const ulong Prime = 1099511628211;

    /// <summary>Letters and digits of ASCII, folded to lower case; 0 for everything else.</summary>
    internal static readonly byte[] Letters = [.. Enumerable.Range(0, 256).Select(value => char.IsAsciiLetterOrDigit((char)value) ? (byte)(value is >= 'A' and <= 'Z' ? value | 0x20 : value) : (byte)0)];

    private static readonly ulong[] Powers = PowersOf(Factor, LongestWindow + 1);
    private readonly IWordSink sink;
    private readonly int[] lengths;
    private readonly LeakFilters filters;
    private readonly NameReader names;
    private readonly Sentence text = new();
    private readonly Sentence attribute = new();

    /// <param name="lengths">Of the sequences that are told, ascending.</param>
    /// <param name="filters">Only what passes them is told.</param>
    public WordReader(IWordSink sink, int[] lengths, LeakFilters filters)
    {
        (this.sink, this.lengths, this.filters) = (sink, lengths, filters);
        names = new NameReader(sink, filters);
    }

    /// <summary>The words of a sentence so far: a hash of all of them after each, from which that of the last few follows.</summary>
    private sealed class Sentence
    {
        private const int Mask = 15;

        private readonly ulong[] prefixes = new ulong[Mask + 1];
        private int count;

        public void Reset() => (count, prefixes[0]) = (0, 0);

        public void Add(ulong word, WordReader reader, int end)
        {
            var prefix = (prefixes[count & Mask] * Factor) + word;
            count++;
            prefixes[count & Mask] = prefix;
            foreach (var length in reader.lengths)
            {
                if (count < length)
                {
                    return;
                }

                var window = prefix - (prefixes[(count - length) & Mask] * Powers[length]);
                if (reader.filters.MayHaveWindow(window, length))
                {
                    reader.sink.Window(window, length, end);
                }
            }
        }
    }

    public void Read(ReadOnlySpan<byte> bytes)
    {
        text.Reset();
        names.Read(bytes);
        var letters = Letters; // Compiled ahead of time, each look at a static field costs.
        var isInTag = false;
        ulong word = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            ulong letter = letters[bytes[i]];
            var skipped = false;
            if (letter == 0)
            {
                (letter, skipped) = LetterAt(bytes, ref i);
            }

            if (letter != 0)
            {
                word = ((word == 0 ? Basis : word) ^ letter) * Prime;
                while (i + 1 < bytes.Length && letters[bytes[i + 1]] is var next and not 0)
                {
                    word = (word ^ next) * Prime;
                    i++;
                }

                continue;
            }

            if (skipped)
            {
                continue;
            }

            if (word != 0)
            {
                (isInTag ? attribute : text).Add(word, this, i);
                word = 0;
            }

            if (i < bytes.Length)
            {
                isInTag = Enter(bytes, i, isInTag);
            }
        }

        if (word != 0)
        {
            (isInTag ? attribute : text).Add(word, this, bytes.Length);
        }
    }

    private bool Enter(ReadOnlySpan<byte> bytes, int i, bool isInTag)
    {
        switch (bytes[i])
        {
            case (byte)'<' when i + 1 < bytes.Length && (char.IsAsciiLetter((char)bytes[i + 1]) || bytes[i + 1] is (byte)'/' or (byte)'!'):
                attribute.Reset();
                return true;
            case 0xA6 when bytes[..(i + 1)].EndsWith("…"u8):
                // A text is cut here; what follows is another one.
                text.Reset();
                return isInTag;
            case (byte)'>':
                return false;
            case (byte)'"' when isInTag:
                attribute.Reset();
                return true;
            default:
                return isInTag;
        }
    }

    /// <summary>Gives a letter that is not one of <see cref="Letters"/> as a number other than 0; moves over what takes several bytes.</summary>
    /// <returns>Also whether the place is to be passed over without ending the word.</returns>
    private static (ulong Letter, bool Skipped) LetterAt(ReadOnlySpan<byte> bytes, ref int i)
    {
        var value = bytes[i];
        if (value < 0x80)
        {
            return value switch
            {
                (byte)'&' => (0, SkipEntity(bytes, ref i)),
                (byte)'\\' when i + 1 < bytes.Length => Unescape(bytes, ref i),
                _ => (0, false),
            };
        }

        if (value >= 0xC2 && i + 1 < bytes.Length)
        {
            var next = bytes[i + 1];
            switch (value)
            {
                case 0xC2:
                    i++;
                    return (0, next == 0xAD); // A soft hyphen does not divide the word, a no-break space does.
                case 0xC3:
                    i++;
                    return (0xC300UL | (next is >= 0x80 and <= 0x9E ? (ulong)(next + 0x20) : next), false);
                case 0xE2:
                    i = Math.Min(i + 2, bytes.Length - 1);
                    return (0, false);
            }
        }

        return (value, false);
    }

    private static bool SkipEntity(ReadOnlySpan<byte> bytes, ref int i)
    {
        var end = bytes.Slice(i, Math.Min(9, bytes.Length - i)).IndexOf((byte)';');
        i += Math.Max(0, end);
        return false;
    }

    private static (ulong Letter, bool Skipped) Unescape(ReadOnlySpan<byte> bytes, ref int i)
    {
        i++;
        if (bytes[i] != 'u' || i + 4 >= bytes.Length
            || !ushort.TryParse(bytes.Slice(i + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
        {
            return (0, false);
        }

        i += 4;
        return code is >= 0xC0 and <= 0xFF ? (0xC300UL | ((ulong)code - (code is >= 0xC0 and <= 0xDE ? 0x20UL : 0x40UL)), false) : (0, false);
    }

    internal static ulong[] PowersOf(ulong factor, int count)
    {
        var powers = new ulong[count];
        powers[0] = 1;
        for (var i = 1; i < count; i++)
        {
            powers[i] = powers[i - 1] * factor;
        }

        return powers;
    }
}
