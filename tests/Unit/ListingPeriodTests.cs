using System.Text.RegularExpressions;
using Fachinfo.Execution;

namespace Fachinfo.Tests;

/// <summary>Listings by year and month.</summary>
public partial class ListingPeriodTests
{
    [Fact]
    public void Year_of_over_200_notices_has_months()
    {
        var notices = string.Concat(Enumerable.Range(1, 201).Select(number => $"-- mitteilungen/2024/{number}.md --\n---\ntitle: A{number}\nnumber: {number}\ndate: 2024-0{1 + (number % 3)}-02\nrubric: Umwelt\n---\nText\n"));
        var site = SiteFixture.Check(notices);
        Assert.Equal(
            ["mitteilungen/2024/monat-01/index.html", "mitteilungen/2024/monat-02/index.html", "mitteilungen/2024/monat-03/index.html"],
            site.Outputs.Where(path => path.StartsWith("mitteilungen/2024/monat-", StringComparison.Ordinal)));
    }

    /// <summary>A number of 2024 with a day around New Year: the listing is that of the number.</summary>
    [Theory]
    [InlineData("2025-01-03", "monat_12")]
    [InlineData("2023-12-30", "monat_01")]
    [InlineData("2024-06-01", "monat_06")]
    public void Day_outside_the_year_of_the_number_counts_to_its_first_or_last_month(string date, string month)
    {
        var site = SiteFixture.Build($"-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1/2024\ndate: {date}\nrubric: Umwelt\n---\nText\n", new BuildOptions(new(2026, 1, 1)));
        Assert.Equal([month], MonthId().Matches(site["mitteilungen/2024/index.html"]).Select(match => match.Value).Distinct());
    }

    [GeneratedRegex("(?<=id=\")monat_[0-9]+")]
    private static partial Regex MonthId();
}
