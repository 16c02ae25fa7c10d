using System.CommandLine;
using System.Globalization;
using Fachinfo.Preview;

namespace Fachinfo.Commands;

/// <summary><c>preview</c>: serves the site on this machine and follows every change of content and theme.</summary>
internal static class PreviewCommand
{
    private const int DefaultPort = 5080;

    public static Command Create(Host host)
    {
        var command = new Command("preview", "Zeigt die Website auf diesem Rechner und folgt jeder Änderung, auch Entwürfen.");
        var options = new SiteOptions();
        var port = new Option<int>("--port") { Description = "Anschluss, an dem die Vorschau antwortet", DefaultValueFactory = _ => DefaultPort, HelpName = "ZAHL" };
        var open = new Option<bool>("--open") { Description = "Die Vorschau im Browser öffnen" };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 65535))
            {
                result.AddError($"--port: „{token.Value}“ ist keine Zahl von 0 bis 65535.");
            }
        });
        options.AddTo(command);
        command.Add(port);
        command.Add(open);
        command.SetAction((parsed, stop) => Run(host, new SiteRun(host, options, parsed), parsed.GetValue(port), parsed.GetValue(open), stop));
        return command;
    }

    private static async Task<int> Run(Host host, SiteRun run, int port, bool open, CancellationToken stop)
    {
        if (!run.RequireFolders())
        {
            return CommandLine.WrongUsage;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, host.Stop);
        try
        {
            using var session = new PreviewSession(host, run);
            var server = await session.Serve(port).ConfigureAwait(false);
            await using var serving = server.ConfigureAwait(false);
            host.Output.WriteLine($"Vorschau: {session.Home} (Ende mit Strg+C)");
            session.TellMembers();
            if (open && !BrowserOpener.TryOpen(session.Home))
            {
                host.Error.WriteLine($"Es ließ sich kein Browser öffnen. Rufen Sie {session.Home} selbst auf.");
            }

            await session.Follow(end.Token).ConfigureAwait(false);
            return CommandLine.Good;
        }
        catch (PortUnavailableException problem)
        {
            host.Error.WriteLine(problem.Message);
            return CommandLine.Fault;
        }
    }
}
