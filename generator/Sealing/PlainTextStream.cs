namespace Fachinfo.Sealing;

/// <summary>The plain text of an object as a stream: header, body, zeros.</summary>
internal sealed class PlainTextStream(byte[] header, Stream body, long bodyLength) : IDisposable
{
    private long position;

    public long Length { get; } = PaddedLength.Of(header.Length + bodyLength);

    /// <summary>Fills the buffer, or what is left.</summary>
    /// <exception cref="IOException">The body is shorter or longer than it was said to be: somebody writes it right now.</exception>
    public int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, Length - position);
        for (var filled = 0; filled < wanted;)
        {
            filled += ReadPart(buffer[filled..wanted]);
        }

        if (position == Length && body.ReadByte() >= 0)
        {
            throw Changed();
        }

        return wanted;
    }

    public void Dispose() => body.Dispose();

    internal static IOException Changed() => new("Eine Datei hat sich geändert, während sie versiegelt wurde. Bitte noch einmal bauen.");

    private int ReadPart(Span<byte> part)
    {
        var end = header.Length + bodyLength;
        int read;
        if (position < header.Length)
        {
            read = (int)Math.Min(part.Length, header.Length - position);
            header.AsSpan((int)position, read).CopyTo(part);
        }
        else if (position < end)
        {
            read = body.Read(part[..(int)Math.Min(part.Length, end - position)]);
            if (read == 0)
            {
                throw Changed();
            }
        }
        else
        {
            read = part.Length;
            part.Clear();
        }

        position += read;
        return read;
    }
}
