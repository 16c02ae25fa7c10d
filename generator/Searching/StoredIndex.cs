using System.Buffers;
using System.Buffers.Binary;
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
    private const int HashLength = 16;

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
    public static StoredIndex? Read(byte[]? file, ContentHash key)
    {
        if (file is null || file.Length < 3 * HashLength)
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

    public static byte[] Write(ContentHash key, ContentHash setKey, IReadOnlyList<ShardName> shards, IReadOnlyList<ShardName> spellings, ForwardIndex forward, SearchSet set)
    {
        var size = forward.Documents.Sum(document => 3 * document.Length) + forward.Terms.Bytes.Length + (forward.Terms.Count * 2) + (64 * (set.Documents.Count + shards.Count + spellings.Count)) + 1024;
        var writer = new ArrayBufferWriter<byte>(size);
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
        for (var i = 0; i < forward.Documents.Length; i++)
        {
            WriteHash(writer, set.Documents[i].Hash);
            WriteDocument(writer, forward.Documents[i]);
        }

        var written = writer.WrittenSpan.ToArray();
        ContentHash.Of(written.AsSpan(HashLength)).Write(written);
        return written;
    }

    /// <summary>Returns the terms of a document, numbered as in <see cref="Terms"/>; <see langword="null"/> if it is not known.</summary>
    public int[]? Find(ContentHash document)
    {
        if (!places.TryGetValue(document, out var at))
        {
            return null;
        }

        var end = ReadNumber(ref at);
        end += at;
        var terms = new int[ReadNumber(ref at)];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = ReadNumber(ref at);
        }

        return at == end ? terms : null;
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

    private static void WriteDocument(ArrayBufferWriter<byte> writer, int[] terms)
    {
        var length = ByteNumbers.LengthOf(terms.Length);
        foreach (var term in terms)
        {
            length += ByteNumbers.LengthOf(term);
        }

        ByteNumbers.Write(writer, length);
        ByteNumbers.Write(writer, terms.Length);
        foreach (var term in terms)
        {
            ByteNumbers.Write(writer, term);
        }
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
        var bytes = new byte[file.Length - at];
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            var length = ReadNumber(ref at);
            file.AsSpan(at, length).CopyTo(bytes.AsSpan(starts[i]));
            starts[i + 1] = starts[i] + length;
            at += length;
        }

        return new SortedTerms(bytes, starts);
    }

    private int ReadNumber(ref int at) => ByteNumbers.Read(file, ref at);

    private ContentHash ReadHash(ref int at) => ReadHash(file, ref at);

    private static ContentHash ReadHash(ReadOnlySpan<byte> file, ref int at)
    {
        var hash = new ContentHash(BinaryPrimitives.ReadUInt64BigEndian(file[at..]), BinaryPrimitives.ReadUInt64BigEndian(file[(at + 8)..]));
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
