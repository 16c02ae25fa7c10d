using System.Collections.Concurrent;
using System.Security.Cryptography;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>An output in memory, for tests and previews.</summary>
public sealed class MemoryOutput : IOutput
{
    private readonly ConcurrentDictionary<string, byte[]> staged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <summary>Gets the bytes of the site by path below the output folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => files;

    public void Begin() => staged.Clear();

    public IReadOnlyList<Diagnostic> FindObstacles(IEnumerable<string> paths) => [];

    public bool OwnsExactly(IReadOnlyCollection<string> paths) => files.Count == paths.Count && paths.All(files.ContainsKey);

    public bool Holds(string path, OutputEntry entry, bool verify) =>
        files.TryGetValue(path, out var bytes) && (!verify || SHA512.HashData(bytes).AsSpan().SequenceEqual(entry.Sha512.AsSpan()));

    public Stream Open(string path) => new MemoryStream(files[path], writable: false);

    public Staged Stage(string path, ReadOnlySpan<byte> content)
    {
        if (files.TryGetValue(path, out var current) && content.SequenceEqual(current))
        {
            return new Staged(SHA512.HashData(current), current.Length, 0, false);
        }

        var bytes = content.ToArray();
        staged[path] = bytes;
        return new Staged(SHA512.HashData(bytes), bytes.Length, 0, true);
    }

    public Staged Stage(string path, Stream content)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return Stage(path, copy.ToArray());
    }

    public Staged Stage(string path, Action<Stream> write)
    {
        using var copy = new MemoryStream();
        using var forward = new HashingStream(copy);
        write(forward);
        return Stage(path, copy.ToArray());
    }

    public int Commit(IReadOnlyDictionary<string, OutputEntry> files)
    {
        foreach (var (path, bytes) in staged)
        {
            this.files[path] = bytes;
        }

        staged.Clear();
        return this.files.Keys.Where(path => !files.ContainsKey(path)).ToList().Count(path => this.files.TryRemove(path, out _));
    }
}
