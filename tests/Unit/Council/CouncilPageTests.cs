using System.Text;
using System.Xml.Linq;
using Fachinfo.Analyzers;
using Fachinfo.Diagnostics;
using Fachinfo.Model.Council;

namespace Fachinfo.Tests.Council;

/// <summary>Pages, feeds, calendar and search of the archive, on the example site.</summary>
public class CouncilPageTests
{
    private static ExampleSite Example => ExampleSite.Shared;

    [Fact]
    public void Reference_paper_and_notice_are_found_from_each_other()
    {
        var paper = Text("ratsarchiv/juelich/vorlagen/325-2017/index.html");
        Assert.Contains("/mitteilungen/2024/145/", paper, StringComparison.Ordinal);
        Assert.Contains("19.10.2017", paper, StringComparison.Ordinal);
        Assert.Contains("Amt 12", paper, StringComparison.Ordinal);
        Assert.Contains("16. Oktober 2017 bis zum 31. Dezember 2018", paper, StringComparison.Ordinal);
        Assert.Contains("/ratsarchiv/juelich/vorlagen/325-2017/", Text("mitteilungen/2024/145/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ratsarchiv/juelich/feed.xml", "Teilnahme an der Werkstatt")]
    [InlineData("ratsarchiv/juelich/feed.xml", "Vorlage 112/2018 (zurückgezogen)")]
    [InlineData("ratsarchiv/juelich/gremien/kultur/feed.xml", "Zwischenbericht")]
    [InlineData("ratsarchiv/juelich/arten/mitteilung/feed.xml", "Teilnahme an der Werkstatt")]
    public void Municipality_committee_and_type_have_a_feed(string path, string title) => Assert.Contains(
        XDocument.Parse(Text(path)).Descendants("title"),
        element => element.Value.Contains(title, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("2017/")]
    [InlineData("vorlagen/325-2017/")]
    [InlineData("sitzungen/2017-10-19-kultur/")]
    [InlineData("dateien/325-2017/")]
    public void Pages_of_a_municipality_name_its_feed_in_the_head(string path) =>
        Assert.Contains("type=\"application/rss+xml\"", Text($"ratsarchiv/juelich/{path}index.html").Split('\n').Single(line => line.EndsWith("href=\"/ratsarchiv/juelich/feed.xml\">", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Withdrawn_paper_is_in_no_feed_with_its_content() => Expect.Nothing(Example.Files
        .Where(file => file.Key.EndsWith("feed.xml", StringComparison.Ordinal) && Encoding.UTF8.GetString(file.Value).Contains("Sporthallen in den Ferien", StringComparison.Ordinal))
        .Select(file => file.Key));

    [Fact]
    public void Calendar_of_a_committee_keeps_the_rules_of_the_format()
    {
        var bytes = Example.Files["ratsarchiv/beispielstadt/gremien/umwelt/sitzungen.ics"];
        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        Assert.Equal(3, lines.Count(line => line == "BEGIN:VEVENT"));
        Assert.Equal(3, lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
        Assert.Contains("DTSTART:20261110T163000Z", lines);
        Assert.Contains("DTEND:20261110T180500Z", lines);
        Assert.Contains("LOCATION:Rathaus\\, Raum 204", lines);
        Assert.Contains("STATUS:CANCELLED", lines);
    }

    [Fact]
    public void Department_lists_the_papers_that_it_is_in_charge_of() =>
        Assert.Contains("/ratsarchiv/juelich/vorlagen/325-2017/", Text("ratsarchiv/juelich/gremien/amt-12/index.html"), StringComparison.Ordinal);

    [Fact]
    public void Site_of_an_archive_alone_has_something_to_show() => Assert.DoesNotContain(
        SiteFixture.Check("-- ratsarchiv/stadt/kommune.yml --\nname: Stadt\n").Result.Findings,
        finding => finding.Code == Codes.NothingToPublish.Id);

    [Fact]
    public void Status_stands_at_each_consultation()
    {
        var paper = Text("ratsarchiv/beispielstadt/vorlagen/bv-2026-0207/index.html");
        Assert.Contains("mit 9 Ja- und 4 Neinstimmen empfohlen", paper, StringComparison.Ordinal);
        Assert.Contains("geplant", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void Frozen_archive_says_so_on_its_pages()
    {
        foreach (var path in new[] { "", "vorlagen/325-2017/", "sitzungen/2017-10-19-kultur/", "dateien/325-2017/", "2017/", "gremien/kultur/" })
        {
            Assert.Contains("wird nicht mehr aktualisiert", Text($"ratsarchiv/juelich/{path}index.html"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void File_page_offers_the_bytes_and_shows_the_text()
    {
        var page = Text("ratsarchiv/juelich/dateien/325-2017/index.html");
        Assert.Contains("/ratsarchiv/juelich/dateien/325-2017/325-2017.pdf", page, StringComparison.Ordinal);
        Assert.Contains("Die Werkstatt beginnt am 16. Oktober 2017", page, StringComparison.Ordinal);
        Assert.Contains("05.10.2017, 14:30 Uhr", page, StringComparison.Ordinal);
        Assert.Contains("/melden/", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Committed_record_says_what_the_objects_of_the_example_say() => Expect.Nothing(OParlRecord
        .Compare(Example.Result.Pages, ExampleSite.BaseUrl, folder => OParlState.Parse(File.ReadAllBytes(Repository.PathOf("content", "ratsarchiv", folder, OParlState.FileName)))!)
        .SelectMany(record => record.Findings())
        .Select(finding => $"{finding.Location.Path}: {finding.Message}"));

    [Fact]
    public void Tombstone_says_nothing_but_that_it_is_one()
    {
        var page = Text("ratsarchiv/juelich/vorlagen/112-2018/index.html");
        Assert.Contains("12. April 2019", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sporthallen", page, StringComparison.Ordinal);
        Expect.Nothing(Example.Files.Where(file => Encoding.UTF8.GetString(file.Value).Contains("Sporthallen in den Ferien", StringComparison.Ordinal)).Select(file => file.Key));
    }

    private static string Text(string path) => Encoding.UTF8.GetString(Example.Files[path]);
}
