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

        if (!Utf8.IsValid(bytes))
        {
            findings.Add(ReportInvalidByte(path, bytes));
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        var text = Encoding.UTF8.GetString(bytes);
        if (text.Contains('\r', StringComparison.Ordinal))
        {
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            text = text.Replace('\0', '\uFFFD');
        }

        return UmlautComposition.Compose(text);
    }

    private static Diagnostic ReportInvalidByte(SourcePath path, ReadOnlySpan<byte> bytes)
    {
        int at = 0, line = 1, column = 1;
        while (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
        }

        return Codes.NotUtf8.At(new SourceLocation(path, line, column), (at + 1).ToString(CultureInfo.InvariantCulture));
    }
}
