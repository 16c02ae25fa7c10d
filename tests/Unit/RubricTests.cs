using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Model;

namespace Fachinfo.Tests;

public class RubricTests
{
    private static readonly RubricTree Tree = new(
    [
        Make([], [], "recht", "Recht, Personal, Organisation", ["Recht und Personal"],
            ("ehrenamt", "Bürgerschaftliches Engagement", ["engagement"]),
            ("wahlen", "Wahlen", [])),
        Make([], [], "schule", "Schule, Kultur, Sport", [],
            ("sport", "Sport", []),
            ("foerderung", "Förderung", [])),
        Make([], [], "umwelt", "Umwelt", [],
            ("foerderung", "Förderung", [])),
    ]);

    [Theory]
    [InlineData("Recht, Personal, Organisation / Bürgerschaftliches Engagement")]
    [InlineData("Recht, Personal Organisation / Bürgerschaftliches Engagement")] // As one source spells it.
    [InlineData("recht personal organisation/bürgerschaftliches engagement")]
    [InlineData("  RECHT,  PERSONAL,Organisation  /  Bürgerschaftliches\tEngagement ")]
    [InlineData("Recht, Personal, Organisation / Bu\u0308rgerschaftliches Engagement")]
    [InlineData("Recht und Personal / Engagement")]
    [InlineData("recht/ehrenamt")]
    [InlineData("/recht/ehrenamt/")]
    [InlineData("recht / Bürgerschaftliches Engagement")]
    [InlineData("Bürgerschaftliches Engagement")]
    [InlineData("ehrenamt")]
    [InlineData("ENGAGEMENT")]
    public void Rubric_is_found_by_path_slug_alias_or_name(string name) =>
        Assert.Equal("recht/ehrenamt", Assert.Single(Tree.Find(name)).SlugPath);

    [Theory]
    [InlineData("Sport", "schule/sport")]
    [InlineData("Schule, Kultur, Sport", "schule")]
    [InlineData("Umwelt / Förderung", "umwelt/foerderung")]
    [InlineData("umwelt", "umwelt")]
    public void Comma_in_a_name_is_no_separator(string name, string expected) =>
        Assert.Equal(expected, Assert.Single(Tree.Find(name)).SlugPath);

    [Theory]
    [InlineData("Recht")]
    [InlineData("Ehrenämter")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("Umwelt / Sport")]
    public void Other_names_are_unknown(string name) => Assert.Equal(name is "Recht" ? 1 : 0, Tree.Find(name).Count);

    [Fact]
    public void Name_of_two_rubrics_is_ambiguous() =>
        Assert.Equal(["schule/foerderung", "umwelt/foerderung"], Tree.Find("Förderung").Select(rubric => rubric.SlugPath));

    [Theory]
    [InlineData("Bürgerschaftliches Engagment", "Meinten Sie „Bürgerschaftliches Engagement“?")]
    [InlineData("Umwlet", "Meinten Sie „Umwelt“?")]
    [InlineData("Schule, Kultur und Sport", "Meinten Sie „Schule, Kultur, Sport“?")]
    [InlineData("Recht, Personal, Organisation / Walen", "Meinten Sie „Recht, Personal, Organisation / Wahlen“?")]
    [InlineData("Personal", "Meinten Sie „Recht, Personal, Organisation“?")]
    [InlineData("recht / engagement bürgerschaftliches", "Meinten Sie „Recht, Personal, Organisation / Bürgerschaftliches Engagement“?")]
    [InlineData("Verkehrsplanung", "Prüfen Sie die Schreibweise, oder legen Sie sie in rubriken.yml an.")]
    public void Unknown_name_is_answered_with_the_nearest_one(string name, string advice) => Assert.Equal(advice, Tree.Suggest(name));

    [Theory]
    [InlineData("Jugend, Soziales, Gesundheit / Soziales", "Jugend, Soziales, Gesundheit / Soziales und Integration")]
    [InlineData("Jugend, Soziales, Gesundheit / Jugend", "Jugend, Soziales, Gesundheit")]
    [InlineData("Integration", "Jugend, Soziales, Gesundheit / Soziales und Integration")]
    public void Same_words_on_the_same_level_are_nearer_than_few_edits(string name, string meant)
    {
        var tree = new RubricTree([Make([], [], "jugend", "Jugend, Soziales, Gesundheit", [], ("gesundheit", "Gesundheit", []), ("soziales", "Soziales und Integration", []))]);
        Assert.Equal($"Meinten Sie „{meant}“?", tree.Suggest(name));
    }

    [Fact]
    public void Unknown_rubric_is_an_error_at_its_place()
    {
        var site = SiteFixture.Check(Notice("rubric: [Umwelt, Recht / Ehrnamt]"));
        Assert.Equal(["mitteilungen/2024/1.md(5,18): RU001"], site.Findings);
        Assert.EndsWith("Meinten Sie „Recht / Ehrenamt“?", site.Only(Codes.UnknownRubric).Message, StringComparison.Ordinal);
    }

    /// <summary>One mistake in the tree is one finding, not one for each of thousands of notices.</summary>
    [Fact]
    public void Rubrics_are_not_missed_where_their_file_cannot_be_read()
    {
        var site = SiteFixture.Check("-- rubriken.yml --\n- title: a: b\n" + Notice("rubric: Umwelt") + "\n-- fachinformationen/umwelt/index.md --\n---\ntitle: A\n---\nText");
        Assert.Equal(["rubriken.yml(1,11): FM004"], site.Findings);
    }

    [Fact]
    public void Ambiguous_rubric_names_all_that_fit()
    {
        var site = SiteFixture.Check("-- rubriken.yml --\n- {title: A, children: [{title: Wahl}]}\n- {title: B, children: [{title: Wahl}]}\n" + Notice("rubric: wahl"));
        Assert.Equal(["mitteilungen/2024/1.md(5,9): RU004"], site.Findings);
        Assert.Contains("A / Wahl; B / Wahl", site.Only(Codes.AmbiguousRubric).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void First_rubric_of_several_is_the_home()
    {
        var site = SiteFixture.Build(Notice("rubric: [Recht / Ehrenamt, Umwelt, recht/ehrenamt]"));
        Assert.Contains("Mitteilungen – Recht / Ehrenamt", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        Assert.Contains("Erste", site["fachinformationen/umwelt/index.html"], StringComparison.Ordinal);
        Assert.Contains("Erste", site["fachinformationen/recht/index.html"], StringComparison.Ordinal);
        Assert.Contains("1 Mitteilung<", site["fachinformationen/recht/ehrenamt/index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("monat-02")]
    [InlineData("downloads")]
    [InlineData("dateien")]
    [InlineData("Recht")]
    [InlineData("a/b")]
    [InlineData("-")]
    public void Reserved_and_malformed_slugs_are_refused(string slug)
    {
        var site = SiteFixture.Check($"-- rubriken.yml --\n- title: A\n  slug: \"{slug}\"\n");
        Assert.Equal(["rubriken.yml(2,9): RU002"], site.Findings);
    }

    [Fact]
    public void Same_slug_on_another_level_is_fine() =>
        Assert.Empty(SiteFixture.Check("-- rubriken.yml --\n- {title: A, children: [{title: B}]}\n- {title: B, children: [{title: A}]}\n").Findings);

    [Fact]
    public void Rubric_file_may_be_a_list_of_names() =>
        Assert.True(SiteFixture.Check("-- rubriken.yml --\n- Recht, Personal\n- Umwelt\n").Has("fachinformationen/recht-personal/index.html"));

    [Fact]
    public void Introduction_of_an_unknown_rubric_names_the_nearest_one()
    {
        var site = SiteFixture.Check("-- fachinformationen/recht/ehrnamt/index.md --\n---\nsummary: A\n---\nText");
        Assert.EndsWith("Meinten Sie „recht/ehrenamt“?", site.Only(Codes.RubricFolderUnknown).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rubric_with_the_name_of_a_series_has_a_title_of_its_own()
    {
        var site = SiteFixture.Build("-- rubriken.yml --\n- title: Mitteilungen\n" + Notice("rubric: Mitteilungen"));
        var titles = new[] { "mitteilungen/", "fachinformationen/mitteilungen/", "mitteilungen/2024/", "fachinformationen/mitteilungen/2024/" }
            .Select(route => System.Text.RegularExpressions.Regex.Match(site[route + "index.html"], "<title>(.*?)</title>").Groups[1].Value)
            .ToList();
        Assert.Contains("Mitteilungen – Fachinformationen", titles[1], StringComparison.Ordinal);
        Assert.Equal(titles.Distinct(), titles);
    }

    private static string Notice(string rubric) => $"-- mitteilungen/2024/1.md --\n---\ntitle: Erste\nnumber: 1\ndate: 2024-01-02\n{rubric}\n---\nText\n";

    private static Rubric Make(
        ImmutableArray<string> slugs, ImmutableArray<string> titles, string slug, string title, ImmutableArray<string> aliases, params (string Slug, string Title, ImmutableArray<string> Aliases)[] children) => new(
            slugs.Add(slug),
            titles.Add(title),
            aliases,
            "",
            [.. children.Select(child => Make(slugs.Add(slug), titles.Add(title), child.Slug, child.Title, child.Aliases))]);
}
