using System.Text;

namespace Fachinfo.Tests;

/// <summary>After a killed build, with a damaged cache or output: the next build ends like a clean one, and reads what cannot be trusted.</summary>
public class RecoveryTests
{
    /// <summary>
    /// A build that is killed while files are moved leaves the list of old and new files, and some of each; the manifest is written
    /// meanwhile, so it is the old or the new one.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Build_after_a_killed_one_ends_like_a_clean_one(bool hasNewManifest)
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
        var cache = hasNewManifest ? ProjectFolder.Snapshot(project.Cache) : oldCache;
        var moved = newFiles.Where(file => file.Key != ".fachinfo-files" && !(oldFiles.TryGetValue(file.Key, out var old) && old.AsSpan().SequenceEqual(file.Value))).Select(file => file.Key).ToList();
        Assert.True(moved.Count >= 4);
        for (var done = 0; done <= moved.Count; done++)
        {
            Restore(project.Output, oldFiles);
            Restore(project.Cache, cache);
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
    [InlineData("records", "cut")]
    [InlineData("records", "empty")]
    [InlineData("records", "flip all")]
    [InlineData("records", "gone")]
    [InlineData("records", "garbage")]
    [InlineData("documents", "cut")]
    [InlineData("documents", "empty")]
    [InlineData("documents", "flip all")]
    [InlineData("documents", "gone")]
    [InlineData("documents", "garbage")]
    [InlineData("results/related", "cut")]
    [InlineData("results/related", "flip")]
    [InlineData("results/related", "garbage")]
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

    /// <summary>Of pieces that did not change only the names are made, as long as the output has them.</summary>
    [Fact]
    public void Lost_pieces_of_the_search_come_back_with_an_edit()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Write("content/mitteilungen/2024/2.md", "---\ntitle: Zweite\nnumber: 2\ndate: 2024-01-03\nrubric: Recht\n---\nEin Wort.\n");
        project.Build().RequireGood();
        project.Write("content/mitteilungen/2024/2.md", "---\ntitle: Zweite\nnumber: 2\ndate: 2024-01-03\nrubric: Recht\n---\nEin Wort mehr.\n");
        Directory.Delete(project.PathOf("output/suche"), recursive: true);
        project.Build().RequireGood();
        var repaired = ProjectFolder.Snapshot(project.Output);
        Directory.Delete(project.Output, recursive: true);
        Directory.Delete(project.Cache, recursive: true);
        project.Build().RequireGood();
        ProjectFolder.AssertSame(ProjectFolder.Snapshot(project.Output), repaired);
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
