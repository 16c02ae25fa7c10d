using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>The documents of which nothing changed but their bodies, in a build where nothing else changed at all.</summary>
/// <remarks>
/// That is what most edits are: a sentence more. Everything that pages show of other documents (titles, days, links, citations) is the same then,
/// so a page needs a look only if it shows one of these bodies.
/// </remarks>
internal sealed class ChangedBodies : LimitedChange
{
    private readonly Dictionary<SourcePath, BodyReference> former;

    private Task<HashSet<string>>? lost;

    private ChangedBodies(Dictionary<SourcePath, BodyReference> former) => this.former = former;

    /// <summary>Compares with the last build.</summary>
    /// <param name="options">Hash of program and options of this build.</param>
    /// <returns><see langword="null"/> if anything else changed, or if the last build did not write everything.</returns>
    public static ChangedBodies? Find(Manifest previous, IReadOnlyDictionary<SourcePath, SourceEntry> sources, ContentHash options)
    {
        var changed = new Dictionary<SourcePath, BodyReference>();
        var areAll = IsAllThatChanged(previous, sources, options, (path, known, entry) => entry.Facts != default && entry.Facts == known.Facts && changed.TryAdd(path, known.Body));
        return areAll ? new ChangedBodies(changed) : null;
    }

    /// <summary>Tells whether a page shows none of the bodies, and says so.</summary>
    public override bool Spares(Page page) => page is TemplatePage { OnlyBody: { } body } && !former.ContainsKey(body);

    /// <summary>Begins to look whether the files of the last build are in place, since nearly all of them will stay, and does not wait for it.</summary>
    public void LookAt(IOutput output, IReadOnlyDictionary<string, OutputEntry> files) => lost = Task.Run(() =>
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, entry) in files)
        {
            if (!output.Holds(path, entry, verify: false))
            {
                missing.Add(path);
            }
        }

        return missing;
    });

    public override bool? IsInPlace(string path) => lost is null ? null : !lost.GetAwaiter().GetResult().Contains(path);

    /// <summary>The body of a source as the last build had it; default if it did not change.</summary>
    public BodyReference Former(SourcePath source) => former.GetValueOrDefault(source);
}
