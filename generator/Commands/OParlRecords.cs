using Fachinfo.Analyzers;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary>Reads and writes the records of OParl objects, <c>.oparl-state.json</c>.</summary>
internal static class OParlRecords
{
    public static IReadOnlyList<OParlRecord> Compare(SiteRun run, BuildResult result) =>
        result.Succeeded ? OParlRecord.Compare(result.Pages, BaseUrlOf(result.Pages), folder => StateOf(run, folder)) : [];

    public static void Write(Host host, SiteRun run, IEnumerable<OParlRecord> records)
    {
        foreach (var record in records)
        {
            ContentFiles.Write(run.Content, record.Path, record.Next(host.Now()).ToText());
        }
    }

    /// <summary>Brings records that there are up to date, after a change that readers must hear of.</summary>
    public static void Accept(Host host, SiteRun run)
    {
        if (!Directory.Exists(Path.Combine(run.Content, "ratsarchiv")))
        {
            return;
        }

        var result = run.Rehearse();
        Write(host, run, Compare(run, result).Where(record => ContentFiles.Exists(run.Content, record.Path)));
    }

    /// <summary>The base URL of this run stands in the OParl system; without OParl it is not needed.</summary>
    private static string BaseUrlOf(IEnumerable<Page> pages)
    {
        var system = pages.OfType<WrittenPage>().FirstOrDefault(page => page.Route == Addresses.OParlSystem) is { } page ? OParlRecord.TextOf(page) : "";
        var end = system.IndexOf(Addresses.OParlSystem.Path, StringComparison.Ordinal);
        return end < 0 ? "" : system[(system.LastIndexOf('"', end) + 1)..end];
    }

    private static OParlState StateOf(SiteRun run, string folder) =>
        OParlState.Parse(ContentFiles.Read(run.Content, OParlRecord.PathOf(folder))) ?? OParlState.Empty;
}
