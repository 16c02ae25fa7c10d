namespace Fachinfo.Execution;

/// <summary>Keeps what a build can use again: the manifest, and parsed documents with their bodies in one append-only store.</summary>
public interface ICache
{
    /// <summary>Gets the last manifest; empty if there is none, it is damaged, or another program version wrote it.</summary>
    Manifest Previous { get; }

    /// <summary>Gets results of work on single files; they survive <see cref="Reset"/>.</summary>
    IResultStore Results { get; }

    /// <summary>Gets documents of earlier builds of this process; <see langword="null"/> if none are kept.</summary>
    DocumentMemory? Documents => null;

    /// <summary>Appends a document to the store. Safe on many threads.</summary>
    /// <param name="isMembersOnly">Whether it says what is not for the public, and so lies in a part of its own.</param>
    /// <returns>Where to read it back from: the next record lies at least as far behind this one as it is long, for readers read ahead.</returns>
    (long Record, long Body) Append(ReadOnlySpan<byte> record, ReadOnlySpan<byte> body, bool isMembersOnly);

    /// <summary>Reads a record back, and what lies behind it, as much as there is and the span takes. Safe on many threads, but not while another one appends.</summary>
    /// <returns>The number of bytes.</returns>
    int ReadRecords(long offset, Span<byte> into);

    /// <summary>Reads a body back, as many bytes as the span takes. Safe on many threads, but not while another one appends.</summary>
    /// <exception cref="CacheDamagedException">The store is shorter than it should be or cannot be read.</exception>
    void ReadBody(long offset, Span<byte> into);

    void Save(Manifest manifest);

    /// <summary>Throws everything away, after damage.</summary>
    void Reset();
}

/// <summary>The cache does not hold what its manifest says; the build starts again without it.</summary>
public sealed class CacheDamagedException : Exception
{
    public CacheDamagedException()
    {
    }

    public CacheDamagedException(string message)
        : base(message)
    {
    }

    public CacheDamagedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
