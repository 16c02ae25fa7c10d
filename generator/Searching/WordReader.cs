namespace Fachinfo.Searching;

/// <summary>Takes the terms of a text.</summary>
internal interface ITermSink
{
    /// <param name="term">Folded and reduced, ASCII; valid during the call only.</param>
    void Add(ReadOnlySpan<byte> term);
}

/// <summary>Takes a text apart into terms: words folded and reduced, numbers with their parts, words with hyphens also whole.</summary>
/// <remarks>
/// <c>145/2024</c> gives <c>145/2024</c>, <c>145</c> and <c>2024</c>; <c>E-Rechnung</c> gives <c>rechnung</c> and
/// <c>erechnung</c>, since one letter alone says nothing. The same rules stand in <c>words.js</c> of the theme's search, and both are run over
/// the same samples (<c>tests/Shared/analysis.txt</c>). Used by one thread at a time.
/// </remarks>
internal sealed class WordReader
{
    /// <summary>More of a word, or of a chain of words, is not looked at.</summary>
    public const int LongestWord = 64;

    private const int LongestChain = 12;

    // A chain is what stands between blanks: words joined by hyphens, or numbers joined by points, slashes and hyphens.
    private readonly byte[] chain = new byte[LongestChain * (LongestWord + 1)];
    private readonly int[] starts = new int[LongestChain + 1];
    private readonly byte[] word = new byte[LongestChain * (LongestWord + 1)];
    private int length;
    private int parts;
    private int partLength;
    private bool isNumber;

    /// <summary>Reads a text in UTF-8.</summary>
    public void Read<TSink>(ReadOnlySpan<byte> text, ref TSink sink)
        where TSink : struct, ITermSink, allows ref struct
    {
        Clear();
        var ascii = LetterFolding.Ascii;
        var at = 0;
        while (at < text.Length)
        {
            int value = text[at];
            ushort letter;
            if (value < 0x80)
            {
                letter = ascii[value];
                at++;
            }
            else
            {
                letter = LetterFolding.Fold(Decode(text, ref at));
                value = letter == LetterFolding.Hyphen ? '-' : value;
            }

            if (letter > LetterFolding.Hyphen)
            {
                Append(letter);
            }
            else if (letter != LetterFolding.Ignored && length > 0 && (partLength == 0 || !TryJoin(value, at < text.Length ? text[at] : 0)))
            {
                End(ref sink);
            }
        }

        End(ref sink);
    }

    /// <summary>Decodes a character of two, three or four bytes; a damaged one counts as a separator.</summary>
    private static int Decode(ReadOnlySpan<byte> text, ref int at)
    {
        var first = text[at];
        if (first is >= 0xC2 and < 0xE0 && at + 1 < text.Length)
        {
            at += 2;
            return ((first & 0x1F) << 6) | (text[at - 1] & 0x3F);
        }

        if (first is >= 0xE0 and < 0xF0 && at + 2 < text.Length)
        {
            at += 3;
            return ((first & 0x0F) << 12) | ((text[at - 2] & 0x3F) << 6) | (text[at - 1] & 0x3F);
        }

        at += first >= 0xF0 ? Math.Min(4, text.Length - at) : 1;
        return ' ';
    }

    private void Append(ushort letter)
    {
        if (partLength == 0)
        {
            isNumber = letter <= '9' && (parts == 0 || isNumber);
        }

        isNumber &= letter <= '9';
        AppendOne((byte)letter);
        if (letter > 0xFF)
        {
            AppendOne((byte)(letter >> 8));
        }
    }

    private void AppendOne(byte letter)
    {
        if (partLength < LongestWord)
        {
            chain[length++] = letter;
            partLength++;
        }
    }

    /// <summary>Keeps a chain going: a hyphen between words or numbers, a point or slash between numbers.</summary>
    private bool TryJoin(int connector, int next)
    {
        var nextIsDigit = next is >= '0' and <= '9';
        var joins = connector switch
        {
            '-' => nextIsDigit || next >= 0x80 || char.IsAsciiLetter((char)next),
            '.' or '/' => isNumber && nextIsDigit,
            _ => false,
        };
        if (!joins || parts + 1 >= LongestChain)
        {
            return false;
        }

        chain[length++] = (byte)connector;
        starts[++parts] = length;
        partLength = 0;
        return true;
    }

    private void End<TSink>(ref TSink sink)
        where TSink : struct, ITermSink, allows ref struct
    {
        if (length == 0)
        {
            return;
        }

        if (parts == 0)
        {
            EmitWord(chain.AsSpan(0, length), ref sink);
        }
        else
        {
            EmitChain(ref sink);
        }

        Clear();
    }

    private void EmitChain<TSink>(ref TSink sink)
        where TSink : struct, ITermSink, allows ref struct
    {
        var count = partLength == 0 ? parts : parts + 1;
        var end = partLength == 0 ? length - 1 : length;
        var hasLetter = false;
        var joined = 0;
        for (var i = 0; i < count; i++)
        {
            var stop = i + 1 < count ? starts[i + 1] - 1 : end;
            var part = chain.AsSpan(starts[i], stop - starts[i]);
            hasLetter |= part.Length == 1;
            part.CopyTo(word.AsSpan(joined));
            joined += part.Length;
        }

        // The parts are folded in place, so the whole is taken first.
        if (count > 1 && isNumber)
        {
            sink.Add(chain.AsSpan(0, Math.Min(end, LongestWord)));
        }
        else if (count > 1 && hasLetter)
        {
            EmitWord(word.AsSpan(0, Math.Min(joined, LongestWord)), ref sink);
        }

        for (var i = 0; i < count; i++)
        {
            var stop = i + 1 < count ? starts[i + 1] - 1 : end;
            EmitWord(chain.AsSpan(starts[i], stop - starts[i]), ref sink);
        }
    }

    private static void EmitWord<TSink>(Span<byte> folded, ref TSink sink)
        where TSink : struct, ITermSink, allows ref struct
    {
        if (folded.Length < 2)
        {
            return;
        }

        folded = folded[..GermanStem.FoldUmlauts(folded)];
        if (folded.Length >= 2 && !StopWords.Contains(folded))
        {
            sink.Add(folded[..GermanStem.Length(folded)]);
        }
    }

    private void Clear()
    {
        length = 0;
        parts = 0;
        partLength = 0;
        isNumber = false;
        starts[0] = 0;
    }
}
