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
        if (previous.Options == default || previous.Options != options || previous.Sources.Count != sources.Count)
        {
            return null;
        }

        var onlyTemplates = true;
        foreach (var (path, entry) in sources)
        {
            if (!previous.Sources.TryGetValue(path, out var known))
            {
                return null;
            }

            if (known.Hash == entry.Hash)
            {
                continue;
            }

            switch (partOf(path))
            {
                case ThemePart.None:
                    return null;
                case ThemePart.Asset:
                    onlyTemplates = false;
                    break;
            }
        }

        return new ChangedTheme(onlyTemplates);
    }

    public override bool Spares(Page page) => onlyTemplates && !page.IsThemed;

    public override ContentHash? Known(OutputEntry entry) => entry.Fingerprint;
}
