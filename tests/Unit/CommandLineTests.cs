using Fachinfo.Commands;

namespace Fachinfo.Tests;

/// <summary>The command line is a contract: others script against its options, streams and exit status.</summary>
public class CommandLineTests
{
    [Fact]
    public void Build_works_with_the_theme_inside_the_program()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Run("build", "--content", project.Content, "--output", project.Output).RequireGood();
        Assert.Contains("<p>Text der ersten.</p>", project.Read("output/mitteilungen/2024/1/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_is_status_3()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        using var error = new StringWriter();
        var host = new Host { Output = TextWriter.Null, Error = error, Today = () => throw new InvalidOperationException("Absicht") };
        Assert.Equal(CommandLine.Fault, CommandLine.Run(["check", "--content", project.Content], host));
        Assert.Contains("Absicht", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_command_the_site_is_built()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Run("--content", project.Content, "--theme", project.PathOf("theme"), "--output", project.Output).RequireGood();
        Assert.True(project.Has("output/index.html"));
    }

    [Theory]
    [InlineData("bau")]
    [InlineData("build", "--gibtesnicht")]
    [InlineData("build", "--today", "20.02.2024")]
    [InlineData("build", "--today", "2024-02-30")]
    [InlineData("build", "--base-url", "verband.example")]
    [InlineData("build", "--base-url", "ftp://verband.example")]
    [InlineData("build", "--format", "xml")]
    [InlineData("build", "--content", "/gibt/es/nicht")]
    [InlineData("check", "--theme", "/gibt/es/nicht", "--content", ".")]
    [InlineData("inspect", "allesmögliche")]
    [InlineData("import", "oparl")]
    [InlineData("import", "oparl", ".", "--since", "gestern")]
    [InlineData("import", "oparl", ".", "--unknown", "vielleicht")]
    public void Wrong_usage_is_status_2_and_says_so_on_standard_error(params string[] arguments)
    {
        using var project = new ProjectFolder();
        var result = project.Run(arguments);
        Assert.Equal(CommandLine.WrongUsage, result.Status);
        Assert.NotEmpty(result.Error);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("new fehlt ein Befehl; möglich sind: notice, page, paper, site.", "new")]
    [InlineData(" new page <TITEL>", "new", "page")]
    [InlineData("Der Titel ist leer.", "new", "notice", " ")]
    [InlineData("möglich sind: text, github, json.", "build", "--format", "xml")]
    public void Wrong_usage_says_what_is_expected(string advice, params string[] arguments)
    {
        using var project = new ProjectFolder();
        var result = project.Run(arguments);
        Assert.Equal(CommandLine.WrongUsage, result.Status);
        Assert.Contains(advice, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_shows_which_words_can_be_left_out()
    {
        using var project = new ProjectFolder();
        Assert.Contains(" inspect schema [<NAME>] [Optionen]", project.Run("inspect", "schema", "--help").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("build", "--help")]
    [InlineData("inspect", "codes", "--help")]
    [InlineData("import", "oparl", "--help")]
    [InlineData("withdraw", "--help")]
    [InlineData("--version")]
    public void Help_and_version_are_good(params string[] arguments)
    {
        using var project = new ProjectFolder();
        Assert.NotEmpty(project.Run(arguments).RequireGood().Output);
    }

    [Fact]
    public void Errors_of_the_content_are_status_1()
    {
        using var project = new ProjectFolder(ProjectFolder.Broken);
        Assert.Equal(CommandLine.ContentErrors, project.Build().Status);
        Assert.Equal(CommandLine.ContentErrors, project.Check().Status);
    }

    [Fact]
    public void Warnings_are_status_0_and_with_strict_1()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice + "-- seiten/a.md --\n---\ntitle: A\nfarbe: rot\n---\nText\n");
        Assert.Equal(CommandLine.Good, project.Check().Status);
        var strict = project.Build("--strict");
        Assert.Equal(CommandLine.ContentErrors, strict.Status);
        Assert.Contains("error FM010", strict.Error, StringComparison.Ordinal);
        Assert.False(project.Has("output"));
    }

    [Fact]
    public void Infos_stay_infos_with_strict()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice + "-- mitteilungen/2024/2.md --\n---\ntitle: A\nnumber: 2\ndate: 2024-12-31\nrubric: Umwelt\naz: -10-\n---\nText\n");
        var result = project.Build("--strict").RequireGood();
        Assert.Contains("info NO004", result.Error, StringComparison.Ordinal);
        Assert.Contains("info NO005", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Strict_after_a_good_build_is_as_strict_as_a_cold_one()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice + "-- seiten/a.md --\n---\ntitle: A\nfarbe: rot\n---\nText\n");
        project.Build().RequireGood();
        Assert.Equal(CommandLine.ContentErrors, project.Build("--strict").Status);
        Assert.Equal(CommandLine.Good, project.Build().Status);
    }

    [Fact]
    public void Summary_goes_to_standard_output()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        var result = project.Build();
        Assert.Empty(result.Error);
        Assert.Matches("^Gebaut: [0-9]+ Dateien in „.*“ \\([0-9]+ geschrieben\\) in [0-9]+,[0-9]{2} s; 0 Fehler, 0 Warnungen\\.\n$", result.Output);
    }

    [Fact]
    public void Today_decides_what_is_published()
    {
        using var project = new ProjectFolder("-- mitteilungen/2024/1.md --\n---\ntitle: Erste\nnumber: 1\ndate: 2024-06-01\nrubric: Umwelt\n---\nText\n");
        project.Build("--today", "2024-05-31").RequireGood();
        Assert.False(project.Has("output/mitteilungen/2024/1"));
        project.Build("--today", "2024-06-01").RequireGood();
        Assert.True(project.Has("output/mitteilungen/2024/1"));
        project.Today = new DateOnly(2024, 5, 31);
        project.Build().RequireGood();
        Assert.False(project.Has("output/mitteilungen/2024/1"));
    }

    [Fact]
    public void Base_url_replaces_the_one_of_the_site()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build("--base-url", "http://localhost:5080/probe/").RequireGood();
        Assert.Contains("<loc>http://localhost:5080/probe/mitteilungen/2024/1/</loc>", project.Read("output/sitemap.xml"), StringComparison.Ordinal);
        project.Build().RequireGood();
        Assert.Contains("<loc>https://verband.example/mitteilungen/2024/1/</loc>", project.Read("output/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_writes_nothing_and_finds_what_build_finds()
    {
        using var project = new ProjectFolder(ProjectFolder.Broken + "-- .addresses --\n/verloren/\n");
        var before = ProjectFolder.Snapshot(project.Root);
        var checkedSite = project.Check();
        ProjectFolder.AssertSame(before, ProjectFolder.Snapshot(project.Root));
        Assert.Equal(project.Build().Error, checkedSite.Error);
        Assert.Contains("Geprüft: ", checkedSite.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Warm_build_repeats_every_finding()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice + "-- seiten/a.md --\n---\ntitle: A\nfarbe: rot\n---\n<b>Text</b>\n-- verirrt.md --\nText\n-- .addresses --\n/verloren/\n");
        var cold = project.Build().RequireGood();
        Assert.Equal(5, Lines(cold.Error).Length);
        Assert.Equal(cold.Error, project.Build().Error);
        project.Write("content/seiten/b.md", "---\ntitle: B\n---\nText");
        Assert.Equal(cold.Error, project.Build().Error);
    }

    [Fact]
    public void Inspect_routes_prints_address_kind_and_source()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        var lines = Lines(project.Run("inspect", "routes", "--content", project.Content, "--theme", project.PathOf("theme")).RequireGood().Output);
        Assert.Contains("/mitteilungen/2024/1/\tnotice\tmitteilungen/2024/1.md", lines);
        Assert.Contains("/sitemap.xml\tsitemap\t", lines);
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public void Inspect_site_counts_pages()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        var result = project.Run("inspect", "site", "--content", project.Content, "--theme", project.PathOf("theme")).RequireGood();
        Assert.Contains("Seiten: notice\t1\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Published_addresses_are_kept_and_missed()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice + "-- seiten/a.md --\n---\ntitle: A\n---\nText\n-- mitteilungen/2024/2.md --\n---\ntitle: G\nnumber: 2\ndate: 2024-01-02\nrubric: Umwelt\naccess: members\nteaser: none\n---\nText\n");
        project.Check("--accept-addresses").RequireGood();
        var addresses = Lines(project.Read("content/.addresses")).Where(line => !line.StartsWith('#')).ToList();
        Assert.Contains("/a/", addresses);
        Assert.Contains("/mitteilungen/2024/1/", addresses);
        Assert.DoesNotContain("/mitteilungen/2024/2/", addresses);
        Assert.DoesNotContain("/404.html", addresses);
        Assert.Equal(addresses.Order(StringComparer.Ordinal), addresses);
        Assert.Empty(project.Build("--strict").RequireGood().Error);

        File.Move(project.PathOf("content/seiten/a.md"), project.PathOf("content/seiten/b.md"));
        var lost = project.Build().RequireGood();
        Assert.Contains(".addresses: warning AD001: Die veröffentlichte Adresse /a/ gibt es nicht mehr.", lost.Error, StringComparison.Ordinal);
        Assert.Equal(CommandLine.ContentErrors, project.Build("--strict").Status);

        project.Write("content/seiten/b.md", "---\ntitle: A\naliases: [/a/]\n---\nText\n");
        Assert.Empty(project.Build("--strict").RequireGood().Error);

        project.Write("content/seiten/b.md", "---\ntitle: A\n---\nText\n");
        Assert.Empty(project.Check("--accept-addresses").RequireGood().Error);
        Assert.Empty(project.Build("--strict").RequireGood().Error);
    }

    [Fact]
    public void Addresses_are_not_accepted_while_there_are_errors()
    {
        using var project = new ProjectFolder(ProjectFolder.Broken);
        Assert.Equal(CommandLine.ContentErrors, project.Check("--accept-addresses").Status);
        Assert.False(project.Has("content/.addresses"));
    }

    /// <summary>The program itself, with the machine's time zone and locale set to something far away.</summary>
    [Fact]
    public void Program_writes_the_same_bytes_in_any_time_zone_and_locale()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        RunProgram(project, "eins", "UTC", "C");
        RunProgram(project, "zwei", "Pacific/Kiritimati", "tr_TR.UTF-8");
        ProjectFolder.AssertSame(ProjectFolder.Snapshot(project.PathOf("eins")), ProjectFolder.Snapshot(project.PathOf("zwei")));
    }

    private static void RunProgram(ProjectFolder project, string output, string timeZone, string locale)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = project.Root,
            Environment = { ["TZ"] = timeZone, ["LANG"] = locale, ["LC_ALL"] = locale },
        };
        foreach (var argument in (string[])[typeof(CommandLine).Assembly.Location, "build", "--theme", "theme", "--today", "2024-03-15", "--output", output])
        {
            start.ArgumentList.Add(argument);
        }

        using var program = System.Diagnostics.Process.Start(start)!;
        var text = program.StandardOutput.ReadToEnd() + program.StandardError.ReadToEnd();
        program.WaitForExit();
        Assert.True(program.ExitCode == 0, text);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
