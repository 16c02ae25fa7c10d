using Fachinfo.Analyzers;
using Fachinfo.Execution;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary>Published addresses that the site does not make, and those that a withdrawal takes away on purpose.</summary>
internal static class LostAddresses
{
    /// <summary>Finds what stands in <c>.addresses</c> and is not made; <see langword="null"/> if that cannot be told, for lack of the file or a faulty site.</summary>
    public static IReadOnlySet<Route>? Find(SiteRun run)
    {
        if (!ContentFiles.Exists(run.Content, PlanChecks.AddressesFile))
        {
            return null;
        }

        LinkedSite? site = null;
        var result = run.Check(new MemoryCache(), linked => site = linked);
        return result.Succeeded && site is not null ? PlanChecks.LostAddresses(site.Site, result.Pages).ToHashSet() : null;
    }

    /// <summary>Strikes the addresses that went since: nothing is to be found there any more, and their names may say what was withdrawn.</summary>
    /// <returns>How many they are.</returns>
    public static int Strike(SiteRun run, IReadOnlySet<Route>? before)
    {
        if (before is null || Find(run) is not { } now)
        {
            return 0;
        }

        var gone = now.Except(before).ToHashSet();
        if (gone.Count > 0)
        {
            AddressesFile.Strike(run.Content, gone);
        }

        return gone.Count;
    }
}
