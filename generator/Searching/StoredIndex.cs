using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>The index as the cache keeps it: what it was made of, its shards, and the terms of each document.</summary>
/// <remarks>
/// Layout: key of the format; key of the set; names of shards and of spelling lists; terms; documents; hash of all before. Numbers are of seven bits a
/// byte. A file that is damaged or of another version is as good as none.
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
        if (file.Length < 3 * HashLength || ContentHash.Read(file) != key || ContentHash.Read(file.AsSpan(^HashLength..)) != ContentHash.Of(file.AsSpan(..^HashLength)))
        {
            return null;
        }

        return new StoredIndex(file, HashLength);
    }

    /// <summary>Returns where the terms of a document are; -1 if it is not known.</summary>
    public int Find(ContentHash document) => places.TryGetValue(document, out var at) ? at : -1;

    /// <summary>The terms of a document, numbered as in <see cref="Terms"/>.</summary>
    /// <param name="at">As <see cref="Find"/> returned it.</param>
    public ReadOnlySpan<byte> Encoded(int at)
    {
        var length = ReadNumber(ref at);
        return file.AsSpan(at, length);
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

    private ContentHash ReadHash(ref int at)
    {
        var hash = ContentHash.Read(file.AsSpan(at));
        at += HashLength;
        return hash;
    }
}
