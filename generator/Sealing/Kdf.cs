using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Fachinfo.Sealing;

/// <summary>Derives keys, addresses and codes: HKDF-SHA-256 (RFC 5869) with an unambiguous <c>info</c>.</summary>
/// <remarks>Browsers repeat every one of these derivations with WebCrypto; see docs/members-area.md.</remarks>
public static class Kdf
{
    private const string Prefix = "fachinfo/1/";

    public static byte[] Derive(ReadOnlySpan<byte> key, int length, string label, params ReadOnlySpan<string> fields) =>
        DeriveSalted(key, [], length, label, fields);

    public static byte[] DeriveSalted(ReadOnlySpan<byte> key, ReadOnlySpan<byte> salt, int length, string label, params ReadOnlySpan<string> fields)
    {
        var derived = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, salt, Info(label, fields));
        return derived;
    }

    /// <summary>Label and fields, each after its length, so that no two lists of fields look alike.</summary>
    public static byte[] Info(string label, params ReadOnlySpan<string> fields)
    {
        using var info = new MemoryStream();
        Append(info, Prefix + label);
        foreach (var field in fields)
        {
            Append(info, field);
        }

        return info.ToArray();
    }

    private static void Append(MemoryStream info, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)bytes.Length);
        info.Write(length);
        info.Write(bytes);
    }
}
