using System.Globalization;

namespace Fachinfo.Pages.Feeds;

/// <summary>Days as feeds write them: midnight in Greenwich, which is the same day in Germany all year.</summary>
internal static class FeedDates
{
    /// <summary>RFC 822 with a year of four digits: <c>Tue, 20 Feb 2024 00:00:00 GMT</c>.</summary>
    public static string Rfc822(DateOnly date) => date.ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture) + " 00:00:00 GMT";

    /// <summary>RFC 3339: <c>2024-02-20T00:00:00Z</c>.</summary>
    public static string Rfc3339(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
}
