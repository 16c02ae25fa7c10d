using System.Collections.Immutable;

namespace Fachinfo.Pages.Calendars;

/// <summary>An event of a whole day in a calendar.</summary>
/// <param name="Uid">Permanent (RFC 7986 asks for a UUID).</param>
/// <param name="Stamp">The day of the last change of what it is made of; never the clock.</param>
/// <param name="Address">The absolute address of its page.</param>
public sealed record CalendarEvent(string Uid, DateOnly Stamp, DateOnly Day, string Summary, string Description, string Address)
{
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Gets how many days before a reminder comes; 0 for none.</summary>
    public int ReminderDays { get; init; }
}
