using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Fachinfo.Execution;

/// <summary>Runs a loop in ranges on several threads; an exception comes out as it was thrown, not in a bundle.</summary>
internal static class ParallelRanges
{
    private const int LargestRange = 64;

    /// <param name="body">Gets the first index and the one after the last.</param>
    public static void Run(int count, int threads, Action<int, int> body)
    {
        if (count == 0)
        {
            return;
        }

        var size = Math.Clamp(count / 8, 1, LargestRange);
        try
        {
            Parallel.ForEach(
                Partitioner.Create(0, count, size),
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                range => body(range.Item1, range.Item2));
        }
        catch (AggregateException bundle)
        {
            ExceptionDispatchInfo.Throw(bundle.Flatten().InnerExceptions[0]);
        }
    }
}
