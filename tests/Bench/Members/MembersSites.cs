namespace Fachinfo.Bench.Members;

/// <summary>The sites that are compared: the same content without and with the secret, with many members, and with a large attachment.</summary>
internal sealed class MembersSites
{
    private readonly string program;
    private readonly string secretFile;

    public MembersSites(string program, string theme, string work, int notices, int seed, int manyMembers)
    {
        this.program = program;
        Notices = notices;
        secretFile = Path.Combine(work, "secret");
        File.WriteAllText(secretFile, MembersCorpus.Secret);
        var (corpus, large) = (Path.Combine(work, "corpus"), Path.Combine(work, "large"));
        MembersCorpus.Write(corpus, notices, seed);
        MembersCorpus.WriteLarge(large, seed);
        WriteRoster(large, 1, work);
        BenchSite Site(string content, string name, params string[] options) => new(program, content, "mitteilungen", theme, Path.Combine(work, name), options);
        WriteRoster(corpus, 1, work);
        Open = Site(corpus, "open");
        Sealed = Site(corpus, "sealed", "--secret-file", secretFile);
        WriteRoster(corpus, manyMembers, work);
        Many = Site(corpus, "many", "--secret-file", secretFile);
        Large = Site(large, "large-site", "--secret-file", secretFile);
        Directory.Delete(corpus, recursive: true);
        Directory.Delete(large, recursive: true);
    }

    public int Notices { get; }

    public BenchSite Open { get; }

    public BenchSite Sealed { get; }

    public BenchSite Many { get; }

    public BenchSite Large { get; }

    private void WriteRoster(string content, int members, string work)
    {
        MembersCorpus.WriteRoster(content, members);
        BenchSite.Require(ChildProcess.Run(program, ["members", "apply", "--content", content, "--secret-file", secretFile], Path.Combine(work, "log")));
    }
}
