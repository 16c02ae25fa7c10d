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

    /// <summary>The same for a text that is cut to pieces at once: it takes no memory of its own.</summary>
    public static RentedText? Rent(SourcePath path, ReadOnlySpan<byte> bytes, ICollection<Diagnostic> findings)
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
        if (text.ContainsAny('\r', '\0') || UmlautComposition.Applies(text))
        {
            // No longer than it was.
            var usual = UmlautComposition.Compose(text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '\uFFFD'));
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
    public ReadOnlySpan<char> Span => rented.AsSpan(0, length);

    public void Dispose() => ArrayPool<char>.Shared.Return(rented);
}
