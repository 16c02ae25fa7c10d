using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>A small site in one string, built in memory: <c>-- site.yml --</c> starts a file, paths are those of the content folder.</summary>
public sealed class SiteFixture
{
    public static readonly DateOnly Today = new(2024, 3, 15);

    /// <summary>What sites are made by; shared, so that the theme is compiled once for all tests.</summary>
    public static readonly EngineDefinition<LinkedSite> Definition = SiteDefinition.Create();

    private readonly MemoryOutput output = new();

    public MemoryInput Content { get; } = new();

    public BuildOptions Options { get; set; } = new(Today);

    public MemoryCache Cache { get; init; } = new();

    public IInput Theme { get; init; } = new EmbeddedThemeInput();

    public BuildResult Result { get; private set; } = new([], []);

    /// <summary>Builds a site; missing basics (site.yml, rubriken.yml) are added.</summary>
    public static SiteFixture Build(string files) => Build(files, new BuildOptions(Today));

    public static SiteFixture Build(string files, BuildOptions options)
    {
        var site = Create(files, new EmbeddedThemeInput());
        site.Options = options;
        site.Rebuild();
        return site;
    }

    /// <summary>Builds a site with <see cref="PlainTheme"/>, thirty times faster: for statements about findings, addresses and bodies.</summary>
    public static SiteFixture Check(string files) => Check(files, new BuildOptions(Today));

    public static SiteFixture Check(string files, BuildOptions options)
    {
        var site = Create(files, PlainTheme.Input());
        site.Options = options;
        site.Rebuild();
        return site;
    }

    /// <summary>Puts files into a site without building it.</summary>
    public static SiteFixture Create(string files, IInput theme)
    {
        var site = new SiteFixture { Theme = theme };
        site.Content.Write("site.yml", Encoding.UTF8.GetBytes("title: Verband\nbaseUrl: https://verband.example\n"));
        site.Content.Write("rubriken.yml", Encoding.UTF8.GetBytes("- title: Recht\n  children: [{title: Ehrenamt}]\n- title: Umwelt\n"));
        foreach (var (path, text) in Files(files))
        {
            site.Content.Write(path, Encoding.UTF8.GetBytes(text));
        }

        return site;
    }

    /// <summary>Builds again into the same output, with the same cache.</summary>
    public BuildResult Rebuild()
    {
        Result = new Engine<LinkedSite>(Definition, new CombinedInput(Content, Theme), Cache, output).Build(Options);
        return Result;
    }

    /// <summary>Gets the paths of all output files.</summary>
    public IEnumerable<string> Outputs => output.Files.Keys.Order(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, byte[]> Bytes => output.Files;

    /// <summary>Gets an output file as text; fails with the findings if it is not there.</summary>
    public string this[string path] => output.Files.TryGetValue(path, out var bytes)
        ? Encoding.UTF8.GetString(bytes)
        : throw new Xunit.Sdk.XunitException($"No output {path}. Findings:\n{string.Join('\n', Result.Findings.Select(Show))}\nOutputs:\n{string.Join('\n', Outputs)}");

    /// <summary>Takes a file out of the output, as somebody else might.</summary>
    public void Remove(string path) => ((IDictionary<string, byte[]>)output.Files).Remove(path);

    public bool Has(string path) => output.Files.ContainsKey(path);

    /// <summary>Gets findings as <c>path(line,column): CODE</c>, without those about missing legal pages, notices and secret.</summary>
    public IReadOnlyList<string> Findings => [.. Result.Findings.Where(finding => finding.Code != Codes.LegalPageMissing.Id && finding.Code != Codes.NothingToPublish.Id && finding.Code != Codes.NoSecret.Id).Select(Show)];

    public Diagnostic Only(DiagnosticCode code) => Assert.Single(Result.Findings, finding => finding.Code == code.Id);

    public static string Show(Diagnostic finding) =>
        $"{finding.Location.Path.Value}({finding.Location.Line},{finding.Location.Column}): {finding.Code}";

    /// <summary>Takes a string with <c>-- path --</c> lines apart.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string text)
    {
        string? path = null;
        var content = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("-- ", StringComparison.Ordinal) && line.EndsWith(" --", StringComparison.Ordinal))
            {
                if (path is not null)
                {
                    yield return (path, content.ToString());
                }

                path = line[3..^3];
                content.Clear();
            }
            else
            {
                content.Append(line).Append('\n');
            }
        }

        if (path is not null)
        {
            yield return (path, content.ToString());
        }
    }
}
