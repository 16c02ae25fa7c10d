using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>A cache in memory: for builds without a cache folder, and for tests, where it lasts over several builds.</summary>
public sealed class MemoryCache(IResultStore results) : ICache
{
    private readonly List<byte[]> blocks = [];
    private readonly Lock appending = new();

    public MemoryCache()
        : this(new MemoryResults())
    {
    }

    public Manifest Previous { get; private set; } = Manifest.Empty;

    public IResultStore Results { get; } = results;

    public DocumentMemory? Documents { get; init; }

    public long Append(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, bool isMembersOnly)
    {
        var block = new byte[first.Length + second.Length];
        first.CopyTo(block);
        second.CopyTo(block.AsSpan(first.Length));
        lock (appending)
        {
            blocks.Add(block);

            // The number of the block in the upper half, the place in it in the lower: a body lies behind its payload.
            return (long)(blocks.Count - 1) << 32;
        }
    }

    public void Read(long offset, Span<byte> into)
    {
        lock (appending)
        {
            blocks[(int)(offset >> 32)].AsSpan((int)(offset & uint.MaxValue), into.Length).CopyTo(into);
        }
    }

    public void Save(Manifest manifest) => Previous = manifest;

    public void Reset()
    {
        blocks.Clear();
        Previous = Manifest.Empty;
    }
}
