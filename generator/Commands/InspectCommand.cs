using System.CommandLine;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary><c>inspect</c>: prints what the program knows, read-only, as text with tabs.</summary>
internal static class InspectCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("inspect", "Zeigt, was das Programm weiß.");
        command.Add(Codes(host));
        command.Add(Schema(host));
        command.Add(SiteCommand(host, "routes", "Alle Adressen mit Art und Quelle", Routes));
        command.Add(SiteCommand(host, "site", "Zahlen und Zeiten der Website", Site));
        command.Add(ContentCommand(host, "references", "Alle Aktenzeichen mit Bezeichnung, Zahl der Mitteilungen und Zahl der Vorlagen", References));
        command.Add(ContentCommand(host, "numbers", "Die Nummern jeder Reihe und jedes Jahres, mit Lücken", Numbers));
        return command;
    }

    /// <summary>A command that looks at the linked content, members' notices too.</summary>
    private static Command ContentCommand(Host host, string name, string description, Action<Host, LinkedSite> print) =>
        Looking(host, name, description, run => run.Check(new MemoryCache(), site => print(host, site)));

    /// <summary>A command that looks at all pages of the site.</summary>
    private static Command SiteCommand(Host host, string name, string description, Action<Host, BuildResult> print) => Looking(host, name, description, run =>
    {
        var result = run.Rehearse();
        print(host, result);
        return result;
    });

    private static Command Looking(Host host, string name, string description, Func<SiteRun, BuildResult> look)
    {
        var command = new Command(name, description);
        var options = new SiteOptions();
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new SiteRun(host, options, parsed);
            return run.RequireFolders()
                ? run.Report(look(run).Findings.Where(finding => finding.Severity == Severity.Error))
                : CommandLine.WrongUsage;
        });
        return command;
    }

    private static void References(Host host, LinkedSite site)
    {
        var notices = site.Site.Notices.OrderBy(notice => notice.Head, NoticeHead.NewestFirst).ToList();
        var tree = FileReferenceTree.Build(site.Site.FilePlan, notices.Select(notice => new ListedNotice(notice.Head, !notice.IsPublic, [])), site.Site.Council);
        foreach (var prefix in tree.All)
        {
            host.Output.WriteLine($"{prefix.Number}\t{prefix.Label}\t{prefix.Notices.Length}\t{prefix.Papers.Length}");
        }

        foreach (var other in tree.Others)
        {
            host.Output.WriteLine($"ohne Stelle im Aktenplan\t{other.Text}\t{other.Notice?.Head.NumberedLabel ?? $"{other.Paper!.Label}, {other.Paper.Body.Label}"}");
        }
    }

    private static void Numbers(Host host, LinkedSite site)
    {
        foreach (var year in NumberGaps.Of(site.Site.Configuration, site.Site.Numbers))
        {
            host.Output.WriteLine($"{year.Series.Id}\t{year.Year}\t{year.Count} vergeben, höchste {year.Highest}\tfehlt: {(year.Missing.IsEmpty ? "nichts" : string.Join(", ", year.Missing))}");
        }
    }

    private static Command Codes(Host host)
    {
        var command = new Command("codes", "Alle Meldungen mit Kennung, Gewicht und Abhilfe");
        command.SetAction(_ =>
        {
            foreach (var code in Diagnostics.Codes.All)
            {
                host.Output.WriteLine($"{code.Id}\t{code.Severity.ToString().ToLowerInvariant()}\t{code.Message} {code.Advice}");
            }

            return CommandLine.Good;
        });
        return command;
    }

    private static Command Schema(Host host)
    {
        var command = new Command("schema", "JSON-Schema für den Kopf von Texten und für Einstellungen; ohne Namen alle Namen");
        var name = new Argument<string?>("NAME") { Description = "mitteilung, site, rubriken …", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string?>("--out") { Description = "Alle Schemas als Dateien in diesen Ordner schreiben", HelpName = "ORDNER" };
        command.Add(name);
        command.Add(folder);
        command.SetAction(parsed => WriteSchema(host, parsed.GetValue(name), parsed.GetValue(folder)));
        return command;
    }

    private static int WriteSchema(Host host, string? name, string? folder)
    {
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            foreach (var (kind, _, _, _) in FieldSchema.Kinds)
            {
                File.WriteAllText(Path.Combine(folder, kind + ".json"), FieldSchema.Write(kind));
            }

            host.Output.WriteLine($"{GermanText.Number(FieldSchema.Kinds.Count)} Schemas in „{folder}“ geschrieben.");
        }
        else if (name is null)
        {
            foreach (var (kind, title, _, _) in FieldSchema.Kinds)
            {
                host.Output.WriteLine($"{kind}\t{title}");
            }
        }
        else if (FieldSchema.Write(name) is { } schema)
        {
            host.Output.Write(schema);
        }
        else
        {
            host.Error.WriteLine($"Ein Schema „{name}“ gibt es nicht. {NearestName.Suggest(name, FieldSchema.Kinds.Select(kind => kind.Name), $"Möglich sind: {string.Join(", ", FieldSchema.Kinds.Select(kind => kind.Name))}.")}");
            return CommandLine.WrongUsage;
        }

        return CommandLine.Good;
    }

    private static void Routes(Host host, BuildResult result)
    {
        foreach (var page in result.Pages)
        {
            host.Output.WriteLine($"{page.Route}\t{page.Kind}\t{page.Origin.Value}");
        }
    }

    private static void Site(Host host, BuildResult result)
    {
        host.Output.WriteLine($"Quellen\t{GermanText.Number(result.Sources)}");
        foreach (var kind in result.Pages.GroupBy(page => page.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            host.Output.WriteLine($"Seiten: {kind.Key}\t{GermanText.Number(kind.Count())}");
        }

        foreach (var severity in Enum.GetValues<Severity>())
        {
            host.Output.WriteLine($"Meldungen: {severity.ToString().ToLowerInvariant()}\t{result.Findings.Count(finding => finding.Severity == severity)}");
        }

        foreach (var (step, milliseconds) in result.Timings)
        {
            host.Output.WriteLine($"Zeit: {step.ToString().ToLowerInvariant()}\t{milliseconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} ms");
        }
    }
}
