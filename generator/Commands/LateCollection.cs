using System.Runtime;

namespace Fachinfo.Commands;

/// <summary>Lets a build that finds most of its work done run to its end without collecting garbage.</summary>
/// <remarks>
/// Such a build keeps nearly all that it allocates, and each collection would go through all of it again: a fifth of the time of
/// an edit. A build that parses or writes much allocates many times as much and collects as usual.
/// </remarks>
internal static class LateCollection
{
    /// <summary>What an edit among 10,000 notices allocates, in bytes, and a fifth more; after it the runtime collects as usual.</summary>
    private const long Small = 200L << 20;

    /// <summary>The same for arrays of megabytes.</summary>
    private const long Large = 40L << 20;

    /// <summary>Puts collections off. Nothing but time and memory depends on it.</summary>
    public static void Begin()
    {
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < 4 * (Small + Large))
        {
            return;
        }

        try
        {
            _ = GC.TryStartNoGCRegion(Small + Large, Large);
        }
        catch (Exception problem) when (problem is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // A collector with other limits collects as it sees fit.
        }
    }

    /// <summary>Lets the runtime collect as usual again.</summary>
    public static void End()
    {
        try
        {
            if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            {
                GC.EndNoGCRegion();
            }
        }
        catch (InvalidOperationException)
        {
            // So much was allocated that it collects already.
        }
    }
}
