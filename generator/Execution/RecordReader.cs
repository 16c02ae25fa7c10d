using System.Buffers.Binary;
using System.Text;

namespace Fachinfo.Execution;

/// <summary>Reads back what a <see cref="RecordWriter"/> wrote. One reader serves many records, one thread at a time.</summary>
/// <remarks>A warm build reads tens of thousands of records: a <see cref="BinaryReader"/> for each took more memory than what was read.</remarks>
public sealed class RecordReader
{
    private const int SharedSlots = 1024;
    private const int LongestShared = 200;

    /// <summary>Bytes that are read at once: records of neighbours lie side by side.</summary>
    private const int ReadAhead = 64 * 1024;

    private readonly (byte[] Bytes, string Text)[] shared = new (byte[], string)[SharedSlots];

    // A piece of the store, in which the next records lie too, and the place in the store where it begins.
    private byte[] ahead = new byte[ReadAhead];
    private long place = -1;
    private int filled;

    private int start;
    private int end;
    private int at;

    /// <summary>Begins a record.</summary>
    /// <param name="offset">As the cache returned it.</param>
    /// <exception cref="CacheDamagedException">The store is shorter than it should be.</exception>
    public void Begin(ICache cache, long offset, int size)
    {
        if (place < 0 || offset < place || offset + size > place + filled)
        {
            ahead = ahead.Length < size ? new byte[Math.Max(size, 2 * ahead.Length)] : ahead;
            (place, filled) = (offset, cache.ReadRecords(offset, ahead));
            if (filled < size)
            {
                throw new CacheDamagedException("The document store is shorter than its manifest says.");
            }
        }

        start = (int)(offset - place);
        (end, at) = (start + size, start);
    }

    /// <summary>Begins a record that is in memory.</summary>
    public void Begin(ReadOnlySpan<byte> record)
    {
        ahead = ahead.Length < record.Length ? new byte[Math.Max(record.Length, 2 * ahead.Length)] : ahead;
        record.CopyTo(ahead);
        (place, filled) = (-1, 0);
        (start, end, at) = (0, record.Length, 0);
    }

    /// <summary>Gets the whole record.</summary>
    public ReadOnlySpan<byte> Record => ahead.AsSpan(start, end - start);

    public byte ReadByte() => Take(1)[0];

    public bool ReadBoolean() => ReadByte() != 0;

    public short ReadInt16() => BinaryPrimitives.ReadInt16LittleEndian(Take(sizeof(short)));

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    /// <exception cref="FormatException">The number has more than five bytes.</exception>
    public int Read7BitEncodedInt()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = ReadByte();
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (int)value;
            }
        }

        throw new FormatException("A number in the record is too long.");
    }

    public string ReadString() => Encoding.UTF8.GetString(Take(Read7BitEncodedInt()));

    /// <summary>Reads a string as it is written.</summary>
    public PackedText ReadPacked() => new(Take(Read7BitEncodedInt()));

    /// <summary>Reads a string that many records have, such as a rubric: the same text is the same object.</summary>
    public string ReadShared()
    {
        var bytes = Take(Read7BitEncodedInt());
        if (bytes.Length is 0 or > LongestShared)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var hash = new HashCode();
        hash.AddBytes(bytes);
        ref var slot = ref shared[hash.ToHashCode() & (SharedSlots - 1)];
        if (slot.Bytes is null || !bytes.SequenceEqual(slot.Bytes))
        {
            slot = (bytes.ToArray(), Encoding.UTF8.GetString(bytes));
        }

        return slot.Text;
    }

    /// <exception cref="EndOfStreamException">The record ends before.</exception>
    private ReadOnlySpan<byte> Take(int size)
    {
        if (size < 0 || size > end - at)
        {
            throw new EndOfStreamException("The record is shorter than it should be.");
        }

        at += size;
        return ahead.AsSpan(at - size, size);
    }
}
