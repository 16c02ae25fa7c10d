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

    /// <summary>Appends bytes to the store. Safe on many threads.</summary>
    /// <param name="isMembersOnly">Whether they say what is not for the public, and so lie in a part of their own.</param>
    /// <returns>The offset to read them back from.</returns>
    long Append(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, bool isMembersOnly);

    /// <summary>Reads bytes back, as many as the span takes. Safe on many threads, but not while another one appends.</summary>
    /// <exception cref="CacheDamagedException">The store is shorter than it should be or cannot be read.</exception>
    void Read(long offset, Span<byte> into);

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
