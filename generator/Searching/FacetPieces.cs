using System.Buffers.Binary;

namespace Fachinfo.Searching;

/// <summary>What filters and the order by date need of each document, 8,192 in a piece: columns of numbers of two bytes, low byte first.</summary>
/// <remarks>Date and last deadline are days from 1 January 1970, divided into 16 bits; 0 is none. Up to two rubrics, from 1.</remarks>
internal static class FacetPieces
{
    public const int BlockSize = 8192;

    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber - 1;

    public static IEnumerable<byte[]> Plan(DocumentNumbers numbers)
    {
        for (var block = 0; block * BlockSize < numbers.End; block++)
        {
            var (from, to) = (block * BlockSize, Math.Min(numbers.End, (block + 1) * BlockSize));
            var count = to - from;
            var bytes = new byte[8 * count];
            var start = Array.BinarySearch(numbers.Numbers, from);
            for (var i = start < 0 ? ~start : start; i < numbers.Numbers.Length && numbers.Numbers[i] < to; i++)
            {
                var document = numbers.Documents[i];
                var at = numbers.Numbers[i] - from;
                Put(bytes, at, document.Date);
                Put(bytes, count + at, document.Deadlines.IsEmpty ? null : document.Deadlines.Max());
                Put(bytes, (2 * count) + at, document.Rubrics.IsEmpty ? 0 : document.Rubrics[0] + 1);
                Put(bytes, (3 * count) + at, document.Rubrics.Length < 2 ? 0 : document.Rubrics[1] + 1);
            }

            yield return bytes;
        }
    }

    private static void Put(byte[] bytes, int place, DateOnly? date) => Put(bytes, place, date is { } day ? Math.Clamp(day.DayNumber - FirstDay, 0, ushort.MaxValue) : 0);

    private static void Put(byte[] bytes, int place, int value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * place), (ushort)value);
}
