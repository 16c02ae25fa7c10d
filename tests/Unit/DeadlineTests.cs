using System.Buffers;
using AngleSharp.Html.Parser;
using Fachinfo.Diagnostics;
using Fachinfo.Pages.Calendars;

namespace Fachinfo.Tests;

/// <summary>Deadlines on pages, in feeds and in calendars.</summary>
public class DeadlineTests
{
    private static readonly string TwoNotices =
        Notice(1, "Recht / Ehrenamt", "[{date: 2024-03-20, label: \"Bewerbung; Teil 1, mit Bögen\"}, 2024-03-01]") + Notice(2, "Umwelt", "2024-03-15");

    [Fact]
    public void Page_shows_running_ones_with_the_next_first_and_past_ones_with_the_last_first()
    {
        var site = SiteFixture.Build(TwoNotices + Notice(3, "Umwelt", "2024-02-01"));
        var lists = new HtmlParser().ParseDocument(site["fristen/index.html"]).QuerySelectorAll(".deadline-ledger");
        Assert.Equal(["2024-03-15", "2024-03-20"], lists[0].QuerySelectorAll("time").Select(time => time.GetAttribute("datetime")));
        Assert.Equal(["2024-03-01", "2024-02-01"], lists[1].QuerySelectorAll("time").Select(time => time.GetAttribute("datetime")));
        Assert.All(lists[0].QuerySelectorAll("[data-deadline]"), state => Assert.Equal("läuft noch", state.TextContent));
        Assert.Equal("abgelaufen", lists[1].QuerySelector(".badge")!.TextContent.Trim());
    }

    [Fact]
    public void Section_sign_stays_with_its_number()
    {
        var site = SiteFixture.Build(Notice(1, "Recht", "{date: 2024-03-20, label: Regelung zu § 2b UStG}"));
        Assert.All(["index.html", "fristen/index.html", "mitteilungen/2024/1/index.html"], page => Assert.Contains("Regelung zu §\u00A02b UStG", site[page], StringComparison.Ordinal));
    }

    [Fact]
    public void Deadline_runs_to_the_end_of_its_day()
    {
        var site = SiteFixture.Build(TwoNotices);
        Assert.Contains("<span data-deadline=\"2024-03-15\" data-over=\"Frist abgelaufen am\">Frist läuft bis</span>", site["mitteilungen/2024/2/index.html"], StringComparison.Ordinal);
        site.Options = new(SiteFixture.Today.AddDays(1));
        site.Rebuild();
        Assert.DoesNotContain("data-deadline=\"2024-03-15\"", site["mitteilungen/2024/2/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Many_past_ones_are_split_by_years()
    {
        var site = SiteFixture.Check(string.Concat(Enumerable.Range(1, 101).Select(number => Notice(number, "Umwelt", number == 1 ? "2023-02-01" : "2024-02-01"))));
        Assert.True(site.Has("fristen/2023/index.html"));
        Assert.True(site.Has("fristen/2024/index.html"));
    }

    [Fact]
    public void Calendar_has_a_whole_day_with_a_reminder_for_each_deadline()
    {
        var site = SiteFixture.Check(TwoNotices);
        var calendar = CalendarReading.Read(site.Bytes["fristen.ics"]);
        Assert.Equal(("VCALENDAR", "2.0", 3), (calendar.Name, calendar["VERSION"], calendar.Children.Count));
        var one = calendar.Children.Single(child => child["DTSTART;VALUE=DATE"] == "20240320");
        Assert.Equal(("VEVENT", "20240321", "20240104T000000Z"), (one.Name, one["DTEND;VALUE=DATE"], one["DTSTAMP"]));
        Assert.Equal("Frist: Bewerbung; Teil 1, mit Bögen", CalendarReading.Text(one["SUMMARY"]));
        Assert.Equal("Titel 1\nMitteilung 1/2024\nhttps://verband.example/mitteilungen/2024/1/", CalendarReading.Text(one["DESCRIPTION"]));
        Assert.Equal("https://verband.example/mitteilungen/2024/1/", one["URL"]);
        var alarm = Assert.Single(one.Children);
        Assert.Equal(("VALARM", "DISPLAY", "-P3D"), (alarm.Name, alarm["ACTION"], alarm["TRIGGER"]));
        Assert.Equal(3, calendar.Children.Select(child => child["UID"]).Distinct().Count());
    }

    [Fact]
    public void Each_rubric_with_deadlines_has_a_calendar()
    {
        var site = SiteFixture.Build(TwoNotices);
        Assert.Equal(2, CalendarReading.Read(site.Bytes["fachinformationen/recht/fristen.ics"]).Children.Count);
        Assert.Single(CalendarReading.Read(site.Bytes["fachinformationen/umwelt/fristen.ics"]).Children);
        Assert.Contains("href=\"/fachinformationen/recht/fristen.ics\"", site["fachinformationen/recht/index.html"], StringComparison.Ordinal);
        var without = SiteFixture.Build(Notice(1, "Recht", "2024-03-20"));
        Assert.False(without.Has("fachinformationen/umwelt/fristen.ics"));
        Assert.DoesNotContain("fristen.ics", without["fachinformationen/umwelt/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Event_keeps_its_id_when_day_label_and_host_change_and_a_correction_stamps_it()
    {
        var before = CalendarReading.Read(SiteFixture.Check(Notice(1, "Recht", "2024-03-20")).Bytes["fristen.ics"]);
        var after = CalendarReading.Read(SiteFixture.Check(
            Notice(1, "Recht", "{date: 2024-04-20, label: Neu}\nupdated: 2024-02-02"),
            new(SiteFixture.Today) { BaseUrl = "https://neu.example" }).Bytes["fristen.ics"]);
        Assert.Equal(before.Children[0]["UID"], after.Children[0]["UID"]);
        Assert.Equal("20240202T000000Z", after.Children[0]["DTSTAMP"]);
    }

    [Fact]
    public void Calendar_and_feed_do_not_depend_on_the_day_of_the_build()
    {
        var site = SiteFixture.Check(TwoNotices);
        var later = SiteFixture.Check(TwoNotices, new(SiteFixture.Today.AddYears(2)));
        Assert.Equal(site["fristen.ics"], later["fristen.ics"]);
        Assert.Equal(site["fristen/feed.xml"], later["fristen/feed.xml"]);
    }

    [Fact]
    public void Calendar_leaves_out_what_was_over_a_year_before_the_newest_notice()
    {
        var site = SiteFixture.Check("-- mitteilungen/2021/1.md --\n---\ntitle: Alt\nnumber: 1\ndate: 2021-01-04\nrubric: Recht\ndeadline: 2021-02-01\n---\nText.\n" + Notice(2, "Umwelt", "2024-03-15"));
        Assert.Equal(["20240315"], CalendarReading.Read(site.Bytes["fristen.ics"]).Children.Select(child => child["DTSTART;VALUE=DATE"]));
        Assert.Equal(["20210201"], CalendarReading.Read(site.Bytes["fachinformationen/recht/fristen.ics"]).Children.Select(child => child["DTSTART;VALUE=DATE"]));
    }

    [Fact]
    public void Members_deadline_is_not_public()
    {
        var site = SiteFixture.Check(Notice(1, "Umwelt", "2024-05-06\naccess: members"));
        Assert.False(site.Has("fristen.ics"));
        Assert.DoesNotContain("06.05.2024", string.Concat(site.Outputs.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).Select(path => site[path])), StringComparison.Ordinal);
    }

    [Fact]
    public void Feed_of_deadlines_names_day_label_and_notice()
    {
        var entry = FeedReading.Rss(SiteFixture.Check(Notice(1, "Recht", "{date: 2024-03-20, label: Bewerbung}")).Bytes["fristen/feed.xml"]).Entries.Single();
        Assert.Equal(("Frist bis 20.03.2024: Bewerbung", "Frist: 20. März 2024 – Bewerbung", "https://verband.example/mitteilungen/2024/1/"), (entry.Title, entry.Summary, entry.Address));
    }

    [Theory]
    [InlineData("Die Bewerbungsfrist endet am Freitag, 1. März 2024.", true)]
    [InlineData("Die Frist endet am 01.03.2024.", true)]
    [InlineData("Die Frist\nendet am 1. März 2024.", true)]
    [InlineData("Die Frist ist lang. Am 1. März 2024 tagt der Rat.", false)]
    [InlineData("Die Frist endet heute, am 4. Januar 2024.", true)] // The day of the notice.
    [InlineData("Die Frist endete am 3. Januar 2024.", false)]
    [InlineData("Kurzfristig am 1. März 2024.", false)]
    [InlineData("Die Frist endet am 31. Februar 2024.", false)]
    public void Date_after_the_word_is_pointed_out_where_the_field_is_missing(string text, bool isFound)
    {
        var site = SiteFixture.Check($"-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-04\nrubric: Umwelt\n---\nErste Zeile.\n\n{text}\n");
        Assert.Equal(isFound, site.Result.Findings.Any(finding => finding.Code == Codes.DeadlineNotGiven.Id));
        Assert.True(!isFound || site.Only(Codes.DeadlineNotGiven).Location.Line >= 9);
        Assert.DoesNotContain(SiteFixture.Check($"-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-04\nrubric: Umwelt\nfrist: 2024-03-01\n---\n{text}\n").Result.Findings, finding => finding.Code == Codes.DeadlineNotGiven.Id);
    }

    [Fact]
    public void Any_text_survives_folding_and_escaping() => Property.Holds(Generators.Text, 300, text =>
    {
        var into = new ArrayBufferWriter<byte>();
        CalendarFormat.Write("Fristen", [new CalendarEvent("1", SiteFixture.Today, SiteFixture.Today, text, "Text", "https://verband.example/")], into);
        var read = CalendarReading.Text(CalendarReading.Read(into.WrittenSpan.ToArray()).Children[0]["SUMMARY"]);
        var expected = new string([.. System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)).ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))]);
        Assert.Equal(expected, read);
    });

    [Fact]
    public void Listing_shows_the_next_deadline_else_the_last_one()
    {
        var site = SiteFixture.Build(Notice(1, "Recht", "[2024-03-20, 2024-03-01, 2024-04-01]") + Notice(2, "Umwelt", "[2024-02-02, 2024-02-01]"));
        Assert.Contains("data-deadline=\"2024-03-20\"", site["fachinformationen/recht/2024/index.html"], StringComparison.Ordinal);
        Assert.Contains("datetime=\"2024-02-02\"", site["fachinformationen/umwelt/2024/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("2024-02-01", site["fachinformationen/umwelt/2024/index.html"], StringComparison.Ordinal);
    }

    private static string Notice(int number, string rubric, string deadline) =>
        $"-- mitteilungen/2024/{number}.md --\n---\ntitle: Titel {number}\nnumber: {number}\ndate: 2024-01-04\nrubric: {rubric}\ndeadline: {deadline}\n---\nText.\n";
}
