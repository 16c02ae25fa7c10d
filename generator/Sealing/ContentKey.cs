namespace Fachinfo.Sealing;

/// <summary>Opens everything that one audience may see in one period, and tells where it lies.</summary>
public sealed class ContentKey
{
    private readonly byte[] key;

    internal ContentKey(string audience, byte[] key, byte[] saltKey)
    {
        Audience = audience;
        this.key = key;
        SaltKey = saltKey;
        Fingerprint = Convert.ToHexStringLower(Kdf.Derive(key, 16, "fingerprint"));
    }

    public string Audience { get; }

    public ReadOnlySpan<byte> Bytes => key;

    /// <summary>Gets what the cache may hold to notice another key.</summary>
    public string Fingerprint { get; }

    internal byte[] SaltKey { get; }

    /// <summary>The sealed address of a logical path, from the root of the site: <c>/mitglieder/o/….bin</c>.</summary>
    /// <param name="path">Where the thing would lie if it were public: <c>/mitteilungen/2024/146/</c>.</param>
    public string AddressOf(string path) => "/mitglieder/o/" + Convert.ToHexStringLower(Kdf.Derive(key, 16, "address", path)) + ".bin";

    public override string ToString() => "ContentKey " + Audience;
}
