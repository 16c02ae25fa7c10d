using System.Runtime;

namespace Fachinfo.Commands;

/// <summary>Lets a build that finds most of its work done run to its end without collecting garbage.</summary>
/// <remarks>
/// Such a build keeps nearly all that it allocates, and each collection would go through all of it again: a fifth of the time of
/// an edit, a tenth of that of a change of the theme. A build that parses or writes much besides allocates many times as much and collects as usual.
/// </remarks>
internal static class LateCollection
{
    /// <summary>What a change of the theme of 10,000 notices allocates, in bytes, and a fifth more; after it the runtime collects as usual.</summary>
    private const long Small = 360L << 20;

    /// <summary>What an edit needs of it.</summary>
    private const long Least = 200L << 20;

    /// <summary>The same for arrays of megabytes.</summary>
    private const long Large = 40L << 20;

    /// <summary>Puts collections off. Nothing but time and memory depends on it.</summary>
    public static void Begin()
    {
        var room = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;
        if (room < Least + Large)
        {
            return;
        }

        try
        {
            _ = GC.TryStartNoGCRegion(Math.Min(Small + Large, room), Large);
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
