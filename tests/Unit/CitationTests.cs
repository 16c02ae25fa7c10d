using AngleSharp.Html.Parser;
using Fachinfo.Diagnostics;

namespace Fachinfo.Tests;

/// <summary>Citations in the text become links, both ways, and each notice offers its own.</summary>
public class CitationTests
{
    private const string Settings = """
        -- site.yml --
        title: Verband
        baseUrl: https://verband.example/v
        publisher: {name: Verband & Söhne}
        series:
          - {id: mitteilungen, label: Mitteilung, citation: StGB NRW-Mitteilung}
          - {id: schnellbriefe, label: Schnellbrief}

        """;

    [Theory]
    [InlineData("Siehe StGB NRW-Mitteilung 145/2024 vom Februar.", "StGB NRW-Mitteilung 145/2024", "/v/mitteilungen/2024/145/")]
    [InlineData("In der Mitteilung 145/2024 steht mehr.", "Mitteilung 145/2024", "/v/mitteilungen/2024/145/")]
    [InlineData("(Mitteilung Nr. 145/2024)", "Mitteilung Nr. 145/2024", "/v/mitteilungen/2024/145/")]
    [InlineData("Es gilt die Mitteilung\n145/2024 weiter.", "Mitteilung\n145/2024", "/v/mitteilungen/2024/145/")]
    [InlineData("Es gilt Mitteilung\nNr. 145/2024,\n1. aus", "Mitteilung\nNr. 145/2024", "/v/mitteilungen/2024/145/")]
    [InlineData("Es gilt Mitteilung Nr.\n145/2024.", "Mitteilung Nr.\n145/2024", "/v/mitteilungen/2024/145/")]
    [InlineData("Schnellbrief Nr. 63/2005.", "Schnellbrief Nr. 63/2005", "/v/schnellbriefe/2005/63/")]
    [InlineData("**Schnellbrief 63/2005**", "Schnellbrief 63/2005", "/v/schnellbriefe/2005/63/")]
    [InlineData("Siehe Mitteilung&nbsp;145/2024.", "Mitteilung\u00A0145/2024", "/v/mitteilungen/2024/145/")]
    [InlineData("Siehe Mitteilung&nbsp;Nr.&nbsp;145/2024.", "Mitteilung\u00A0Nr.\u00A0145/2024", "/v/mitteilungen/2024/145/")]
    [InlineData("Siehe Mitteilung\u00A0145/2024.", "Mitteilung\u00A0145/2024", "/v/mitteilungen/2024/145/")]
    [InlineData("Siehe StGB\u00A0NRW-Mitteilung\u00A0145/2024.", "StGB\u00A0NRW-Mitteilung\u00A0145/2024", "/v/mitteilungen/2024/145/")]
    [InlineData("Der Anhang des Schnellbriefs 63/2005", "Schnellbriefs 63/2005", "/v/schnellbriefe/2005/63/")]
    [InlineData("Der Anhang des Schnellbriefes Nr. 63/2005", "Schnellbriefes Nr. 63/2005", "/v/schnellbriefe/2005/63/")]
    [InlineData("vgl. Mitt. StGB NRW Juli 2006 Nr. 467", "Mitt. StGB NRW Juli 2006 Nr. 467", "/v/mitteilungen/2006/467/")]
    public void Citation_becomes_a_link(string text, string linked, string address)
    {
        var site = Build(text);
        var link = Assert.Single(new HtmlParser().ParseDocument(site["mitteilungen/2024/1/index.html"]).QuerySelectorAll("main a"));
        Assert.Equal((linked, address), (link.TextContent, link.GetAttribute("href")));
        Assert.Empty(site.Findings);
    }

    [Theory]
    [InlineData("Drucksache 18/2024 und Pressemitteilung 145/2024 und Verordnung (EU) 2016/679")]
    [InlineData("Schule 1/2024/3, a@b.example, 145/2024")]
    [InlineData("Diese Mitteilung 1/2024 nennt sich selbst.")]
    [InlineData("`Mitteilung 145/2024`")]
    public void Other_numbers_stay_text(string text)
    {
        var site = Build(text);
        Assert.Empty(new HtmlParser().ParseDocument(site["mitteilungen/2024/1/index.html"]).QuerySelectorAll("main a:not([href^=mailto])"));
        Assert.Empty(site.Findings);
    }

    [Theory]
    [InlineData("Siehe Vorlage 325/2017.", "Vorlage 325/2017", true)]
    [InlineData("Mehr in der Vorlagen-Nr. 325/2017", "Vorlagen-Nr. 325/2017", true)]
    [InlineData("Der Landtag berät Vorlage 17/1234.", "", true)]
    [InlineData("Siehe Vorlage 326/2017.", "", false)]
    public void Council_paper_that_a_text_cites_is_linked_both_ways(string text, string linked, bool isKnown)
    {
        var site = SiteFixture.Build(Settings + $"""
            -- rubriken.yml --
            - title: Umwelt
            -- mitteilungen/2024/1.md --
            ---
            title: Erste
            number: 1/2024
            date: 2024-01-02
            rubric: Umwelt
            ---
            {text}
            -- ratsarchiv/stadt/kommune.yml --
            name: Stadt
            license: https://www.govdata.de/dl-de/zero-2-0
            -- ratsarchiv/stadt/vorlagen/2017/325.md --
            ---
            titel: Werkstatt
            nummer: 325/2017
            zugang: öffentlich
            ---
            Text.
            """);
        Assert.Equal(isKnown, !site.Findings.Any(finding => finding.Contains(Codes.CitationUnknown.Id, StringComparison.Ordinal)));
        var link = new HtmlParser().ParseDocument(site["mitteilungen/2024/1/index.html"]).QuerySelector("main a[href='/v/ratsarchiv/stadt/vorlagen/325-2017/']");
        Assert.Equal(linked, link?.TextContent ?? "");
        Assert.Equal(linked.Length > 0, site["ratsarchiv/stadt/vorlagen/325-2017/index.html"].Contains("/v/mitteilungen/2024/1/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Siehe Mitteilungen 145/2024 und 467/2006.")]
    [InlineData("Siehe Mitteilungen 145/2024\nund 467/2006.")]
    [InlineData("Siehe Mitteilungen 145/2024 sowie Nr.&nbsp;467/2006.")]
    [InlineData("Siehe Mitteilungen 145/2024, 467/2006 und Schnellbrief 63/2005.")]
    [InlineData("Siehe Mitteilungen 145/2024, und 467/2006, 2007 und 3/4.")]
    public void Further_numbers_of_a_citation_are_links_too(string text)
    {
        var site = Build(text);
        var links = new HtmlParser().ParseDocument(site["mitteilungen/2024/1/index.html"]).QuerySelectorAll("main a").Select(link => (link.TextContent, link.GetAttribute("href")));
        (string, string?)[] expected = [("Mitteilungen 145/2024", "/v/mitteilungen/2024/145/"), ("467/2006", "/v/mitteilungen/2006/467/")];
        Assert.Equal(expected, links.Select(link => (link.TextContent.Replace("Nr.\u00A0", "", StringComparison.Ordinal), link.Item2)).Take(2));
        Assert.Empty(site.Findings);
    }

    [Fact]
    public void Place_of_a_citation_behind_protected_blanks_is_exact()
    {
        var finding = Build("Am 1.&nbsp;Mai, siehe Mitteilung&nbsp;145/2024 und 99/1999.").Only(Codes.CitationUnknown);
        Assert.Equal((7, 52), (finding.Location.Line, finding.Location.Column));
    }

    [Fact]
    public void Citation_inside_a_link_stays_part_of_it()
    {
        var site = Build("[siehe Mitteilung 145/2024](/mitteilungen/2006/)");
        Assert.DoesNotContain("2024/145", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Citation_of_nothing_is_a_warning_with_its_place()
    {
        var finding = Build("Erste Zeile.\n\nSiehe auch Mitteilung 99/1999.").Only(Codes.CitationUnknown);
        Assert.Equal((Severity.Warning, 9, 12), (finding.Severity, finding.Location.Line, finding.Location.Column));
    }

    [Fact]
    public void Citation_of_a_hidden_notice_says_no_more_than_the_text()
    {
        var site = Build("Siehe Mitteilung 7/2024.", "-- mitteilungen/2024/7.md --\n---\ntitle: Geheim\nnumber: 7\ndate: 2024-01-02\nrubric: Umwelt\naccess: members\nteaser: none\n---\nText.\n");
        Assert.DoesNotContain("/2024/7/", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        Assert.Empty(site.Findings);
    }

    [Fact]
    public void Cited_notice_names_those_that_cite_it()
    {
        var site = SiteFixture.Build(Settings + Notice("mitteilungen/2024/1", "Siehe Mitteilung 145/2024.") + Notice("schnellbriefe/2024/9", "Siehe [hier](../../mitteilungen/2024/145.md).") + Notice("mitteilungen/2024/145", "Text."));
        var list = new HtmlParser().ParseDocument(site["mitteilungen/2024/145/index.html"]).QuerySelectorAll(".cited-by a");
        Assert.Equal(["Schnellbrief 9/2024: Titel 9", "Mitteilung 1/2024: Titel 1"], list.Select(link => link.TextContent));
        site.Content.Write("mitteilungen/2024/1.md", System.Text.Encoding.UTF8.GetBytes("---\ntitle: Titel 1\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n---\nNichts mehr.\n"));
        site.Rebuild();
        Assert.DoesNotContain("Mitteilung 1/2024: Titel 1", site["mitteilungen/2024/145/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Citation_in_a_feed_is_absolute() =>
        Assert.Contains("<a href=\"https://verband.example/v/mitteilungen/2024/145/\">Mitteilung 145/2024</a>", FeedReading.Rss(Build("Siehe Mitteilung 145/2024.").Bytes["feed.xml"]).Entries.Single(entry => entry.Identifier == "Mitteilung 1/2024").Content, StringComparison.Ordinal);

    [Fact]
    public void Paper_offers_its_citation_as_text_bibtex_and_ris()
    {
        var site = SiteFixture.Build(Settings + """
            -- ratsarchiv/juelich/kommune.yml --
            name: Stadt Jülich
            -- ratsarchiv/juelich/vorlagen/2017/325.md --
            ---
            titel: Märkte & Feste
            nummer: 325/2017
            art: Mitteilung
            datum: 05.10.2017
            zugang: öffentlich
            ---
            -- ratsarchiv/juelich/vorlagen/2017/326.md --
            ---
            titel: Ohne Tag
            nummer: 326/2017
            zugang: öffentlich
            ---
            """);
        var page = new HtmlParser().ParseDocument(site["ratsarchiv/juelich/vorlagen/325-2017/index.html"]);
        Assert.Equal("Stadt Jülich, Mitteilung 325/2017 vom 05.10.2017", page.QuerySelector(".citation[data-copy]")!.TextContent);
        Assert.Equal(
            """
            @misc{juelich-325-2017,
              author = "{Stadt Jülich}",
              title = "{Märkte \& Feste}",
              howpublished = {Mitteilung 325/2017},
              year = 2017,
              month = 10,
              date = {2017-10-05},
              url = {https://verband.example/v/ratsarchiv/juelich/vorlagen/325-2017/},
            }
            """.ReplaceLineEndings("\n"),
            page.QuerySelector("[data-file='zitat.bib']")!.TextContent);
        Assert.Equal(
            ["TY  - RPRT", "AU  - Stadt Jülich", "TI  - Märkte & Feste", "PB  - Stadt Jülich", "PY  - 2017", "DA  - 2017/10/05", "M1  - Mitteilung 325/2017", "LA  - de", "UR  - https://verband.example/v/ratsarchiv/juelich/vorlagen/325-2017/", "ER  - "],
            page.QuerySelector("[data-file='zitat.ris']")!.TextContent.Split('\n'));
        Assert.NotNull(page.QuerySelector("script[src*='copy.']"));
        var undated = new HtmlParser().ParseDocument(site["ratsarchiv/juelich/vorlagen/326-2017/index.html"]);
        Assert.DoesNotContain("year", undated.QuerySelector("[data-file='zitat.bib']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(undated.QuerySelector("[data-file='zitat.ris']")!.TextContent.Split('\n'), line => line.StartsWith("PY", StringComparison.Ordinal) || line.StartsWith("DA", StringComparison.Ordinal));
    }

    [Fact]
    public void Notice_offers_its_citation_as_text_bibtex_and_ris()
    {
        var site = SiteFixture.Build(Settings + Notice("mitteilungen/2024/145", "Text.").Replace("Titel 145", "\"100 % {Ehrenamt}\"", StringComparison.Ordinal));
        var page = new HtmlParser().ParseDocument(site["mitteilungen/2024/145/index.html"]);
        Assert.Equal("StGB NRW-Mitteilung 145/2024 vom 02.01.2024", page.QuerySelector(".citation")!.TextContent);
        Assert.Equal(
            """
            @misc{mitteilungen-145-2024,
              author = "{Verband \& Söhne}",
              title = "{100 \% \{Ehrenamt\}}",
              howpublished = {StGB NRW-Mitteilung 145/2024},
              year = 2024,
              month = 1,
              date = {2024-01-02},
              url = {https://verband.example/v/mitteilungen/2024/145/},
            }
            """,
            page.QuerySelector("[data-file='zitat.bib']")!.TextContent);
        var ris = page.QuerySelector("[data-file='zitat.ris']")!.TextContent.Split('\n');
        Assert.Equal(("TY  - RPRT", "ER  - "), (ris[0], ris[^1]));
        Assert.All(ris, line => Assert.Matches("^[A-Z][A-Z0-9]  - ", line));
        Assert.Contains("DA  - 2024/01/02", ris);
    }

    private static SiteFixture Build(string text, string more = "") => SiteFixture.Check(
        Settings + Notice("mitteilungen/2024/1", text) + Notice("mitteilungen/2024/145", "Text.") + Notice("mitteilungen/2006/467", "Text.") + Notice("schnellbriefe/2005/63", "Text.") + more);

    private static string Notice(string path, string text)
    {
        var parts = path.Split('/');
        return $"-- {path}.md --\n---\ntitle: Titel {parts[2]}\nnumber: {parts[2]}/{parts[1]}\ndate: {parts[1]}-01-02\nrubric: Umwelt\n---\n{text}\n";
    }
}
