using System.Globalization;

namespace Fachinfo.Bench;

/// <summary>The <c>run</c> command: measures in rounds and prints the report.</summary>
internal static class BenchRun
{
    private const string RamDisk = "/dev/shm";

    /// <summary>The corpora of <c>--scale</c>, for which the targets hold.</summary>
    private static readonly int[] Scale = [10_000, 100_000];

    public static int Start(string program, Arguments arguments)
    {
        var work = CreateWorkFolder(arguments);
        try
        {
            var sites = Corpora(work, arguments)
                .Select((corpus, i) => new SiteSamples(new BenchSite(
                    Path.GetFullPath(program),
                    corpus,
                    "mitteilungen",
                    Path.GetFullPath(arguments["theme"] ?? "themes/fachinfo"),
                    Path.Combine(work, i.ToString(CultureInfo.InvariantCulture)))))
                .ToList();
            var runs = arguments.Number("runs", 5);
            for (var round = 1; round <= runs; round++)
            {
                Console.Error.WriteLine($"Round {round} of {runs}");
                sites.ForEach(site => site.Round());
            }

            Report.Write(Console.Out, sites, runs);
            return arguments.Has("targets") && Target.Of(sites).Any(target => !target.IsMet) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Makes a folder of our own, on a RAM disk where there is one, so that the disk is not what is measured.</summary>
    public static string CreateWorkFolder(Arguments arguments)
    {
        var work = Path.Combine(
            Path.GetFullPath(arguments["work"] ?? (Directory.Exists(RamDisk) ? RamDisk : Path.GetTempPath())),
            string.Create(CultureInfo.InvariantCulture, $"fachinfo-bench-{Environment.ProcessId}"));
        Directory.CreateDirectory(work);
        return work;
    }

    private static IEnumerable<string> Corpora(string work, Arguments arguments)
    {
        if (arguments["corpus"] is { } given)
        {
            return [Path.GetFullPath(given)];
        }

        var counts = arguments.Has("scale") ? Scale : [arguments.Number("count", Scale[0])];
        return counts.Select(count =>
        {
            var folder = Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"corpus-{count}"));
            Corpus.Write(folder, count, arguments.Number("seed", 1));
            return folder;
        });
    }
}
