namespace Fachinfo.Bench.Council;

/// <summary>The import of a folder of OParl JSON, measured in rounds: into an empty folder, and the same once more.</summary>
/// <param name="papers">How many papers the folder has.</param>
internal sealed class ImportSamples(string program, string source, string work, int papers)
{
    public int Papers { get; } = papers;

    public Samples First { get; } = new("import");

    public Samples Again { get; } = new("the same import again");

    public IEnumerable<Samples> All => [First, Again];

    public void Round()
    {
        BenchSite.Delete(work);
        Directory.CreateDirectory(work);
        First.Add(Import());
        Again.Add(Import());
    }

    private Taken Import() => BenchSite.Require(ChildProcess.Run(
        program,
        ["import", "oparl", source, "--into", Path.Combine(work, CouncilCorpus.Municipality), "--cache", Path.Combine(work, "cache")],
        Path.Combine(work, "log")));
}
