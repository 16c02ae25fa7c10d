using System.Collections.Immutable;

namespace Fachinfo.Model.Council;

/// <summary>What <c>gremien.yml</c> holds.</summary>
public sealed record OrganizationsContent(ImmutableArray<OrganizationEntry> Organizations);

/// <summary>A committee, faction or department as written (OParl: Organization).</summary>
/// <param name="Slug">Part of the address and name in other files; made from the short name or name if not given.</param>
public sealed record OrganizationEntry(Located<string> Name, string Slug)
{
    public string? ShortName { get; init; }

    /// <summary>Gets one of OParl's types: <c>council</c>, <c>committee</c>, <c>faction</c> ...</summary>
    public string Type { get; init; } = "committee";

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    public string? Description { get; init; }

    public string? Website { get; init; }

    public Withdrawal? Withdrawn { get; init; }

    public RecordDates Record { get; init; } = RecordDates.None;
}
