using System.CommandLine;
using Fachinfo.Execution;
using Fachinfo.GateProbe;
using Fachinfo.Model;
using Fachinfo.Pipelines;

namespace Fachinfo.Commands;

/// <summary><c>hosting verify</c>: does the deployed site keep strangers out of the members' area?</summary>
internal static class HostingVerifyCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("verify", "Fragt eine veröffentlichte Website ohne Anmeldung nach Seiten und Dateien für Mitglieder; nichts davon darf kommen.");
        var options = new SiteOptions();
        var url = new Option<string>("--url") { Description = "Adresse der Website", HelpName = "URL", Required = true };
        url.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(Uri.TryCreate(token.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            {
                result.AddError($"--url: „{token.Value}“ ist keine Adresse mit http:// oder https://.");
            }
        });
        command.Add(url);
        options.AddTo(command);
        command.SetAction(parsed => Run(host, new SiteRun(host, options, parsed), new Uri(parsed.GetValue(url)!)));
        return command;
    }

    private static int Run(Host host, SiteRun run, Uri site)
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
        if (!settings.Access.IsHosted)
        {
            host.Output.WriteLine("Der Mitgliederbereich dieser Website ist versiegelt, nicht vom Server geschützt (access.protection: sealed): Es gibt kein Tor zu prüfen.");
            return CommandLine.Good;
        }

        // One page and one file of each kind behind each gate; the start page always.
        var gates = settings.Access.Audiences.Select(audience => Addresses.GateFolder(audience).Path).OrderByDescending(gate => gate.Length).ToList();
        var members = result.Pages.Select(page => (page.Kind, page.Route.Path, Gate: gates.Find(gate => page.Route.Path.StartsWith(gate, StringComparison.Ordinal))))
            .Where(page => page.Gate is not null)
            .GroupBy(page => (page.Kind, page.Gate))
            .Select(kind => kind.First().Path);
        using var handler = Probe.UsualHandler();
        using var probe = new Probe(handler);
        List<ProbeResult> answers =
        [
            probe.AskPublic(site, Route.Home.Path),
            .. members.Append(Addresses.Members.Path).Distinct(StringComparer.Ordinal).SelectMany(Probe.SpellingsOf).Select(path => probe.AskMembers(site, path)),
        ];
        foreach (var answer in answers)
        {
            host.Output.WriteLine($"{(answer.Problem.Length == 0 ? "gut   " : "FEHLER")}  {(answer.Status == 0 ? "---" : answer.Status)}  {answer.Path}  {answer.Problem}".TrimEnd());
        }

        var open = answers.Count(answer => answer.IsOpen);
        host.Output.WriteLine(answers.All(answer => answer.Problem.Length == 0)
            ? $"{answers.Count - 1} Adressen für Mitglieder gefragt: keine ist offen."
            : open > 0 ? $"{open} Adressen für Mitglieder sind offen. Nehmen Sie die Website vom Netz, bis die Regeln stimmen." : "Nicht alles konnte geprüft werden.");
        return answers.All(answer => answer.Problem.Length == 0) ? CommandLine.Good : CommandLine.ContentErrors;
    }
}
