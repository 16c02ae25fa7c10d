namespace Fachinfo.Searching;

/// <summary>Takes the text out of the HTML of a body: our own renderer wrote it, so nothing but tags and entities is to be expected.</summary>
internal static class HtmlText
{
    /// <summary>The byte that sets open places apart (<see cref="Model.BodyMarkup"/>).</summary>
    private const byte Place = 0;

    /// <summary>Writes the text into a buffer of at least the length of the HTML and returns how much was written.</summary>
    public static int Read(ReadOnlySpan<byte> html, Span<byte> text)
    {
        var length = 0;
        while (!html.IsEmpty)
        {
            var next = html.IndexOfAny((byte)'<', (byte)'&', Place);
            var plain = next < 0 ? html : html[..next];
            plain.CopyTo(text[length..]);
            length += plain.Length;
            if (next < 0)
            {
                break;
            }

            html = html[next..];
            var isWordBreak = html[0] switch
            {
                (byte)'<' => IsBlock(html),
                _ => true,
            };
            var end = html[0] switch
            {
                (byte)'<' => html.IndexOf((byte)'>'),
                (byte)'&' => html.IndexOf((byte)';'),
                _ => html[1..].IndexOf(Place) + 1,
            };
            if (isWordBreak)
            {
                text[length++] = (byte)' ';
            }

            html = end < 0 ? [] : html[(end + 1)..];
        }

        return length;
    }

    /// <summary>Inline elements do not end a word: a<em>b</em>c.</summary>
    private static bool IsBlock(ReadOnlySpan<byte> tag)
    {
        var name = tag[1..];
        name = name.StartsWith("/"u8) ? name[1..] : name;
        var end = name.IndexOfAny((byte)'>', (byte)' ');
        name = end < 0 ? name : name[..end];
        return !(name.SequenceEqual("a"u8) || name.SequenceEqual("em"u8) || name.SequenceEqual("strong"u8) || name.SequenceEqual("abbr"u8));
    }
}
