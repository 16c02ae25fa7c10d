using System.Globalization;

namespace Fachinfo.Reading;

/// <summary>Reads dates as editors write them: 20.02.2024, 20.2.2024, 2024-02-20, with or without a time of midnight.</summary>
internal static class DateText
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "d.M.yyyy", "dd.MM.yyyy", "d. M. yyyy", "yyyy-M-d", "yyyy-MM-dd'T'00:00:00", "yyyy-MM-dd 00:00:00"];

    public static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= 1900 and <= 2200;
}
