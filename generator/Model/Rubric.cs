using System.Collections.Immutable;

namespace Fachinfo.Model;

/// <summary>A rubric as <c>rubriken.yml</c> gives it, with its place in the tree.</summary>
/// <param name="Slugs">The address below <c>/fachinformationen/</c>, one slug a level.</param>
/// <param name="Titles">The titles from the top: <c>Recht, Personal, Organisation</c>, <c>Bürgerschaftliches Engagement</c>.</param>
/// <param name="Aliases">Other names or old slugs of the last level.</param>
/// <param name="Children">In the order of the file.</param>
public sealed record Rubric(
    ImmutableArray<string> Slugs,
    ImmutableArray<string> Titles,
    ImmutableArray<string> Aliases,
    string Description,
    ImmutableArray<Rubric> Children)
{
    public string Title => Titles[^1];

    /// <summary>Gets the display path: <c>Recht, Personal, Organisation / Bürgerschaftliches Engagement</c>.</summary>
    public string DisplayPath { get; } = string.Join(" / ", Titles);

    /// <summary>Gets the slug path, the key of a rubric: <c>recht-personal-organisation/buergerschaftliches-engagement</c>.</summary>
    public string SlugPath { get; } = string.Join('/', Slugs);

    /// <summary>Gets the slug paths from the top down to this rubric itself.</summary>
    public ImmutableArray<string> PathsFromTop { get; } = [.. Enumerable.Range(1, Slugs.Length).Select(length => string.Join('/', Slugs.Take(length)))];

    /// <summary>Gets the address of its page.</summary>
    public Execution.Route Route { get; } = new(Addresses.Rubrics.Path + string.Join('/', Slugs) + "/");

    public IEnumerable<Rubric> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);

    public bool Equals(Rubric? other) => other is not null && SlugPath == other.SlugPath;

    public override int GetHashCode() => string.GetHashCode(SlugPath, StringComparison.Ordinal);
}
