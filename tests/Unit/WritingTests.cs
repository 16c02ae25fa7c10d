using System.Security.Cryptography;
using System.Text;
using Fachinfo.Commands;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>Builds into real folders: what is written, kept, removed and refused, and what a killed build leaves.</summary>
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

    [Fact]
    public void Empty_folder_is_taken()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        Directory.CreateDirectory(project.Output);
        project.Build().RequireGood();
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

    [Fact]
    public void Output_beside_a_folder_of_a_longer_name_is_fine()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Run("build", "--content", project.Content, "--theme", project.PathOf("theme"), "--output", project.PathOf("content-fertig")).RequireGood();
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

    /// <summary>A build that is killed while files are moved leaves the list of old and new files, and some of each.</summary>
    [Fact]
    public void Build_after_a_killed_one_ends_like_a_clean_one()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var (oldFiles, oldCache) = (ProjectFolder.Snapshot(project.Output), ProjectFolder.Snapshot(project.Cache));
        File.Delete(project.PathOf("content/seiten/impressum.md"));
        project.Write("content/seiten/neu.md", "---\ntitle: Neu\n---\nText");
        project.Write("content/seiten/zwei.md", "---\ntitle: Zwei\n---\nText");
        project.Write("content/mitteilungen/2024/1.md", "---\ntitle: Neu\nnumber: 1\ndate: 2024-01-02\nrubric: Recht\n---\nNeuer Text.\n");
        project.Build().RequireGood();
        var newFiles = ProjectFolder.Snapshot(project.Output);
        var moved = newFiles.Where(file => file.Key != ".fachinfo-files" && !(oldFiles.TryGetValue(file.Key, out var old) && old.AsSpan().SequenceEqual(file.Value))).Select(file => file.Key).ToList();
        Assert.True(moved.Count >= 4);
        for (var done = 0; done <= moved.Count; done++)
        {
            Restore(project.Output, oldFiles);
            Restore(project.Cache, oldCache);
            foreach (var path in moved.Take(done))
            {
                project.Write("output/" + path, Encoding.UTF8.GetString(newFiles[path]));
            }

            File.WriteAllBytes(project.PathOf("output/.fachinfo-files"), Union(oldFiles, newFiles));
            project.Write(".output.staging/files/" + moved[0], "halb geschrieb");
            project.Write(".output.staging/lock", "");
            project.Build().RequireGood();
            ProjectFolder.AssertSame(newFiles, ProjectFolder.Snapshot(project.Output));
            Assert.False(project.Has(".output.staging"));
        }
    }

    /// <summary>Killed before the cache was written: the output is new, the manifest is old.</summary>
    [Fact]
    public void Build_after_a_lost_manifest_ends_like_a_clean_one()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var oldCache = ProjectFolder.Snapshot(project.Cache);
        project.Write("content/mitteilungen/2024/1.md", "---\ntitle: Neu\nnumber: 1\ndate: 2024-01-02\nrubric: Recht\n---\nNeuer Text.\n");
        project.Build().RequireGood();
        var expected = ProjectFolder.Snapshot(project.Output);
        Restore(project.Cache, oldCache);
        project.Build().RequireGood();
        ProjectFolder.AssertSame(expected, ProjectFolder.Snapshot(project.Output));
    }

    [Theory]
    [InlineData("manifest", "cut")]
    [InlineData("manifest", "empty")]
    [InlineData("manifest", "flip")]
    [InlineData("manifest", "gone")]
    [InlineData("manifest", "garbage")]
    [InlineData("documents", "cut")]
    [InlineData("documents", "empty")]
    [InlineData("documents", "flip all")]
    [InlineData("documents", "gone")]
    [InlineData("documents", "garbage")]
    public void Damaged_cache_changes_nothing(string file, string damage)
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var expected = ProjectFolder.Snapshot(project.Output);
        Damage(Path.Combine(project.Cache, file), damage);
        project.Build().RequireGood();
        ProjectFolder.AssertSame(expected, ProjectFolder.Snapshot(project.Output));

        // And once more where everything must be rendered from the cache.
        Damage(Path.Combine(project.Cache, file), damage);
        Directory.Delete(project.Output, recursive: true);
        project.Build().RequireGood();
        ProjectFolder.AssertSame(expected, ProjectFolder.Snapshot(project.Output));
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("mitteilungen")]
    public void Damaged_output_is_repaired(string path)
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var expected = ProjectFolder.Snapshot(project.Output);
        var file = project.PathOf("output/" + path);
        if (Directory.Exists(file))
        {
            Directory.Delete(file, recursive: true);
        }
        else
        {
            File.WriteAllText(file, File.ReadAllText(file)[..^20]);
        }

        project.Build().RequireGood();
        ProjectFolder.AssertSame(expected, ProjectFolder.Snapshot(project.Output));
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

    [Fact]
    public void Verify_notices_an_output_changed_with_the_same_size_and_time()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var page = project.PathOf("output/mitteilungen/2024/1/index.html");
        ChangeSecretly(page, "ersten", "fremde");
        project.Build().RequireGood();
        Assert.Contains("fremde", File.ReadAllText(page), StringComparison.Ordinal);
        project.Build("--verify").RequireGood();
        Assert.Contains("ersten", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_notices_a_source_changed_with_the_same_size_and_time()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        var source = project.PathOf("content/mitteilungen/2024/1.md");
        File.SetLastWriteTimeUtc(source, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        project.Build().RequireGood();
        ChangeSecretly(source, "ersten", "andere");
        project.Build().RequireGood();
        Assert.Contains("ersten", project.Read("output/mitteilungen/2024/1/index.html"), StringComparison.Ordinal);
        project.Build("--verify").RequireGood();
        Assert.Contains("andere", project.Read("output/mitteilungen/2024/1/index.html"), StringComparison.Ordinal);
    }

    /// <summary>A file changed twice within a tick of the clock has the same time: it is read again for once.</summary>
    [Fact]
    public void Source_as_new_as_the_manifest_is_not_trusted()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        var source = project.PathOf("content/mitteilungen/2024/1.md");
        File.SetLastWriteTimeUtc(source, DateTime.UtcNow.AddMinutes(1));
        project.Build().RequireGood();
        ChangeSecretly(source, "ersten", "andere");
        project.Build().RequireGood();
        Assert.Contains("andere", project.Read("output/mitteilungen/2024/1/index.html"), StringComparison.Ordinal);
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

    private static void ChangeSecretly(string file, string text, string replacement)
    {
        Assert.Equal(text.Length, replacement.Length);
        var time = File.GetLastWriteTimeUtc(file);
        File.WriteAllText(file, File.ReadAllText(file).Replace(text, replacement, StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, time);
    }

    private static void Damage(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "gone":
                File.Delete(file);
                return;
            case "cut":
                bytes = bytes[..(bytes.Length / 2)];
                break;
            case "empty":
                bytes = [];
                break;
            case "flip":
                bytes[bytes.Length / 3] ^= 4;
                break;
            case "flip all":
                bytes = [.. bytes.Select(one => (byte)(one ^ 4))];
                break;
            default:
                bytes = "keine Ahnung, was das ist"u8.ToArray();
                break;
        }

        File.WriteAllBytes(file, bytes);
    }

    private static void Restore(string folder, SortedDictionary<string, byte[]> files)
    {
        Directory.Delete(folder, recursive: true);
        foreach (var (path, bytes) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllBytes(Path.Combine(folder, path), bytes);
        }
    }

    private static byte[] Union(SortedDictionary<string, byte[]> one, SortedDictionary<string, byte[]> other)
    {
        var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in new[] { one, other }.SelectMany(files => Encoding.UTF8.GetString(files[".fachinfo-files"]).TrimEnd('\n').Split('\n')))
        {
            lines[line[130..]] = line + "\n";
        }

        return Encoding.UTF8.GetBytes(string.Concat(lines.Values));
    }
}
