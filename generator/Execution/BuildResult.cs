using System.Collections.Immutable;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>What a build found and did.</summary>
/// <param name="Findings">All findings, sorted; errors among them mean that nothing was written.</param>
/// <param name="Pages">Everything that was planned, sorted by address; empty after an early stop or when nothing had changed.</param>
public sealed record BuildResult(ImmutableArray<Diagnostic> Findings, ImmutableArray<Page> Pages)
{
    /// <summary>Gets the number of source files.</summary>
    public int Sources { get; init; }

    /// <summary>Gets the number of source files that had to be parsed anew.</summary>
    public int Parsed { get; init; }

    /// <summary>Gets the number of outputs of the site.</summary>
    public int Outputs { get; init; }

    public int Written { get; init; }

    public int Removed { get; init; }

    /// <summary>Gets the milliseconds that each step took.</summary>
    public ImmutableSortedDictionary<BuildStep, double> Timings { get; init; } = ImmutableSortedDictionary<BuildStep, double>.Empty;

    public bool Succeeded => !Findings.Any(finding => finding.Severity == Severity.Error);
}
