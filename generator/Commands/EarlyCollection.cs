using System.Runtime;

namespace Fachinfo.Commands;

/// <summary>Collects at once what the build of a large site does not need any more, so that what it needs next takes its place.</summary>
/// <remarks>
/// The collector itself waits until a heap has grown by half, and keeps what it has got from the system. With 100,000 notices
/// that is 150 MB, a third of them garbage that lived as long as a few thousand pages took.
/// </remarks>
internal static class EarlyCollection
{
    /// <summary>Smaller heaps are let alone, in bytes: those of sites of up to some 40,000 notices.</summary>
    private const long Large = 200L << 20;

    private static readonly Lock Collecting = new();

    /// <summary>Collects if much may be free. Called often, and on any thread.</summary>
    public static void Run()
    {
        if (!IsDue())
        {
            return;
        }

        lock (Collecting)
        {
            // Another thread may have done so by now.
            if (IsDue())
            {
                GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            }
        }
    }

    private static bool IsDue()
    {
        // A collection that did not compact counts the holes that it left.
        var whole = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return IsDue(GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes, whole.HeapSizeBytes - whole.FragmentedBytes)
            && GCSettings.LatencyMode != GCLatencyMode.NoGCRegion;
    }

    /// <summary>Tells whether a heap is large and has grown by a fifth.</summary>
    /// <param name="size">After the last collection of any kind, in bytes.</param>
    /// <param name="whole">After the last one that left no garbage.</param>
    internal static bool IsDue(long size, long whole) => size > Large && size - whole > whole / 5;
}
