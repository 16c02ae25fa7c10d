using System.Text.RegularExpressions;

namespace Fachinfo.CouncilImport;

/// <summary>Finds the words by which servers mark what is not public: headings in agendas, names of meetings.</summary>
internal static partial class ClosedParts
{
    /// <summary>Tells whether the name of a meeting says that all of it is closed; one with both parts is not.</summary>
    public static bool IsClosedMeeting(string name) => Closed().IsMatch(name) && !Open().IsMatch(Closed().Replace(name, ""));

    /// <summary>Tells whether an agenda item is a heading of the closed part. When in doubt it is: what follows stays out then.</summary>
    public static bool IsClosedHeading(string name) => ClosedHeading().IsMatch(name);

    /// <summary>Tells whether an agenda item is a heading of the open part and nothing else.</summary>
    public static bool IsOpenHeading(string name) => OpenHeading().IsMatch(name);

    [GeneratedRegex(@"nicht\s*-?\s*(ö|oe)ffentlich\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Closed();

    [GeneratedRegex(@"(ö|oe)ffentlich", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"^(TOP\s+)?([A-Z]|[IVX]{1,4}|Teil\s+\w+|\d{1,2})?[.:)]?\s*[-–]?\s*nicht\s*-?\s*(ö|oe)ffentliche[rns]?\s+(Sitzung|Teil|Sitzungsteil|Tagesordnung|Tagesordnungspunkte|Beratung)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClosedHeading();

    [GeneratedRegex(@"^([A-Z]|[IVX]{1,4}|Teil\s+\w+|\d{1,2})?[.:)]?\s*[-–]?\s*(ö|oe)ffentliche[rns]?\s+(Sitzung|Teil|Sitzungsteil|Tagesordnung|Tagesordnungspunkte|Beratung)\s*:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpenHeading();
}
