using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Fachinfo.Execution;

/// <summary>The first 16 bytes of a SHA-256: enough to tell contents apart, small enough to hold for every file.</summary>
public readonly record struct ContentHash(ulong High, ulong Low)
{
    /// <summary>In bytes.</summary>
    public const int Length = 16;

    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return FromDigest(digest);
    }

    public static ContentHash Of(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var hash = Of(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    /// <summary>Hashes a stream without holding it in memory.</summary>
    public static ContentHash Of(Stream stream)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(stream, digest);
        return FromDigest(digest);
    }

    /// <summary>Combines two hashes; the order matters.</summary>
    public static ContentHash operator +(ContentHash left, ContentHash right)
    {
        Span<byte> bytes = stackalloc byte[32];
        left.Write(bytes);
        right.Write(bytes[16..]);
        return Of(bytes);
    }

    /// <summary>Writes the 16 bytes, high part first.</summary>
    public void Write(Span<byte> into)
    {
        BinaryPrimitives.WriteUInt64BigEndian(into, High);
        BinaryPrimitives.WriteUInt64BigEndian(into[8..], Low);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ContentHash Read(ReadOnlySpan<byte> bytes) => FromDigest(bytes);

    /// <summary>Returns 32 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        Write(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private static ContentHash FromDigest(ReadOnlySpan<byte> digest) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(digest), BinaryPrimitives.ReadUInt64BigEndian(digest[8..]));
}
