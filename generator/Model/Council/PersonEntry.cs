using System.Collections.Immutable;

namespace Fachinfo.Model.Council;

/// <summary>What <c>personen.yml</c> holds.</summary>
public sealed record PersonsContent(ImmutableArray<PersonEntry> Persons);

/// <summary>A person as written (OParl: Person).</summary>
public sealed record PersonEntry(Located<string> Name, string Slug)
{
    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? FormOfAddress { get; init; }

    public ImmutableArray<MembershipEntry> Memberships { get; init; } = [];

    public Withdrawal? Withdrawn { get; init; }

    public RecordDates Record { get; init; } = RecordDates.None;
}

/// <summary>A person in an organization, as written (OParl: Membership).</summary>
public sealed record MembershipEntry(Located<string> Organization)
{
    public string? Role { get; init; }

    public bool? HasVote { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    public RecordDates Record { get; init; } = RecordDates.None;
}
