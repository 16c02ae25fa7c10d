using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fachinfo.Sealing;

namespace Fachinfo.Tests;

/// <summary>Opens sealed things as docs/members-area.md describes them, without the code that seals; what the browser does in JavaScript.</summary>
internal static class SealOpener
{
    private const int Chunk = 1024 * 1024;

    /// <exception cref="CryptographicException">Anything was changed.</exception>
    public static (JsonElement Header, byte[] Body) Open(ReadOnlySpan<byte> key, string address, ReadOnlySpan<byte> sealedBytes)
    {
        Require(sealedBytes.Length > 36 && sealedBytes[..4].SequenceEqual("FIS1"u8));
        var plain = Decrypt(Kdf.DeriveSalted(key, sealedBytes[4..36], 32, "object", address), address, sealedBytes[36..]);
        var headerLength = (int)BinaryPrimitives.ReadUInt32BigEndian(plain);
        var header = JsonDocument.Parse(plain.AsMemory(4, headerLength)).RootElement.Clone();
        var length = header.GetProperty("length").GetInt32();
        var body = plain.AsSpan(4 + headerLength, length).ToArray();
        Require(plain.AsSpan(4 + headerLength + length).IndexOfAnyExcept((byte)0) < 0);
        return (header, header.GetProperty("encoding").GetString() == "deflate-raw" ? Inflate(body) : body);
    }

    public static string OpenText(ContentKey key, string path, IReadOnlyDictionary<string, byte[]> files) =>
        Encoding.UTF8.GetString(Open(key.Bytes, key.AddressOf(path), files[key.AddressOf(path)[1..]]).Body);

    /// <summary>Finds and opens the record of a code; <see langword="null"/> if there is none.</summary>
    public static JsonElement? OpenRecord(AccessCode code, Func<byte, byte[]> file)
    {
        var locator = code.Locator;
        var bytes = file(locator[0]);
        var length = (int)BinaryPrimitives.ReadUInt32BigEndian(bytes);
        for (var start = 4; start < bytes.Length; start += length)
        {
            var record = bytes.AsSpan(start, length);
            if (record[..16].SequenceEqual(locator))
            {
                var address = "k/" + Convert.ToHexStringLower(locator);
                var plain = Decrypt(Kdf.DeriveSalted(code.Bytes, record[16..48], 32, "record", address), address, record[48..]);
                return JsonDocument.Parse(plain.AsMemory(4, (int)BinaryPrimitives.ReadUInt32BigEndian(plain))).RootElement.Clone();
            }
        }

        return null;
    }

    private static byte[] Decrypt(byte[] key, string address, ReadOnlySpan<byte> chunks)
    {
        using var aes = new AesGcm(key, 16);
        using var plain = new MemoryStream();
        var nonce = new byte[12];
        for (long index = 0; ; index++)
        {
            var size = Math.Min(chunks.Length, Chunk + 16);
            Require(size > 16);
            var isLast = chunks.Length <= Chunk + 16;
            BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), index);
            nonce[11] = isLast ? (byte)1 : (byte)0;
            var part = new byte[size - 16];
            aes.Decrypt(nonce, chunks[..part.Length], chunks[part.Length..size], part, Encoding.UTF8.GetBytes(address));
            plain.Write(part);
            chunks = chunks[size..];
            if (isLast)
            {
                return plain.ToArray();
            }
        }
    }

    private static byte[] Inflate(byte[] body)
    {
        using var inflated = new MemoryStream();
        using (var deflate = new DeflateStream(new MemoryStream(body), CompressionMode.Decompress))
        {
            deflate.CopyTo(inflated);
        }

        return inflated.ToArray();
    }

    private static void Require(bool isGood)
    {
        if (!isGood)
        {
            throw new CryptographicException("Not a sealed object.");
        }
    }
}
