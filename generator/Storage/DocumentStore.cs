using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>Documents of the cache: their records, which every build reads from the first to the last, lie apart from their bodies, of which it reads few.</summary>
internal sealed class DocumentStore(string folder) : IDisposable
{
    private readonly AppendedFile records = new(Path.Combine(folder, "records"));
    private readonly AppendedFile bodies = new(Path.Combine(folder, "documents"));

    /// <summary>Gets the length of what is in both files by now.</summary>
    public long Length => records.Length + bodies.Length;

    public (long Record, long Body) Append(ReadOnlySpan<byte> record, ReadOnlySpan<byte> body) => (records.Append(record), bodies.Append(body));

    /// <summary>Reads as much as there is of the records from a place on.</summary>
    public int ReadRecords(long offset, Span<byte> into) => records.Read(offset, into);

    /// <exception cref="CacheDamagedException">There is less in the file than was said to be.</exception>
    public void ReadBody(long offset, Span<byte> into)
    {
        if (bodies.Read(offset, into) < into.Length)
        {
            throw new CacheDamagedException("The document store is shorter than its manifest says.");
        }
    }

    /// <summary>Writes what is still in memory.</summary>
    public void Flush()
    {
        records.Flush();
        bodies.Flush();
    }

    /// <summary>Forgets everything; without files there is nothing to do.</summary>
    public void Clear()
    {
        records.Clear();
        bodies.Clear();
    }

    /// <summary>Copies some documents to new files in the place of these.</summary>
    /// <param name="documents">As the manifest has them, with places in these files.</param>
    /// <returns>Their new places, in the same order.</returns>
    /// <exception cref="CacheDamagedException">There is less in a file than was said to be.</exception>
    public IReadOnlyList<(long Record, long Body)> Compact(IReadOnlyList<SourceEntry> documents) =>
    [
        .. records.Compact([.. documents.Select(document => (document.Offset, document.PayloadLength))])
            .Zip(bodies.Compact([.. documents.Select(document => (document.BodyOffset, document.BodyLength))])),
    ];

    public void Dispose()
    {
        records.Dispose();
        bodies.Dispose();
    }
}
