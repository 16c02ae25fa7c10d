using System.Globalization;
using System.Text;

namespace Fachinfo.Theming;

/// <summary>Collects text in memory that is used again for the next one.</summary>
internal class TextBuffer() : TextWriter(CultureInfo.InvariantCulture)
{
    private char[] text = new char[32 * 1024];

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Gets the number of characters that are written.</summary>
    public int Length { get; private set; }

    /// <summary>Gets what is written. Good until something else is.</summary>
    public ReadOnlySpan<char> Written => text.AsSpan(0, Length);

    /// <summary>Starts anew.</summary>
    public void Clear() => Length = 0;

    public override void Write(char value)
    {
        if (Length == text.Length)
        {
            Grow(1);
        }

        text[Length++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (text.Length - Length < buffer.Length)
        {
            Grow(buffer.Length);
        }

        buffer.CopyTo(text.AsSpan(Length));
        Length += buffer.Length;
    }

    private void Grow(int atLeast) => Array.Resize(ref text, Math.Max(2 * text.Length, Length + atLeast));
}
