using System.Text.Json;

namespace Fachinfo.CouncilImport;

/// <summary>Tells which times of change mean nothing: the midnight of today, given to everything.</summary>
internal sealed class Stamps
{
    private const int Few = 20;

    private readonly DateOnly today;
    private readonly DateTime? commonMidnight;

    public Stamps(OParlStore store, DateOnly today, ImportReport report)
    {
        this.today = today;
        var stamped = store.Everything.Where(one => one is { IsDeleted: false, Type: "Paper" or "Meeting" or "Organization" or "File" }).ToList();
        var times = stamped.Select(one => (Created: TimeOf(one, "created"), Modified: TimeOf(one, "modified"))).Where(pair => pair.Modified is not null).ToList();
        if (times.GroupBy(pair => pair.Modified).MaxBy(group => group.Count()) is not { } largest)
        {
            return;
        }

        // A folder that was saved on another day has that day's midnight everywhere.
        var count = largest.Count();
        var isMost = count >= Few && count * 2 > stamped.Count;
        if (isMost && largest.All(pair => pair.Created == pair.Modified) && largest.Key!.Value.TimeOfDay == TimeSpan.Zero)
        {
            commonMidnight = largest.Key;
        }
        else if (isMost)
        {
            for (var i = 0; i < count; i++)
            {
                report.Note(Deviations.BulkModified, largest.Key!.Value.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    public bool ArePlaceholders(DateTime? created, DateTime? modified) =>
        created is { } time && created == modified && time.TimeOfDay == TimeSpan.Zero && (DateOnly.FromDateTime(time) == today || time == commonMidnight);

    private static DateTime? TimeOf(OParlObject one, string name) =>
        one.Values.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && OParlStore.TryGetString(value) is { } text && ServerTime.TryParse(text, out var time, out _)
            ? time
            : null;
}
