using System.CommandLine;
using Fachinfo.Execution;
using Fachinfo.GateProbe;
using Fachinfo.Model;
using Fachinfo.Pages.Hosting;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary><c>hosting verify</c>: does the deployed site answer as it was built, and keep strangers out of the members' area?</summary>
internal static class HostingVerifyCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("verify", "Fragt eine veröffentlichte Website nach Inhalten, Kopfzeilen und Weiterleitungen, und ohne Anmeldung nach dem, was nur Mitglieder bekommen.");
        var options = new SiteOptions();
        var url = new Option<string>("--url") { Description = "Adresse der Website", HelpName = "URL", Required = true };
        url.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(Uri.TryCreate(token.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            {
                result.AddError($"--url: „{token.Value}“ ist keine Adresse mit http:// oder https://.");
            }
        });
        var output = new Option<string>("--output", "-o") { Description = "Ordner mit dem, was gebaut und veröffentlicht wurde", DefaultValueFactory = _ => "output", HelpName = "ORDNER" };
        var all = new Option<bool>("--all") { Description = "Nach jeder Seite und Datei fragen, statt nach einer von jeder Art" };
        command.Add(url);
        command.Add(output);
        command.Add(all);
        options.AddTo(command);
        command.SetAction(parsed => Run(
            host,
            new SiteRun(host, options, parsed),
            new Uri(parsed.GetValue(url)!),
            parsed.GetValue(output)!,
            parsed.GetValue(all) ? ExpectedAnswers.All : ExpectedAnswers.Sample));
        return command;
    }

    private static int Run(Host host, SiteRun run, Uri site, string output, Func<HostRules, IEnumerable<Page>, IEnumerable<ExpectedAnswer>> choose)
    {
        if (!run.RequireFolders())
        {
            return CommandLine.WrongUsage;
        }

        var result = run.Rehearse();
        if (!result.Succeeded)
        {
            return run.Report(result.Findings);
        }

        var settings = MembersSources.Read(File.ReadAllBytes(Path.Combine(run.Content, "site.yml")), null).Configuration!;
        settings = run.BaseUrl is { } address ? settings with { BaseUrl = address.TrimEnd('/') } : settings;
        using var handler = Probe.UsualHandler();
        using var probe = new Probe(handler);
        var open = AskPublic(host, new DeployedSite(probe, site, BuiltIn(host, output)), choose(HostRules.From(settings, result.Pages), result.Pages));
        if (open[0].Status != 0 && result.Pages.Any(page => page.Route.Path.StartsWith(Addresses.Members.Path, StringComparison.Ordinal)))
        {
            open.Add(AskForList(host, probe, site));
        }

        if (open[0].Status == 0)
        {
            host.Output.WriteLine("Nicht alles konnte geprüft werden.");
            return CommandLine.ContentErrors;
        }

        var closed = AskMembers(host, probe, site, settings.Access, result.Pages);
        Sum(host, settings.Access, open, closed);
        return open.Concat(closed).All(answer => answer.Problem.Length == 0) ? CommandLine.Good : CommandLine.ContentErrors;
    }

    private static Ownership BuiltIn(Host host, string output)
    {
        var built = Ownership.Read(Path.Combine(output, FolderOutput.OwnershipFile));
        if (built.Count == 0)
        {
            host.Output.WriteLine($"In „{output}“ liegt keine gebaute Website: Inhalte werden nicht verglichen. Geben Sie mit --output an, was veröffentlicht wurde.");
        }

        return built;
    }

    /// <summary>Asks for what everyone may have; if there is no start page, for nothing else.</summary>
    private static List<ProbeResult> AskPublic(Host host, DeployedSite deployed, IEnumerable<ExpectedAnswer> answers)
    {
        var open = new List<ProbeResult>();
        foreach (var expected in answers)
        {
            open.Add(Write(host, deployed.Ask(expected)));
            if (open[0].Status == 0)
            {
                break;
            }
        }

        return open;
    }

    /// <summary>The list of the output names sealed files too, which nobody without a code shall be able to list.</summary>
    private static ProbeResult AskForList(Host host, Probe probe, Uri site)
    {
        var list = probe.AskMembers(site, "/" + FolderOutput.OwnershipFile);
        return Write(host, list.IsOpen ? list with { IsOpen = false, Problem = "nennt alle Dateien, auch die versiegelten; veröffentlichen Sie sie nicht" } : list);
    }

    /// <summary>One page and one file of each kind behind each gate; the start page of the area always.</summary>
    private static List<ProbeResult> AskMembers(Host host, Probe probe, Uri site, AccessRules access, IEnumerable<Page> pages)
    {
        if (!access.IsHosted)
        {
            return [];
        }

        var gates = access.Audiences.Select(audience => Addresses.GateFolder(audience).Path).OrderByDescending(gate => gate.Length).ToList();
        var members = pages.Select(page => (page.Kind, page.Route.Path, Gate: gates.Find(gate => page.Route.Path.StartsWith(gate, StringComparison.Ordinal))))
            .Where(page => page.Gate is not null)
            .GroupBy(page => (page.Kind, page.Gate))
            .Select(kind => kind.First().Path);
        return
        [
            .. members.Append(Addresses.Members.Path).Distinct(StringComparer.Ordinal)
                .SelectMany(Probe.SpellingsOf)
                .Select(path => Write(host, probe.AskMembers(site, path))),
        ];
    }

    private static ProbeResult Write(Host host, ProbeResult answer)
    {
        host.Output.WriteLine($"{(answer.Problem.Length == 0 ? "gut   " : "FEHLER")}  {(answer.Status == 0 ? "---" : answer.Status)}  {answer.Path}  {answer.Problem}".TrimEnd());
        return answer;
    }

    private static void Sum(Host host, AccessRules access, List<ProbeResult> open, List<ProbeResult> closed)
    {
        var wrong = open.Count(answer => answer.Problem.Length > 0);
        host.Output.WriteLine(wrong == 0
            ? $"{GermanText.Number(open.Count)} öffentliche Adressen gefragt: Alle antworten, wie sie sollen."
            : $"{GermanText.Number(wrong)} von {GermanText.Number(open.Count)} öffentlichen Adressen {(wrong == 1 ? "antwortet nicht, wie sie soll" : "antworten nicht, wie sie sollen")}.");
        if (!access.IsHosted)
        {
            host.Output.WriteLine("Der Mitgliederbereich ist versiegelt, nicht vom Server geschützt (access.protection: sealed): Es gibt kein Tor zu prüfen.");
            return;
        }

        var passed = closed.Count(answer => answer.IsOpen);
        host.Output.WriteLine(
            passed > 0 ? $"{GermanText.Number(passed)} Adressen für Mitglieder sind offen. Nehmen Sie die Website vom Netz, bis die Regeln stimmen."
            : closed.All(answer => answer.Problem.Length == 0) ? $"{GermanText.Number(closed.Count)} Adressen für Mitglieder gefragt: keine ist offen."
            : "Nicht alles konnte geprüft werden.");
    }
}
