using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Fachinfo.Diagnostics;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Turns bytes into text that reads the same whoever saved it: UTF-8, LF, composed umlauts, no byte-order mark.</summary>
internal static class SourceText
{
    public const int LargestFile = 5_000_000;

    private static readonly SearchValues<char> AsciiControls = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code).Except("\t\n\r")]);

    /// <summary>Decodes a file; returns <see langword="null"/> and one finding if that cannot be done.</summary>
    public static string? Decode(SourcePath path, ReadOnlySpan<byte> bytes, ICollection<Diagnostic> findings)
    {
        if (Rent(path, bytes, findings) is not { } rented)
        {
            return null;
        }

        using (rented)
        {
            return rented.Span.ToString();
        }
    }

    /// <summary>The same for text that was extracted from a file: form feeds between its pages stay, and with them all control characters.</summary>
    public static string? DecodePages(SourcePath path, ReadOnlySpan<byte> bytes, ICollection<Diagnostic> findings)
    {
        if (RentPages(path, bytes, findings) is not { } rented)
        {
            return null;
        }

        using (rented)
        {
            return rented.Span.ToString();
        }
    }

    /// <summary>Decodes a text that is cut to pieces at once: it takes no memory of its own.</summary>
    public static RentedText? Rent(SourcePath path, ReadOnlySpan<byte> bytes, ICollection<Diagnostic> findings)
    {
        if (RentPages(path, bytes, findings) is not { } rented)
        {
            return null;
        }

        BlankControls(rented.Letters);
        return rented;
    }

    /// <summary>Makes blanks of the characters that neither HTML nor XML may hold, so that no column moves; a null shows as one that cannot be read.</summary>
    /// <remarks>Line and page breaks of this kind come along with what is copied from Word or PDF; nobody sees them.</remarks>
    /// <returns>The same instance if there are none.</returns>
    public static string WithoutControls(string text)
    {
        text = WithoutDirections(text);
        if (!HasControls(text))
        {
            return text;
        }

        var letters = text.ToCharArray();
        BlankControls(letters);
        return new string(letters);
    }

    /// <summary>Leaves out the characters that turn the direction of all that follows: a title with one would be shown backwards, and with it the line of each listing.</summary>
    /// <remarks>They come along from web pages. Words in Arabic or Hebrew need none, and the marks U+200E and U+200F turn nothing but themselves.</remarks>
    private static string WithoutDirections(string text) =>
        HasDirections(text) ? string.Concat(text.Where(letter => !IsDirection(letter))) : text;

    // The range has common characters too, such as ‰, so what is found is looked at.
    private static bool HasDirections(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\u202A', '\u2069'); at >= 0; at = text.IndexOfAnyInRange('\u202A', '\u2069'))
        {
            if (IsDirection(text[at]))
            {
                return true;
            }

            text = text[(at + 1)..];
        }

        return false;
    }

    /// <summary>Embeddings, overrides and isolates of UAX #9.</summary>
    private static bool IsDirection(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool HasControls(ReadOnlySpan<char> text) =>
        text.ContainsAny(AsciiControls) || text.ContainsAnyInRange('\u007F', '\u009F') || text.ContainsAnyInRange('\uFFFE', '\uFFFF');

    private static void BlankControls(Span<char> text)
    {
        if (!HasControls(text))
        {
            return;
        }

        foreach (ref var letter in text)
        {
            letter = letter switch
            {
                '\t' or '\n' or '\r' => letter,
                '\0' => '\uFFFD',
                (< ' ') or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF' => ' ',
                _ => letter,
            };
        }
    }

    private static RentedText? RentPages(SourcePath path, ReadOnlySpan<byte> bytes, ICollection<Diagnostic> findings)
    {
        if (bytes.IsEmpty)
        {
            findings.Add(Codes.EmptyFile.At(path));
            return null;
        }

        if (bytes.Length > LargestFile)
        {
            findings.Add(Codes.FileTooLarge.At(path, GermanText.Size(bytes.Length), GermanText.Size(LargestFile)));
            return null;
        }

        var start = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var letters = ArrayPool<char>.Shared.Rent(bytes.Length);
        if (Utf8.ToUtf16(bytes[start..], letters, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            ArrayPool<char>.Shared.Return(letters);
            findings.Add(ReportInvalidByte(path, bytes));
            return null;
        }

        var text = letters.AsSpan(0, length);
        if (text.ContainsAny('\r', '\0') || UmlautComposition.Applies(text) || HasDirections(text))
        {
            // No longer than it was.
            var usual = UmlautComposition.Compose(WithoutDirections(text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '\uFFFD')));
            usual.CopyTo(letters);
            length = usual.Length;
        }

        return new RentedText(letters, length);
    }

    private static Diagnostic ReportInvalidByte(SourcePath path, ReadOnlySpan<byte> bytes)
    {
        int at = 0, line = 1, column = 1;
        while (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) == OperationStatus.Done)
        {
            at += length;
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
        }

        return Codes.NotUtf8.At(new SourceLocation(path, line, column), (at + 1).ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>A text in a buffer that others use afterwards: read it, then dispose it, and keep nothing of the span.</summary>
internal readonly struct RentedText(char[] rented, int length) : IDisposable
{
    public ReadOnlySpan<char> Span => Letters;

    /// <summary>Gets the same to be changed in place.</summary>
    public Span<char> Letters => rented.AsSpan(0, length);

    public void Dispose() => ArrayPool<char>.Shared.Return(rented);
}
