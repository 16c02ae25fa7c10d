using Fachinfo.Commands;

namespace Fachinfo.Tests;

/// <summary>When a build runs without collecting garbage, and when no longer.</summary>
public class LateCollectionTests
{
    private const int Notices = 300;

    [Fact]
    public void Collection_is_put_off_when_there_is_something_to_use_again()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        Assert.Equal(["gebaut"], Build(project));
        Assert.Equal(["aufgeschoben", "gebaut"], Build(project));
        Assert.Equal(["gebaut"], Build(project, "--clean"));
        Directory.Move(project.PathOf("theme"), project.PathOf("anderes"));
        Assert.Equal(["gebaut"], Build(project, "--theme", project.PathOf("anderes")));
    }

    [Fact]
    public void Collection_starts_again_when_much_is_parsed()
    {
        using var project = ManyNotices();
        Build(project);
        foreach (var file in Directory.GetFiles(project.PathOf("content/mitteilungen/2024")))
        {
            File.AppendAllText(file, "Ein Satz mehr.\n");
        }

        Assert.Equal(["aufgeschoben", "wieder", "wieder", "gebaut"], Build(project));
    }

    [Fact]
    public void Collection_starts_again_when_much_is_written()
    {
        using var project = ManyNotices();
        Build(project);
        project.Write("theme/templates/notice.hbs", "{{page.title}}, anders");
        File.AppendAllText(project.PathOf("theme/theme.yml"), "# Auch die Angaben\n");
        Assert.Equal(["aufgeschoben", "wieder", "gebaut"], Build(project));
    }

    [Fact]
    public void Collection_is_put_off_as_long_where_only_the_theme_changed()
    {
        using var project = ManyNotices();
        Build(project);
        project.Write("theme/templates/notice.hbs", "{{page.title}}, anders");
        Assert.Equal(["aufgeschoben", "gebaut"], Build(project));
    }

    [Fact]
    public void Collection_is_offered_when_documents_are_linked_while_pages_are_written_and_when_the_search_is_planned()
    {
        using var project = ManyNotices();
        var offers = 0;
        var host = new Host
        {
            Output = TextWriter.Null,
            Error = TextWriter.Null,
            Variable = _ => null,
            Definition = SiteFixture.Definition,
            CollectFreed = () => Interlocked.Increment(ref offers),
        };
        Assert.Equal(CommandLine.Good, CommandLine.Run(["build", "--content", project.Content, "--output", project.Output, "--theme", project.PathOf("theme")], host));
        Assert.InRange(offers, 2 + (Notices / 64), Notices);
    }

    [Fact]
    public void Collection_of_this_process_can_be_put_off_and_started_again()
    {
        LateCollection.End();
        LateCollection.Begin();
        LateCollection.End();
        Assert.NotEqual(System.Runtime.GCLatencyMode.NoGCRegion, System.Runtime.GCSettings.LatencyMode);
    }

    private static ProjectFolder ManyNotices()
    {
        var project = new ProjectFolder();
        for (var number = 1; number <= Notices; number++)
        {
            project.Write($"content/mitteilungen/2024/{number}.md", $"---\ntitle: Titel {number}\nnumber: {number}\ndate: 2024-01-02\nrubric: Umwelt\nsummary: Kurz {number}\n---\nText.\n");
        }

        return project;
    }

    /// <summary>Builds the site; returns what was called.</summary>
    private static List<string> Build(ProjectFolder project, params string[] options)
    {
        var calls = new List<string>();
        void Note(string call)
        {
            lock (calls)
            {
                calls.Add(call);
            }
        }

        using var error = new StringWriter();
        var host = new Host
        {
            Output = TextWriter.Null,
            Error = error,
            IsInteractive = false,
            Today = () => SiteFixture.Today,
            Variable = _ => null,
            Definition = SiteFixture.Definition,
            PutOffCollection = () => Note("aufgeschoben"),
            CollectAgain = () => Note("wieder"),
        };
        var status = CommandLine.Run(["build", "--content", project.Content, "--output", project.Output, .. options.Contains("--theme") ? [] : new[] { "--theme", project.PathOf("theme") }, .. options], host);
        Assert.True(status == CommandLine.Good, error.ToString());
        calls.Add("gebaut");
        return calls;
    }
}
