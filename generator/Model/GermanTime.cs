namespace Fachinfo.Model;

/// <summary>German legal time: the offset to UTC for any local time, without the time zones of the machine.</summary>
/// <remarks>
/// Summer time since 1980 from the last Sunday of March to the last Sunday of September, since 1996 of October (EU directive
/// 2000/84/EC). The hour that occurs twice in autumn counts as summer time, the one that is left out in spring as winter time.
/// </remarks>
public static class GermanTime
{
    private const int FirstSummerTime = 1980;
    private const int FirstUntilOctober = 1996;

    private static readonly TimeSpan Winter = TimeSpan.FromHours(1);
    private static readonly TimeSpan Summer = TimeSpan.FromHours(2);

    /// <summary>Returns the local time with its offset: <c>2017-10-19T18:00:00+02:00</c>.</summary>
    public static DateTimeOffset WithOffset(DateTime local) => new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), OffsetOf(local));

    /// <summary>Returns the local time of an instant.</summary>
    public static DateTime ToLocal(DateTimeOffset instant)
    {
        var winter = instant.ToOffset(Winter).DateTime;
        var summer = instant.ToOffset(Summer).DateTime;
        return OffsetOf(summer) == Summer ? summer : winter;
    }

    private static TimeSpan OffsetOf(DateTime local)
    {
        if (local.Year < FirstSummerTime)
        {
            return Winter;
        }

        var begin = LastSunday(local.Year, 3).AddHours(3);
        var end = LastSunday(local.Year, local.Year < FirstUntilOctober ? 9 : 10).AddHours(3);
        return local >= begin && local < end ? Summer : Winter;
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month), 0, 0, 0, DateTimeKind.Unspecified);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
