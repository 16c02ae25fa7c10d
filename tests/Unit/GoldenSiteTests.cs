using System.Text;
using System.Text.RegularExpressions;
using Fachinfo.Commands;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>Whole small sites with what they become: <c>tests/Golden/&lt;name&gt;/{content,golden}</c>.</summary>
/// <remarks>Planned pages are kept apart from HTML, so that a change of the theme does not hide a change of the logic.</remarks>
public partial class GoldenSiteTests
{
    [Fact]
    public void Minimal_site_is_as_it_was() => Compare("minimal", "index.html", "mitteilungen/2024/1/index.html", "feed.xml", "atom.xml", "feed.json", "feeds.opml", "mitteilungen/2024/atom.xml");

    [Fact]
    public void Site_with_everything_is_as_it_was() => Compare("kitchen-sink");

    [Fact]
    public void Nothing_of_what_is_hidden_is_in_the_output()
    {
        var output = new MemoryOutput();
        Build("kitchen-sink", output);
        Expect.Nothing(output.Files.Where(file => Encoding.UTF8.GetString(file.Value).Contains("geheim", StringComparison.OrdinalIgnoreCase)).Select(file => file.Key));
    }

    [Fact]
    public void Every_problem_of_the_broken_site_is_listed_with_its_place()
    {
        var result = Build("broken", new MemoryOutput());
        GoldenFiles.Compare(Path.Combine(FolderOf("broken"), "golden"), new Dictionary<string, string> { ["findings.txt"] = Findings(result) });
    }

    [Theory]
    [InlineData("check")]
    [InlineData("build")]
    public void Broken_site_writes_nothing_and_ends_with_status_1(string command)
    {
        using var project = new ProjectFolder();
        string[] arguments = [command, "--content", Path.Combine(FolderOf("broken"), "content"), .. command == "build" ? new[] { "--output", project.Output } : []];
        var result = project.Run(arguments);
        Assert.Equal(CommandLine.ContentErrors, result.Status);
        Assert.False(project.Has("output"));
        if (!Repository.UpdatesGolden)
        {
            var expected = File.ReadAllText(Path.Combine(FolderOf("broken"), "golden", "findings.txt"));
            Assert.Equal(expected, result.Error.Replace(Path.Combine(FolderOf("broken"), "content") + "/", "", StringComparison.Ordinal));
        }
    }

    /// <summary>What a site cannot show at once, or not in memory, has its own tests; see <see cref="CodeCases"/>.</summary>
    [Fact]
    public void Broken_site_shows_nearly_every_code_of_the_content()
    {
        string[] elsewhere = ["DL003", "DL004", "DL005", "DL006", "DL007", "DL008", "DL009", "FM008", "FM019", "LE001", "LE002", "LE003", "LE004", "LK009", "MB001", "MB002", "MB003", "MB004", "MB005", "MB006", "MB007", "MB008", "MB009", "MB010", "MB011", "MB012", "MD006", "NO005", "NO009", "SF002", "SF004", "SF005", "SF007", "SI001", "SI005", "SI006", "TH002", "TH006", "TH007", "TH008"];
        var shown = Build("broken", new MemoryOutput()).Findings.Select(finding => finding.Code).ToHashSet();
        Assert.Empty(Codes.All.Select(code => code.Id).Where(id => id[..2] is not ("OU" or "CO")).Except(elsewhere).Except(shown));
    }

    private static void Compare(string name, params string[] pages)
    {
        var output = new MemoryOutput();
        var result = Build(name, output);
        var files = new Dictionary<string, string>(PlannedPages.Show(result.Pages)) { ["findings.txt"] = Findings(result) };
        foreach (var page in pages)
        {
            files["html/" + page] = Fingerprint().Replace(Encoding.UTF8.GetString(output.Files[page]), ".fingerprint.");
        }

        GoldenFiles.Compare(Path.Combine(FolderOf(name), "golden"), files);
    }

    private static BuildResult Build(string name, MemoryOutput output)
    {
        var input = new CombinedInput(new FolderInput(Path.Combine(FolderOf(name), "content")), new EmbeddedThemeInput());
        return new Engine<LinkedSite>(SiteFixture.Definition, input, new MemoryCache(), output).Build(new(SiteFixture.Today));
    }

    private static string Findings(BuildResult result) => string.Concat(result.Findings.Select(finding =>
        $"{finding.Location.Path.Value}{(finding.Location.Line > 0 ? $"({finding.Location.Line},{finding.Location.Column})" : "")}: {finding.Severity.ToString().ToLowerInvariant()} {finding.Code}: {finding.Message}\n"));

    private static string FolderOf(string name) => Repository.PathOf("tests", "Golden", name);

    [GeneratedRegex(@"\.[0-9a-f]{10}\.")]
    private static partial Regex Fingerprint();
}
