using System.Text.Json;

namespace Fachinfo.Tests;

/// <summary>Findings on standard error: as text, for a forge and for programs.</summary>
public class FindingFormatTests
{
    [Fact]
    public void Findings_as_text_name_path_line_and_column()
    {
        using var project = new ProjectFolder(ProjectFolder.Broken);
        Assert.Equal(
            [
                $"{project.Content}/seiten/kaputt.md(3,1): warning FM010: Das Feld „farbe“ ist unbekannt und bleibt ohne Wirkung. Bekannt sind: aktualisiert, aliase, anlagen, ansprechpartner, entwurf, hinnehmen, titel, zugang, zusammenfassung.",
                $"{project.Content}/seiten/kaputt.md(5,5): error LK001: Das Ziel „fehlt.md“ gibt es nicht. Prüfen Sie den Pfad; er gilt vom Ordner dieser Datei aus.",
            ],
            Lines(project.Check().Error));
    }

    [Fact]
    public void Findings_for_github_are_workflow_commands()
    {
        using var project = new ProjectFolder("-- seiten/a,b%.md --\n---\ntitle: A\nsummary: Erste\n---\n[x](fehlt%20ganz.md)\n");
        var result = project.Check("--format", "github");
        Assert.Contains(
            $"::error file={project.Content}/seiten/a%2Cb%25.md,line=5,col=5,title=LK001::Das Ziel „fehlt%2520ganz.md“ gibt es nicht.",
            result.Error,
            StringComparison.Ordinal);
        Assert.Contains($"::warning file={project.Content}/site.yml,title=SI005::", result.Error, StringComparison.Ordinal);
        Assert.All(Lines(result.Error), line => Assert.StartsWith("::", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Findings_as_json_are_one_object_a_line()
    {
        using var project = new ProjectFolder(ProjectFolder.Broken);
        var findings = Lines(project.Check("--format", "json").Error).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var finding = findings[1];
        Assert.Equal(
            ("LK001", "error", $"{project.Content}/seiten/kaputt.md", 5, 5),
            (finding.GetProperty("code").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("file").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
        Assert.StartsWith("Das Ziel „fehlt.md“", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", true)]
    [InlineData("json", false)]
    public void Progress_is_not_shown_between_objects(string format, bool isShown)
    {
        using var project = new ProjectFolder(ProjectFolder.Notice) { Patience = TimeSpan.Zero };
        Assert.Equal(isShown, project.Build("--format", format).Error.Contains(" von ", StringComparison.Ordinal));
    }

    [Fact]
    public void Findings_without_a_file_have_none_in_any_format()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Write("output/fremd.txt", "fremd");
        Assert.StartsWith("error OU001: ", project.Build().Error, StringComparison.Ordinal);
        Assert.StartsWith("::error title=OU001::", project.Build("--format", "github").Error, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(project.Build("--format", "json").Error).RootElement.GetProperty("file").ValueKind);
    }

    [Fact]
    public void Findings_of_the_theme_name_its_folder()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Write("theme/templates/home.hbs", "{{asset \"fehlt.png\"}}");
        Assert.Contains(project.PathOf("theme/templates/home.hbs") + "(1,1): error TH004", project.Build().Error, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
