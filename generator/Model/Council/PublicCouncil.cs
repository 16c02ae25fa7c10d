using System.Collections.Immutable;
using Fachinfo.Diagnostics;

namespace Fachinfo.Model.Council;

/// <summary>The council archive as the public may see it. What is not public is checked while linking and then left behind.</summary>
public sealed class PublicCouncil(ImmutableArray<Body> bodies, IReadOnlyDictionary<SourcePath, ImmutableArray<Paper>> papersOfNotices)
{
    public static readonly PublicCouncil Empty = new([], ImmutableDictionary<SourcePath, ImmutableArray<Paper>>.Empty);

    /// <summary>Gets the municipalities, in German order of their names.</summary>
    public ImmutableArray<Body> Bodies { get; } = bodies;

    public bool IsEmpty => Bodies.IsEmpty;

    /// <summary>Papers that a public notice names, or that name it.</summary>
    public ImmutableArray<Paper> PapersOf(SourcePath notice) => papersOfNotices.GetValueOrDefault(notice, []);
}
