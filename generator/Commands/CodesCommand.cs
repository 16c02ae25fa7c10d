using System.CommandLine;
using Fachinfo.Model;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary><c>members codes</c>: derives the access codes, for a mail merge or as letters to print.</summary>
internal static class CodesCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("codes", "Schreibt die Zugangscodes: als Tabelle (.csv) oder als Briefe zum Drucken (.html).");
        var options = new MembersOptions();
        var file = new Option<string?>("--out") { Description = "Neue Datei, die nur Sie lesen können; ohne Angabe nur auf einem Bildschirm", HelpName = "DATEI" };
        var ids = new Option<string[]>("--member") { Description = "Nur dieses Mitglied; mehrfach möglich", HelpName = "ID" };
        command.Add(file);
        command.Add(ids);
        options.AddTo(command);
        command.SetAction(parsed => Run(host, new MembersRun(host, options, parsed), parsed.GetValue(file), parsed.GetValue(ids) ?? []));
        return command;
    }

    private static int Run(Host host, MembersRun run, string? file, string[] ids)
    {
        if (FindRefusal(host, run, file) is { } reason)
        {
            host.Error.WriteLine(reason);
            return CommandLine.WrongUsage;
        }

        if (!run.Open(needsSecret: true) || !ids.All(run.RequireMember))
        {
            return run.Status;
        }

        var codes = run.Roster.Members
            .Where(member => member.Removed is null && (ids.Length == 0 || ids.Contains(member.Id)))
            .Select(member => (member, run.Secret.CodeFor(member.Id, member.Serial).Reveal()))
            .ToList();
        if (file is null)
        {
            host.Output.Write(CodeSheets.Table(codes));
            return CommandLine.Good;
        }

        PrivateFile.Write(file, Path.GetExtension(file) is ".html" ? CodeSheets.Letters(run.Configuration, codes) : CodeSheets.Table(codes));
        host.Output.WriteLine($"{GermanText.Count(codes.Count, "Code", "Codes")} in „{file}“. Löschen Sie die Datei nach dem Versand.");
        return CommandLine.Good;
    }

    /// <summary>Codes must not come into logs, artefacts or anything that is published or committed.</summary>
    private static string? FindRefusal(Host host, MembersRun run, string? file)
    {
        if (host.Variable("CI") is { Length: > 0 } and not "false")
        {
            return "In einem CI-Lauf werden keine Codes geschrieben: Protokolle und Artefakte lesen zu viele. Rufen Sie den Befehl auf Ihrem Rechner auf.";
        }

        if (file is null)
        {
            return host.IsTerminal ? null : "Codes gehen nur auf einen Bildschirm oder mit --out in eine Datei, die nur Sie lesen können.";
        }

        if (File.Exists(file))
        {
            return $"Die Datei „{file}“ gibt es schon. Wählen Sie einen anderen Namen.";
        }

        var target = Path.GetFullPath(file);
        var content = Path.GetFullPath(run.Content).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return target.StartsWith(content, StringComparison.Ordinal) || PrivateFile.IsInOutput(file)
            ? $"„{file}“ liegt im Inhalts- oder Ausgabeordner; dort würden die Codes veröffentlicht. Wählen Sie einen anderen Ort."
            : null;
    }
}
