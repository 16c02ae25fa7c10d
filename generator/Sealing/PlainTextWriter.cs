namespace Fachinfo.Sealing;

/// <summary>Takes the plain text of an object in chunks.</summary>
internal delegate void TakeChunk(ReadOnlySpan<byte> chunk, long index, bool isLast);

/// <summary>Cuts the plain text of an object into chunks as it is written: header, body, zeros.</summary>
/// <param name="chunk">Filled again and again; as long as a chunk, or as the whole text if that is shorter.</param>
internal sealed class PlainTextWriter(byte[] header, long bodyLength, byte[] chunk, TakeChunk take) : Stream
{
    private readonly long padded = PaddedLength.Of(header.Length + bodyLength);
    private long index;
    private long taken;
    private int filled;
    private long left = bodyLength;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes the whole text.</summary>
    /// <exception cref="IOException">The body is shorter or longer than it was said to be: somebody writes it right now.</exception>
    public void Run(Action<Stream> writeBody)
    {
        Append(header);
        writeBody(this);
        if (left > 0)
        {
            throw Changed();
        }

        while (taken < padded)
        {
            var count = (int)Math.Min(chunk.Length - filled, padded - taken - filled);
            chunk.AsSpan(filled, count).Clear();
            Fill(count);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        left -= buffer.Length;
        if (left < 0)
        {
            throw Changed();
        }

        Append(buffer);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    internal static IOException Changed() => new("Eine Datei hat sich geändert, während sie versiegelt wurde. Bitte noch einmal bauen.");

    private void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var count = Math.Min(bytes.Length, chunk.Length - filled);
            bytes[..count].CopyTo(chunk.AsSpan(filled));
            bytes = bytes[count..];
            Fill(count);
        }
    }

    private void Fill(int count)
    {
        filled += count;
        var isLast = taken + filled == padded;
        if (filled == chunk.Length || isLast)
        {
            take(chunk.AsSpan(0, filled), index, isLast);
            taken += filled;
            filled = 0;
            index++;
        }
    }
}
