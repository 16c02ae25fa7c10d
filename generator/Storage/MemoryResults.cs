using System.Collections.Concurrent;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>Results in memory, for builds without a cache folder and for tests.</summary>
/// <param name="known">Results of earlier builds that may be read but are not changed, or <see langword="null"/>.</param>
public sealed class MemoryResults(IResultStore? known = null) : IResultStore
{
    private readonly ConcurrentDictionary<string, byte[]> results = new(StringComparer.Ordinal);

    /// <summary>Gets the names of all results that were written here.</summary>
    public IEnumerable<string> Names => results.Keys;

    public Stream? Open(string name) => results.TryGetValue(name, out var bytes) ? new MemoryStream(bytes, writable: false) : known?.Open(name);

    public void Write(string name, ReadOnlySpan<byte> bytes) => results[name] = bytes.ToArray();

    public void Delete(string name) => results.TryRemove(name, out _);
}
