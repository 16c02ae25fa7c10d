using System.Buffers;
using System.Text;

namespace Fachinfo.Pages.Feeds;

/// <summary>Writes XML as UTF-8 without building anything in between: a site has megabytes of feeds.</summary>
/// <remarks>Names are given as they are; values are escaped, and characters that XML 1.0 does not know are left out.</remarks>
internal readonly struct XmlText(IBufferWriter<byte> into)
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        [.. "&<>\"\x7F"u8, .. Enumerable.Range(0, 0x20).Except(['\t', '\n']).Select(code => (byte)code), 0xEF]);

    private const int LargestPart = 2048;
    private const int LongestEscape = 6; // &quot;

    /// <summary>Writes markup.</summary>
    public XmlText Raw(ReadOnlySpan<byte> markup)
    {
        into.Write(markup);
        return this;
    }

    /// <summary>Writes an element on a line of its own.</summary>
    public XmlText Element(string name, string value) => Open(name).Value(value).Close(name);

    public XmlText Open(string name)
    {
        into.Write("<"u8);
        Plain(name);
        into.Write(">"u8);
        return this;
    }

    public XmlText Close(string name)
    {
        into.Write("</"u8);
        Plain(name);
        into.Write(">\n"u8);
        return this;
    }

    /// <summary>Writes an element without content.</summary>
    public XmlText Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        into.Write("<"u8);
        Plain(name);
        foreach (var (attribute, value) in attributes)
        {
            into.Write(" "u8);
            Plain(attribute);
            into.Write("=\""u8);
            Value(value);
            into.Write("\""u8);
        }

        into.Write("/>\n"u8);
        return this;
    }

    public XmlText Value(string value)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        Value(bytes.AsSpan(0, Encoding.UTF8.GetBytes(value, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
        return this;
    }

    /// <summary>Writes UTF-8 as text.</summary>
    public XmlText Value(ReadOnlySpan<byte> value)
    {
        // In HTML special characters stand close together: a part at a time gets memory that holds it however much of it is escaped.
        while (!value.IsEmpty)
        {
            var part = value[..PartLength(value)];
            into.Advance(Escape(part, into.GetSpan(part.Length * LongestEscape)));
            value = value[part.Length..];
        }

        return this;
    }

    /// <summary>Cuts between two characters, never within one.</summary>
    private static int PartLength(ReadOnlySpan<byte> value)
    {
        var length = Math.Min(value.Length, LargestPart);
        while (length < value.Length && (value[length] & 0xC0) == 0x80)
        {
            length++;
        }

        return length;
    }

    /// <returns>The number of bytes written.</returns>
    private static int Escape(ReadOnlySpan<byte> value, Span<byte> target)
    {
        var written = 0;
        for (var at = value.IndexOfAny(Special); at >= 0; at = value.IndexOfAny(Special))
        {
            var isNonCharacter = value[at] == 0xEF && value.Length - at >= 3 && value[at + 1] == 0xBF && value[at + 2] >= 0xBE;
            var escaped = value[at] switch
            {
                (byte)'&' => "&amp;"u8,
                (byte)'<' => "&lt;"u8,
                (byte)'>' => "&gt;"u8,
                (byte)'"' => "&quot;"u8,
                (byte)'\r' => "&#13;"u8,
                0xEF when !isNonCharacter => value.Slice(at, 1),
                _ => [],
            };
            value[..at].CopyTo(target[written..]);
            escaped.CopyTo(target[(written + at)..]);
            written += at + escaped.Length;
            value = value[(at + (isNonCharacter ? 3 : 1))..];
        }

        value.CopyTo(target[written..]);
        return written + value.Length;
    }

    private void Plain(string name) => Encoding.ASCII.GetBytes(name, into);
}
