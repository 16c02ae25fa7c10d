using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Fachinfo.Pages;

/// <summary>A file in a <see cref="StoredZip"/>.</summary>
/// <param name="Name">In ASCII, and unique.</param>
/// <param name="Open">Opens the bytes; called twice for each writing.</param>
internal sealed record StoredFile(string Name, long Length, Func<Stream> Open);

/// <summary>Files in one ZIP (APPNOTE.TXT 6.3), as they are: the same bytes on every machine, and their number known before.</summary>
/// <remarks>
/// They are not packed: the usual formats are packed already, and another version of a packer would make other bytes.
/// The library's writer names the operating system in each entry, and to a stream that cannot seek it gives lengths only after
/// the bytes, which some unpackers refuse for files that are not packed.
/// </remarks>
internal sealed class StoredZip
{
    private const int LocalHeader = 30;
    private const int CentralHeader = 46;
    private const int End = 22;
    private const int LargeLocal = 20;
    private const int LargeCentral = 28;
    private const int LargeEnd = 56 + 20;
    private const ushort PlainVersion = 20;
    private const ushort LargeVersion = 45;

    /// <summary>1 January 1980, the first day that the format knows.</summary>
    private const ushort Day = 0x21;

    private readonly IReadOnlyList<StoredFile> files;
    private readonly bool isLarge;

    public StoredZip(IReadOnlyList<StoredFile> files)
    {
        this.files = files;
        var plain = End + files.Sum(file => LocalHeader + CentralHeader + (2 * file.Name.Length) + file.Length);
        isLarge = plain >= uint.MaxValue;
        Length = plain + (isLarge ? LargeEnd + (files.Count * (LargeLocal + LargeCentral)) : 0);
    }

    /// <summary>Gets the number of bytes that <see cref="Write"/> writes.</summary>
    public long Length { get; }

    /// <exception cref="IOException">A file changed while it was read.</exception>
    public void Write(Stream into)
    {
        var entries = new List<Entry>(files.Count);
        long offset = 0;
        foreach (var file in files)
        {
            using var first = file.Open();
            var (checksum, length) = Copy(first, Stream.Null);
            RequireSame(length == file.Length);
            var header = Header(new Entry(file, checksum, offset), isCentral: false);
            into.Write(header);
            using var second = file.Open();
            RequireSame(Copy(second, into) == (checksum, length));
            entries.Add(new Entry(file, checksum, offset));
            offset += header.Length + length;
        }

        var start = offset;
        foreach (var entry in entries)
        {
            var header = Header(entry, isCentral: true);
            into.Write(header);
            offset += header.Length;
        }

        into.Write(Ending(start, offset - start));
    }

    private sealed record Entry(StoredFile File, uint Checksum, long Offset);

    private static (uint Checksum, long Length) Copy(Stream from, Stream into)
    {
        var buffer = new byte[256 * 1024];
        var checksum = new Crc32();
        long length = 0;
        for (int read; (read = from.Read(buffer)) > 0; length += read)
        {
            checksum.Add(buffer.AsSpan(0, read));
            into.Write(buffer.AsSpan(0, read));
        }

        return (checksum.Value, length);
    }

    private static void RequireSame(bool isSame)
    {
        if (!isSame)
        {
            throw new IOException("Eine Datei hat sich geändert, während sie verpackt wurde. Bitte noch einmal bauen.");
        }
    }

    /// <summary>What stands before the bytes of a file, or for it in the directory at the end.</summary>
    private byte[] Header(Entry entry, bool isCentral)
    {
        var fields = new Fields();
        fields.U32(isCentral ? 0x02014B50u : 0x04034B50u);
        if (isCentral)
        {
            fields.U16(Version);
        }

        fields.U16(Version).U16(0).U16(0).U16(0).U16(Day).U32(entry.Checksum).U32(Short(entry.File.Length)).U32(Short(entry.File.Length));
        fields.U16((ushort)entry.File.Name.Length).U16((ushort)(isLarge ? (isCentral ? LargeCentral : LargeLocal) : 0));
        if (isCentral)
        {
            fields.U16(0).U16(0).U16(0).U32(0).U32(Short(entry.Offset));
        }

        fields.Text(entry.File.Name);
        if (isLarge)
        {
            fields.U16(1).U16((ushort)((isCentral ? LargeCentral : LargeLocal) - 4)).U64(entry.File.Length).U64(entry.File.Length);
            if (isCentral)
            {
                fields.U64(entry.Offset);
            }
        }

        return fields.ToArray();
    }

    private byte[] Ending(long start, long length)
    {
        var fields = new Fields();
        if (isLarge)
        {
            fields.U32(0x06064B50).U64(44).U16(Version).U16(Version).U32(0).U32(0).U64(files.Count).U64(files.Count).U64(length).U64(start);
            fields.U32(0x07064B50).U32(0).U64(start + length).U32(1);
        }

        var count = isLarge ? ushort.MaxValue : (ushort)files.Count;
        return fields.U32(0x06054B50).U16(0).U16(0).U16(count).U16(count).U32(Short(length)).U32(Short(start)).U16(0).ToArray();
    }

    private ushort Version => isLarge ? LargeVersion : PlainVersion;

    /// <summary>In a large archive every number stands in the longer fields.</summary>
    private uint Short(long number) => isLarge ? uint.MaxValue : (uint)number;

    private sealed class Fields
    {
        private readonly ArrayBufferWriter<byte> bytes = new(128);

        public Fields U16(ushort number)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.GetSpan(2), number);
            bytes.Advance(2);
            return this;
        }

        public Fields U32(uint number) => U16((ushort)number).U16((ushort)(number >> 16));

        public Fields U64(long number) => U32((uint)number).U32((uint)(number >> 32));

        public void Text(string text) => Encoding.ASCII.GetBytes(text, bytes);

        public byte[] ToArray() => bytes.WrittenSpan.ToArray();
    }
}
