using System.CommandLine;
using Fachinfo.Analyzers;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary><c>check</c>: the same reading and checking as <c>build</c>, but nothing is written.</summary>
internal static class CheckCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("check", "Prüft die Inhalte wie beim Bauen, ohne etwas zu schreiben.");
        var options = new SiteOptions();
        var accept = new Option<bool>("--accept-addresses") { Description = "Die heutigen Adressen und den Stand der OParl-Objekte als veröffentlicht festhalten" };
        options.AddTo(command);
        command.Add(accept);
        command.SetAction(parsed => Run(host, new SiteRun(host, options, parsed), parsed.GetValue(accept)));
        return command;
    }

    private static int Run(Host host, SiteRun run, bool acceptAddresses)
    {
        if (!run.RequireFolders())
        {
            return CommandLine.WrongUsage;
        }

        var result = SiteRun.Build(run.Input(), new MemoryCache(), new DiscardedOutput(), run.BuildOptions());
        var records = result.Succeeded ? OParlRecord.Compare(result.Pages, BaseUrlOf(result.Pages), folder => StateOf(run, folder)) : [];
        var findings = acceptAddresses
            ? [.. result.Findings.Where(finding => finding.Code != Codes.AddressLost.Id)]
            : run.Escalate(result.Findings, records.SelectMany(record => record.Findings()));
        var status = run.Report(findings);
        if (acceptAddresses && status == CommandLine.Good)
        {
            var routes = PlanChecks.PublicAddresses(result.Pages).ToList();
            AddressesFile.Write(run.Content, routes);
            foreach (var record in records)
            {
                ContentFiles.Write(run.Content, record.Path, record.Next(host.Now()).ToText());
            }

            host.Output.WriteLine($"{GermanText.Number(routes.Count)} Adressen in „{Path.Combine(run.Content, PlanChecks.AddressesFile.Value)}“ festgehalten.");
            return status;
        }

        int Count(Severity severity) => findings.Count(finding => finding.Severity == severity);
        host.Output.WriteLine(
            $"Geprüft: {GermanText.Number(result.Sources)} Dateien, {GermanText.Number(result.Outputs)} Adressen; "
            + $"{Count(Severity.Error)} Fehler, {Count(Severity.Warning)} Warnungen, {Count(Severity.Info)} Hinweise.");
        return status;
    }

    /// <summary>The base URL of this run stands in the OParl system; without OParl it is not needed.</summary>
    private static string BaseUrlOf(IEnumerable<Page> pages)
    {
        var system = pages.OfType<TextPage>().FirstOrDefault(page => page.Route == Addresses.OParlSystem)?.Text() ?? "";
        var end = system.IndexOf(Addresses.OParlSystem.Path, StringComparison.Ordinal);
        return end < 0 ? "" : system[(system.LastIndexOf('"', end) + 1)..end];
    }

    private static OParlState StateOf(SiteRun run, string folder) =>
        OParlState.Parse(ContentFiles.Read(run.Content, OParlRecord.PathOf(folder))) ?? OParlState.Empty;
}
