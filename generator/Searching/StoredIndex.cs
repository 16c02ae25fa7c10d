using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>The index as the cache keeps it: what it was made of, its shards, and the terms of each document.</summary>
/// <remarks>
/// Layout: hash of the rest; key of the format; key of the set; names of shards and of spelling lists; terms; documents. Numbers are of seven bits a byte. A
/// file that is damaged or of another version is as good as none.
/// </remarks>
internal sealed class StoredIndex
{
    private const int HashLength = ContentHash.Length;

    private readonly byte[] file;
    private readonly Dictionary<ContentHash, int> places = [];

    private StoredIndex(byte[] file, int at)
    {
        this.file = file;
        SetKey = ReadHash(ref at);
        Shards = ReadNames(ref at);
        Spellings = ReadNames(ref at);
        Terms = ReadTerms(ref at);
        for (var left = ReadNumber(ref at); left > 0; left--)
        {
            places[ReadHash(ref at)] = at;
            var length = ReadNumber(ref at);
            at += length;
        }
    }

    /// <summary>Gets the hash of all documents that the shards were made of.</summary>
    public ContentHash SetKey { get; }

    public IReadOnlyList<ShardName> Shards { get; }

    public IReadOnlyList<ShardName> Spellings { get; }

    public SortedTerms Terms { get; }

    /// <param name="key">Says by which program it was written.</param>
    public static StoredIndex? Read(byte[] file, ContentHash key)
    {
        if (file.Length < 3 * HashLength)
        {
            return null;
        }

        var at = 0;
        var stored = new Span<byte>(file);
        if (ReadHash(stored, ref at) != ContentHash.Of(stored[HashLength..]) || ReadHash(stored, ref at) != key)
        {
            return null;
        }

        return new StoredIndex(file, at);
    }

    public static ReadOnlyMemory<byte> Write(ContentHash key, ContentHash setKey, IReadOnlyList<ShardName> shards, IReadOnlyList<ShardName> spellings, ForwardIndex forward, SearchSet set)
    {
        var writer = new ArrayBufferWriter<byte>(forward.Terms.Bytes.Length + (512 * (set.Documents.Count + 8)));
        WriteHash(writer, default);
        WriteHash(writer, key);
        WriteHash(writer, setKey);
        WriteNames(writer, shards);
        WriteNames(writer, spellings);
        ByteNumbers.Write(writer, forward.Terms.Count);
        for (var term = 0; term < forward.Terms.Count; term++)
        {
            WriteBytes(writer, forward.Terms[term]);
        }

        ByteNumbers.Write(writer, set.Documents.Count);
        int[] buffer = [];
        for (var document = 0; document < forward.Count; document++)
        {
            WriteHash(writer, set.Documents[document].Hash);
            if (forward.Encoded(document) is { IsEmpty: false } encoded)
            {
                WriteBytes(writer, encoded);
            }
            else
            {
                WriteTerms(writer, forward.TermsOf(document, ref buffer));
            }
        }

        var written = MemoryMarshal.AsMemory(writer.WrittenMemory);
        ContentHash.Of(written.Span[HashLength..]).Write(written.Span);
        return written;
    }

    /// <summary>Returns where the terms of a document are; -1 if it is not known.</summary>
    public int Find(ContentHash document) => places.TryGetValue(document, out var at) ? at : -1;

    /// <summary>Reads the terms of a document, numbered as in <see cref="Terms"/>.</summary>
    /// <param name="at">As <see cref="Find"/> returned it.</param>
    public Span<int> Read(int at, ref int[] buffer)
    {
        var bytes = Encoded(at);
        at = 0;
        var count = ByteNumbers.Read(bytes, ref at);
        if (buffer.Length < count)
        {
            buffer = new int[Math.Max(count, 2 * buffer.Length)];
        }

        var terms = buffer.AsSpan(0, count);
        foreach (ref var term in terms)
        {
            term = ByteNumbers.Read(bytes, ref at);
        }

        return terms;
    }

    /// <summary>The terms of a document as they are written: their number, then each.</summary>
    public ReadOnlySpan<byte> Encoded(int at)
    {
        var length = ReadNumber(ref at);
        return file.AsSpan(at, length);
    }

    private static void WriteNames(ArrayBufferWriter<byte> writer, IReadOnlyList<ShardName> names)
    {
        ByteNumbers.Write(writer, names.Count);
        foreach (var name in names)
        {
            WriteBytes(writer, Encoding.ASCII.GetBytes(name.Start));
            WriteHash(writer, name.Hash);
        }
    }

    private static void WriteTerms(ArrayBufferWriter<byte> writer, ReadOnlySpan<int> terms)
    {
        var length = ByteNumbers.LengthOf(terms.Length);
        foreach (var term in terms)
        {
            length += ByteNumbers.LengthOf(term);
        }

        ByteNumbers.Write(writer, length);
        var into = writer.GetSpan(length + 5);
        var at = ByteNumbers.Write(into, terms.Length);
        foreach (var term in terms)
        {
            at += ByteNumbers.Write(into[at..], term);
        }

        writer.Advance(length);
    }

    private ShardName[] ReadNames(ref int at)
    {
        var names = new ShardName[ReadNumber(ref at)];
        for (var i = 0; i < names.Length; i++)
        {
            var length = ReadNumber(ref at);
            var start = Encoding.ASCII.GetString(file, at, length);
            at += length;
            names[i] = new ShardName(start, ReadHash(ref at));
        }

        return names;
    }

    private SortedTerms ReadTerms(ref int at)
    {
        var starts = new int[ReadNumber(ref at) + 1];
        var first = at;
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            starts[i + 1] = starts[i] + ReadNumber(ref at);
            at += starts[i + 1] - starts[i];
        }

        var bytes = new byte[starts[^1]];
        at = first;
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            var length = ReadNumber(ref at);
            file.AsSpan(at, length).CopyTo(bytes.AsSpan(starts[i]));
            at += length;
        }

        return new SortedTerms(bytes, starts);
    }

    private int ReadNumber(ref int at) => ByteNumbers.Read(file, ref at);

    private ContentHash ReadHash(ref int at) => ReadHash(file, ref at);

    private static ContentHash ReadHash(ReadOnlySpan<byte> file, ref int at)
    {
        var hash = ContentHash.Read(file[at..]);
        at += HashLength;
        return hash;
    }

    private static void WriteHash(ArrayBufferWriter<byte> writer, ContentHash hash)
    {
        hash.Write(writer.GetSpan(HashLength));
        writer.Advance(HashLength);
    }

    private static void WriteBytes(ArrayBufferWriter<byte> writer, ReadOnlySpan<byte> bytes)
    {
        ByteNumbers.Write(writer, bytes.Length);
        writer.Write(bytes);
    }
}
