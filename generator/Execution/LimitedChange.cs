namespace Fachinfo.Execution;

/// <summary>What changed since the last build, where it is one kind of thing only: then much is known to be the same without being asked.</summary>
internal abstract class LimitedChange
{
    /// <summary>Tells whether a page is known to be the same.</summary>
    public abstract bool Spares(Page page);

    /// <summary>Tells whether a file of the last build is in place; <see langword="null"/> if nobody looked.</summary>
    public virtual bool? IsInPlace(string path) => null;

    /// <summary>The fingerprint of a page, if it is known to be that of the last build.</summary>
    public virtual ContentHash? Known(OutputEntry entry) => null;
}
