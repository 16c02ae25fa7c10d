using Fachinfo.Commands;

namespace Fachinfo.Tests;

/// <summary><c>new</c>: what it makes fits in, and the next build passes.</summary>
public class NewTests
{
    private static CommandResult New(ProjectFolder project, params string[] arguments) => project.Run(["new", arguments[0], .. arguments[1..], "--content", project.Content]);

    [Fact]
    public void Notice_gets_the_next_free_number_and_the_next_build_passes()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice + "-- mitteilungen/2024/verdeckt.md --\n---\ntitle: A\nnumber: 41\ndate: 2024-12-01\nrubric: Recht\naccess: members\nteaser: none\n---\nText\n");
        var result = New(project, "notice", "Straßen & \"Plätze\": Was ist zu tun?", "--rubric", "ehrenamt").RequireGood();
        const string Path = "content/mitteilungen/2024/042-strassen-plaetze-was-ist-zu-tun.md";
        Assert.Contains("Mitteilung 42/2024", result.Output, StringComparison.Ordinal);
        var text = project.Read(Path);
        Assert.Contains("nummer: 42/2024\n", text, StringComparison.Ordinal);
        Assert.Contains("datum: 15.03.2024\n", text, StringComparison.Ordinal);
        Assert.Contains("rubrik: \"Recht / Ehrenamt\"\n", text, StringComparison.Ordinal);
        project.Build("--strict").RequireGood();
        Assert.True(project.Has("output/mitteilungen/2024/42/index.html"));
    }

    [Fact]
    public void Every_field_of_the_table_stands_in_the_new_file_with_its_comment()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        New(project, "notice", "Neu").RequireGood();
        var text = project.Read("content/mitteilungen/2024/002-neu.md");
        Expect.Nothing(Fachinfo.Model.Fields.Notice.All
            .Where(field => !text.Contains($"# {field.Description}\n", StringComparison.Ordinal) || !System.Text.RegularExpressions.Regex.IsMatch(text, $"(?m)^(# )?{field.German}: \\S"))
            .Select(field => field.German));
    }

    [Fact]
    public void Without_a_rubric_the_first_one_is_taken_and_told()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        Assert.Contains("Rubrik: Recht, weil keine angegeben ist", New(project, "notice", "Neu").RequireGood().Output, StringComparison.Ordinal);
        project.Build("--strict").RequireGood();
    }

    [Fact]
    public void On_a_terminal_the_rubric_is_asked_for()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        using var output = new StringWriter();
        var answers = new Queue<string>(["9", "drei", "3"]);
        var host = new Host { Output = output, Error = output, Today = () => project.Today, Definition = SiteFixture.Definition, CanAsk = () => true, ReadLine = answers.Dequeue };
        Assert.Equal(CommandLine.Good, CommandLine.Run(["new", "notice", "Neu", "--content", project.Content], host));
        Assert.Contains("   3  Umwelt", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("rubrik: \"Umwelt\"", project.Read("content/mitteilungen/2024/002-neu.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Die Rubrik „Rechtt“ gibt es nicht. Meinten Sie „Recht“?", "notice", "Neu", "--rubric", "Rechtt")]
    [InlineData("Die Reihe „presse“ gibt es nicht; vorhanden sind: mitteilungen.", "notice", "Neu", "--series", "presse")]
    [InlineData("gehört der Website selbst", "page", "Suche")]
    [InlineData("gibt es schon", "page", "Impressum")]
    [InlineData("noch keine Kommune", "paper", "Neu")]
    public void What_cannot_be_made_is_told_with_what_would_work(string message, params string[] arguments)
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        var result = New(project, arguments);
        Assert.Equal(CommandLine.WrongUsage, result.Status);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_gets_its_address_from_the_title()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        New(project, "page", "Über uns").RequireGood();
        project.Build("--strict").RequireGood();
        Assert.True(project.Has("output/ueber-uns/index.html"));
    }

    [Fact]
    public void Paper_gets_the_next_reference_of_its_municipality()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice
            + "-- ratsarchiv/musterstadt/kommune.yml --\nname: Musterstadt\n"
            + "-- ratsarchiv/musterstadt/vorlagen/2024/a.md --\n---\ntitel: A\nnummer: 17/2024\nzugang: öffentlich\n---\n"
            + "-- ratsarchiv/musterstadt/vorlagen/2024/b.md --\n---\ntitel: B\nnummer: WP7-813/2007 2. Ergänzung\nzugang: öffentlich\n---\n");
        Assert.Contains("Vorlage 18/2024 (musterstadt)", New(project, "paper", "Neue Vorlage").RequireGood().Output, StringComparison.Ordinal);
        project.Build("--strict").RequireGood();
        Assert.True(project.Has("output/ratsarchiv/musterstadt/vorlagen/18-2024/index.html"));
    }

    [Fact]
    public void New_site_builds_strictly_and_without_a_finding()
    {
        using var project = new ProjectFolder();
        var folder = project.PathOf("Städteverbund Musterland");
        project.Run("new", "site", folder).RequireGood();
        var content = System.IO.Path.Combine(folder, "content");
        var build = project.Run("build", "--content", content, "--output", project.Output, "--strict").RequireGood();
        Assert.Empty(build.Error);
        Assert.Contains("Städteverbund Musterland", project.Read("output/index.html"), StringComparison.Ordinal);
        foreach (var file in new[] { "netlify.toml", "bauen.sh", ".gitignore", ".gitlab-ci.yml", ".github/workflows/pruefen.yml", ".vscode/settings.json", ".vscode/schemas/site.json" })
        {
            Assert.True(File.Exists(System.IO.Path.Combine(folder, file)), file);
        }

        project.Run("new", "notice", "Neu", "--content", content).RequireGood();
        Assert.Empty(project.Run("build", "--content", content, "--output", project.Output, "--strict").RequireGood().Error);
        Assert.Equal(CommandLine.WrongUsage, project.Run("new", "site", folder).Status);
    }

    [Fact]
    public void Shell_completes_commands_and_options()
    {
        using var project = new ProjectFolder();
        Assert.Contains("preview", project.Run("[suggest:2]", "pr").Output, StringComparison.Ordinal);
        Assert.Contains("--port", project.Run("[suggest:10]", "preview --").Output, StringComparison.Ordinal);
    }
}
