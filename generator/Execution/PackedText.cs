using System.Text;

namespace Fachinfo.Execution;

/// <summary>A text as UTF-8, half as large as a string: for what tens of thousands of documents have, and a build asks for a few times.</summary>
public readonly struct PackedText : IEquatable<PackedText>
{
    private readonly byte[]? bytes;

    public PackedText(string text) => bytes = Encoding.UTF8.GetBytes(text);

    public PackedText(ReadOnlySpan<byte> utf8) => bytes = utf8.ToArray();

    public bool IsEmpty => bytes is null or { Length: 0 };

    public ReadOnlySpan<byte> Utf8 => bytes;

    public bool Equals(PackedText other) => Utf8.SequenceEqual(other.Utf8);

    public override bool Equals(object? obj) => obj is PackedText text && Equals(text);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Utf8);
        return hash.ToHashCode();
    }

    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    public static bool operator ==(PackedText left, PackedText right) => left.Equals(right);

    public static bool operator !=(PackedText left, PackedText right) => !left.Equals(right);
}
