using Fachinfo.Model;
using FsCheck.Fluent;

namespace Fachinfo.Tests;

/// <summary>Numbers that are missing in a series, and the two commands that show numbers and file references.</summary>
public class NumberGapTests
{
    [Fact]
    public void Inspect_numbers_shows_gaps_as_ranges()
    {
        using var project = new ProjectFolder(Notice(2, "13.0.70-001") + Notice(6, "-10-") + Notice(8, "13.0.100\naccess: members"));
        Assert.Equal("mitteilungen\t2024\t3 vergeben, höchste 8\tfehlt: 1, 3–5, 7\n", project.Run("inspect", "numbers", "--content", project.Content).RequireGood().Output);
    }

    [Fact]
    public void Inspect_references_shows_the_tree_and_what_has_no_place_in_it()
    {
        const string Council = "-- ratsarchiv/juelich/kommune.yml --\nname: Jülich\n-- ratsarchiv/juelich/vorlagen/2017/1.md --\n---\ntitel: Vorlage\nnummer: 1/2017\nzugang: öffentlich\naz: [13.0, -11-]\n---\n";
        using var project = new ProjectFolder("-- aktenplan.yml --\n\"13\": Bürgerschaft\n" + Notice(2, "13.0.70-001") + Notice(6, "-10-") + Notice(8, "13.0.100\naccess: members") + Council);
        Assert.Equal(
            "13\tBürgerschaft\t2\t1\n13.0\t\t2\t1\n13.0.70\t\t1\t0\n13.0.100\t\t1\t0\nohne Stelle im Aktenplan\t-10-\tMitteilung 6/2024\nohne Stelle im Aktenplan\t-11-\tVorlage 1/2017, Jülich\n",
            project.Run("inspect", "references", "--content", project.Content).RequireGood().Output);
    }

    [Fact]
    public void Check_says_how_many_numbers_are_missing()
    {
        using var project = new ProjectFolder(Notice(2, "13"));
        Assert.Contains("Mitteilungen 2024: 1 Nummer bis 2 nicht vergeben", project.Check().RequireGood().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_and_gaps_make_the_whole() => Property.Holds(
        Gen.Choose(1, 40).NonEmptyListOf(),
        100,
        numbers =>
        {
            var gaps = NumberGaps.Of(new SiteConfiguration("A", "https://a.example"), numbers.Select(number => ("mitteilungen", new NoticeNumber(number, 2024)))).Single();
            var missing = gaps.Missing.SelectMany(range => range.Split('–') is [var first, var last]
                ? Enumerable.Range(int.Parse(first), int.Parse(last) - int.Parse(first) + 1)
                : [int.Parse(range)]).ToList();
            Assert.Equal(Enumerable.Range(1, numbers.Max()), missing.Concat(numbers.Distinct()).Order());
            Assert.Equal((missing.Count, numbers.Max()), (gaps.MissingCount, gaps.Highest));
        });

    private static string Notice(int number, string reference) =>
        $"-- mitteilungen/2024/{number}.md --\n---\ntitle: Titel {number}\nnumber: {number}\ndate: 2024-01-02\nrubric: Umwelt\naz: {reference}\n---\nText.\n";
}
