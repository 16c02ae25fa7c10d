using System.Collections.Concurrent;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>Results in memory, for builds without a cache folder and for tests.</summary>
/// <param name="known">Results of earlier builds that may be read but are not changed, or <see langword="null"/>.</param>
public sealed class MemoryResults(IResultStore? known = null) : IResultStore
{
    // Null stands for a result that is forgotten here, whatever the earlier builds know.
    private readonly ConcurrentDictionary<string, byte[]?> results = new(StringComparer.Ordinal);

    /// <summary>Gets the names of all results that were written here.</summary>
    public IEnumerable<string> Names => results.Where(result => result.Value is not null).Select(result => result.Key);

    public Stream? Open(string name) =>
        !results.TryGetValue(name, out var bytes) ? known?.Open(name) : bytes is null ? null : new MemoryStream(bytes, writable: false);

    public void Write(string name, ReadOnlySpan<byte> bytes) => results[name] = bytes.ToArray();

    public void Write(string name, Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        results[name] = bytes.ToArray();
    }

    public void Delete(string name) => results[name] = null;
}
