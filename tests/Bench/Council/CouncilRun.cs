using System.Globalization;

namespace Fachinfo.Bench.Council;

/// <summary>The <c>council</c> command: builds of an archive as large as that of a larger town, and the import of a smaller one.</summary>
internal static class CouncilRun
{
    private const double Megabyte = 1_000_000;
    private const int FilesOfImport = 27;

    public static CouncilPlan SitePlan(Arguments arguments) =>
        new(arguments.Number("papers", 14_000), arguments.Number("files", 38_000), arguments.Number("seed", 1));

    public static int Start(string program, Arguments arguments)
    {
        var work = BenchRun.CreateWorkFolder(arguments);
        try
        {
            var (corpus, source) = (Path.Combine(work, "corpus"), Path.Combine(work, "oparl"));
            var imported = arguments.Number("imported", 2_000);
            CouncilCorpus.Write(corpus, SitePlan(arguments));
            CouncilJson.Write(source, new CouncilPlan(imported, imported * FilesOfImport / 10, arguments.Number("seed", 1)));
            var site = new BenchSite(
                Path.GetFullPath(program),
                corpus,
                $"{CouncilCorpus.Municipality}/vorlagen",
                Path.GetFullPath(arguments["theme"] ?? "themes/fachinfo"),
                Path.Combine(work, "site"));
            return Measure(new SiteSamples(site), new ImportSamples(Path.GetFullPath(program), source, Path.Combine(work, "imported"), imported), arguments);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static int Measure(SiteSamples site, ImportSamples import, Arguments arguments)
    {
        var runs = arguments.Number("runs", 3);
        for (var round = 1; round <= runs; round++)
        {
            Console.Error.WriteLine($"Round {round} of {runs}");
            site.Round();
            import.Round();
        }

        Target[] targets =
        [
            new("cold build", 45, site.Cold.Median, "s"),
            new("peak memory, cold", 900, site.Cold.Peak / Megabyte, "MB"),
            new("nothing changed", 3, site.Unchanged.Median, "s"),
            new($"import of {import.Papers.ToString("N0", CultureInfo.InvariantCulture)} papers", 20, import.First.Median, "s"),
        ];
        var what = $"{site.Site.Documents.ToString("N0", CultureInfo.InvariantCulture)} papers of one municipality, with OParl output";
        Report.WriteTable(Console.Out, what, site, import.All, runs);
        Report.WriteTargets(Console.Out, targets);
        return arguments.Has("targets") && targets.Any(target => !target.IsMet) ? 1 : 0;
    }
}
