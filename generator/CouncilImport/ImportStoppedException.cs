namespace Fachinfo.CouncilImport;

/// <summary>Ends an import before it changed anything, with a German sentence for the user.</summary>
public sealed class ImportStoppedException : Exception
{
    public ImportStoppedException()
    {
    }

    public ImportStoppedException(string message, Exception cause)
        : base(message, cause)
    {
    }

    public ImportStoppedException(string message)
        : base(message)
    {
    }

    /// <summary>Gets or sets a value indicating whether the call was wrong, and not the server or the data.</summary>
    public bool IsUsage { get; init; }
}
