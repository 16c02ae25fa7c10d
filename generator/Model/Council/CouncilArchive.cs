using System.Collections.Immutable;
using Fachinfo.Diagnostics;

namespace Fachinfo.Model.Council;

/// <summary>The council archive as one kind of reader sees it: the public, or the members beyond that.</summary>
/// <remarks>What nobody of them may see is checked while linking and then left behind.</remarks>
public sealed class CouncilArchive(ImmutableArray<Body> bodies, IReadOnlyDictionary<SourcePath, ImmutableArray<Paper>> papersOfNotices)
{
    public static readonly CouncilArchive Empty = new([], ImmutableDictionary<SourcePath, ImmutableArray<Paper>>.Empty);

    /// <summary>Gets the municipalities, in German order of their names.</summary>
    public ImmutableArray<Body> Bodies { get; } = bodies;

    public bool IsEmpty => Bodies.IsEmpty;

    /// <summary>Papers that a notice names, or that name it.</summary>
    public ImmutableArray<Paper> PapersOf(SourcePath notice) => papersOfNotices.GetValueOrDefault(notice, []);
}
