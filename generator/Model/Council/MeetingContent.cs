using System.Collections.Immutable;

namespace Fachinfo.Model.Council;

/// <summary>A meeting as its file gives it (OParl: Meeting).</summary>
/// <param name="Body">The folder of the municipality.</param>
/// <param name="Organizations">The committees that meet; the first one is in the address.</param>
/// <param name="Start">German time; midnight where only the day is known.</param>
public sealed record MeetingContent(
    string Body,
    ImmutableArray<Located<string>> Organizations,
    Located<DateTime> Start,
    BodyFacts Text)
{
    /// <summary>Gets a value indicating whether the day is known; a meeting without one is checked, but has no page.</summary>
    public bool IsWhole => Start.Line > 0;

    /// <summary>Gets the name, if it is more than committee and day: <c>21. Sitzung des Rates</c>.</summary>
    public string? Name { get; init; }

    public DateTime? End { get; init; }

    public Place Place { get; init; } = Place.None;

    public bool IsCancelled { get; init; }

    /// <summary>Gets who may know of the meeting as a whole; the public if it says nothing.</summary>
    public Visibility Visibility { get; init; }

    public ImmutableArray<AgendaItemEntry> Agenda { get; init; } = [];

    public ImmutableArray<FileEntry> Files { get; init; } = [];

    public ImmutableArray<Located<string>> Aliases { get; init; } = [];

    public Withdrawal? Withdrawn { get; init; }

    public RecordDates Record { get; init; } = RecordDates.None;
}

/// <summary>An agenda item as written (OParl: AgendaItem).</summary>
public sealed record AgendaItemEntry(Located<string> Title, Located<Visibility> Visibility)
{
    /// <summary>Gets the number as written: <c>5.1</c>, <c>Ö 3</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Gets a value indicating whether the title may stand in public although the item may not.</summary>
    public bool TeasesTitle { get; init; }

    /// <summary>Gets the paper: reference, address part, path or record id.</summary>
    public Located<string>? Paper { get; init; }

    public string? Result { get; init; }

    /// <summary>Gets the text of the resolution.</summary>
    public string? Resolution { get; init; }

    public ImmutableArray<FileEntry> Files { get; init; } = [];

    public RecordDates Record { get; init; } = RecordDates.None;
}

/// <summary>Where a meeting takes place (OParl: Location).</summary>
public sealed record Place(string? Description, string? Room, string? Street, string? PostalCode, string? Locality)
{
    public static readonly Place None = new(null, null, null, null, null);

    public bool IsEmpty => this == None;
}
