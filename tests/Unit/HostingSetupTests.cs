using System.Text.RegularExpressions;

namespace Fachinfo.Tests;

/// <summary>The files that build and deploy the project: they are read by other people's machines, so what can be checked here is.</summary>
public partial class HostingSetupTests
{
    private static readonly string[] Workflows = Directory.GetFiles(Repository.PathOf(".github", "workflows"), "*.yml");

    [Fact]
    public void Actions_are_pinned_to_a_commit()
    {
        var uses = Workflows.SelectMany(file => Uses().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Action: match.Groups["action"].Value))).ToList();
        Assert.NotEmpty(uses);
        Expect.Nothing(uses.Where(use => !Pinned().IsMatch(use.Action)).Select(use => $"{use.File}: {use.Action}"));
    }

    [Fact]
    public void Pull_requests_are_built_without_the_members_secret()
    {
        foreach (var file in Workflows)
        {
            Expect.Nothing(File.ReadLines(file)
                .Where(line => line.Contains("secrets.FACHINFO_SECRET", StringComparison.Ordinal) && !line.Contains("github.event_name != 'pull_request' && secrets.FACHINFO_SECRET || ''", StringComparison.Ordinal))
                .Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));
        }
    }

    [Fact]
    public void Netlify_publishes_the_output_and_holds_neither_secret_nor_rules()
    {
        var settings = string.Join('\n', File.ReadLines(Repository.PathOf("netlify.toml")).Where(line => !line.StartsWith('#')));
        Assert.Contains("publish = \"output\"", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("[[headers]]", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("[[redirects]]", settings, StringComparison.Ordinal);
        foreach (Match command in Command().Matches(settings))
        {
            Assert.True(File.Exists(Repository.PathOf(command.Groups["program"].Value)), command.Value);
        }
    }

    [GeneratedRegex("^\\s*(- )?uses: (?<action>\\S+.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Uses();

    [GeneratedRegex("^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9.]+$")]
    private static partial Regex Pinned();

    [GeneratedRegex("^\\s*command = \"(?<program>[^\" ]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();
}
