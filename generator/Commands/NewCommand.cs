using System.CommandLine;
using System.Globalization;
using Fachinfo.Commands.Creation;
using Fachinfo.Execution;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary><c>new</c>: a notice, a page, a paper, or a whole site to begin with.</summary>
internal static class NewCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("new", "Legt etwas Neues an: eine Mitteilung, eine Seite, eine Vorlage oder eine ganze Website.");
        command.Add(Notice(host));
        command.Add(Page(host));
        command.Add(Paper(host));
        command.Add(Site(host));
        return command;
    }

    private static Command Notice(Host host)
    {
        var rubric = new Option<string?>("--rubric") { Description = "Die Rubrik, als Name oder Pfad; sonst wird gefragt oder die erste genommen", HelpName = "RUBRIK" };
        var series = new Option<string?>("--series") { Description = "Die Reihe; sonst die erste aus site.yml", HelpName = "REIHE" };
        var command = Draft(host, "notice", "Eine Mitteilung mit der nächsten freien Nummer", (drafts, title, parsed) => drafts.Notice(title, parsed.GetValue(series), parsed.GetValue(rubric)));
        command.Add(rubric);
        command.Add(series);
        return command;
    }

    private static Command Page(Host host) => Draft(host, "page", "Eine Seite wie das Impressum", (drafts, title, _) => drafts.Page(title));

    private static Command Paper(Host host)
    {
        var body = new Option<string?>("--body") { Description = "Die Kommune: ihr Ordner im Ratsarchiv", HelpName = "KOMMUNE" };
        var reference = new Option<string?>("--reference") { Description = "Die Vorlagennummer; sonst die nächste freie des Jahres", HelpName = "NUMMER" };
        var command = Draft(host, "paper", "Eine Vorlage im Ratsarchiv", (drafts, title, parsed) => drafts.Paper(title, parsed.GetValue(body), parsed.GetValue(reference)));
        command.Add(body);
        command.Add(reference);
        return command;
    }

    private static Command Site(Host host)
    {
        var command = new Command("site", "Eine neue Website mit Rechtsseiten zum Ausfüllen und einer ersten Mitteilung");
        var folder = new Argument<string>("ORDNER") { Description = "Ein Ordner, den es noch nicht gibt oder der leer ist" };
        command.Add(folder);
        command.SetAction(parsed => NewSite.Create(host, parsed.GetValue(folder)!));
        return command;
    }

    /// <summary>A command that adds one file to the content.</summary>
    private static Command Draft(Host host, string name, string description, Func<Drafts, string, ParseResult, NewFile> create)
    {
        var command = new Command(name, description);
        var title = new Argument<string>("TITEL") { Description = "Die Überschrift, in Anführungszeichen" };
        title.Validators.Add(result =>
        {
            if (result.Tokens.All(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError($"Der Titel ist leer. Ein Beispiel: fachinfo new {name} „Neue Förderung für Radwege“");
            }
        });
        var options = new SiteOptions();
        options.Today.Description = "Tag, den die Datei als Datum bekommt; sonst heute";
        command.Add(title);
        command.Add(options.Content);
        command.Add(options.Today);
        command.SetAction(parsed => Run(
            host,
            parsed.GetValue(options.Content)!,
            parsed.GetValue(options.Today) ?? host.Today(),
            drafts => create(drafts, parsed.GetValue(title)!.Trim(), parsed)));
        return command;
    }

    private static int Run(Host host, string content, DateOnly today, Func<Drafts, NewFile> create)
    {
        if (!Directory.Exists(content))
        {
            host.Error.WriteLine($"Den Inhaltsordner „{content}“ gibt es nicht. Geben Sie ihn mit --content an.");
            return CommandLine.WrongUsage;
        }

        var outline = SiteOutline.Read(new FolderInput(content), new MemoryCache(), new DiscardedOutput(), new BuildOptions(today) { Threads = host.Processors });
        try
        {
            var file = create(new Drafts(outline, today, (question, answers) => Choose(host, question, answers)));
            if (!file.TryWrite(content))
            {
                host.Error.WriteLine($"Die Datei „{Path.Combine(content, file.Path)}“ gibt es schon. Wählen Sie einen anderen Titel.");
                return CommandLine.WrongUsage;
            }

            host.Output.WriteLine($"Angelegt: {Path.Combine(content, file.Path)}");
            foreach (var remark in file.Remarks)
            {
                host.Output.WriteLine("  " + remark);
            }

            return CommandLine.Good;
        }
        catch (CannotCreateException problem)
        {
            host.Error.WriteLine(problem.Message);
            return CommandLine.WrongUsage;
        }
    }

    /// <summary>Asks on a terminal; an empty answer takes the first.</summary>
    private static int? Choose(Host host, string question, IReadOnlyList<string> answers)
    {
        if (!host.CanAsk())
        {
            return null;
        }

        host.Output.WriteLine(question);
        for (var i = 0; i < answers.Count; i++)
        {
            host.Output.WriteLine($"{i + 1,4}  {answers[i]}");
        }

        while (true)
        {
            host.Output.Write($"Nummer [1 bis {answers.Count}, Eingabetaste: 1]: ");
            if (host.ReadLine() is not { } line)
            {
                return null;
            }

            if (line.Trim().Length == 0)
            {
                return 0;
            }

            if (int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= answers.Count)
            {
                return number - 1;
            }
        }
    }
}
