using System.Security.Cryptography;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>Takes everything and keeps nothing: <c>check</c> renders every page, but writes none.</summary>
public sealed class DiscardedOutput : IOutput
{
    public void Begin()
    {
        // Nothing is kept.
    }

    public IReadOnlyList<Diagnostic> FindObstacles(IEnumerable<string> paths) => [];

    public bool OwnsExactly(IReadOnlyCollection<string> paths) => false;

    public bool Holds(string path, OutputEntry entry, bool verify) => false;

    public Stream Open(string path) => throw new FileNotFoundException(path);

    public Staged Stage(string path, ReadOnlySpan<byte> content) => new(new byte[SHA512.HashSizeInBytes], content.Length, 0, false);

    public Staged Stage(string path, Stream content) => new(new byte[SHA512.HashSizeInBytes], content.Length, 0, false);

    public Staged Stage(string path, Action<Stream> write)
    {
        write(Stream.Null);
        return new(new byte[SHA512.HashSizeInBytes], 0, 0, false);
    }

    public int Commit(IReadOnlyDictionary<string, OutputEntry> files) => 0;
}
