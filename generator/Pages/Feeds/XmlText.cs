using System.Buffers;
using System.Text;

namespace Fachinfo.Pages.Feeds;

/// <summary>Writes XML as UTF-8 without building anything in between: a site has megabytes of feeds.</summary>
/// <remarks>Names are given as they are; values are escaped, and characters that XML 1.0 does not know are left out.</remarks>
internal readonly struct XmlText(IBufferWriter<byte> into)
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        [.. "&<>\"\x7F"u8, .. Enumerable.Range(0, 0x20).Except(['\t', '\n']).Select(code => (byte)code), 0xEF]);

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
        for (var at = value.IndexOfAny(Special); at >= 0; at = value.IndexOfAny(Special))
        {
            into.Write(value[..at]);
            var isNonCharacter = value[at] == 0xEF && value.Length - at >= 3 && value[at + 1] == 0xBF && value[at + 2] >= 0xBE;
            into.Write(value[at] switch
            {
                (byte)'&' => "&amp;"u8,
                (byte)'<' => "&lt;"u8,
                (byte)'>' => "&gt;"u8,
                (byte)'"' => "&quot;"u8,
                (byte)'\r' => "&#13;"u8,
                0xEF when !isNonCharacter => value.Slice(at, 1),
                _ => [],
            });
            value = value[(at + (isNonCharacter ? 3 : 1))..];
        }

        into.Write(value);
        return this;
    }

    private void Plain(string name) => Encoding.ASCII.GetBytes(name, into);
}
