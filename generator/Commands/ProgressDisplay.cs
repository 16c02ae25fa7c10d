using System.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Spectre.Console;

namespace Fachinfo.Commands;

/// <summary>Shows how far a long build is: one line that is rewritten on a terminal, a plain line every few seconds elsewhere.</summary>
/// <remarks>A build that is done within a second shows nothing.</remarks>
internal sealed class ProgressDisplay : IDisposable
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(100);

    private readonly Host host;
    private readonly Lock gate = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly IAnsiConsole? terminal;
    private TimeSpan nextAt;
    private bool hasLine;

    public ProgressDisplay(Host host)
    {
        this.host = host;
        nextAt = host.Patience;
        if (host.IsInteractive)
        {
            terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        }
    }

    /// <summary>Called on any thread, often.</summary>
    public void Show(BuildProgress progress)
    {
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (elapsed < nextAt || progress.Total == 0)
        {
            return;
        }

        lock (gate)
        {
            if (elapsed < nextAt)
            {
                return;
            }

            nextAt = elapsed + (terminal is null ? PlainInterval : TerminalInterval);
            var text = $"{NameOf(progress.Step)}: {GermanText.Number(progress.Done)} von {GermanText.Number(progress.Total)}";
            if (terminal is null)
            {
                host.Error.WriteLine(text);
                return;
            }

            var filled = (int)(20L * progress.Done / progress.Total);
            terminal.Write(new Markup($"\r[blue]{new string('━', filled)}[/][grey]{new string('━', 20 - filled)}[/] {text}   "));
            hasLine = true;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (hasLine)
            {
                host.Error.Write("\r" + new string(' ', 70) + "\r");
                hasLine = false;
            }

            nextAt = TimeSpan.MaxValue;
        }
    }

    private static string NameOf(BuildStep step) => step switch
    {
        BuildStep.Read => "Dateien suchen",
        BuildStep.Parse => "Lesen",
        BuildStep.Link => "Verknüpfen",
        BuildStep.Plan => "Planen",
        BuildStep.Render => "Seiten schreiben",
        _ => "Ablegen",
    };
}
