using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>Says that nothing changed but templates: pages that a theme makes show the same in another way, and all others are the same.</summary>
internal sealed class ChangedTemplates : LimitedChange
{
    private ChangedTemplates()
    {
    }

    /// <summary>Compares with the last build.</summary>
    /// <param name="options">Hash of program and options of this build.</param>
    /// <returns><see langword="null"/> if anything else changed, or if the last build did not write everything.</returns>
    public static ChangedTemplates? Find(Manifest previous, IReadOnlyDictionary<SourcePath, SourceEntry> sources, ContentHash options, Func<SourcePath, bool> isTemplate) =>
        previous.Options != default
        && previous.Options == options
        && previous.Sources.Count == sources.Count
        && sources.All(source => previous.Sources.TryGetValue(source.Key, out var known) && (known.Hash == source.Value.Hash || isTemplate(source.Key)))
            ? new ChangedTemplates()
            : null;

    public override bool Spares(Page page) => !page.IsThemed;

    public override ContentHash? Known(OutputEntry entry) => entry.Fingerprint;
}
