namespace Fachinfo.CouncilImport;

/// <summary>There is no answer; the message is a German sentence.</summary>
public sealed class FetchFailedException : Exception
{
    public FetchFailedException()
    {
    }

    public FetchFailedException(string message)
        : base(message)
    {
    }

    public FetchFailedException(string message, Exception cause)
        : base(message, cause)
    {
    }

    public FetchFailedException(string message, bool isFinal, Exception? cause = null)
        : base(message, cause) => IsFinal = isFinal;

    /// <summary>Gets a value indicating whether asking again is of no use.</summary>
    public bool IsFinal { get; }
}
