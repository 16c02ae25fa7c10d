using System.Text;
using System.Text.RegularExpressions;

namespace Fachinfo.Tests.Council;

/// <summary>Long listings of the archive: every paper and meeting is found by year, and by month where a year is long.</summary>
public partial class CouncilListingTests
{
    private const string Body = "-- ratsarchiv/stadt/kommune.yml --\nname: Stadt\n-- ratsarchiv/stadt/gremien.yml --\n- name: Rat\n- {name: Kultur, kurzname: Kultur}\n";

    [Fact]
    public void Year_is_listed_by_month_when_it_is_long()
    {
        var site = SiteFixture.Build(Body + Papers(2016, 201) + Papers(2017, 5));
        Assert.DoesNotContain("/vorlagen/", MainPart(site["ratsarchiv/stadt/2016/index.html"]), StringComparison.Ordinal);
        Assert.Equal(201, Enumerable.Range(1, 12).Sum(month => PaperLinks(site, $"ratsarchiv/stadt/2016/monat-{month:00}/index.html")));
        Assert.Equal(5, PaperLinks(site, "ratsarchiv/stadt/2017/index.html"));
        Assert.False(site.Has("ratsarchiv/stadt/2017/monat-01/index.html"));
        Assert.Contains("href=\"/ratsarchiv/stadt/2016/monat-12/\"", site["ratsarchiv/stadt/2016/index.html"], StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", site["ratsarchiv/stadt/2016/monat-02/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Committee_with_more_than_its_page_shows_has_a_page_for_each_year()
    {
        var site = SiteFixture.Build(Body + Papers(2016, 201) + Papers(2017, 20) + "-- ratsarchiv/stadt/vorlagen/ohne.md --\n---\ntitel: Ohne Tag\nnummer: O\nzugang: öffentlich\nurheber: [kultur]\n---\n");
        var committee = site["ratsarchiv/stadt/gremien/kultur/index.html"];
        Assert.Equal(60, PaperLinks(site, "ratsarchiv/stadt/gremien/kultur/index.html"));
        Assert.Contains("222 Vorlagen", committee, StringComparison.Ordinal);
        foreach (var year in (string[])["2017", "2016", "ohne-datum"])
        {
            Assert.Contains($"href=\"/ratsarchiv/stadt/gremien/kultur/{year}/\"", committee, StringComparison.Ordinal);
            Assert.Contains("href=\"/ratsarchiv/stadt/gremien/kultur/\"", MainPart(site[$"ratsarchiv/stadt/gremien/kultur/{year}/index.html"]), StringComparison.Ordinal);
        }

        Assert.Equal(20, PaperLinks(site, "ratsarchiv/stadt/gremien/kultur/2017/index.html"));
        Assert.Equal(1, PaperLinks(site, "ratsarchiv/stadt/gremien/kultur/ohne-datum/index.html"));
        Assert.Equal(201, Enumerable.Range(1, 12).Sum(month => PaperLinks(site, $"ratsarchiv/stadt/gremien/kultur/2016/monat-{month:00}/index.html")));
        Assert.Contains("<title>Kultur (Stadt): Februar 2016 – Verband</title>", site["ratsarchiv/stadt/gremien/kultur/2016/monat-02/index.html"], StringComparison.Ordinal);
        Assert.Empty(site.Findings);
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void Committee_with_many_meetings_has_years_too(int count, bool hasYears)
    {
        var meetings = string.Concat(Enumerable.Range(0, count).Select(day => $"-- ratsarchiv/stadt/sitzungen/2016/{day}.md --\n---\ngremium: kultur\nbeginn: {new DateOnly(2016, 1, 1).AddDays(day):yyyy-MM-dd}\n---\n"));
        Assert.Equal(hasYears, SiteFixture.Check(Body + meetings).Has("ratsarchiv/stadt/gremien/kultur/2016/index.html"));
    }

    [Fact]
    public void Committee_that_fits_on_its_page_has_no_years()
    {
        var site = SiteFixture.Build(Body + Papers(2016, 60));
        Assert.Equal(60, PaperLinks(site, "ratsarchiv/stadt/gremien/kultur/index.html"));
        Assert.DoesNotContain(site.Outputs, path => path.StartsWith("ratsarchiv/stadt/gremien/kultur/2016/", StringComparison.Ordinal));
        Assert.DoesNotContain("Alle nach Jahren", site["ratsarchiv/stadt/gremien/kultur/index.html"], StringComparison.Ordinal);
    }

    private static string Papers(int year, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var day = new DateOnly(year, (i % 12) + 1, (i % 28) + 1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            text.Append($"-- ratsarchiv/stadt/vorlagen/{year}/{i}.md --\n---\ntitel: Vorlage {i}\nnummer: {i}/{year}\ndatum: {day}\nzugang: öffentlich\nberatungen: [{{gremium: kultur, datum: {day}}}]\n---\n");
        }

        return text.ToString();
    }

    private static int PaperLinks(SiteFixture site, string page) => PaperLink().Matches(MainPart(site[page])).Select(match => match.Value).Distinct().Count();

    private static string MainPart(string html) => html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];

    [GeneratedRegex("href=\"/ratsarchiv/stadt/vorlagen/[^\"]+\"")]
    private static partial Regex PaperLink();
}
