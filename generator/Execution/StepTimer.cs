using System.Collections.Immutable;
using System.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>Measures how long each step takes, in milliseconds. Never enters an output.</summary>
internal sealed class StepTimer
{
    private long started = Stopwatch.GetTimestamp();

    public ImmutableSortedDictionary<BuildStep, double> Timings { get; private set; } = ImmutableSortedDictionary<BuildStep, double>.Empty;

    /// <summary>Books the time since the last call to this step.</summary>
    public void Finished(BuildStep step)
    {
        Timings = Timings.SetItem(step, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        started = Stopwatch.GetTimestamp();
    }
}
