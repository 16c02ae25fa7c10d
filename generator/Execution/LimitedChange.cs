using Fachinfo.Diagnostics;

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

    /// <summary>Compares all sources with those of the last build.</summary>
    /// <param name="options">Hash of program and options of this build.</param>
    /// <param name="allows">Takes the path of each source that changed, what the last build knew of it and what this one knows, and tells whether the change is of the kind.</param>
    /// <returns><see langword="false"/> if anything else changed, or if the last build did not write everything.</returns>
    protected static bool IsAllThatChanged(Manifest previous, IReadOnlyDictionary<SourcePath, SourceEntry> sources, ContentHash options, Func<SourcePath, SourceEntry, SourceEntry, bool> allows)
    {
        if (previous.Options == default || previous.Options != options || previous.Sources.Count != sources.Count)
        {
            return false;
        }

        foreach (var (path, entry) in sources)
        {
            if (!previous.Sources.TryGetValue(path, out var known) || (known.Hash != entry.Hash && !allows(path, known, entry)))
            {
                return false;
            }
        }

        return true;
    }
}
