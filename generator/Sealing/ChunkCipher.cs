using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Fachinfo.Sealing;

/// <summary>AES-256-GCM over chunks: the nonce counts them and marks the last one, so that none can be left out, moved or added.</summary>
/// <remarks>The key belongs to one text (its salt is made of it), so a nonce never meets two texts under one key.</remarks>
internal sealed class ChunkCipher(byte[] key, string address) : IDisposable
{
    public const int ChunkSize = 1024 * 1024;
    public const int TagSize = 16;

    private readonly AesGcm aes = new(key, TagSize);
    private readonly byte[] additionalData = Encoding.UTF8.GetBytes(address);

    /// <summary>Seals a chunk: ciphertext, then tag.</summary>
    public void Seal(ReadOnlySpan<byte> chunk, long index, bool isLast, Span<byte> into)
    {
        Span<byte> nonce = stackalloc byte[12];
        nonce.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(nonce[3..], (ulong)index);
        nonce[11] = isLast ? (byte)1 : (byte)0;
        aes.Encrypt(nonce, chunk, into[..chunk.Length], into.Slice(chunk.Length, TagSize), additionalData);
    }

    public void Dispose() => aes.Dispose();
}
