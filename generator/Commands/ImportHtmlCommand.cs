using System.CommandLine;
using Fachinfo.HtmlImport;
using Fachinfo.Model;
using Fachinfo.Reading;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary><c>import html</c>: notices from saved pages of another site, or from a list of addresses.</summary>
internal static class ImportHtmlCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create(Host host)
    {
        var command = new Command("html", "Macht aus gespeicherten Seiten einer anderen Website Mitteilungen. Vorhandene Dateien bleiben, wie sie sind.");
        var source = new Argument<string>("quelle") { Description = "Ordner mit HTML-Dateien, oder Textdatei mit einer Adresse je Zeile", HelpName = "ORDNER|LISTE" };
        var content = new Option<string>("--content") { Description = "Ordner mit den Inhalten", DefaultValueFactory = _ => "content", HelpName = "ORDNER" };
        var rubric = new Option<string?>("--rubric") { Description = "Rubrik für Seiten, die keine nennen", HelpName = "RUBRIK" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Nur zeigen, was entstünde" };
        command.Add(source);
        command.Add(content);
        command.Add(rubric);
        command.Add(dryRun);
        command.SetAction(parsed => Run(host, parsed.GetValue(source)!, parsed.GetValue(content)!, parsed.GetValue(rubric), parsed.GetValue(dryRun)));
        return command;
    }

    private static int Run(Host host, string source, string content, string? rubric, bool dryRun)
    {
        if (!Directory.Exists(content) || !(Directory.Exists(source) || File.Exists(source)))
        {
            host.Error.WriteLine(Directory.Exists(content)
                ? $"„{source}“ gibt es nicht. Erwartet wird ein Ordner mit HTML-Dateien oder eine Textdatei mit Adressen."
                : $"Den Inhaltsordner „{content}“ gibt es nicht. Geben Sie ihn mit --content an.");
            return CommandLine.WrongUsage;
        }

        var site = new SiteFolder(content);
        var problems = new List<(string Page, string Reason)>();
        var (pages, readFile) = Directory.Exists(source) ? ReadFolder(source) : (Fetch(host, source, problems), _ => null);
        var isComplete = problems.Count == 0;
        var result = new HtmlImporter(site.Series, rubric, readFile).Import(pages);
        var redirected = pages.Where(page => page.RedirectedTo.Length > 0).ToLookup(page => page.Name, page => page.RedirectedTo, StringComparer.Ordinal);
        problems.AddRange(result.Problems.Select(problem => (problem.Page, string.Join(' ', redirected[problem.Page].Select(to => $"Der Server leitet nach {to}.").Prepend(problem.Reason)))));
        var outcomes = Save(new NewFiles(new FolderStore(content)), result.Files, dryRun);
        Report(host, result, problems, outcomes, site.Unknown(result.Rubrics), dryRun);
        return !isComplete || (result.Notices == 0 && problems.Count > 0) ? CommandLine.ContentErrors : CommandLine.Good;
    }

    private static (List<ImportPage> Pages, Func<string, byte[]?> ReadFile) ReadFolder(string folder)
    {
        var input = new FolderInput(folder);
        var files = input.List([]).ToDictionary(file => file.Path.Value, StringComparer.Ordinal);
        var pages = files.Values.Where(file => file.Path.Extension is ".html" or ".htm" or ".xhtml" or ".php" or ".asp" or ".aspx")
            .Select(file => new ImportPage(file.Path.Value, "/" + string.Join('/', file.Path.Value.Split('/').Select(Uri.EscapeDataString)), input.Read(file)))
            .ToList();
        return (pages, path => files.TryGetValue(path, out var file) ? input.Read(file) : null);
    }

    private static List<ImportPage> Fetch(Host host, string list, List<(string Page, string Reason)> problems)
    {
        var addresses = File.ReadAllLines(list).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Distinct(StringComparer.Ordinal).ToList();
        using var handler = PageFetcher.UsualHandler();
        using var fetcher = new PageFetcher(handler, Pause, host.Wait);
        var pages = new List<ImportPage>();
        foreach (var address in addresses)
        {
            var (page, problem) = fetcher.Fetch(address);
            if (page is null)
            {
                problems.Add((address, problem));
            }
            else
            {
                pages.Add(page);
            }

            if ((pages.Count + problems.Count) % 10 == 0)
            {
                host.Error.WriteLine($"Abgerufen: {GermanText.Number(pages.Count + problems.Count)} von {GermanText.Number(addresses.Count)}");
            }
        }

        return pages;
    }

    private static ILookup<NewFiles.Outcome, string> Save(NewFiles folder, IEnumerable<ImportedFile> files, bool dryRun) => files
        .Select(file => (file.Path, Outcome: dryRun ? folder.Find(file.Path, file.Bytes) : folder.Write(file.Path, file.Bytes)))
        .ToList()
        .ToLookup(file => file.Outcome, file => file.Path);

    private static void Report(
        Host host,
        ImportResult result,
        List<(string Page, string Reason)> problems,
        ILookup<NewFiles.Outcome, string> outcomes,
        IReadOnlyList<string> unknownRubrics,
        bool dryRun)
    {
        var output = host.Output;
        foreach (var path in outcomes[NewFiles.Outcome.Written].Where(_ => dryRun))
        {
            output.WriteLine($"entstünde: {path}");
        }

        List("Nicht übernommen:", problems.Select(problem => $"{problem.Page}: {problem.Reason}"));
        List("Schon vorhanden und anders, bleibt unverändert:", outcomes[NewFiles.Outcome.Kept]);
        List("Auf den meisten Seiten gleich und deshalb weggelassen:", result.Furniture.Order(GermanCollation.Instance).Select(text => GermanText.Shorten(text.Replace('\n', ' '), 100)));
        List("Rubriken, die in rubriken.yml fehlen:", unknownRubrics);
        var written = outcomes[NewFiles.Outcome.Written].Count();
        output.WriteLine(
            $"{GermanText.Count(result.Notices, "Mitteilung", "Mitteilungen")} gelesen, {GermanText.Count(problems.Count, "Seite", "Seiten")} nicht; "
            + $"{GermanText.Count(written, "Datei", "Dateien")} {(!dryRun ? "geschrieben" : written == 1 ? "entstünde" : "entstünden")}, {GermanText.Number(outcomes[NewFiles.Outcome.Same].Count())} unverändert.");
        if (result.Notices > 0 && !dryRun)
        {
            output.WriteLine("Prüfen Sie das Ergebnis mit: fachinfo check");
        }

        void List(string title, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count > 0)
            {
                output.WriteLine(title);
                all.ForEach(line => output.WriteLine("  " + line));
            }
        }
    }

    /// <summary>What the import must know of the site: its series and rubrics, where the files can be read.</summary>
    private sealed class SiteFolder
    {
        private readonly RubricTree rubrics;

        public SiteFolder(string content)
        {
            var input = new FolderInput(content);
            var files = input.List([]).Where(file => file.Path.Value is "site.yml" or "rubriken.yml").ToDictionary(file => file.Path.Value, input.Read, StringComparer.Ordinal);
            Series = files.TryGetValue("site.yml", out var site) && SiteConfigurationReader.Read(new("site.yml"), site).Data is { } settings ? [.. settings.Series] : [NoticeSeries.Mitteilungen];
            rubrics = new RubricTree(files.TryGetValue("rubriken.yml", out var tree) ? RubricTreeReader.Read(new("rubriken.yml"), tree).Data?.Roots ?? [] : []);
        }

        public IReadOnlyList<NoticeSeries> Series { get; }

        public IReadOnlyList<string> Unknown(IEnumerable<string> names) => [.. names.Where(name => rubrics.Find(name).Count == 0)];
    }
}
