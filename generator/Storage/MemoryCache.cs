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

    public (long Record, long Body) Append(ReadOnlySpan<byte> record, ReadOnlySpan<byte> body, bool isMembersOnly)
    {
        lock (appending)
        {
            blocks.Add(record.ToArray());
            blocks.Add(body.ToArray());

            // The number of the block in the upper half: places lie further apart than a reader of records reads ahead.
            return ((long)(blocks.Count - 2) << 32, (long)(blocks.Count - 1) << 32);
        }
    }

    public int ReadRecords(long offset, Span<byte> into)
    {
        lock (appending)
        {
            // One by one: there is no next record to be read along with it.
            var block = blocks[(int)(offset >> 32)].AsSpan();
            block[..Math.Min(block.Length, into.Length)].CopyTo(into);
            return Math.Min(block.Length, into.Length);
        }
    }

    public void ReadBody(long offset, Span<byte> into)
    {
        lock (appending)
        {
            blocks[(int)(offset >> 32)].AsSpan(0, into.Length).CopyTo(into);
        }
    }

    public void Save(Manifest manifest) => Previous = manifest;

    public void Reset()
    {
        blocks.Clear();
        Previous = Manifest.Empty;
    }
}
