using System.Globalization;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Reads dates as editors write them: 20.02.2024, 20.2.2024, 20. Februar 2024, 2024-02-20, with or without a time of midnight.</summary>
internal static class DateText
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "d.M.yyyy", "dd.MM.yyyy", "d. M. yyyy", "yyyy-M-d", "yyyy-MM-dd'T'00:00:00", "yyyy-MM-dd 00:00:00"];

    private static readonly string[] Times =
        ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd H:mm", "d.M.yyyy H:mm", "d.M.yyyy, H:mm", "d.M.yyyy H.mm", "d.M.yyyy H:mm:ss"];

    private static readonly string[] TimesWithOffset = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ssZ", "yyyy-MM-dd'T'HH:mmzzz"];

    private static readonly string[] Months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    public static bool TryParse(string text, out DateOnly date) =>
        (DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) || TryParseMonthName(text, out date)) && date.Year is >= 1900 and <= 2200;

    /// <summary>Reads <c>20. Februar 2024</c>.</summary>
    private static bool TryParseMonthName(string text, out DateOnly date)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var month = parts.Length == 3 ? MonthNamed(parts[1]) : 0;
        date = default;
        return month > 0 && DateOnly.TryParseExact($"{parts[0]}{month}.{parts[2]}", "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>The number of a month by its German name; 0 if there is none of that name.</summary>
    public static int MonthNamed(string name) => Array.FindIndex(Months, month => month.Equals(name, StringComparison.OrdinalIgnoreCase)) + 1;

    /// <summary>Reads 19.10.2017 18:00, with "Uhr" or without, or ISO 8601; an offset is turned into German time. A date alone is its midnight.</summary>
    public static bool TryParseTime(string text, out DateTime time)
    {
        if (TryParse(text, out var date))
        {
            time = date.ToDateTime(TimeOnly.MinValue);
            return true;
        }

        if (DateTimeOffset.TryParseExact(text, TimesWithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            time = GermanTime.ToLocal(instant);
            return time.Year is >= 1900 and <= 2200;
        }

        var plain = text.EndsWith("Uhr", StringComparison.OrdinalIgnoreCase) ? text[..^3] : text;
        return DateTime.TryParseExact(plain.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time) && time.Year is >= 1900 and <= 2200;
    }
}
