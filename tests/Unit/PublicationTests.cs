using System.Text;
using Fachinfo.Diagnostics;

namespace Fachinfo.Tests;

/// <summary>What is shown to the public, and when: drafts, later dates, members' notices, withdrawn ones.</summary>
public class PublicationTests
{
    [Fact]
    public void Draft_is_left_out_of_everything()
    {
        var site = SiteFixture.Build(Notice(1) + Notice(2, "draft: ja"));
        Assert.False(site.Has("mitteilungen/2024/2/index.html"));
        AssertNowhere(site, "Titel 2", "Text 2", "/2024/2/");
        Assert.Empty(site.Findings);
    }

    [Fact]
    public void Notice_of_a_later_date_appears_on_its_day()
    {
        var site = SiteFixture.Build(Notice(1) + Notice(2, date: "2024-03-16"));
        AssertNowhere(site, "Titel 2", "Text 2");
        Assert.Equal(["mitteilungen/2024/2.md(4,7): NO005"], site.Findings);
        site.Options = new(new DateOnly(2024, 3, 16));
        site.Rebuild();
        Assert.Contains("Text 2", site["mitteilungen/2024/2/index.html"], StringComparison.Ordinal);
        Assert.Empty(site.Findings);
    }

    [Fact]
    public void Unpublished_notices_are_shown_where_asked_for()
    {
        var site = SiteFixture.Check(Notice(1, "draft: ja") + Notice(2, date: "2024-12-31"), new(SiteFixture.Today) { IncludeUnpublished = true });
        Assert.True(site.Has("mitteilungen/2024/1/index.html"));
        Assert.True(site.Has("mitteilungen/2024/2/index.html"));
    }

    [Fact]
    public void Link_to_what_is_not_published_yet_names_the_day()
    {
        var site = SiteFixture.Check(Notice(1, text: "[x](2.md) [y](3.md)") + Notice(2, date: "2024-03-16") + Notice(3, "draft: ja"));
        var messages = site.Result.Findings.Where(finding => finding.Code == Codes.LinkToUnpublished.Id).Select(finding => finding.Message).ToList();
        Assert.Equal(2, messages.Count);
        Assert.Contains("am 16.03.2024", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_in_a_draft_are_reported_all_the_same() =>
        Assert.Equal(["mitteilungen/2024/1.md(8,5): LK001"], SiteFixture.Check(Notice(1, "draft: ja", text: "[x](fehlt.md)")).Findings);

    [Theory]
    [InlineData("", "Titel 2", "Kurz 2")]
    [InlineData("teaser: summary", "Titel 2", "Kurz 2")]
    [InlineData("anriss: titel", "Titel 2", null)]
    [InlineData("anriss: nein", null, null)]
    public void Members_notice_has_a_teaser_in_public(string teaser, string? title, string? summary)
    {
        var site = SiteFixture.Build(Notice(1) + Notice(2, $"access: members\nsummary: Kurz 2\naz: 13.0.70-002\naliases: [/alt-2/]\n{teaser}", text: "Text 2 ![Bild 2](bild-2.png)") + "-- mitteilungen/2024/bild-2.png --\nBild 2\n");
        Assert.Equal(title is not null, site.Has("mitteilungen/2024/2/index.html"));
        AssertNowhere(site, "Text 2", "Bild 2", "bild-2");
        AssertOnlyIf(title is not null, site, "Titel 2");
        AssertOnlyIf(summary is not null, site, "Kurz 2");
        if (title is null)
        {
            AssertNowhere(site, "2/2024", "/2024/2/", "13.0.70-002", "alt-2", "2 Mitteilungen");
        }
    }

    [Fact]
    public void Teaser_without_a_summary_says_nothing_of_the_text()
    {
        var site = SiteFixture.Build(Notice(1) + Notice(2, "access: members"));
        Assert.Contains("Titel 2", site["mitteilungen/2024/2/index.html"], StringComparison.Ordinal);
        AssertNowhere(site, "Text 2");
    }

    [Fact]
    public void Downloads_of_members_are_one_neutral_line_or_a_title()
    {
        var site = SiteFixture.Build("""
            -- mitteilungen/2024/1.md --
            ---
            title: Titel
            number: 1
            date: 2024-01-02
            rubric: Umwelt
            downloads:
              - {file: offen.txt, title: Offen}
              - {file: geheim.txt, title: Geheim, access: members}
              - {file: nochgeheimer.txt, title: Vertraulich, access: members, description: Einzelheiten}
              - {file: bogen.txt, title: Bogen, access: members, teaser: title}
            ---
            Text
            -- mitteilungen/2024/offen.txt --
            OFFEN
            -- mitteilungen/2024/geheim.txt --
            GEHEIM
            -- mitteilungen/2024/nochgeheimer.txt --
            GEHEIM
            -- mitteilungen/2024/bogen.txt --
            GEHEIM
            """);
        var page = site["mitteilungen/2024/1/index.html"];
        Assert.Equal("OFFEN\n", site["mitteilungen/2024/1/dateien/offen.txt"]);
        Assert.Contains("Bogen", page, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "Weitere Unterlagen im Mitgliederbereich"));
        AssertNowhere(site, "Geheim", "geheim.txt", "Vertraulich", "nochgeheimer", "Einzelheiten", "GEHEIM", "bogen.txt");
    }

    [Fact]
    public void Public_text_cannot_hand_out_a_download_of_members()
    {
        var site = SiteFixture.Check(Notice(1, "downloads: [{file: geheim.txt, access: members}]", text: "[x](geheim.txt)") + "-- mitteilungen/2024/geheim.txt --\nGEHEIM\n");
        Assert.Equal(["mitteilungen/2024/1.md(8,5): LK004"], site.Findings);
    }

    [Fact]
    public void Public_text_cannot_link_what_has_no_teaser()
    {
        var site = SiteFixture.Check(Notice(1, "related: [2.md]", text: "[x](2.md) [y](3.md)") + Notice(2, "access: members\nteaser: none") + Notice(3, "access: members"));
        Assert.Equal(["mitteilungen/2024/1.md(6,11): LK004", "mitteilungen/2024/1.md(8,5): LK004"], site.Findings);
    }

    [Fact]
    public void Members_text_may_link_everything() =>
        Assert.Empty(SiteFixture.Check(Notice(1, "access: members", text: "[x](2.md)") + Notice(2, "access: members\nteaser: none")).Findings);

    [Fact]
    public void Members_page_is_not_public()
    {
        var site = SiteFixture.Build(Notice(1) + "-- seiten/intern.md --\n---\ntitle: Internes\naccess: members\n---\nGeheim\n");
        AssertNowhere(site, "Internes", "intern/", "Geheim");
    }

    [Fact]
    public void Introduction_for_members_is_not_public()
    {
        var site = SiteFixture.Build(Notice(1) + "-- fachinformationen/umwelt/index.md --\n---\naccess: members\ncontact: {name: Geheimrat}\n---\nGeheim\n");
        Assert.True(site.Has("fachinformationen/umwelt/index.html"));
        AssertNowhere(site, "Geheim");
    }

    [Fact]
    public void Withdrawn_notice_leaves_number_day_and_reason_only()
    {
        var site = SiteFixture.Build(
            Notice(1, "related: [2.md]", text: "[weiter](2.md)")
            + Notice(2, "withdrawn: {date: 2024-02-01, reason: Rechtslage geändert}\nsummary: Kurz 2\naz: 13.0.70-002\ndownloads: [d2.pdf]\ncontact: {name: Frau Zwei}", text: "Text 2 ![Bild 2](bild-2.png)")
            + "-- mitteilungen/2024/bild-2.png --\nBild 2\n-- mitteilungen/2024/d2.pdf --\nDownload 2\n");
        var page = site["mitteilungen/2024/2/index.html"];
        Assert.Contains("Mitteilung 2/2024", page, StringComparison.Ordinal);
        Assert.Contains("1. Februar 2024", page, StringComparison.Ordinal);
        Assert.Contains("Rechtslage geändert", page, StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
        AssertNowhere(site, "Titel 2", "Kurz 2", "13.0.70-002", "Text 2", "Bild 2", "bild-2", "Download 2", "d2.pdf", "Frau Zwei");
        Assert.DoesNotContain("2024/2/", site["sitemap.xml"], StringComparison.Ordinal);
        Assert.Empty(site.Findings);
    }

    [Fact]
    public void Withdrawn_notice_needs_no_text() =>
        Assert.Empty(SiteFixture.Check(Notice(1, "withdrawn: {date: 2024-02-01}", text: "")).Findings);

    [Fact]
    public void Expired_deadline_is_a_state_of_the_day()
    {
        var site = SiteFixture.Build(Notice(1, "deadline: 2024-03-15"));
        Assert.Contains("Frist läuft bis", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        site.Options = new(new DateOnly(2024, 3, 16));
        var result = site.Rebuild();
        Assert.Contains("Frist abgelaufen am", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        Assert.InRange(result.Written, 1, 8);
    }

    [Fact]
    public void New_day_without_a_change_writes_nothing()
    {
        var site = SiteFixture.Build(Notice(1));
        site.Options = new(new DateOnly(2025, 1, 1));
        Assert.Equal(0, site.Rebuild().Written);
    }

    private static string Notice(int number, string fields = "", string? text = null, string date = "2024-01-02") =>
        $"-- mitteilungen/2024/{number}.md --\n---\ntitle: Titel {number}\nnumber: {number}\ndate: {date}\nrubric: Umwelt\n{fields}{(fields.Length > 0 ? "\n" : "")}---\n{text ?? $"Text {number}"}\n";

    private static void AssertOnlyIf(bool isExpected, SiteFixture site, string text)
    {
        if (isExpected)
        {
            Assert.Contains(site.Bytes, file => Encoding.UTF8.GetString(file.Value).Contains(text, StringComparison.Ordinal));
        }
        else
        {
            AssertNowhere(site, text);
        }
    }

    private static void AssertNowhere(SiteFixture site, params string[] texts) => Expect.Nothing(
        from file in site.Bytes
        from text in texts
        where file.Key.Contains(text, StringComparison.Ordinal) || Encoding.UTF8.GetString(file.Value).Contains(text, StringComparison.Ordinal)
        select $"{file.Key} contains „{text}“");
}
