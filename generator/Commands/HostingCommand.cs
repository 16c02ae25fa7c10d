using System.CommandLine;
using Fachinfo.Pages.Hosting;
using Fachinfo.Pipelines;

namespace Fachinfo.Commands;

/// <summary><c>hosting</c>: the configuration of a web server, with the same headers and redirects that the site publishes.</summary>
internal static class HostingCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("hosting", "Schreibt die Einstellungen eines Webservers für diese Website, und prüft eine veröffentlichte.");
        command.Add(Server(host, "nginx", "Ein vollständiger Server-Block für nginx", NginxServer.Write));
        command.Add(Server(host, "apache", "Ein vollständiger VirtualHost für Apache 2.4", ApacheHost.Write));
        command.Add(HostingVerifyCommand.Create(host));
        return command;
    }

    private static Command Server(Host host, string name, string description, Func<HostRules, string> write)
    {
        var command = new Command(name, description);
        var options = new SiteOptions();
        var file = new Option<string?>("--out") { Description = "Datei; sonst die Standardausgabe", HelpName = "DATEI" };
        command.Add(file);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new SiteRun(host, options, parsed);
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
            var baseUrl = run.BuildOptions().BaseUrl;
            var text = write(HostRules.From(baseUrl is null ? settings : settings with { BaseUrl = baseUrl }, result.Pages));
            if (parsed.GetValue(file) is { } path)
            {
                File.WriteAllText(path, text);
            }
            else
            {
                host.Output.Write(text);
            }

            return CommandLine.Good;
        });
        return command;
    }
}
