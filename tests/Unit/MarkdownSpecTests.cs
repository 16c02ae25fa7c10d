using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Fachinfo.Tests;

/// <summary>Runs the examples of <c>tests/Spec</c>, which people outside the team can read and correct.</summary>
public partial class MarkdownSpecTests
{
    private const string ExamplePath = "mitteilungen/2024/145.md";
    private const string Head = "---\ntitel: Beispiel\nnummer: 145\ndatum: 20.02.2024\nrubrik: Umwelt\n---\n";
    private const int HeadLines = 6;

    /// <summary>What lies around the example; README.md of the folder says the same.</summary>
    private const string Surroundings = """
        -- mitteilungen/2023/077.md --
        ---
        titel: Ältere Mitteilung
        nummer: 77
        datum: 01.03.2023
        rubrik: Umwelt
        ---
        ## Fristen und Termine

        Text.
        -- mitteilungen/2024/146.md --
        ---
        titel: Nur für Mitglieder
        nummer: 146
        datum: 20.02.2024
        rubrik: Umwelt
        zugang: mitglieder
        anriss: nein
        ---
        Text.
        -- mitteilungen/2024/karte.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- mitteilungen/2024/Antrag auf Förderung.pdf --
        PDF
        -- seiten/kontakt.md --
        ---
        titel: Kontakt
        ---
        Text.

        """;

    private static readonly ConcurrentDictionary<string, bool> Rewritten = new();

    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var example in Pages().SelectMany(SpecPage.Read))
            {
                data.Add(example.Page, example.Title);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_gives_what_the_page_says(string page, string title)
    {
        var path = Path.Combine(SpecPage.Folder, page);
        if (Repository.UpdatesGolden && Rewritten.TryAdd(page, true))
        {
            SpecPage.Rewrite(path, Run);
        }

        var example = SpecPage.Read(path).Single(example => example.Title == title);
        var (html, findings) = Run(example);
        Assert.Equal(example.Html, html);
        Assert.Equal(example.Findings, findings);
    }

    [Fact]
    public void Headings_of_a_page_are_unique() => Expect.Nothing(Pages()
        .SelectMany(SpecPage.Read)
        .GroupBy(example => (example.Page, example.Title))
        .Where(group => group.Count() > 1)
        .Select(group => $"{group.Key.Page}: „{group.Key.Title}“"));

    private static (string Html, string Findings) Run(SpecExample example)
    {
        var site = SiteFixture.Check($"-- {ExamplePath} --\n{Head}{example.Markdown}\n{Surroundings}");
        Assert.All(site.Result.Findings, finding => Assert.True(finding.Location.Path.Value is ExamplePath or "site.yml", $"{SiteFixture.Show(finding)} {finding.Message}"));
        var findings = site.Result.Findings
            .Where(finding => finding.Location.Path.Value == ExamplePath)
            .Select(finding => $"({(finding.Location.Line == 0 ? 0 : finding.Location.Line - HeadLines)},{finding.Location.Column}) {finding.Code}");
        const string Page = "mitteilungen/2024/145/index.html";
        return (site.Has(Page) ? Article().Match(site[Page]).Groups["html"].Value.Trim('\n') : "", string.Join('\n', findings));
    }

    private static IEnumerable<string> Pages() => Directory.GetFiles(SpecPage.Folder, "*.md").Where(path => Path.GetFileName(path) != "README.md").Order(StringComparer.Ordinal);

    [GeneratedRegex("<main>(?<html>.*)</main>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Article();
}
