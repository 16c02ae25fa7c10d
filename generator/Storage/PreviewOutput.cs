using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>The output of a preview: pages lie in memory, copied files are read from their source, large made files from a temporary folder.</summary>
/// <remarks>What is served changes as a whole when a build commits; a build with errors leaves the last good site.</remarks>
public sealed class PreviewOutput : IOutput, IDisposable
{
    /// <summary>What is made as a stream and is larger lies on disk.</summary>
    private const int LargestInMemory = 1024 * 1024;

    private static readonly byte[] NoHash = new byte[SHA512.HashSizeInBytes];

    private readonly ConcurrentDictionary<string, PreviewFile> staged = new(StringComparer.Ordinal);
    private readonly string folder = Directory.CreateTempSubdirectory("fachinfo-vorschau-").FullName;
    private Dictionary<string, PreviewFile> files = new(StringComparer.Ordinal);
    private int made;

    /// <summary>Gets the paths that the last commit wrote anew or removed.</summary>
    public ImmutableHashSet<string> Changed { get; private set; } = [];

    public PreviewFile? Find(string path) => Volatile.Read(ref files).GetValueOrDefault(path);

    public void Begin() => staged.Clear();

    public IReadOnlyList<Diagnostic> FindObstacles(IEnumerable<string> paths) => [];

    public bool OwnsExactly(IReadOnlyCollection<string> paths) => files.Count == paths.Count && paths.All(files.ContainsKey);

    public bool Holds(string path, OutputEntry entry, bool verify) => files.TryGetValue(path, out var file) && file.IsThere;

    public Stream Open(string path) => files[path].Open();

    public Staged Stage(string path, ReadOnlySpan<byte> content)
    {
        if (files.TryGetValue(path, out var current) && current.Bytes is { } bytes && content.SequenceEqual(bytes))
        {
            return new Staged(NoHash, bytes.Length, 0, false);
        }

        return Keep(path, PreviewFile.Of(content.ToArray()));
    }

    public Staged Stage(string path, Stream content)
    {
        if (content is FileStream source)
        {
            return Keep(path, PreviewFile.Of(source.Name, source.Length));
        }

        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return Stage(path, copy.ToArray());
    }

    public Staged Stage(string path, Action<Stream> write)
    {
        var target = Path.Combine(folder, Interlocked.Increment(ref made).ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        long length;
        using (var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write))
        {
            write(file);
            length = file.Length;
        }

        if (length > LargestInMemory)
        {
            return Keep(path, PreviewFile.Of(target, length));
        }

        var bytes = File.ReadAllBytes(target);
        File.Delete(target);
        return Stage(path, bytes);
    }

    public int Commit(IReadOnlyDictionary<string, OutputEntry> files)
    {
        var next = new Dictionary<string, PreviewFile>(files.Count, StringComparer.Ordinal);
        foreach (var path in files.Keys)
        {
            next.Add(path, staged.TryGetValue(path, out var file) ? file : this.files[path]);
        }

        var removed = this.files.Keys.Where(path => !files.ContainsKey(path)).ToList();
        Changed = [.. staged.Keys, .. removed];
        staged.Clear();
        Volatile.Write(ref this.files, next);
        return removed.Count;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Staged Keep(string path, PreviewFile file)
    {
        staged[path] = file;
        return new Staged(NoHash, file.Length, 0, true);
    }
}
