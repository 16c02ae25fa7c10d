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
        using var stream = new SealingStream(key, path, header.ToBytes(compressed.Length, isDeflated: true), compressed.Length, () => new MemoryStream(compressed));
        var sealedBytes = new byte[stream.Length];
        stream.ReadExactly(sealedBytes);
        return sealedBytes;
    }

    /// <summary>Seals a file as it is read: one chunk in memory, two passes over the file.</summary>
    /// <exception cref="IOException">The file changed between the passes; what was read must be thrown away.</exception>
    public static Stream SealFile(ContentKey key, string path, SealedHeader header, Func<Stream> open, long length) =>
        new SealingStream(key, path, header.ToBytes(length, isDeflated: false), length, open);

    /// <summary>The synthetic salt: a keyed hash of exactly the bytes that are encrypted, and of where they lie.</summary>
    internal static IncrementalHash StartSalt(byte[] saltKey, string address)
    {
        var salt = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, saltKey);
        salt.AppendData(Kdf.Info("salt", address));
        return salt;
    }
}
