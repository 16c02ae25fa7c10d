using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>Files in memory: what a run keeps that writes nothing.</summary>
public sealed class MemoryStore : IFileStore
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public IReadOnlyList<string> List() => [.. files.Keys];

    public byte[]? Read(string path) => files.GetValueOrDefault(path);

    public void Write(string path, ReadOnlySpan<byte> bytes) => files[path] = bytes.ToArray();

    public void Delete(string path) => files.Remove(path);
}
