using System.CommandLine;
using Fachinfo.Analyzers;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Fachinfo.Pipelines;
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

        LinkedSite? site = null;
        var result = run.Check(new MemoryCache(new MemoryResults(KnownResults())), linked => site = linked);
        var records = OParlRecords.Compare(run, result);
        var findings = acceptAddresses
            ? [.. result.Findings.Where(finding => finding.Code != Codes.AddressLost.Id)]
            : run.Escalate(result.Findings, records.SelectMany(record => record.Findings()));
        var status = run.Report(findings);
        if (acceptAddresses && status == CommandLine.Good)
        {
            var routes = PlanChecks.PublicAddresses(result.Pages).ToList();
            AddressesFile.Write(run.Content, routes);
            OParlRecords.Write(host, run, records);
            host.Output.WriteLine($"{GermanText.Count(routes.Count, "Adresse", "Adressen")} in „{Path.Combine(run.Content, PlanChecks.AddressesFile.Value)}“ festgehalten.");
            return status;
        }

        ReportGaps(host, site);
        int Count(Severity severity) => findings.Count(finding => finding.Severity == severity);
        host.Output.WriteLine(
            $"Geprüft: {GermanText.Count(result.Sources, "Datei", "Dateien")}, {GermanText.Count(result.Outputs, "Adresse", "Adressen")}; "
            + $"{Count(Severity.Error)} Fehler, {GermanText.Count(Count(Severity.Warning), "Warnung", "Warnungen")}, {GermanText.Count(Count(Severity.Info), "Hinweis", "Hinweise")}.");
        return status;
    }

    /// <summary>What builds into the usual folder found out about files: reading them again would take long and find the same.</summary>
    private static FolderResults KnownResults() => new(BuildCommand.DefaultCache("output"));

    /// <summary>Says which numbers are missing: often on purpose, sometimes a file that was never committed.</summary>
    private static void ReportGaps(Host host, LinkedSite? site)
    {
        foreach (var gaps in site is null ? [] : NumberGaps.Of(site.Site.Configuration, site.Site.Numbers).Where(gaps => gaps.MissingCount > 0))
        {
            host.Output.WriteLine($"{gaps.Series.PluralLabel} {gaps.Year}: {GermanText.Count(gaps.MissingCount, "Nummer", "Nummern")} bis {gaps.Highest} nicht vergeben (fachinfo inspect numbers).");
        }
    }
}
