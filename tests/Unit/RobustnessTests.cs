using System.Text;
using Fachinfo.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Fachinfo.Tests;

/// <summary>Whatever is done to a content tree, the build answers with findings, never with an exception.</summary>
public class RobustnessTests
{
    private static readonly string Site = Repository.PathOf("tests", "Golden", "kitchen-sink", "content");

    /// <param name="Kind">What is done to the file.</param>
    /// <param name="Target">Which file.</param>
    /// <param name="At">Where in it.</param>
    /// <param name="Text">What is put there.</param>
    private sealed record Damage(int Kind, int Target, int At, string Text);

    [Fact]
    public void Any_damage_is_answered_with_findings() => Property.Holds(
        Damages(),
        50,
        damages =>
        {
            var files = new EditedSite(Site).Files;
            foreach (var damage in damages)
            {
                Apply(damage, files);
            }

            var site = new SiteFixture { Theme = PlainTheme.Input(), Options = new(SiteFixture.Today) { Threads = 1 } };
            foreach (var (path, bytes) in files)
            {
                site.Content.Write(path, bytes);
            }

            var result = site.Rebuild();
            AssertPlaces(result.Findings, files);
            Assert.Equal(result.Findings, site.Rebuild().Findings);
            AssertAddresses(site);
        },
        damages => damages.Length == 1 ? [] : damages.Select((_, i) => damages.Where((_, at) => at != i).ToArray()));

    /// <summary>The same as command, with files on disk: never status 3.</summary>
    [Fact]
    public void Any_damage_on_disk_is_an_error_of_the_content_at_most() => Property.Holds(Damages(), 4, damages =>
    {
        using var project = new ProjectFolder();
        Directory.Delete(project.Content, recursive: true);
        var files = new EditedSite(Site).Files;
        foreach (var damage in damages)
        {
            Apply(damage, files);
        }

        foreach (var (path, bytes) in files.Where(file => !files.Keys.Any(other => other.StartsWith(file.Key + "/", StringComparison.Ordinal))))
        {
            var file = Path.Combine(project.Content, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        Directory.CreateDirectory(project.Content);
        var result = project.Build();
        Assert.True(result.Status is 0 or 1, $"{result.Status}\n{result.Error}");
    });

    private static Gen<Damage[]> Damages() => Gen.Choose(0, 1_000_000).Three()
        .Zip(Gen.OneOf(Generators.Yaml, Generators.Markdown, Generators.Text))
        .Select(pair => new Damage(pair.Item1.Item1 % 12, pair.Item1.Item2, pair.Item1.Item3, pair.Item2))
        .NonEmptyListOf()
        .Select(damages => damages.Take(6).ToArray());

    private static void Apply(Damage damage, SortedDictionary<string, byte[]> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        var path = files.Keys.ElementAt(damage.Target % files.Count);
        var bytes = files[path];
        var at = bytes.Length == 0 ? 0 : damage.At % bytes.Length;
        var text = Encoding.UTF8.GetBytes(damage.Text);
        switch (damage.Kind)
        {
            case 0:
                files.Remove(path);
                break;
            case 1:
                files[path] = bytes[..at];
                break;
            case 2 when bytes.Length > 0:
                files[path] = [.. bytes[..at], (byte)(bytes[at] ^ (1 << (damage.Target % 8))), .. bytes[(at + 1)..]];
                break;
            case 3:
                files[path] = [.. bytes, .. bytes];
                break;
            case 4:
                files[path] = [.. bytes[..at], .. text, .. bytes[at..]];
                break;
            case 5:
                files[path] = text;
                break;
            case 6:
                files[path] = [.. "---\n"u8, .. text, .. "\n---\nText\n"u8];
                break;
            case 7:
                files[path] = [.. "---\ntitle: A\nnumber: 7\ndate: 2024-01-02\nrubric: Umwelt\n---\n"u8, .. text];
                break;
            case 8:
                files[files.Keys.ElementAt(damage.At % files.Count)] = bytes;
                break;
            case 9:
                files.Remove(path);
                files[path.ToUpperInvariant()] = bytes;
                break;
            case 10:
                files[path + "/" + "index.md"] = bytes;
                break;
            default:
                files["theme/templates/notice.hbs"] = text;
                break;
        }
    }

    private static void AssertPlaces(IEnumerable<Diagnostic> findings, SortedDictionary<string, byte[]> files) => Assert.All(findings, finding =>
    {
        var path = finding.Location.Path.Value;
        Assert.True(path is null or "site.yml" || path.StartsWith(SourcePath.ThemePrefix, StringComparison.Ordinal) || files.ContainsKey(path), SiteFixture.Show(finding));
        if (finding.Location.Line > 0 && path is not null && files.TryGetValue(path, out var bytes))
        {
            Assert.InRange(finding.Location.Line, 1, bytes.Count(one => one is (byte)'\n' or (byte)'\r') + 2 + (bytes.Length / 3));
            Assert.True(finding.Location.Column >= 1, SiteFixture.Show(finding));
        }
    });

    private static void AssertAddresses(SiteFixture site)
    {
        Assert.Equal(site.Result.Pages.Select(page => page.Route.OutputPath.ToLowerInvariant()).Distinct().Count(), site.Result.Pages.Length);
        Assert.All(site.Result.Pages, page => Assert.Matches("^/[!-~\u00A1-\uFFFF]*$", page.Route.Path));
    }
}
