using System.Security.Cryptography;
using Fachinfo.Commands;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>Builds into real folders: what is written, kept and removed, and when nothing is.</summary>
public class WritingTests
{
    [Fact]
    public void First_build_writes_everything_and_leaves_nothing_beside_it()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        var result = project.Build().RequireGood();
        Assert.StartsWith("Gebaut: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("<p>Text der ersten.</p>", project.Read("output/mitteilungen/2024/1/index.html"), StringComparison.Ordinal);
        Assert.Equal([".output.cache", "content", "output", "theme"], Directory.GetDirectories(project.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Output_folder_may_lie_deep_and_outside_the_project()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        using var elsewhere = new ProjectFolder();
        var output = elsewhere.PathOf("a/b/ausgabe");
        project.Run("build", "--content", project.Content, "--theme", project.PathOf("theme"), "--output", output + "/").RequireGood();
        Assert.True(File.Exists(Path.Combine(output, "index.html")));
        Assert.True(Directory.Exists(elsewhere.PathOf("a/b/.ausgabe.cache")));
    }

    [Fact]
    public void List_of_our_files_is_what_sha512sum_checks()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var lines = project.Read("output/.fachinfo-files").TrimEnd('\n').Split('\n');
        var expected = ProjectFolder.Snapshot(project.Output)
            .Where(file => file.Key != ".fachinfo-files")
            .Select(file => $"{Convert.ToHexStringLower(SHA512.HashData(file.Value))}  {file.Key}");
        Assert.Equal(expected, lines);
    }

    [Fact]
    public void Build_without_a_change_touches_nothing()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var before = Times(project.Output);
        Assert.Contains("(0 geschrieben)", project.Build().RequireGood().Output, StringComparison.Ordinal);
        Assert.Equal(before, Times(project.Output));
    }

    [Fact]
    public void Edited_notice_rewrites_only_the_pages_that_show_it()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var before = Times(project.Output);
        project.Write("content/mitteilungen/2024/1.md", "---\ntitle: Erste\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\nsummary: Text der ersten.\n---\nGanz anderer Text.\n");
        project.Build().RequireGood();
        var after = Times(project.Output);
        var rewritten = before.Keys.Where(path => !path.StartsWith("suche/", StringComparison.Ordinal) && before[path] != after[path]).ToLookup(path => Path.GetFileName(path) is "feed.xml" or "atom.xml" or "feed.json");
        Assert.Equal([".fachinfo-files", "mitteilungen/2024/1/index.html"], rewritten[false]);
        Assert.Equal(
            ["", "fachinformationen/umwelt", "mitteilungen", "mitteilungen/2024"],
            rewritten[true].Select(path => Path.GetDirectoryName(path)!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Touched_source_with_the_same_text_writes_nothing()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        File.SetLastWriteTimeUtc(project.PathOf("content/mitteilungen/2024/1.md"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Contains("(0 geschrieben)", project.Build().RequireGood().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Stale_files_and_their_folders_are_removed()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        File.Delete(project.PathOf("content/mitteilungen/2024/1.md"));
        Assert.Contains("entfernt", project.Build().RequireGood().Output, StringComparison.Ordinal);
        Assert.False(project.Has("output/mitteilungen/2024"));
        Assert.True(project.Has("output/mitteilungen/index.html"));
    }

    [Fact]
    public void Empty_folder_is_taken()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        Directory.CreateDirectory(project.Output);
        project.Build().RequireGood();
    }

    [Fact]
    public void Second_build_at_the_same_time_is_refused()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var before = ProjectFolder.Snapshot(project.Output);
        project.Write("content/seiten/neu.md", "---\ntitle: Neu\n---\nText");
        using (FolderOutput.TryOpen(project.Output, clean: false))
        {
            var result = project.Build();
            Assert.Equal(CommandLine.ContentErrors, result.Status);
            Assert.Contains("OU003", result.Error, StringComparison.Ordinal);
            ProjectFolder.AssertSame(before, ProjectFolder.Snapshot(project.Output));
        }

        project.Build().RequireGood();
    }

    [Fact]
    public void Two_outputs_cannot_share_a_cache_at_the_same_time()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        using var cache = FolderCache.TryOpen(project.Cache, "test");
        Assert.Contains("OU003", project.Build().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_with_errors_writes_nothing()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var before = ProjectFolder.Snapshot(project.Output);
        project.Write("content/mitteilungen/2024/1.md", "---\ntitle: Neu\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n---\n[x](fehlt.md)\n");
        project.Write("content/seiten/neu.md", "---\ntitle: Neu\n---\nText");
        var result = project.Build();
        Assert.Equal(CommandLine.ContentErrors, result.Status);
        Assert.StartsWith("Nicht gebaut: 1 Fehler", result.Output, StringComparison.Ordinal);
        ProjectFolder.AssertSame(before, ProjectFolder.Snapshot(project.Output));
    }

    [Fact]
    public void First_build_with_errors_makes_no_output()
    {
        using var project = new ProjectFolder("-- seiten/a.md --\nkaputt\n");
        Assert.Equal(CommandLine.ContentErrors, project.Build().Status);
        Assert.False(project.Has("output"));
    }

    [Fact]
    public void Corrected_error_builds_as_if_it_had_never_been()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var before = ProjectFolder.Snapshot(project.Output);
        project.Write("content/seiten/neu.md", "kaputt");
        project.Build();
        File.Delete(project.PathOf("content/seiten/neu.md"));
        project.Build().RequireGood();
        ProjectFolder.AssertSame(before, ProjectFolder.Snapshot(project.Output));
    }

    [Fact]
    public void Cache_that_cannot_be_written_is_an_info()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        File.WriteAllText(project.Cache, "eine Datei in der Stelle des Ordners");
        var result = project.Build("--strict").RequireGood();
        Assert.Contains("info OU005", result.Error, StringComparison.Ordinal);
        Assert.True(project.Has("output/index.html"));
    }

    [Fact]
    public void Cache_may_lie_elsewhere()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build("--cache", project.PathOf("anderswo/cache")).RequireGood();
        Assert.True(project.Has("anderswo/cache/manifest"));
        Assert.False(project.Has(".output.cache"));
    }

    [Fact]
    public void Output_that_cannot_be_written_is_a_fault_of_the_machine()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Write("datei", "keine Ordner hier");
        var result = project.Run("build", "--content", project.Content, "--theme", project.PathOf("theme"), "--output", project.PathOf("datei/output"));
        Assert.Equal(CommandLine.Fault, result.Status);
        Assert.StartsWith("Abgebrochen: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_may_become_a_folder_and_back()
    {
        using var project = new ProjectFolder();
        project.Write("content/seiten/a.md", "---\ntitle: A\naliases: [/alt]\n---\nText");
        project.Build().RequireGood();
        project.Write("content/seiten/a.md", "---\ntitle: A\naliases: [/alt/index.html/tief.html]\n---\nText");
        project.Build().RequireGood();
        Assert.True(project.Has("output/alt/index.html/tief.html"));
        project.Write("content/seiten/a.md", "---\ntitle: A\naliases: [/alt]\n---\nText");
        project.Build().RequireGood();
        Assert.True(File.Exists(project.PathOf("output/alt/index.html")));
        Assert.Equal(ProjectFolder.Snapshot(project.Output).Keys.Where(path => path != ".fachinfo-files"), OurFiles(project));
    }

    [Fact]
    public void Warm_build_finds_what_can_only_be_seen_in_the_folder()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        File.CreateSymbolicLink(project.PathOf("content/seiten/fremd.md"), project.PathOf("fehlt.md"));
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(CommandLine.ContentErrors, project.Build().Status);
        }
    }

    [Fact]
    public void Folder_named_like_the_prefix_of_the_theme_is_reported()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Write("content/@theme/templates/notice.hbs", "x");
        Assert.Contains("content/@theme: warning SF006", project.Build().RequireGood().Error.Replace(project.Root + "/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static IEnumerable<string> OurFiles(ProjectFolder project) => project.Read("output/.fachinfo-files").TrimEnd('\n').Split('\n').Select(line => line[130..]);

    private static SortedDictionary<string, long> Times(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), file => File.GetLastWriteTimeUtc(file).Ticks),
        StringComparer.Ordinal);
}
