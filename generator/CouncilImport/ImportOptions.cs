namespace Fachinfo.CouncilImport;

/// <summary>What a call of the import asks for.</summary>
/// <param name="Today">The day of the import, for tombstones without a date and for times that mean nothing.</param>
public sealed record ImportOptions(DateOnly Today)
{
    /// <summary>Gets slug, name or id of the municipality.</summary>
    public string? Body { get; init; }

    public bool WithFiles { get; init; }

    public bool WithPersons { get; init; }

    public UnknownVisibility Unknown { get; init; } = UnknownVisibility.Public;

    /// <summary>Gets the day since which papers and meetings must have changed.</summary>
    public DateOnly? Since { get; init; }

    public bool IsDryRun { get; init; }

    /// <summary>Gets a value indicating whether more than a small share may be withdrawn at once.</summary>
    public bool AllowRemovals { get; init; }

    public Action<ImportProgress> Progress { get; init; } = static _ => { };
}

/// <param name="Total">0 if nobody knows.</param>
public sealed record ImportProgress(string Step, int Done, int Total);
