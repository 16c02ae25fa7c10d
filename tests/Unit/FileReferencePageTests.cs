using AngleSharp.Html.Parser;
using Fachinfo.Model;
using FsCheck.Fluent;

namespace Fachinfo.Tests;

/// <summary>The register of file references: its tree, its order, a page for each prefix, and what has no place in it.</summary>
public class FileReferencePageTests
{
    private const string Plan = "-- aktenplan.yml --\n\"13\": Bürgerschaft\n\"13.0.70\": Engagement\n";

    [Fact]
    public void Tree_shows_prefixes_in_natural_order_with_labels_and_counts()
    {
        var site = SiteFixture.Build(Plan + Notice(1, "13.0.100") + Notice(2, "13.0.70-001") + Notice(3, "I/2 020-08-45/1 wo/ka") + Notice(4, "9.1"));
        var tree = new HtmlParser().ParseDocument(site["aktenzeichen/index.html"]).QuerySelector(".reference-tree")!;
        Assert.Equal(
            ["9", "9.1", "13 Bürgerschaft", "13.0", "13.0.70 Engagement", "13.0.100", "020", "020.08", "020.08.45"],
            tree.QuerySelectorAll("a").Select(link => link.TextContent.Trim()));
        Assert.Equal(
            ["1 Mitteilung", "1 Mitteilung", "2 Mitteilungen", "2 Mitteilungen", "1 Mitteilung", "1 Mitteilung", "1 Mitteilung", "1 Mitteilung", "1 Mitteilung"],
            tree.QuerySelectorAll(".count").Select(count => count.TextContent));
        Assert.All(tree.QuerySelectorAll("a"), link => Assert.True(site.Has(link.GetAttribute("href")![1..] + "index.html")));
    }

    [Fact]
    public void Prefix_shows_everything_below_it_and_each_notice_once()
    {
        var site = SiteFixture.Build(Notice(1, "[13.0.70-001, 13.0.70-002, 13.1]") + Notice(2, "13") + Notice(3, "130"));
        var page = new HtmlParser().ParseDocument(site["aktenzeichen/13/index.html"]);
        Assert.Equal(["Titel 2", "Titel 1"], page.QuerySelectorAll(".notice-list h3").Select(title => title.TextContent));
        Assert.Equal(["13.0", "13.1"], page.QuerySelectorAll(".reference-tree a").Select(link => link.TextContent.Trim()));
    }

    [Fact]
    public void Reference_of_unknown_shape_is_in_a_list_of_its_own()
    {
        var site = SiteFixture.Build(Notice(1, "-10-") + Notice(2, "13.0"));
        var page = new HtmlParser().ParseDocument(site["aktenzeichen/sonstige/index.html"]);
        Assert.Equal(("-10-", "Titel 1"), (page.QuerySelector("dt")!.TextContent, page.QuerySelector("dd a")!.TextContent));
        Assert.Contains("Weitere Aktenzeichen ohne Stelle im Aktenplan (1)", site["aktenzeichen/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Notice_links_its_place_in_the_register()
    {
        var site = SiteFixture.Build(Notice(1, "[13.0.70-001, -10-]"));
        Assert.Contains("<dd><a href=\"/aktenzeichen/13.0.70/\">13.0.70-001</a></dd><dd>-10-</dd>", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_notice_leaves_no_prefix()
    {
        var site = SiteFixture.Build(Notice(1, "13.0") + Notice(2, "77.7\naccess: members\nteaser: none"));
        Assert.False(site.Has("aktenzeichen/77/index.html"));
        Assert.DoesNotContain("77", new HtmlParser().ParseDocument(site["aktenzeichen/index.html"]).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_list_is_split_by_years()
    {
        var site = SiteFixture.Check(string.Concat(Enumerable.Range(1, 201).Select(number => Notice(number, "13.0"))));
        Assert.True(site.Has("aktenzeichen/13.0/2024/index.html"));
        Assert.True(site.Has("aktenzeichen/13.0/2024/monat-01/index.html"));
    }

    [Fact]
    public void Papers_stand_in_the_register_beside_notices()
    {
        var site = SiteFixture.Build(Plan + Notice(1, "13.0.70-001") + Body + Paper("325/2017", "[13.0.70-002, 13.1]", "2017-10-05") + Paper("326/2017", "17", "2017-10-06") + Paper("327/2017", "-x-", "2017-10-07"));
        var tree = new HtmlParser().ParseDocument(site["aktenzeichen/index.html"]).QuerySelectorAll(".reference-tree li > .count").Select(count => count.TextContent);
        Assert.Equal(["1 Mitteilung, 1 Vorlage", "1 Mitteilung, 1 Vorlage", "1 Mitteilung, 1 Vorlage", "1 Vorlage", "1 Vorlage"], tree);
        var page = new HtmlParser().ParseDocument(site["aktenzeichen/13.0/index.html"]);
        Assert.Equal(["Titel 1", "Vorlage 325/2017"], page.QuerySelectorAll(".notice-list h3").Select(title => title.TextContent));
        Assert.Equal("/ratsarchiv/juelich/vorlagen/325-2017/", page.QuerySelector("section[aria-labelledby=vorlagen_titel] h3 a")!.GetAttribute("href"));
        Assert.Null(new HtmlParser().ParseDocument(site["aktenzeichen/17/index.html"]).QuerySelector("section[aria-labelledby=neu_titel]"));
        var other = new HtmlParser().ParseDocument(site["aktenzeichen/sonstige/index.html"]).QuerySelector(".other-references div")!;
        Assert.Equal("-x-Vorlage 327/2017 Vorlage 327/2017, Jülich", other.TextContent);
        Assert.Contains("<dd><a href=\"/aktenzeichen/13.0.70/\">13.0.70-002</a></dd>", site["ratsarchiv/juelich/vorlagen/325-2017/index.html"], StringComparison.Ordinal);
        Assert.Contains(site.Findings, finding => finding.EndsWith("NO004", StringComparison.Ordinal));
    }

    [Fact]
    public void Long_list_of_papers_is_split_by_years_too()
    {
        var papers = string.Concat(Enumerable.Range(1, 201).Select(number => Paper($"{number}/2017", "17.1", "2017-10-05")));
        var site = SiteFixture.Build(Notice(1, "17.1") + Body + papers + Paper("1/2016", "17.1", "2016-02-05") + Paper("ohne", "17.1", null));
        var page = new HtmlParser().ParseDocument(site["aktenzeichen/17.1/index.html"]);
        Assert.Equal("1 Mitteilung, 203 Vorlagen", page.QuerySelector(".page-head .count")!.TextContent);
        Assert.Equal(["2024: 1 Mitteilung", "2017: 201 Vorlagen", "2016: 1 Vorlage"], page.QuerySelectorAll(".year-list a").Select(year => year.QuerySelector(".year")!.TextContent + ": " + year.QuerySelector(".count")!.TextContent));
        var shown = page.QuerySelectorAll("section[aria-labelledby=vorlagen_titel] h3").Select(title => title.TextContent).ToList();
        Assert.Equal((21, "Vorlage ohne"), (shown.Count, shown[^1]));
        Assert.Equal(201, new HtmlParser().ParseDocument(site["aktenzeichen/17.1/2017/monat-10/index.html"]).QuerySelectorAll(".notice-list h3").Length);
        Assert.Equal(["Vorlage 1/2016"], new HtmlParser().ParseDocument(site["aktenzeichen/17.1/2016/index.html"]).QuerySelectorAll(".notice-list h3").Select(title => title.TextContent));
    }

    [Fact]
    public void Feed_of_a_first_level_number_carries_papers_and_notices_by_the_day_of_their_last_change()
    {
        var site = SiteFixture.Build(Notice(1, "13.0.70-001") + Body + Paper("325/2017", "13.1", "2024-01-01") + Paper("9/2026", "13.0", "2026-02-03") + Paper("326/2017", "17.2", "2017-10-06"));
        Assert.Equal(["Vorlage 9/2026", "Titel 1", "Vorlage 325/2017"], FeedReading.Rss(site.Bytes["aktenzeichen/13/feed.xml"]).Entries.Select(entry => entry.Title));
        Assert.Equal(["Vorlage 326/2017"], FeedReading.Rss(site.Bytes["aktenzeichen/17/feed.xml"]).Entries.Select(entry => entry.Title));
        Assert.Contains("href=\"/aktenzeichen/17/feed.xml\"", site["aktenzeichen/17.2/index.html"], StringComparison.Ordinal);
        Assert.Contains("/aktenzeichen/17/feed.xml", site["feeds.opml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Order_is_that_of_numbers_in_each_segment()
    {
        string[] sorted = ["2", "2.10", "10", "13", "13.0", "13.0.70", "13.0.100", "13.1", "020", "20.1", "020.08"];
        Assert.Equal(["2", "2.10", "10", "13", "13.0", "13.0.70", "13.0.100", "13.1", "020", "20.1", "020.08"], sorted.Reverse().Order(PlanNumberOrder.Instance));
    }

    [Fact]
    public void Order_is_total() => Property.Holds(
        Gen.ArrayOf(Gen.Elements("0", "00", "1", "01", "2", "10", "100").ArrayOf().Where(parts => parts.Length > 0).Select(parts => string.Join('.', parts)), 3),
        200,
        numbers =>
        {
            var order = PlanNumberOrder.Instance;
            var (a, b, c) = (numbers[0], numbers[1], numbers[2]);
            Assert.Equal(Math.Sign(order.Compare(a, b)), -Math.Sign(order.Compare(b, a)));
            Assert.Equal(a == b, order.Compare(a, b) == 0);
            Assert.False(order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0 && order.Compare(a, c) > 0);
        });

    private static string Notice(int number, string reference) =>
        $"-- mitteilungen/2024/{number}.md --\n---\ntitle: Titel {number}\nnumber: {number}\ndate: 2024-01-02\nrubric: Umwelt\naz: {reference}\n---\nText.\n";

    private const string Body = "-- ratsarchiv/juelich/kommune.yml --\nname: Stadt Jülich\nkurzname: Jülich\n";

    private static string Paper(string reference, string fileReference, string? date) =>
        $"-- ratsarchiv/juelich/vorlagen/2017/{reference.Replace('/', '-')}.md --\n---\ntitel: Vorlage {reference}\nnummer: {reference}\nzugang: öffentlich\naz: {fileReference}\n"
        + (date is null ? "" : $"datum: {date}\n") + "---\nText.\n";
}
