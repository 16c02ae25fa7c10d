using System.Diagnostics;

namespace Fachinfo.Preview;

/// <summary>Builds when something has changed and the changes have come to rest: one build for a burst of saves or a checkout.</summary>
/// <param name="build">Builds; <see langword="true"/> if sizes and times of files are not to be trusted.</param>
public sealed class RebuildLoop(Func<bool, PreviewBuild> build, PreviewState state) : IDisposable
{
    /// <summary>So long nothing must change before a build. Editors that write a new file and rename it need less.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    /// <summary>A build starts at the latest so long after the first change.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    /// <summary>After a file was locked.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim signal = new(0, 1);
    private long lastChange;
    private int distrust;

    /// <summary>Asks for a build. Safe on any thread, cheap, and may be called for every event of a burst.</summary>
    public void Request(bool trustNothing)
    {
        if (trustNothing)
        {
            Volatile.Write(ref distrust, 1);
        }

        Volatile.Write(ref lastChange, Stopwatch.GetTimestamp());
        try
        {
            if (signal.CurrentCount == 0)
            {
                signal.Release();
            }
        }
        catch (SemaphoreFullException)
        {
            // Another thread was faster; its signal counts for both.
        }
    }

    public void Dispose() => signal.Dispose();

    public async Task Run(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var isPassing = state.Build.IsPassing;
                await signal.WaitAsync(isPassing ? RetryAfter : Timeout.InfiniteTimeSpan, stop).ConfigureAwait(false);
                await ComeToRest(stop).ConfigureAwait(false);
                var trustNothing = Interlocked.Exchange(ref distrust, 0) == 1;
                state.Publish(await Task.Run(() => build(trustNothing), stop).ConfigureAwait(false));

                // Now rather than in the middle of the next build, for which somebody waits.
                GC.Collect();
            }
        }
        catch (OperationCanceledException)
        {
            // The preview ends.
        }
    }

    private async Task ComeToRest(CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < LongestWait)
        {
            var left = Rest - Stopwatch.GetElapsedTime(Volatile.Read(ref lastChange));
            if (left <= TimeSpan.Zero)
            {
                return;
            }

            await Task.Delay(left, stop).ConfigureAwait(false);
        }
    }
}
