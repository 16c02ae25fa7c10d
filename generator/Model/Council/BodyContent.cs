using System.Collections.Immutable;

namespace Fachinfo.Model.Council;

/// <summary>A municipality as its <c>kommune.yml</c> gives it (OParl: Body).</summary>
/// <param name="Folder">The folder below <c>ratsarchiv/</c>, which is the address too: <c>juelich</c>.</param>
public sealed record BodyContent(string Folder, Located<string> Name)
{
    public string? ShortName { get; init; }

    /// <summary>Gets the official municipality key: eight digits, <c>05358024</c>.</summary>
    public string? Ags { get; init; }

    public string? Website { get; init; }

    /// <summary>Gets the address of the licence that holds for all data unless a file says otherwise.</summary>
    public string? License { get; init; }

    public Contact Contact { get; init; } = Contact.Empty;

    /// <summary>Gets a value indicating whether the archive is not kept up to date any more.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Gets the day of the last update.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>Gets where the data come from: the address of an OParl server, or of a council system.</summary>
    public string? Origin { get; init; }

    public ImmutableArray<LegislativeTerm> LegislativeTerms { get; init; } = [];

    public RecordDates Record { get; init; } = RecordDates.None;
}

/// <summary>A legislative term (OParl: LegislativeTerm), such as <c>10. Wahlperiode</c>.</summary>
public sealed record LegislativeTerm(string Name, DateOnly? Start, DateOnly? End)
{
    public RecordDates Record { get; init; } = RecordDates.None;
}

/// <summary>What an object brought along from the system that it came from.</summary>
/// <param name="Id">The id there, opaque; for OParl its absolute URL.</param>
/// <param name="Created">German time.</param>
/// <param name="Modified">German time.</param>
public sealed record RecordDates(string? Id, DateTime? Created, DateTime? Modified)
{
    public static readonly RecordDates None = new(null, null, null);
}
