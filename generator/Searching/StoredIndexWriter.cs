using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>Writes what <see cref="StoredIndex"/> reads, in parts: of a large site it has tens of megabytes.</summary>
internal sealed class StoredIndexWriter : IDisposable
{
    private const int PartSize = 64 * 1024;

    private readonly Stream stream;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> part = new(2 * PartSize);

    private StoredIndexWriter(Stream stream) => this.stream = stream;

    public static void Write(Stream stream, ContentHash key, ContentHash setKey, IReadOnlyList<ShardName> shards, IReadOnlyList<ShardName> spellings, ForwardIndex forward, SearchSet set)
    {
        using var writer = new StoredIndexWriter(stream);
        writer.Write(key);
        writer.Write(setKey);
        writer.Write(shards);
        writer.Write(spellings);
        writer.Write(forward.Terms);
        writer.Write(forward, set);
        writer.End();
    }

    public void Dispose() => hash.Dispose();

    private void Write(SortedTerms terms)
    {
        ByteNumbers.Write(part, terms.Count);
        for (var term = 0; term < terms.Count; term++)
        {
            Write(terms[term]);
        }
    }

    private void Write(ForwardIndex forward, SearchSet set)
    {
        ByteNumbers.Write(part, set.Documents.Count);
        int[] buffer = [];
        for (var document = 0; document < forward.Count; document++)
        {
            Write(set.Documents[document].Hash);
            Write(forward.Encoded(document) is { IsEmpty: false } encoded ? encoded : EncodedTerms.Of(forward.TermsOf(document, ref buffer)));
        }
    }

    private void Write(IReadOnlyList<ShardName> names)
    {
        ByteNumbers.Write(part, names.Count);
        foreach (var name in names)
        {
            Write(Encoding.ASCII.GetBytes(name.Start));
            Write(name.Hash);
        }
    }

    private void Write(ContentHash value)
    {
        value.Write(part.GetSpan(ContentHash.Length));
        part.Advance(ContentHash.Length);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        ByteNumbers.Write(part, bytes.Length);
        part.Write(bytes);
        if (part.WrittenCount >= PartSize)
        {
            Flush();
        }
    }

    private void End()
    {
        Flush();
        Write(ContentHash.Read(hash.GetHashAndReset()));
        stream.Write(part.WrittenSpan);
    }

    private void Flush()
    {
        hash.AppendData(part.WrittenSpan);
        stream.Write(part.WrittenSpan);
        part.ResetWrittenCount();
    }
}
