using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>A warm build says and writes exactly what a cold one does, whatever was edited before.</summary>
public class WarmBuildTests
{
    private static readonly string Site = Repository.PathOf("tests", "Golden", "kitchen-sink", "content");

    /// <summary>Shows every value of a notice's view model: if its fingerprint forgets one, the page is seen to be stale.</summary>
    private const string CompleteNotice = """
        {{page.head.title}}|{{page.head.description}}|{{page.head.jsonLd}}|{{page.head.canonical}}
        {{#each page.head.meta}}{{name}}={{content}};{{/each}} {{#with page.head.openGraph}}{{type}};{{title}};{{description}};{{url}};{{siteName}};{{locale}};{{/with}}
        {{#each page.head.navigation}}{{text}} {{href}} {{isCurrent}};{{/each}} {{#each page.head.breadcrumbs}}{{text}} {{href}};{{/each}}
        {{site.title}}|{{site.description}}|{{site.root}}|{{#each site.legalLinks}}{{text}} {{href}};{{/each}}
        {{page.kicker}}|{{page.headline}}|{{page.label}}|{{page.title}}|{{page.citation}}|{{page.date.text}} {{page.date.short}} {{page.date.iso}}
        {{#each page.series}}{{text}} {{href}};{{/each}} {{#each page.rubrics}}{{text}} {{href}};{{/each}} {{#each page.fileReferences}}{{text}} {{href}};{{/each}}
        {{#each page.deadlines}}{{date.text}} {{label}} {{isRunning}};{{/each}} {{#if page.updated}}{{page.updated.text}}{{/if}}
        {{page.contact.isGiven}} {{page.contact.name}} {{page.contact.email}} {{page.contact.phone}} {{page.contact.phoneHref}} {{#each page.contact.addressLines}}{{this}};{{/each}}
        {{body page.body}}
        {{#if page.allDownloads}}{{page.allDownloads.text}} {{page.allDownloads.href}}{{/if}} {{#each page.downloads}}{{href}} {{fileHref}} {{title}} {{meta}} {{description}} {{license}} {{isLocked}} {{isElsewhere}} {{#if date}}{{date.text}}{{/if}};{{/each}}
        {{#with page.previous}}{{> item}}{{/with}}
        {{#with page.next}}{{> item}}{{/with}}
        {{#each page.related}}{{> item}}{{/each}}
        """;

    private const string Item = """
        {{label}} {{number}} {{series}} {{date.text}} {{title}} {{href}} {{summary}} {{isMembersOnly}} {{#if rubric}}{{rubric.text}} {{rubric.href}}{{/if}}
        {{#if deadline}}{{deadline.date.text}} {{deadline.label}} {{deadline.isRunning}}{{/if}}
        """;

    [Fact]
    public void Any_edits_in_memory() => Property.Holds(EditedSite.Sequences(8), 4, edits => CompareInMemory(edits, CompleteTheme), EditedSite.Shrink);

    [Fact]
    public void A_sentence_more_in_every_text() => CompareInMemory(EditedSite.OneSentenceEach(Site), CompleteTheme);

    [Fact]
    public void Any_edits_with_the_real_theme() => Property.Holds(EditedSite.Sequences(4), 1, edits => CompareInMemory(edits, () => new EmbeddedThemeInput()), EditedSite.Shrink);

    [Fact]
    public void Any_edits_on_disk() => Property.Holds(EditedSite.Sequences(5), 2, CompareOnDisk, EditedSite.Shrink);

    private static void CompareInMemory(SiteEdit[] edits, Func<IInput> theme)
    {
        var edited = new EditedSite(Site);
        SiteFixture[] warm = [Load(edited, theme()), Load(edited, theme(), new DocumentMemory())];
        Array.ForEach(warm, site => site.Rebuild());
        foreach (var edit in edits)
        {
            List<string> paths = [.. edited.Apply(edit)];
            var cold = Load(edited, theme());
            cold.Options = edited.Options with { Threads = 1 };
            cold.Rebuild();
            foreach (var site in warm)
            {
                Transfer(edited, paths, site.Content);
                site.Options = edited.Options;
                site.Rebuild();
                AssertSame(cold, site, edits, edit);
            }

            if (!cold.Result.Succeeded)
            {
                // Else one error would hide all later edits.
                paths = [.. edited.Undo()];
                Array.ForEach(warm, site => Transfer(edited, paths, site.Content));
            }
        }
    }

    private static void Transfer(EditedSite edited, IEnumerable<string> paths, MemoryInput content)
    {
        foreach (var path in paths)
        {
            if (edited.Files.TryGetValue(path, out var bytes))
            {
                content.Write(path, bytes);
            }
            else
            {
                content.Delete(path);
            }
        }
    }

    private static void AssertSame(SiteFixture cold, SiteFixture warm, SiteEdit[] edits, SiteEdit last)
    {
        var story = $"after {string.Join(", ", edits.TakeWhile(edit => edit != last).Append(last).Select(EditedSite.Show))}";
        Assert.True(cold.Result.Findings.SequenceEqual(warm.Result.Findings), $"Findings {story}:\n{Show(cold.Result.Findings)}\n--- warm:\n{Show(warm.Result.Findings)}");
        if (cold.Result.Succeeded)
        {
            var stale = cold.Bytes.Where(file => !warm.Bytes.TryGetValue(file.Key, out var bytes) || !bytes.AsSpan().SequenceEqual(file.Value)).Select(file => file.Key)
                .Concat(warm.Bytes.Keys.Where(path => !cold.Bytes.ContainsKey(path)));
            Assert.True(!stale.Any(), $"Stale {story}:\n{string.Join('\n', stale)}");
        }
    }

    private static void CompareOnDisk(SiteEdit[] edits)
    {
        using var project = new ProjectFolder();
        project.Write("theme/templates/notice.hbs", CompleteNotice);
        project.Write("theme/partials/item.hbs", Item);
        Directory.Delete(project.Content, recursive: true);
        var edited = new EditedSite(Site);
        foreach (var (path, bytes) in edited.Files)
        {
            WriteFile(project, path, bytes);
        }

        project.Build().RequireGood();
        foreach (var edit in edits)
        {
            Transfer(edited, edited.Apply(edit), project);
            string[] options =
            [
                "--today", edited.Options.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                .. edited.Options.BaseUrl is { } baseUrl ? new[] { "--base-url", baseUrl } : [],
                .. edited.Options.Strict ? new[] { "--strict" } : [],
            ];
            var warm = project.Build(options);
            var cold = project.Run(["build", "--content", project.Content, "--theme", project.PathOf("theme"), "--output", project.PathOf("kalt"), .. options]);
            Assert.Equal(cold.Error, warm.Error);
            Assert.Equal(cold.Status, warm.Status);
            if (cold.Status == 0)
            {
                ProjectFolder.AssertSame(ProjectFolder.Snapshot(project.PathOf("kalt")), ProjectFolder.Snapshot(project.Output));
                Directory.Delete(project.PathOf("kalt"), recursive: true);
            }
            else
            {
                Transfer(edited, edited.Undo(), project);
            }

            Directory.Delete(project.PathOf(".kalt.cache"), recursive: true);
        }
    }

    private static SiteFixture Load(EditedSite edited, IInput theme, DocumentMemory? documents = null)
    {
        var site = new SiteFixture { Theme = theme, Cache = new() { Documents = documents } };
        foreach (var (path, bytes) in edited.Files)
        {
            site.Content.Write(path, bytes);
        }

        site.Options = edited.Options;
        return site;
    }

    private static MemoryInput CompleteTheme()
    {
        var theme = PlainTheme.Input();
        theme.Write("@theme/templates/notice.hbs", Encoding.UTF8.GetBytes(CompleteNotice));
        theme.Write("@theme/partials/item.hbs", Encoding.UTF8.GetBytes(Item));
        return theme;
    }

    private static void Transfer(EditedSite edited, IEnumerable<string> paths, ProjectFolder project)
    {
        foreach (var path in paths)
        {
            if (edited.Files.TryGetValue(path, out var bytes))
            {
                WriteFile(project, path, bytes);
            }
            else
            {
                File.Delete(Path.Combine(project.Content, path));
            }
        }
    }

    private static void WriteFile(ProjectFolder project, string path, byte[] bytes)
    {
        var file = Path.Combine(project.Content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    private static string Show(IEnumerable<Diagnostic> findings) => string.Join('\n', findings.Select(finding => $"{SiteFixture.Show(finding)} {finding.Severity} {finding.Message}"));
}
