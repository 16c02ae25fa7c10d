using System.Buffers;

namespace Fachinfo.Execution;

/// <summary>A piece of a buffer that others use afterwards: read it, then dispose it, and keep nothing of the span.</summary>
public readonly struct RentedBytes(int length) : IDisposable
{
    private readonly byte[] rented = length == 0 ? [] : ArrayPool<byte>.Shared.Rent(length);

    public Span<byte> Span => rented.AsSpan(0, length);

    public void Dispose()
    {
        if (length > 0)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
