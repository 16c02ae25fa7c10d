using System.CommandLine;
using Fachinfo.Analyzers;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary><c>withdraw</c>: takes back a notice, a council paper, a meeting or a file; only a tombstone stays.</summary>
internal static class WithdrawCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("withdraw", "Zieht eine Mitteilung, eine Vorlage, eine Sitzung oder eine Datei des Ratsarchivs zurück.");
        var file = new Argument<string>("FILE") { Description = "Die Datei im Inhaltsordner", HelpName = "DATEI" };
        var reason = new Option<string?>("--reason") { Description = "Grund; er steht öffentlich", HelpName = "TEXT" };
        var options = new SiteOptions();
        options.AddTo(command);
        command.Add(file);
        command.Add(reason);
        command.SetAction(parsed => Run(host, new SiteRun(host, options, parsed), parsed.GetValue(file)!, parsed.GetValue(reason)));
        return command;
    }

    private static int Run(Host host, SiteRun run, string file, string? reason)
    {
        if (!run.RequireFolders())
        {
            return CommandLine.WrongUsage;
        }

        if (PathOf(run.Content, file) is not { } path)
        {
            host.Error.WriteLine($"„{file}“ gibt es im Inhaltsordner „{run.Content}“ nicht. Geben Sie den Pfad der Datei an, vom Inhaltsordner oder vom aktuellen Ordner aus.");
            return CommandLine.WrongUsage;
        }

        var findings = new List<Diagnostic>();
        var withdrawal = new Withdrawal(run.BuildOptions().Today, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        if (new Withdrawals(new FolderInput(run.Content)).Plan(path, withdrawal, findings) is not { } plan)
        {
            if (findings.Count == 0)
            {
                host.Error.WriteLine($"„{file}“ kann nicht zurückgezogen werden: Es ist keine Mitteilung, Vorlage oder Sitzung und keine Datei, die eine Vorlage oder Sitzung nennt. Die Anlage einer Mitteilung nehmen Sie aus deren „anlagen“ heraus; eine Seite löschen Sie.");
                return CommandLine.WrongUsage;
            }

            return run.Report(findings);
        }

        var lost = LostAddresses.Find(run);

        // The text first: if the process dies in between, what is left over is reported by the next build, not published.
        ContentFiles.Write(run.Content, plan.Document, plan.Text);
        foreach (var gone in plan.Deleted)
        {
            ContentFiles.Delete(run.Content, gone);
        }

        OParlRecords.Accept(host, run);
        Tell(host, plan, LostAddresses.Strike(run, lost));
        return CommandLine.Good;
    }

    private static void Tell(Host host, WithdrawalPlan plan, int addresses)
    {
        host.Output.WriteLine($"Zurückgezogen: {plan.Document}; es bleibt ein Löschvermerk unter der bisherigen Adresse.");
        foreach (var gone in plan.Deleted)
        {
            host.Output.WriteLine($"Gelöscht: {gone}");
        }

        foreach (var (kept, user) in plan.Kept)
        {
            host.Output.WriteLine($"Nicht gelöscht: {kept} wird auch in {user} verwendet.");
        }

        if (addresses > 0)
        {
            host.Output.WriteLine($"Aus „{PlanChecks.AddressesFile}“ gestrichen: {GermanText.Count(addresses, "Adresse", "Adressen")} von Dateien und Feeds, die es nicht mehr gibt.");
        }

        host.Output.WriteLine("Bauen und veröffentlichen Sie die Website neu, damit Seite, Text, Suche und Feeds dort verschwinden.");
        host.Output.WriteLine("Beachten Sie: Die Versionsverwaltung behält den früheren Stand. Muss er auch dort weg, schreiben Sie ihre Geschichte um (git filter-repo) und löschen Sie Kopien.");
    }

    /// <summary>The path below the content folder, given from there or from the current folder.</summary>
    private static SourcePath? PathOf(string content, string file)
    {
        var root = Path.GetFullPath(content) + Path.DirectorySeparatorChar;
        foreach (var full in new[] { Path.GetFullPath(file), Path.GetFullPath(file, root) })
        {
            if (full.StartsWith(root, StringComparison.Ordinal) && File.Exists(full))
            {
                return new SourcePath(UmlautComposition.Compose(full[root.Length..].Replace(Path.DirectorySeparatorChar, '/')));
            }
        }

        return null;
    }
}
