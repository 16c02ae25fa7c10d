using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;

namespace Fachinfo.Tests;

public class ThemeTests
{
    private const string Notice = """
        -- mitteilungen/2024/1.md --
        ---
        titel: T
        nummer: 1
        datum: 2024-01-02
        rubrik: Umwelt
        ---
        Text.

        """;

    [Fact]
    public void Unknown_name_in_a_partial_is_told_once_at_its_line()
    {
        var site = SiteFixture.Build(Notice + "-- theme/partials/breadcrumbs.hbs --\n<p>\n  {{gibtEsNicht}}\n</p>\n");
        var finding = site.Only(Codes.RenderFailed);
        Assert.Equal(new SourceLocation(new SourcePath("theme/partials/breadcrumbs.hbs"), 2, 3), finding.Location);
        Assert.Contains("gibtEsNicht", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Template_that_cannot_be_compiled_is_named()
    {
        var site = SiteFixture.Build(Notice + "-- theme/partials/breadcrumbs.hbs --\n{{#if page.head}}\n");
        Assert.Equal("theme/partials/breadcrumbs.hbs", site.Only(Codes.TemplateInvalid).Location.Path.Value);
    }

    [Theory]
    [InlineData("<p>\n {{#if page.head}}x{{/iff}}", 2, 20, "„{{/iff}}“ schließt einen Block, der nicht geöffnet ist")]
    [InlineData("<p>\n  {{#if page.head}}\n{{#if page.head}}{{/if}}</p>", 2, 3, "der Block „if“ wird nicht geschlossen, es fehlt „{{/if}}“")]
    [InlineData("<p>\n{{> fehlt}}</p>", 2, 1, "ein Partial „fehlt“ gibt es nicht")]
    [InlineData("<p>\n{{helfer \"x\"}}</p>", 2, 1, "„helfer“ gibt es hier nicht")]
    [InlineData("<p>\n\n{{page.titel}}</p>", 3, 1, "„titel“ gibt es hier nicht")]
    public void Usual_mistakes_in_a_template_are_told_in_german_at_their_line(string partial, int line, int column, string problem)
    {
        var finding = Assert.Single(SiteFixture.Build(Notice + $"-- theme/partials/breadcrumbs.hbs --\n{partial}\n").Result.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(new SourceLocation(new SourcePath("theme/partials/breadcrumbs.hbs"), line, column), finding.Location);
        Assert.Contains($": {problem}.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Partial_of_its_own_that_a_site_includes_is_not_idle()
    {
        var site = SiteFixture.Build(Notice + "-- theme/partials/breadcrumbs.hbs --\n{{> zeile}}\n-- theme/partials/zeile.hbs --\nText\n-- theme/partials/zeil.hbs --\nText\n");
        Assert.Equal("theme/partials/zeil.hbs", site.Only(Codes.ThemeOverrideUnknown).Location.Path.Value);
    }

    [Theory]
    [InlineData("partials/breadcrumb.hbs", "Meinten Sie „partials/breadcrumbs.hbs“?")]
    [InlineData("partials/breadcrumbs.html", "Meinten Sie „partials/breadcrumbs.hbs“?")]
    [InlineData("templates/breadcrumbs.hbs", "Meinten Sie „partials/breadcrumbs.hbs“?")]
    [InlineData("breadcrumbs.hbs", "Meinten Sie „partials/breadcrumbs.hbs“?")]
    [InlineData("strings/de.yaml", "Meinten Sie „strings/de.yml“?")]
    [InlineData("variable.css", "Meinten Sie „variables.css“?")]
    [InlineData("site.css", "Meinten Sie „assets/site.css“?")]
    [InlineData("partials/footer.hbs", "einbindet: {{> footer}}")] // Not assets/members/router.js.
    [InlineData("partials/wappen-und-anschrift.hbs", "einbindet: {{> wappen-und-anschrift}}")]
    [InlineData("bilder/wappen.svg", "Eigenes liegt unter assets/ und partials/.")]
    public void File_that_replaces_nothing_is_told_with_the_nearest(string path, string advice)
    {
        var message = SiteFixture.Build(Notice + $"-- theme/{path} --\n\n").Only(Codes.ThemeOverrideUnknown).Message;
        Assert.EndsWith(advice, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Note_beside_the_files_of_a_theme_is_not_idle() => Assert.Empty(SiteFixture.Check(Notice + "-- theme/README.md --\nWarum\n").Findings);

    [Fact]
    public void Site_replaces_single_words_partials_and_variables()
    {
        var site = SiteFixture.Build(Notice + """
            -- theme/strings/de.yml --
            ui: {newest: Das Neueste}
            -- theme/partials/breadcrumbs.hbs --
            <p>Eigene Wegweiser</p>
            -- theme/variables.css --
            :root { --brand: #123456; }
            """);
        Assert.Contains("Das Neueste", site["index.html"], StringComparison.Ordinal);
        Assert.Contains("Eigene Wegweiser", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        Assert.Contains("#123456", site[site.Outputs.Single(path => path.StartsWith("assets/site.", StringComparison.Ordinal))], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ui:\n  newst: Das Neueste", 2, 3, "Meinten Sie „ui.newest“?")]
    [InlineData("UI: {newest: Das Neueste}", 1, 6, "Meinten Sie „ui.newest“?")]
    [InlineData("ui.newst: Das Neueste", 1, 1, "Meinten Sie „ui.newest“?")]
    [InlineData("month.1: Jänner\nmonth: Monat", 2, 1, "zum Beispiel „month.1“")]
    [InlineData("verband: {wappen: Das Wappen}", 1, 11, "{{t \"verband.wappen\"}}")]
    public void Word_that_the_theme_does_not_know_is_told_with_the_nearest(string words, int line, int column, string advice)
    {
        var finding = SiteFixture.Check(Notice + $"-- theme/strings/de.yml --\n{words}\n").Only(Codes.StringUnknown);
        Assert.Equal(new SourceLocation(new SourcePath("theme/strings/de.yml"), line, column), finding.Location);
        Assert.Contains(advice, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Word_that_an_own_partial_names_is_not_idle() => Assert.Empty(SiteFixture.Check(Notice + """
        -- theme/strings/de.yml --
        verband: {wappen: Das Wappen}
        -- theme/templates/notice.hbs --
        {{t "verband.wappen"}}
        """).Findings);

    [Fact]
    public void Word_without_a_text_leaves_that_of_the_theme()
    {
        var site = SiteFixture.Build(Notice + "-- theme/strings/de.yml --\nui:\n  newest:\n");
        Assert.Equal(["theme/strings/de.yml(2,3): FM018"], site.Findings);
        Assert.Contains("Neu erschienen", site["index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{> zeile}}", "{{title}} auf „{{@root.page.head.title}}“")]
    [InlineData("{{~> zeile}}", "{{title}} auf „{{@root.page.head.title}}“")]
    [InlineData("{{title}} auf „{{@root.page.head.title}}“", "")]
    public void Line_of_a_notice_that_looks_at_its_page_is_not_taken_from_another(string item, string inner)
    {
        var site = SiteFixture.Build(Notice + $"-- theme/partials/notice-item.hbs --\n<li>{item}</li>\n-- theme/partials/zeile.hbs --\n{inner}\n");
        foreach (var page in (string[])["index.html", "mitteilungen/2024/index.html"])
        {
            Assert.Contains("auf „" + Regex.Match(site[page], "<title>(.*?)</title>").Groups[1].Value, site[page], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Files_of_an_asset_folder_lie_together_and_move_together()
    {
        static string FolderOf(string module)
        {
            var site = SiteFixture.Build(Notice + $"-- theme/assets/karte/a.js --\nimport './b.js';\n-- theme/assets/karte/b.js --\n{module}\n");
            var paths = site.Outputs.Where(path => path.StartsWith("assets/karte.", StringComparison.Ordinal)).ToList();
            Assert.Equal(["a.js", "b.js"], paths.Select(path => Path.GetFileName(path)));
            return Assert.Single(paths.Select(path => Path.GetDirectoryName(path)!).Distinct());
        }

        Assert.Equal(FolderOf("export {};"), FolderOf("export {};"));
        Assert.NotEqual(FolderOf("export {};"), FolderOf("export const x = 1;"));
    }

    /// <summary>Only templates that changed are compiled before they are used; what is wrong with one is told until it is mended.</summary>
    [Fact]
    public void Broken_partial_that_no_page_shows_is_told_in_every_build()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build().RequireGood();
        project.Write("content/theme/partials/paper-item.hbs", "{{#if label}}\n");
        for (var build = 0; build < 2; build++)
        {
            var result = project.Build();
            Assert.Equal(1, result.Status);
            Assert.Contains(Codes.TemplateInvalid.Id, result.Error, StringComparison.Ordinal);
        }

        project.Write("content/theme/partials/paper-item.hbs", "{{#if label}}{{label}}{{/if}}\n");
        project.Build().RequireGood();
    }

    [Fact]
    public void English_site_speaks_english()
    {
        var site = SiteFixture.Build("-- site.yml --\ntitle: Association\nbaseUrl: https://a.example\nlanguage: en\n" + Notice);
        Assert.Contains("<html lang=\"en\"", site["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("Startseite", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
    }
}
