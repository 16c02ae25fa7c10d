using System.IO.Compression;
using System.Security.Cryptography;

namespace Fachinfo.Sealing;

/// <summary>Seals pages, lists and files: the same thing under the same key gives the same bytes.</summary>
public static class Sealer
{
    /// <summary>Starts every sealed object.</summary>
    public static ReadOnlySpan<byte> Magic => "FIS1"u8;

    internal const int SaltSize = 32;

    /// <summary>Seals a text; it is compressed first.</summary>
    public static byte[] SealText(ContentKey key, string path, SealedHeader header, ReadOnlySpan<byte> body)
    {
        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(body);
        }

        var compressed = deflated.ToArray();
        var head = header.ToBytes(compressed.Length, isDeflated: true);
        using var into = new MemoryStream(compressed.Length + head.Length);
        Seal(key, path, head, new SealedBody(compressed.Length, stream => stream.Write(compressed)), into);
        return into.ToArray();
    }

    /// <summary>Seals a file as it is read: one chunk in memory, two passes over the file.</summary>
    /// <exception cref="IOException">The file changed between the passes; what was written must be thrown away.</exception>
    public static void SealFile(ContentKey key, string path, SealedHeader header, SealedBody body, Stream into) =>
        Seal(key, path, header.ToBytes(body.Length, isDeflated: false), body, into);

    /// <summary>The synthetic salt: a keyed hash of exactly the bytes that are encrypted, and of where they lie.</summary>
    internal static IncrementalHash StartSalt(byte[] saltKey, string address)
    {
        var salt = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, saltKey);
        salt.AppendData(Kdf.Info("salt", address));
        return salt;
    }

    /// <remarks>
    /// The key is made of the salt, so fresh bytes under an old salt would be two texts under one key and nonce.
    /// That is why the salt is never taken from a cache, and why the last chunk is held back until both passes agree.
    /// </remarks>
    private static void Seal(ContentKey key, string path, byte[] header, SealedBody body, Stream into)
    {
        var address = key.AddressOf(path);
        var chunk = new byte[Math.Min(PaddedLength.Of(header.Length + body.Length), ChunkCipher.ChunkSize)];
        using var first = StartSalt(key.SaltKey, address);
        Pass((plain, _, _) => first.AppendData(plain));
        var salt = first.GetHashAndReset();

        using var second = StartSalt(key.SaltKey, address);
        using var cipher = new ChunkCipher(Kdf.DeriveSalted(key.Bytes, salt, 32, "object", address), address);
        var sealedChunk = new byte[chunk.Length + ChunkCipher.TagSize];
        into.Write(Magic);
        into.Write(salt);
        Pass((plain, index, isLast) =>
        {
            second.AppendData(plain);
            if (isLast && !CryptographicOperations.FixedTimeEquals(second.GetHashAndReset(), salt))
            {
                throw PlainTextWriter.Changed();
            }

            cipher.Seal(plain, index, isLast, sealedChunk);
            into.Write(sealedChunk.AsSpan(0, plain.Length + ChunkCipher.TagSize));
        });

        void Pass(TakeChunk take)
        {
            using var plain = new PlainTextWriter(header, body.Length, chunk, take);
            plain.Run(body.Write);
        }
    }
}
