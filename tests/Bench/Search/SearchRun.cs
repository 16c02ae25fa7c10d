using System.Globalization;

namespace Fachinfo.Bench.Search;

/// <summary>The <c>search</c> command: how large an index is, and what queries cost.</summary>
internal static class SearchRun
{
    private const double Kilobyte = 1024;

    public static async Task<int> Start(string program, Arguments arguments)
    {
        var work = BenchRun.CreateWorkFolder(arguments);
        try
        {
            var output = Path.Combine(work, "output");
            Build(program, arguments, work, output);
            var sizes = IndexSizes.Of(Path.Combine(output, "suche", "index.bin"));
            WriteSizes(Console.Out, sizes);
            var targets = TargetsOf(sizes).ToList();
            if (SearchBrowser.Executable is null)
            {
                Console.Out.WriteLine("\nNo Chromium found: what queries cost was not measured.");
            }
            else
            {
                var queries = await Measure(output).ConfigureAwait(false);
                WriteQueries(Console.Out, queries);
                targets.AddRange(TargetsOf(queries));
            }

            Report.WriteTargets(Console.Out, targets);
            return arguments.Has("targets") && targets.Any(target => !target.IsMet) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void Build(string program, Arguments arguments, string work, string output)
    {
        var (count, seed) = (arguments.Number("count", 10_000), arguments.Number("seed", 1));
        var content = Path.Combine(work, "content");
        Corpus.Write(content, count, seed);
        AddRareWords(Path.Combine(content, "mitteilungen"), seed);
        string[] build = ["build", "--content", content, "--theme", Path.GetFullPath(arguments["theme"] ?? "themes/fachinfo"), "--output", output, "--today", BenchSite.Today];
        BenchSite.Require(ChildProcess.Run(Path.GetFullPath(program), build, Path.Combine(work, "log")));
        Console.Out.WriteLine(Text($"\n## {count:N0} notices\n"));
    }

    private static void AddRareWords(string notices, int seed)
    {
        foreach (var file in Directory.EnumerateFiles(notices, "*.md", SearchOption.AllDirectories))
        {
            var year = int.Parse(Path.GetFileName(Path.GetDirectoryName(file)!), CultureInfo.InvariantCulture);
            var number = int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture);
            File.AppendAllText(file, RareWords.Paragraph(seed, year, number));
        }
    }

    private static async Task<List<MeasuredQuery>> Measure(string output)
    {
        var browser = await SearchBrowser.Start(output).ConfigureAwait(false);
        await using (browser.ConfigureAwait(false))
        {
            var queries = new List<MeasuredQuery>();
            foreach (var query in TypicalQueries.All)
            {
                queries.Add(await browser.Measure(query).ConfigureAwait(false));
            }

            return queries;
        }
    }

    private static void WriteSizes(TextWriter to, IReadOnlyList<PieceSizes> sizes)
    {
        to.WriteLine("| pieces | count | together | largest |\n|---|--:|--:|--:|");
        foreach (var size in sizes.Append(new PieceSizes("all", sizes.Sum(one => one.Count), sizes.Sum(one => one.Bytes), sizes.Max(one => one.Largest))))
        {
            to.WriteLine(Text($"| {size.Kind} | {size.Count:N0} | {size.Bytes / Kilobyte:N0} KB | {size.Largest / Kilobyte:0.0} KB |"));
        }
    }

    private static void WriteQueries(TextWriter to, List<MeasuredQuery> queries)
    {
        to.WriteLine("\nUntil the first hits are shown / with the rest of the ten, which waits for a quiet moment:\n");
        to.WriteLine("| query | what the page says | first: requests | bytes | later: requests | bytes | with pieces there |\n|---|---|--:|--:|--:|--:|--:|");
        foreach (var query in queries)
        {
            to.WriteLine(Text($"| {query.Query.Name} | {query.Hits} | {Requests(query.First)} | {Bytes(query.First)} | {Requests(query.Later)} | {Bytes(query.Later)} | {query.Milliseconds:0} ms |"));
        }
    }

    private static string Requests(SearchCost cost) => Text($"{cost.Answer.Requests} / {cost.All.Requests}");

    private static string Bytes(SearchCost cost) => Text($"{cost.Answer.Bytes / Kilobyte:0} / {cost.All.Bytes / Kilobyte:0} KB");

    private static IEnumerable<Target> TargetsOf(IReadOnlyList<PieceSizes> sizes)
    {
        yield return new Target("index in all", 6, sizes.Sum(size => size.Bytes) / (Kilobyte * Kilobyte), "MB");
        yield return new Target("largest piece", 32, sizes.Max(size => size.Largest) / Kilobyte, "KB");
    }

    private static IEnumerable<Target> TargetsOf(List<MeasuredQuery> queries)
    {
        yield return new Target("first query, requests until its answer", 8, queries.Max(query => query.First.Answer.Requests), "");
        yield return new Target("first query, bytes in all", 120, queries.Max(query => query.First.All.Bytes) / Kilobyte, "KB");
        yield return new Target("later query, bytes until its answer", 60, queries.Max(query => query.Later.Answer.Bytes) / Kilobyte, "KB");
        yield return new Target("answer when all pieces are there", 100, queries.Max(query => query.Milliseconds), "ms");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
