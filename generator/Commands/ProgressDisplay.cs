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
    private static readonly TimeSpan LongStep = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(100);

    private readonly Host host;
    private readonly Lock gate = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly IAnsiConsole? terminal;
    private TimeSpan nextAt;
    private bool hasLine;
    private string stepName = "";
    private TimeSpan stepBegan;

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
        if (progress.Total > 0)
        {
            Show(NameOf(progress.Step), progress.Done, progress.Total);
        }
    }

    /// <param name="total">0 if nobody knows; then only the count is shown.</param>
    public void Show(string step, int done, int total)
    {
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (elapsed < nextAt)
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
            (stepName, stepBegan) = step == stepName ? (stepName, stepBegan) : (step, elapsed);
            var text = total == 0 ? $"{step}: {GermanText.Number(done)}" : $"{step}: {GermanText.Number(done)} von {GermanText.Number(total)}{Remaining(elapsed - stepBegan, done, total)}";
            if (terminal is null)
            {
                host.Error.WriteLine(text);
                return;
            }

            var filled = total == 0 ? 0 : (int)Math.Min(20L, 20L * done / total);
            terminal.Write(new Markup($"\r[blue]{new string('━', filled)}[/][grey]{new string('━', 20 - filled)}[/] {Markup.Escape(text)}{new string(' ', 16)}"));
            hasLine = true;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (hasLine)
            {
                host.Error.Write("\r" + new string(' ', 100) + "\r");
                hasLine = false;
            }

            nextAt = TimeSpan.MaxValue;
        }
    }

    /// <summary>How long a step that takes long will still take, by how fast it was so far.</summary>
    private static string Remaining(TimeSpan spent, int done, int total)
    {
        var seconds = done == 0 ? 0 : spent.TotalSeconds * Math.Max(0, total - done) / done;
        return spent < LongStep || seconds < 1 ? "" : seconds < 90 ? $", noch {GermanText.Number((long)seconds)} s" : $", noch {GermanText.Number((long)(seconds / 60))} min";
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
