using System.Buffers;

namespace Fachinfo.Searching;

/// <summary>Numbers from 0 as bytes: seven bits each, the lowest first, the high bit says that another one follows.</summary>
internal static class ByteNumbers
{
    public static int LengthOf(int number) => number < 1 << 7 ? 1 : number < 1 << 14 ? 2 : number < 1 << 21 ? 3 : number < 1 << 28 ? 4 : 5;

    public static void Write(ArrayBufferWriter<byte> writer, int number)
    {
        var span = writer.GetSpan(5);
        writer.Advance(Write(span, number));
    }

    /// <summary>Returns how many bytes were written.</summary>
    public static int Write(Span<byte> into, int number)
    {
        var length = 0;
        var left = (uint)number;
        for (; left >= 0x80; left >>= 7)
        {
            into[length++] = (byte)(left | 0x80);
        }

        into[length++] = (byte)left;
        return length;
    }

    public static int Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            number |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (int)number;
            }
        }
    }
}
