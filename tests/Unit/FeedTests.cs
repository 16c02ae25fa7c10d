using System.Text;
using AngleSharp.Html.Parser;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>Feeds: what they hold, and what their entries say of public, members' and withdrawn notices.</summary>
public class FeedTests
{
    private const string ThreeNotices = """
        -- mitteilungen/2024/1.md --
        ---
        title: Alt & <neu>
        number: 1
        date: 2024-01-02
        rubric: Recht / Ehrenamt
        az: 13.0.70-001
        deadline: {date: 2024-03-01, label: Bewerbung}
        downloads: [{file: bogen.txt, title: Bogen}, {file: intern.txt, access: members}]
        ---
        Siehe [die zweite](2.md), [Abschnitt](#abschnitt) und [Start](/). Fußnote[^1].

        ## Abschnitt

        ![Bild](bild.png)

        [^1]: Unten.
        -- mitteilungen/2024/2.md --
        ---
        title: Zweite
        number: 2
        date: 2024-02-03
        rubric: Umwelt
        ---
        Text der zweiten.
        -- mitteilungen/2023/9.md --
        ---
        title: Früher
        number: 9
        date: 2023-05-06
        rubric: Recht
        ---
        Text von früher.
        -- mitteilungen/2024/bogen.txt --
        x
        -- mitteilungen/2024/intern.txt --
        x
        -- mitteilungen/2024/bild.png --
        x

        """;

    [Fact]
    public void Entry_holds_the_whole_text_with_absolute_links()
    {
        var site = SiteFixture.Check(ThreeNotices);
        var entry = FeedReading.Rss(site.Bytes["feed.xml"]).Entries.Single(entry => entry.Identifier == "Mitteilung 1/2024");
        Assert.Equal(("Alt & <neu>", "https://verband.example/mitteilungen/2024/1/", "Recht / Ehrenamt", "Az. 13.0.70-001"), (entry.Title, entry.Address, entry.Categories, entry.Sources));
        var content = new HtmlParser().ParseDocument(entry.Content);
        Assert.Equal(
            ["https://verband.example/mitteilungen/2024/2/", "https://verband.example/mitteilungen/2024/1/#abschnitt", "https://verband.example/"],
            content.QuerySelectorAll("p a").Take(3).Select(link => link.GetAttribute("href")));
        Assert.Equal("https://verband.example/mitteilungen/2024/1/dateien/bild.png", content.QuerySelector("img")!.GetAttribute("src"));
        Assert.All(content.QuerySelectorAll("a[href*='#fn']"), link => Assert.StartsWith("https://verband.example/mitteilungen/2024/1/#fn", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("Frist: 1. März 2024", content.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Bogen (TXT, 2 Byte)", "Weitere Unterlagen im Mitgliederbereich"], content.QuerySelectorAll("h2:contains('Downloads') + ul li").Select(item => item.TextContent));
        Assert.DoesNotContain("intern", entry.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Rubric_feed_holds_what_is_below_it()
    {
        var site = SiteFixture.Check(ThreeNotices);
        Assert.Equal(["Mitteilung 1/2024", "Mitteilung 9/2023"], Identifiers(site, "fachinformationen/recht/feed.xml"));
        Assert.Equal(["Mitteilung 1/2024"], Identifiers(site, "fachinformationen/recht/ehrenamt/feed.xml"));
        Assert.Equal(["Mitteilung 1/2024"], Identifiers(site, "aktenzeichen/13/feed.xml"));
        Assert.Equal(["Mitteilung 2/2024", "Mitteilung 1/2024", "Mitteilung 9/2023"], Identifiers(site, "mitteilungen/feed.xml"));
    }

    [Fact]
    public void Ids_outlive_a_move_to_another_host_and_a_new_title()
    {
        var before = SiteFixture.Check(ThreeNotices);
        var moved = SiteFixture.Check(ThreeNotices.Replace("title: Zweite", "title: Neuer Titel", StringComparison.Ordinal), new(SiteFixture.Today) { BaseUrl = "https://neu.example/verband" });
        Assert.Equal(Ids(before, "feed.xml"), Ids(moved, "feed.xml"));
        Assert.Equal(FeedId(before), FeedId(moved));
        Assert.Contains("https://neu.example/verband/mitteilungen/2024/2/", moved["feed.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_outlive_a_new_name_of_the_site_where_the_old_one_is_given()
    {
        var before = SiteFixture.Check(ThreeNotices);
        var renamed = SiteFixture.Check(ThreeNotices + "-- site.yml --\ntitle: Neuer Name\nbaseUrl: https://verband.example\nfeeds: {id: Verband}\n");
        var other = SiteFixture.Check(ThreeNotices + "-- site.yml --\ntitle: Neuer Name\nbaseUrl: https://verband.example\n");
        Assert.Equal(Ids(before, "feed.xml"), Ids(renamed, "feed.xml"));
        Assert.Empty(Ids(before, "feed.xml").Intersect(Ids(other, "feed.xml")));
    }

    [Fact]
    public void Correction_raises_updated_and_brings_the_entry_to_the_top()
    {
        var site = SiteFixture.Check(ThreeNotices.Replace("number: 9\n", "number: 9\nupdated: 2024-03-01\n", StringComparison.Ordinal));
        var feed = FeedReading.AtomFeed(site.Bytes["atom.xml"]);
        Assert.Equal("Mitteilung 9/2023", feed.Entries[0].Identifier);
        Assert.Equal((new DateTime(2023, 5, 6), new DateTime(2024, 3, 1)), (feed.Entries[0].Published.DateTime, feed.Entries[0].Updated.DateTime));
        Assert.Equal(new DateTime(2024, 3, 1), feed.Updated!.Value.DateTime);
    }

    [Fact]
    public void Feed_without_entries_says_no_day_that_nothing_happened_on()
    {
        var site = SiteFixture.Check("-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nupdated: 2024-02-03\nrubric: Umwelt\n---\nText\n");
        Assert.Null(FeedReading.Rss(site.Bytes["fachinformationen/recht/feed.xml"]).Updated);
        Assert.Equal(new DateTime(2024, 2, 3), FeedReading.AtomFeed(site.Bytes["fachinformationen/recht/atom.xml"]).Updated!.Value.DateTime);

        // The day is part of what the file is made from.
        site.Content.Write("mitteilungen/2024/2.md", "---\ntitle: B\nnumber: 2\ndate: 2024-03-01\nrubric: Umwelt\n---\nText\n"u8.ToArray());
        site.Rebuild();
        Assert.Equal(new DateTime(2024, 3, 1), FeedReading.AtomFeed(site.Bytes["fachinformationen/recht/atom.xml"]).Updated!.Value.DateTime);
    }

    /// <summary>A feed says of a file what was read out of it; that may change with the same size, or when a program to read it is there at last.</summary>
    [Fact]
    public void File_that_becomes_another_kind_is_shown_as_that()
    {
        var site = SiteFixture.Build("-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\ndownloads: [bogen.dat]\n---\nText\n-- mitteilungen/2024/bogen.dat --\n%PDF-1.4 x");
        var before = site["feed.xml"];
        site.Content.Write("mitteilungen/2024/bogen.dat", "{\\rtf1 ab}\n"u8.ToArray());
        site.Rebuild();
        var cold = SiteFixture.Create("", new EmbeddedThemeInput());
        foreach (var file in site.Content.List([]))
        {
            cold.Content.Write(file.Path.Value, site.Content.Read(file));
        }

        cold.Rebuild();
        Assert.NotEqual(before, cold["feed.xml"]);
        Assert.Equal(cold["feed.xml"], site["feed.xml"]);
    }

    [Fact]
    public void Withdrawal_is_an_entry_of_its_own_without_title_and_text()
    {
        var before = SiteFixture.Check(ThreeNotices);
        var site = SiteFixture.Check(ThreeNotices.Replace("number: 2\n", "number: 2\nwithdrawn: {date: 2024-03-05, reason: Überholt.}\n", StringComparison.Ordinal));
        var entry = FeedReading.Json(site.Bytes["feed.json"]).Entries[0];
        Assert.Equal(("Mitteilung 2/2024 (zurückgezogen)", "Mitteilung 2/2024", new DateTime(2024, 3, 5)), (entry.Title, entry.Identifier, entry.Published.DateTime));
        Assert.Contains("wurde am 5. März 2024 zurückgezogen. Grund: Überholt.", entry.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(entry.Id, Ids(before, "feed.xml"));
        Assert.DoesNotContain("Text der zweiten", site["feed.xml"] + site["atom.xml"] + site["feed.json"], StringComparison.Ordinal);
        Assert.Empty(Identifiers(site, "fachinformationen/umwelt/feed.xml"));
    }

    [Theory]
    [InlineData("summary", "Kurz.", true)]
    [InlineData("title", "", true)]
    [InlineData("none", "", false)]
    public void Members_notice_is_in_a_feed_as_far_as_its_teaser(string teaser, string summary, bool isThere)
    {
        var site = SiteFixture.Check(ThreeNotices + $"-- mitteilungen/2024/3.md --\n---\ntitle: Geheim\nnumber: 3\ndate: 2024-03-01\nrubric: Umwelt\naccess: members\nsummary: Kurz.\nteaser: {teaser}\n---\nInnen.\n");
        var entry = FeedReading.Rss(site.Bytes["feed.xml"]).Entries.SingleOrDefault(entry => entry.Title == "Geheim");
        Assert.Equal(isThere, entry is not null);
        Assert.Equal(summary, entry?.Summary ?? "");
        Assert.DoesNotContain("Innen", site["feed.xml"] + site["mitteilungen/2024/atom.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Number_of_entries_is_a_setting()
    {
        var site = SiteFixture.Check(ThreeNotices + "-- site.yml --\ntitle: Verband\nbaseUrl: https://verband.example\nfeeds: {items: 2}\n");
        Assert.Equal(["Mitteilung 2/2024", "Mitteilung 1/2024"], Identifiers(site, "feed.xml"));
    }

    [Fact]
    public void New_notice_leaves_the_archives_of_old_years_alone()
    {
        var site = SiteFixture.Check(ThreeNotices);
        var before = site.Bytes["mitteilungen/2023/atom.xml"];
        site.Content.Write("mitteilungen/2024/3.md", Encoding.UTF8.GetBytes("---\ntitle: Dritte\nnumber: 3\ndate: 2024-03-04\nrubric: Recht\n---\nText.\n"));
        site.Rebuild();
        Assert.Equal(before, site.Bytes["mitteilungen/2023/atom.xml"]);
        Assert.Contains("Dritte", site["mitteilungen/2024/atom.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Feed_does_not_depend_on_the_day_of_the_build()
    {
        var site = SiteFixture.Check(ThreeNotices);
        var later = SiteFixture.Check(ThreeNotices, new(SiteFixture.Today.AddYears(1)));
        Assert.All(site.Outputs.Where(path => path.EndsWith(".xml", StringComparison.Ordinal) || path.EndsWith("feed.json", StringComparison.Ordinal)), path => Assert.Equal(site[path], later[path]));
    }

    [Fact]
    public void Pages_name_their_feeds_in_the_head()
    {
        var site = SiteFixture.Build(ThreeNotices);
        Assert.Equal(["/feed.xml", "/atom.xml", "/feed.json"], HeadFeeds(site, "index.html"));
        Assert.Equal(["/fachinformationen/recht/feed.xml", "/fachinformationen/recht/atom.xml", "/fachinformationen/recht/feed.json"], HeadFeeds(site, "fachinformationen/recht/index.html"));
        Assert.Contains("Ein Feed ist eine Adresse", site["fachinformationen/recht/index.html"], StringComparison.Ordinal);
        Assert.Equal(HeadFeeds(site, "fachinformationen/recht/index.html"), HeadFeeds(site, "fachinformationen/recht/2024/index.html"));
        Assert.Equal(["/mitteilungen/feed.xml", "/mitteilungen/atom.xml", "/mitteilungen/feed.json"], HeadFeeds(site, "mitteilungen/2024/index.html"));
        Assert.Contains("Ein Feed ist eine Adresse", site["mitteilungen/2024/index.html"], StringComparison.Ordinal);
        Assert.All(HeadFeeds(site, "mitteilungen/2024/1/index.html"), path => Assert.True(site.Has(path![1..])));
    }

    private static IEnumerable<string?> HeadFeeds(SiteFixture site, string path) =>
        new HtmlParser().ParseDocument(site[path]).QuerySelectorAll("head link[rel=alternate]").Select(link => link.GetAttribute("href"));

    private static IEnumerable<string> Identifiers(SiteFixture site, string path) => FeedReading.Rss(site.Bytes[path]).Entries.Select(entry => entry.Identifier);

    private static IEnumerable<string> Ids(SiteFixture site, string path) => FeedReading.Rss(site.Bytes[path]).Entries.Select(entry => entry.Id);

    private static string FeedId(SiteFixture site) => FeedReading.Xml(site.Bytes["atom.xml"]).Root!.Element(FeedReading.Atom + "id")!.Value;
}
