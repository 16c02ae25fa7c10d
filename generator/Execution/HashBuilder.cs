using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Fachinfo.Execution;

/// <summary>Collects values for one hash; each is set apart from the next by its length.</summary>
/// <remarks>Works in a rented buffer: a build makes tens of thousands of these. Use it for one hash and no more.</remarks>
public sealed class HashBuilder
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(1024);
    private int length;

    public HashBuilder Add(string? text)
    {
        Add(text?.Length ?? -1);
        if (text is not null)
        {
            length += Encoding.UTF8.GetBytes(text, Space(Encoding.UTF8.GetMaxByteCount(text.Length)));
        }

        return this;
    }

    public HashBuilder Add(PackedText text) => Add(text.Utf8);

    public HashBuilder Add(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(Space(sizeof(long)), number);
        length += sizeof(long);
        return this;
    }

    /// <summary>Adds a list as a whole: its length and each text.</summary>
    public HashBuilder Add(ImmutableArray<string> texts)
    {
        Add(texts.Length);
        foreach (var text in texts)
        {
            Add(text);
        }

        return this;
    }

    public HashBuilder Add(bool value) => Add(value ? 1 : 0);

    public HashBuilder Add(ContentHash hash)
    {
        hash.Write(Space(ContentHash.Length));
        length += ContentHash.Length;
        return this;
    }

    public HashBuilder Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        bytes.CopyTo(Space(bytes.Length));
        length += bytes.Length;
        return this;
    }

    public ContentHash ToHash()
    {
        var hash = ContentHash.Of(buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        return hash;
    }

    private Span<byte> Space(int size)
    {
        if (buffer.Length - length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * buffer.Length, length + size));
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsSpan(length);
    }
}
