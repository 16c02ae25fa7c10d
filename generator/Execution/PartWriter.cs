using System.Buffers;

namespace Fachinfo.Execution;

/// <summary>Hands on to a stream what is written, in parts of some size: megabytes of text never lie in memory at once.</summary>
/// <param name="buffer">Memory to collect in; what it holds is overwritten.</param>
internal sealed class PartWriter(Stream target, ArrayBufferWriter<byte> buffer) : IBufferWriter<byte>
{
    private const int PartLength = 256 * 1024;

    public void Advance(int count)
    {
        buffer.Advance(count);
        if (buffer.WrittenCount >= PartLength)
        {
            Flush();
        }
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => buffer.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => buffer.GetSpan(sizeHint);

    /// <summary>Hands on the rest.</summary>
    public void Flush()
    {
        target.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
