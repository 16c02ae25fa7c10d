using System.Buffers.Text;

namespace Fachinfo.Sealing;

/// <summary>The one secret of a members' area: 32 random bytes, from which every key and every code is derived.</summary>
/// <remarks>A class, not a record: it must never be printed, not even by a debugger's or a test's <c>ToString</c>.</remarks>
public sealed class SiteSecret
{
    public const int SizeInBytes = 32;

    /// <summary>Marks the text, so that scanners for leaked secrets can find it.</summary>
    public const string Prefix = "fachinfo1_";

    private readonly byte[] bytes;

    public SiteSecret(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != SizeInBytes)
        {
            throw new ArgumentException("A secret has 32 bytes.", nameof(bytes));
        }

        this.bytes = bytes.ToArray();
    }

    /// <summary>Gets the 32 bytes; for the leak analyzer and for derivations only.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Reads base64 or base64url, padding and <see cref="Prefix"/> optional; anything else, so any passphrase, is refused.</summary>
    public static SiteSecret? TryParse(string? text)
    {
        var body = (text ?? "").Trim();
        body = body.StartsWith(Prefix, StringComparison.Ordinal) ? body[Prefix.Length..] : body;
        body = body.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Span<byte> decoded = stackalloc byte[SizeInBytes + 1];

        // 43 characters and nothing else: no blanks inside, and no second spelling of the last character.
        return body.Length == 43
            && Base64Url.IsValid(body)
            && Base64Url.TryDecodeFromChars(body, decoded, out var written)
            && written == SizeInBytes
            && Base64Url.EncodeToString(decoded[..SizeInBytes]) == body
                ? new SiteSecret(decoded[..SizeInBytes])
                : null;
    }

    /// <summary>The secret as it is kept: <c>fachinfo1_</c> and base64url.</summary>
    public string Reveal() => Prefix + Base64Url.EncodeToString(bytes);

    /// <summary>What <c>mitglieder.yml</c> holds to notice another secret.</summary>
    public string Check => Convert.ToHexStringLower(Kdf.Derive(bytes, 8, "check"));

    /// <summary>What the cache may hold to notice another secret; says nothing about any key.</summary>
    public string Fingerprint => Convert.ToHexStringLower(Kdf.Derive(bytes, 16, "fingerprint"));

    public ContentKey KeyFor(string audience, string period) =>
        new(audience, Kdf.Derive(bytes, 32, "content", audience, period), SaltKey);

    public AccessCode CodeFor(string memberId, string serial) => new(Kdf.Derive(bytes, AccessCode.SizeInBytes, "code", memberId, serial));

    /// <summary>Gets the key of the synthetic salts. Only who seals needs it.</summary>
    internal byte[] SaltKey => Kdf.Derive(bytes, 32, "salt");

    public override string ToString() => "SiteSecret";
}
