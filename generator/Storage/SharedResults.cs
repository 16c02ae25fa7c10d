using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>Results of which some are shared with other runs and the rest belong to this one and stay in memory.</summary>
/// <param name="isShared">Tells by the name of a result.</param>
public sealed class SharedResults(IResultStore shared, Func<string, bool> isShared) : IResultStore
{
    private readonly MemoryResults own = new();

    public Stream? Open(string name) => Of(name).Open(name);

    public void Write(string name, ReadOnlySpan<byte> bytes) => Of(name).Write(name, bytes);

    public void Write(string name, Action<Stream> write) => Of(name).Write(name, write);

    public void Delete(string name) => Of(name).Delete(name);

    private IResultStore Of(string name) => isShared(name) ? shared : own;
}
