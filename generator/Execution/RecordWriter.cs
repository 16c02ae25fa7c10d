using System.Text;

namespace Fachinfo.Execution;

/// <summary>Collects the bytes of one record after the other; one writer serves many records, one thread at a time.</summary>
public sealed class RecordWriter() : BinaryWriter(new MemoryStream(4096), Encoding.UTF8)
{
    /// <summary>Gets what was written since the last <see cref="Begin"/>.</summary>
    public ReadOnlySpan<byte> Record
    {
        get
        {
            Flush();
            return ((MemoryStream)OutStream).GetBuffer().AsSpan(0, (int)OutStream.Length);
        }
    }

    public void Begin() => OutStream.SetLength(0);
}
