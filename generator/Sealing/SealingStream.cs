using System.Security.Cryptography;

namespace Fachinfo.Sealing;

/// <summary>Reads as the sealed object. The first pass makes the salt, the second one encrypts and makes it again.</summary>
/// <remarks>
/// The key is made of the salt, so fresh bytes under an old salt would be two texts under one key and nonce.
/// That is why the salt is never taken from a cache, and why the last chunk is held back until both passes agree.
/// </remarks>
internal sealed class SealingStream : Stream
{
    private readonly PlainTextStream plain;
    private readonly IncrementalHash check;
    private readonly ChunkCipher cipher;
    private readonly byte[] salt;
    private readonly byte[] chunk;
    private readonly byte[] ready;
    private readonly long chunks;
    private int readyLength;
    private int readyStart;
    private long nextChunk;
    private long position;

    public SealingStream(ContentKey key, string path, byte[] header, long bodyLength, Func<Stream> open)
    {
        var address = key.AddressOf(path);
        using (var first = new PlainTextStream(header, open(), bodyLength))
        {
            chunk = new byte[Math.Min(first.Length, ChunkCipher.ChunkSize)];
            using var hash = Sealer.StartSalt(key.SaltKey, address);
            for (int read; (read = first.Read(chunk)) > 0;)
            {
                hash.AppendData(chunk.AsSpan(0, read));
            }

            salt = hash.GetHashAndReset();
        }

        plain = new PlainTextStream(header, open(), bodyLength);
        check = Sealer.StartSalt(key.SaltKey, address);
        cipher = new ChunkCipher(Kdf.DeriveSalted(key.Bytes, salt, 32, "object", address), address);
        chunks = (plain.Length + ChunkCipher.ChunkSize - 1) / ChunkCipher.ChunkSize;
        Length = Sealer.Magic.Length + Sealer.SaltSize + plain.Length + (chunks * ChunkCipher.TagSize);
        ready = new byte[Math.Max(chunk.Length + ChunkCipher.TagSize, Sealer.Magic.Length + Sealer.SaltSize)];
        Sealer.Magic.CopyTo(ready);
        salt.CopyTo(ready, Sealer.Magic.Length);
        readyLength = Sealer.Magic.Length + Sealer.SaltSize;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (readyStart == readyLength && nextChunk < chunks)
        {
            SealNext();
        }

        var count = Math.Min(buffer.Length, readyLength - readyStart);
        ready.AsSpan(readyStart, count).CopyTo(buffer);
        readyStart += count;
        position += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            plain.Dispose();
            check.Dispose();
            cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    private void SealNext()
    {
        var read = plain.Read(chunk);
        check.AppendData(chunk.AsSpan(0, read));
        var isLast = nextChunk == chunks - 1;
        if (isLast && !CryptographicOperations.FixedTimeEquals(check.GetHashAndReset(), salt))
        {
            throw PlainTextStream.Changed();
        }

        cipher.Seal(chunk.AsSpan(0, read), nextChunk, isLast, ready);
        readyStart = 0;
        readyLength = read + ChunkCipher.TagSize;
        nextChunk++;
    }
}
