using Fachinfo.Commands;

namespace Fachinfo.Tests;

/// <summary>What a run of the command line answered.</summary>
public sealed record CommandResult(int Status, string Output, string Error)
{
    /// <summary>Fails with everything that was printed, unless the status is 0.</summary>
    public CommandResult RequireGood()
    {
        Assert.True(Status == CommandLine.Good, $"Status {Status}\n{Output}\n{Error}");
        return this;
    }
}

/// <summary>A project in a folder of its own under the system's temporary folder: content, a small theme, output and cache.</summary>
public sealed class ProjectFolder : IDisposable
{
    public ProjectFolder(string files = "")
    {
        Root = Directory.CreateTempSubdirectory("fachinfo-test-").FullName;
        foreach (var (path, text) in PlainTheme.Files())
        {
            Write("theme/" + path, text);
        }

        Write("content/site.yml", "title: Verband\nbaseUrl: https://verband.example\n");
        Write("content/rubriken.yml", "- title: Recht\n  children: [{title: Ehrenamt}]\n- title: Umwelt\n");
        foreach (var page in (string[])["impressum", "datenschutz", "barrierefreiheit"])
        {
            Write($"content/seiten/{page}.md", $"---\ntitle: {page}\n---\nText\n");
        }

        foreach (var (path, text) in SiteFixture.Files(files))
        {
            Write("content/" + path, text);
        }
    }

    /// <summary>A notice that is in every project of tests about writing.</summary>
    public const string Notice = "-- mitteilungen/2024/1.md --\n---\ntitle: Erste\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n---\nText der ersten.\n";

    /// <summary>Contents with an error and a warning.</summary>
    public const string Broken = Notice + "-- seiten/kaputt.md --\n---\ntitle: A, B\nfarbe: 100 %\n---\n[x](fehlt.md)\n";

    public string Root { get; }

    public string Content => PathOf("content");

    public string Output => PathOf("output");

    public string Cache => PathOf(".output.cache");

    public DateOnly Today { get; set; } = SiteFixture.Today;

    /// <summary>Gets the environment of the commands that are run.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public bool IsTerminal { get; set; }

    /// <summary>Gets or sets how commands wait between requests: not at all.</summary>
    public Action<TimeSpan> Wait { get; set; } = static _ => { };

    /// <summary>Gets or sets after what time a build shows how far it is: never.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.MaxValue;

    public string PathOf(string path) => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public bool Has(string path) => Path.Exists(PathOf(path));

    public CommandResult Build(params string[] options) => Run(["build", "--content", Content, "--theme", PathOf("theme"), "--output", Output, .. options]);

    public CommandResult Check(params string[] options) => Run(["check", "--content", Content, "--theme", PathOf("theme"), .. options]);

    public CommandResult Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new Host { Wait = Wait, Output = output, Error = error, IsInteractive = false, Patience = Patience, Today = () => Today, Variable = name => Variables.GetValueOrDefault(name), Forget = _ => { }, IsTerminal = IsTerminal, Processors = 2, Definition = SiteFixture.Definition };
        var status = CommandLine.Run(arguments, host);
        return new CommandResult(status, output.ToString(), error.ToString());
    }

    /// <summary>All files of a folder with their bytes, by path in it.</summary>
    public static SortedDictionary<string, byte[]> Snapshot(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllBytes),
        StringComparer.Ordinal);

    /// <summary>Fails naming the files that differ.</summary>
    public static void AssertSame(IReadOnlyDictionary<string, byte[]> expected, IReadOnlyDictionary<string, byte[]> actual)
    {
        Expect.Nothing(expected.Keys.Except(actual.Keys).Select(path => $"missing: {path}")
            .Concat(actual.Keys.Except(expected.Keys).Select(path => $"surplus: {path}"))
            .Concat(expected.Keys.Intersect(actual.Keys).Where(path => !expected[path].AsSpan().SequenceEqual(actual[path])).Select(path => $"differs: {path}")));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
