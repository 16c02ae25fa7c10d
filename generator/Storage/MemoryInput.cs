using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>Files in memory, for whole builds without a disk.</summary>
public sealed class MemoryInput : IInput
{
    private readonly SortedDictionary<SourcePath, (byte[] Bytes, long Modified)> files = [];
    private long clock;

    /// <summary>Adds or replaces a file; each write counts as a later change.</summary>
    public void Write(string path, byte[] bytes) => files[new SourcePath(path)] = (bytes, ++clock);

    public void Delete(string path) => files.Remove(new SourcePath(path));

    public IReadOnlyList<SourceFile> List(ICollection<Diagnostic> findings) =>
        [.. files.Select(file => new SourceFile(file.Key, file.Value.Bytes.Length, file.Value.Modified))];

    public byte[] Read(SourceFile file) => files[file.Path].Bytes;

    public Stream Open(SourceFile file) => new MemoryStream(Read(file), writable: false);
}
