using Fachinfo.Bench.Council;

namespace Fachinfo.Bench.Ahead;

/// <summary>
/// The <c>ahead</c> command: lets a published program work, notes which generic methods it still had to compile at run time, and
/// writes them to the profile that the next publish compiles ahead of time.
/// </summary>
/// <remarks>
/// Ahead-of-time compilation makes the code of a generic type over a value type only where it sees a direct call. It does not see the
/// virtual ones, such as those of LINQ's iterators, of comparers and of sorters: some 600 methods in a build after an edit. The
/// program must be one that was published without a profile (<c>-p:AheadOfTimeProfile=</c>), or the list is that of what is left.
/// </remarks>
internal static class AheadRun
{
    private const int Notices = 1_500;
    private const int Papers = 200;
    private const string ListVariable = "DOTNET_JitStdOutFile";
    private const string SummaryVariable = "DOTNET_JitDisasmSummary";

    public static async Task<int> Start(string program, string assemblies, string profile, Arguments arguments)
    {
        var work = BenchRun.CreateWorkFolder(arguments);
        var list = Path.Combine(work, "jit.list");
        try
        {
            Environment.SetEnvironmentVariable(ListVariable, list);
            Environment.SetEnvironmentVariable(SummaryVariable, "1");
            await Work(Path.GetFullPath(program), work, arguments).ConfigureAwait(false);
            Environment.SetEnvironmentVariable(ListVariable, null);
            Environment.SetEnvironmentVariable(SummaryVariable, null);

            var names = new MethodNames(assemblies);
            var lines = await File.ReadAllLinesAsync(list).ConfigureAwait(false);
            var methods = lines.SelectMany(names.Find).ToHashSet();
            AheadProfile.Write(profile, methods);
            Console.WriteLine($"{lines.Length} methods compiled at run time, {methods.Count} generic ones in {profile}.");
            return 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task Work(string program, string work, Arguments arguments)
    {
        var theme = Path.GetFullPath(arguments["theme"] ?? "themes/fachinfo");
        var corpus = Path.Combine(work, "corpus");
        Corpus.Write(corpus, Notices, 1);
        Build(new BenchSite(program, corpus, "mitteilungen", theme, Path.Combine(work, "notices")));

        var archive = Path.Combine(work, "archive");
        CouncilCorpus.Write(archive, new CouncilPlan(Papers, 3 * Papers, 1));
        Build(new BenchSite(program, archive, $"{CouncilCorpus.Municipality}/vorlagen", theme, Path.Combine(work, "council")));

        var example = Path.Combine(work, "example");
        BenchSite.CopyTree(arguments["example"] ?? "content", example);
        await PreviewRun.Measure(program, example, arguments, saves: 1).ConfigureAwait(false);
    }

    private static void Build(BenchSite site)
    {
        site.Cold();
        site.BodyEdited();
        site.ThemeChanged();
        site.Unchanged();
    }
}
