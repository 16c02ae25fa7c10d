using Fachinfo.Commands;

namespace Fachinfo.Tests;

/// <summary>What is not ours is neither changed nor removed, and no output lies over the sources.</summary>
public class ForeignFileTests
{
    [Fact]
    public void Foreign_file_beside_ours_is_kept()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        project.Write("output/mitteilungen/2024/fremd.txt", "fremd");
        project.Write("output/CNAME", "www.verband.example");
        File.Delete(project.PathOf("content/mitteilungen/2024/1.md"));
        project.Build().RequireGood();
        Assert.Equal("fremd", project.Read("output/mitteilungen/2024/fremd.txt"));
        Assert.True(project.Has("output/CNAME"));
    }

    [Fact]
    public void Folder_with_foreign_files_only_is_refused()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Write("output/wichtig.txt", "wichtig");
        var result = project.Build();
        Assert.Equal(CommandLine.ContentErrors, result.Status);
        Assert.Contains("OU001", result.Error, StringComparison.Ordinal);
        Assert.Contains("wichtig.txt", result.Error, StringComparison.Ordinal);
        Assert.Equal(["wichtig.txt"], ProjectFolder.Snapshot(project.Output).Keys);
    }

    [Theory]
    [InlineData("output/neu/index.html")]
    [InlineData("output/neu")]
    public void Foreign_file_in_the_place_of_a_page_or_its_folder_is_refused(string path)
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var before = ProjectFolder.Snapshot(project.Output);
        project.Write(path, "fremd");
        project.Write("content/seiten/neu.md", "---\ntitle: Neu\n---\nText");
        var result = project.Build();
        Assert.Equal(CommandLine.ContentErrors, result.Status);
        Assert.Contains("OU004", result.Error, StringComparison.Ordinal);
        Assert.Equal("fremd", project.Read(path));
        File.Delete(project.PathOf(path));
        ProjectFolder.AssertSame(before, ProjectFolder.Snapshot(project.Output));
    }

    [Fact]
    public void Clean_removes_foreign_files_and_builds_anew()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var expected = ProjectFolder.Snapshot(project.Output);
        File.Delete(project.PathOf("output/.fachinfo-files"));
        project.Write("output/fremd/tief/fremd.txt", "fremd");
        project.Write("output/index.html", "verändert");
        project.Build("--clean").RequireGood();
        ProjectFolder.AssertSame(expected, ProjectFolder.Snapshot(project.Output));
        Assert.False(project.Has("output/fremd"));
    }

    [Fact]
    public void Clean_never_follows_a_link_out_of_the_output()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        project.Write("anderswo/wichtig.txt", "wichtig");
        project.Write("anderswo/2024/1/index.html", "wichtig");
        Directory.CreateSymbolicLink(project.PathOf("output/link"), project.PathOf("anderswo"));
        Directory.Delete(project.PathOf("output/mitteilungen"), recursive: true);
        Directory.CreateSymbolicLink(project.PathOf("output/mitteilungen"), project.PathOf("anderswo"));
        project.Build("--clean").RequireGood();
        Assert.Equal("wichtig", project.Read("anderswo/wichtig.txt"));
        Assert.Equal("wichtig", project.Read("anderswo/2024/1/index.html"));
        Assert.False(project.Has("output/link"));
        Assert.Contains("Text der ersten", project.Read("output/mitteilungen/2024/1/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void List_of_our_files_never_reaches_outside_the_output()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        project.Write("wichtig.txt", "wichtig");
        var hash = new string('0', 128);
        File.AppendAllText(project.PathOf("output/.fachinfo-files"), $"{hash}  {project.PathOf("wichtig.txt")}\n{hash}  ../wichtig.txt\n{hash}  a/../../wichtig.txt\n");
        project.Build().RequireGood();
        Assert.True(project.Has("wichtig.txt"));
    }

    [Fact]
    public void Damaged_list_of_our_files_is_no_proof_that_they_are_ours()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var expected = ProjectFolder.Snapshot(project.Output);
        project.Write("output/.fachinfo-files", project.Read("output/.fachinfo-files")[..^20]);
        Assert.Contains("OU004", project.Build().Error, StringComparison.Ordinal);
        project.Build("--clean").RequireGood();
        ProjectFolder.AssertSame(expected, ProjectFolder.Snapshot(project.Output));
    }

    [Theory]
    [InlineData("content/ausgabe")]
    [InlineData("content")]
    [InlineData(".")]
    [InlineData("theme/ausgabe")]
    public void Output_that_overlaps_the_sources_is_refused(string output)
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        var before = ProjectFolder.Snapshot(project.Root);
        var result = project.Run("build", "--content", project.Content, "--theme", project.PathOf("theme"), "--output", project.PathOf(output), "--clean");
        Assert.Equal(CommandLine.ContentErrors, result.Status);
        Assert.Contains("OU002", result.Error, StringComparison.Ordinal);
        ProjectFolder.AssertSame(before, ProjectFolder.Snapshot(project.Root));
    }

    [Theory]
    [InlineData("content/cache", CommandLine.ContentErrors)]
    [InlineData("theme/cache", CommandLine.ContentErrors)]
    [InlineData("content/.cache", CommandLine.Good)]
    [InlineData("cache", CommandLine.Good)]
    public void Cache_that_would_be_read_as_content_is_refused(string cache, int status)
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        var result = project.Build("--cache", project.PathOf(cache));
        Assert.Equal(status, result.Status);
        Assert.Equal(status != CommandLine.Good, result.Error.Contains("OU002", StringComparison.Ordinal));
        Assert.Equal(status == CommandLine.Good, project.Has(cache));
    }

    [Fact]
    public void Output_that_is_a_file_is_wrong_usage()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Write("datei", "x");
        var result = project.Run("build", "--content", project.Content, "--theme", project.PathOf("theme"), "--output", project.PathOf("datei"));
        Assert.Equal(CommandLine.WrongUsage, result.Status);
        Assert.Contains("ist eine Datei", result.Error, StringComparison.Ordinal);
        Assert.Equal("x", project.Read("datei"));
    }

    [Fact]
    public void Output_beside_a_folder_of_a_longer_name_is_fine()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Run("build", "--content", project.Content, "--theme", project.PathOf("theme"), "--output", project.PathOf("content-fertig")).RequireGood();
    }
}
