using System.Globalization;
using Fachinfo.Model;

namespace Fachinfo.CouncilImport;

/// <summary>Reads dates and times in every form that servers use, as German local time.</summary>
internal static class ServerTime
{
    private const string Right = "yyyy-MM-dd'T'HH:mm:sszzz";

    private static readonly string[] WithOffset =
        [Right, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss zzz"];

    private static readonly string[] Universal = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd HH:mm:ss'Z'"];

    private static readonly string[] Local =
        ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "d.M.yyyy HH:mm", "d.M.yyyy HH:mm:ss"];

    private static readonly string[] Days = ["yyyy-MM-dd", "d.M.yyyy", "yyyyMMdd"];

    /// <param name="isRight">Whether it was written as the specification wants it.</param>
    public static bool TryParse(string text, out DateTime time, out bool isRight)
    {
        var plain = text.Trim();
        isRight = DateTimeOffset.TryParseExact(plain, Right, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && !plain.EndsWith('Z');
        if (isRight || DateTimeOffset.TryParseExact(plain, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
            || DateTimeOffset.TryParseExact(plain, Universal, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant))
        {
            if (instant.Year is < 1900 or > 2200)
            {
                time = default;
                return false;
            }

            time = GermanTime.ToLocal(instant);
        }
        else if (!DateTime.TryParseExact(plain, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out time)
            && !DateTime.TryParseExact(plain, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
        {
            return false;
        }

        time = new DateTime(time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second, DateTimeKind.Unspecified);
        return time.Year is >= 1900 and <= 2200;
    }

    /// <param name="isRight">Whether it was a day without a time.</param>
    public static bool TryParseDay(string text, out DateOnly day, out bool isRight)
    {
        var plain = text.Trim();
        isRight = DateOnly.TryParseExact(plain, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1900 and <= 2200;
        if (isRight)
        {
            return true;
        }

        if (TryParse(plain, out var time, out _))
        {
            day = DateOnly.FromDateTime(time);
            return true;
        }

        return false;
    }
}
