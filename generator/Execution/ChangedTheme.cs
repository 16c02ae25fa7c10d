using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>What a file of the theme is for.</summary>
public enum ThemePart
{
    /// <summary>Not of the theme, or words and settings that pages are made of.</summary>
    None,

    /// <summary>Says how pages show what they show.</summary>
    Template,

    /// <summary>A file beside the pages, such as a style sheet: its address stands in templates.</summary>
    Asset,
}

/// <summary>Says that nothing changed but templates and assets: pages show the same in another way.</summary>
/// <param name="onlyTemplates">Whether no asset changed, so that what no template makes is the same.</param>
internal sealed class ChangedTheme(bool onlyTemplates) : LimitedChange
{
    /// <summary>Compares with the last build.</summary>
    /// <param name="options">Hash of program and options of this build.</param>
    /// <returns><see langword="null"/> if anything else changed, or if the last build did not write everything.</returns>
    public static ChangedTheme? Find(Manifest previous, IReadOnlyDictionary<SourcePath, SourceEntry> sources, ContentHash options, Func<SourcePath, ThemePart> partOf)
    {
        var onlyTemplates = true;
        var isAll = IsAllThatChanged(previous, sources, options, (path, _, _) =>
        {
            var part = partOf(path);
            onlyTemplates &= part != ThemePart.Asset;
            return part != ThemePart.None;
        });
        return isAll ? new ChangedTheme(onlyTemplates) : null;
    }

    public override bool Spares(Page page) => onlyTemplates && !page.IsThemed;

    public override ContentHash? Known(OutputEntry entry) => entry.Fingerprint;
}
