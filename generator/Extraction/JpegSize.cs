namespace Fachinfo.Extraction;

/// <summary>Finds width and height in the frame header of a JPEG (ITU T.81, B.2.2).</summary>
internal static class JpegSize
{
    /// <returns>Zeros if the bytes are no JPEG.</returns>
    public static (int Width, int Height) Of(ReadOnlySpan<byte> jpeg)
    {
        var at = 2;
        while (at + 9 < jpeg.Length && jpeg[at] == 0xFF)
        {
            var marker = jpeg[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return ((jpeg[at + 7] << 8) + jpeg[at + 8], (jpeg[at + 5] << 8) + jpeg[at + 6]);
            }

            at += 2 + (jpeg[at + 2] << 8) + jpeg[at + 3];
        }

        return (0, 0);
    }
}
