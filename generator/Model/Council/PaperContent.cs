using System.Collections.Immutable;

namespace Fachinfo.Model.Council;

/// <summary>A paper as its file gives it (OParl: Paper).</summary>
/// <param name="Body">The folder of the municipality.</param>
/// <param name="Reference">As written, opaque: <c>325/2017</c>, <c>WP7-813/2007 2. Ergänzung</c>; may be missing if there is a record id.</param>
public sealed record PaperContent(
    string Body,
    Located<string> Title,
    Located<string>? Reference,
    Located<Visibility> Visibility,
    BodyFacts Text)
{
    /// <summary>Gets <c>Beschlussvorlage</c>, <c>Mitteilung</c> ..., as written.</summary>
    public string? PaperType { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Gets the department in charge, as written: <c>Amt 12</c>.</summary>
    public string? Department { get; init; }

    public ImmutableArray<Located<string>> FileReferences { get; init; } = [];

    /// <summary>Gets the organizations in charge (OParl: underDirectionOf).</summary>
    public ImmutableArray<Located<string>> UnderDirectionOf { get; init; } = [];

    /// <summary>Gets the organizations that it comes from (OParl: originatorOrganization).</summary>
    public ImmutableArray<Located<string>> Originators { get; init; } = [];

    public ImmutableArray<ConsultationEntry> Consultations { get; init; } = [];

    public ImmutableArray<FileEntry> Files { get; init; } = [];

    /// <summary>Gets papers and notices that belong to it: reference, path, or <c>Mitteilung 145/2024</c>.</summary>
    public ImmutableArray<Located<string>> Related { get; init; } = [];

    public ImmutableArray<Located<string>> Aliases { get; init; } = [];

    public Withdrawal? Withdrawn { get; init; }

    public RecordDates Record { get; init; } = RecordDates.None;

    /// <summary>Gets hashes of the words of the title, sorted, for finding related things.</summary>
    public ImmutableArray<int> Keywords { get; init; } = [];
}

/// <summary>One station of a paper, as written (OParl: Consultation). The status belongs here, never to the paper.</summary>
public sealed record ConsultationEntry(Located<string> Organization)
{
    /// <summary>Gets the day of the meeting.</summary>
    public Located<DateOnly>? Date { get; init; }

    /// <summary>Gets the meeting, if committee and day do not name it: its address part, path or record id.</summary>
    public Located<string>? Meeting { get; init; }

    /// <summary>Gets the number on the agenda: <c>5.1</c>.</summary>
    public Located<string>? AgendaNumber { get; init; }

    /// <summary>Gets <c>Vorberatung</c>, <c>Entscheidung</c> ..., as written.</summary>
    public string? Role { get; init; }

    public string? Result { get; init; }

    public bool IsAuthoritative { get; init; }

    public RecordDates Record { get; init; } = RecordDates.None;
}
