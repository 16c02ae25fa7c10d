using System.Collections.Immutable;

namespace Fachinfo.Preview;

/// <summary>What a build of the preview found, and what of the site it changed.</summary>
public sealed record PreviewBuild(ImmutableArray<PreviewFinding> Findings)
{
    public static readonly PreviewBuild None = new([]);

    /// <summary>Gets what keeps the preview from building at all, such as a folder that is gone; empty if nothing does.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Gets a value indicating whether the site shows what the sources say; otherwise it is the last good one.</summary>
    public bool IsGood => Problem.Length == 0 && !Findings.Any(finding => finding.IsError);

    /// <summary>Gets a value indicating whether to try again soon: a file was locked by another program.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Gets the files of the output that are new, changed or gone.</summary>
    public ImmutableHashSet<string> Changed { get; init; } = [];

    /// <summary>Gets what is shown in the preview only, by address without the root path: the sentence that says so.</summary>
    public ImmutableDictionary<string, string> Unpublished { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets the folder that the host lets only members into without saying so in <c>_redirects</c>; empty if there is none.</summary>
    public string GuardedFolder { get; init; } = "";

    public TimeSpan Duration { get; init; }
}
