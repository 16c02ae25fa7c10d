using System.Runtime;

namespace Fachinfo.Commands;

/// <summary>Collects at once what the build of a large site does not need any more, so that what it needs next takes its place.</summary>
/// <remarks>The collector itself waits until a heap has grown by half. With 100,000 notices that is 100 MB for a quarter of a second.</remarks>
internal static class EarlyCollection
{
    /// <summary>Smaller heaps are let alone, in bytes: those of sites of up to some 40,000 notices.</summary>
    private const long Large = 200L << 20;

    public static void Run()
    {
        if (GCSettings.LatencyMode != GCLatencyMode.NoGCRegion && GC.GetTotalMemory(forceFullCollection: false) > Large)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
    }
}
