using System.Text;
using Fachinfo.Analyzers;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Tests;

/// <summary>Addresses stay once they are published, so what they are made of is fixed here.</summary>
public class AddressTests
{
    [Theory]
    [InlineData("Straßen & Plätze", "strassen-plaetze")]
    [InlineData("Recht, Personal, Organisation", "recht-personal-organisation")]
    [InlineData("ÄÖÜäöüß", "aeoeueaeoeuess")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("  -- Ein  Wort -- ", "ein-wort")]
    [InlineData("§ 13b BauGB", "13b-baugb")]
    [InlineData("A\u0308pfel", "aepfel")]
    [InlineData("Café Zoë, Çeşme", "cafe-zoe-cesme")]
    [InlineData("Świętochłowice", "swietochlowice")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Győr", "gyor")]
    [InlineData("București", "bucuresti")]
    [InlineData("İstanbul Kadıköy Beyoğlu", "istanbul-kadikoey-beyoglu")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("Þingvellir", "thingvellir")]
    [InlineData("Māori", "maori")]
    [InlineData("„…“", "")]
    [InlineData("", "")]
    [InlineData("中文", "")]
    [InlineData("145/2024", "145-2024")]
    public void Slug_is_ascii_letters_digits_and_single_hyphens(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Theory]
    [InlineData("Antrag Förderung.PDF", "antrag-foerderung.pdf")]
    [InlineData("bericht.2024.final.docx", "bericht-2024-final.docx")]
    [InlineData("ohne", "ohne")]
    [InlineData("….pdf", "datei.pdf")]
    [InlineData(".htaccess", "datei.htaccess")]
    public void File_keeps_its_extension(string name, string slug) => Assert.Equal(slug, Slug.OfFileName(name));

    [Fact]
    public void Notice_lies_under_series_year_and_number() =>
        Assert.Equal("/mitteilungen/2024/145/", Addresses.Notice("mitteilungen", new NoticeNumber(145, 2024)).Path);

    [Fact]
    public void Year_and_month_have_fixed_lengths()
    {
        Assert.Equal("/mitteilungen/2024/", Addresses.Year(Addresses.Series("mitteilungen"), 2024).Path);
        Assert.Equal("/mitteilungen/2024/monat-02/", Addresses.Month(Addresses.Series("mitteilungen"), 2024, 2).Path);
    }

    [Theory]
    [InlineData("impressum.md", "/impressum/")]
    [InlineData("redaktion/Felder & Werte.md", "/redaktion/felder-werte/")]
    [InlineData("A.MD", "/a/")]
    public void Plain_page_lies_where_its_file_does(string path, string address) => Assert.Equal(address, Addresses.PlainPage(path).Path);

    [Fact]
    public void File_of_a_page_lies_below_it() =>
        Assert.Equal("/mitteilungen/2024/145/dateien/bogen-1.pdf", Addresses.AttachedFile(new Route("/mitteilungen/2024/145/"), "Bogen 1.pdf").Path);

    [Theory]
    [InlineData("/", "index.html")]
    [InlineData("/a/b/", "a/b/index.html")]
    [InlineData("/404.html", "404.html")]
    public void Address_of_a_folder_is_an_index_file(string address, string path) => Assert.Equal(path, new Route(address).OutputPath);

    [Fact]
    public void Every_kind_of_page_has_its_address()
    {
        var site = SiteFixture.Check("""
            -- site.yml --
            title: Verband
            baseUrl: https://verband.example
            series: [{id: mitteilungen, label: Mitteilung}, {id: schnellbriefe, label: Schnellbrief}]
            -- mitteilungen/2024/1.md --
            ---
            title: A
            number: 1
            date: 2024-01-02
            rubric: Recht / Ehrenamt
            aliases: [/alt, /alt.html, "/index.php?id=77"]
            downloads: [bogen.txt]
            ---
            ![Bild](bilder/karte.svg)
            -- mitteilungen/2024/bogen.txt --
            PDF
            -- mitteilungen/2024/bilder/karte.svg --
            <svg/>
            -- schnellbriefe/2024/63.md --
            ---
            title: B
            number: 63
            date: 2024-01-02
            rubric: Umwelt
            ---
            Text
            -- seiten/redaktion/hilfe.md --
            ---
            title: C
            ---
            Text
            """);
        Assert.Equal(
            [
                "404.html", "_headers", "_redirects", "aktenzeichen/index.html", "alt.html", "alt/index.html", "downloads/index.html",
                "fachinformationen/index.html", "fachinformationen/recht/2024/index.html", "fachinformationen/recht/ehrenamt/2024/index.html",
                "fachinformationen/recht/ehrenamt/index.html", "fachinformationen/recht/index.html", "fachinformationen/umwelt/2024/index.html",
                "fachinformationen/umwelt/index.html", "feeds.opml", "feeds/index.html", "fristen/index.html", "index.html", "mitglieder/index.html",
                "mitteilungen/2024/1/dateien/bogen.txt", "mitteilungen/2024/1/dateien/karte.svg", "mitteilungen/2024/1/downloads/bogen/index.html",
                "mitteilungen/2024/1/index.html",
                "mitteilungen/2024/index.html", "mitteilungen/index.html",
                "redaktion/hilfe/index.html", "robots.txt",
                "schnellbriefe/2024/63/index.html", "schnellbriefe/2024/index.html", "schnellbriefe/index.html", "sitemap.xml",
                "suche/index.bin", "suche/index.html", "suche/texte.bin",
            ],
            site.Outputs.Where(path => !IsFeed(path) && (path.Count(character => character == '/') < 2 || !path.StartsWith("suche/", StringComparison.Ordinal))));
        Assert.Equal(
            [
                "atom.xml", "fachinformationen/recht/atom.xml", "fachinformationen/recht/ehrenamt/atom.xml", "fachinformationen/umwelt/atom.xml", "feeds/2024/atom.xml",
                "mitteilungen/2024/atom.xml", "mitteilungen/atom.xml", "schnellbriefe/2024/atom.xml", "schnellbriefe/atom.xml",
            ],
            site.Outputs.Where(path => Path.GetFileName(path) == "atom.xml"));
        Assert.Contains("/index.php id=77 /mitteilungen/2024/1/ 301!\n", site["_redirects"], StringComparison.Ordinal);
    }

    /// <summary>Their names change with their content, so nobody is promised that they stay.</summary>
    [Fact]
    public void Assets_and_files_of_the_site_are_no_published_addresses()
    {
        var pages = SiteFixture.Build("-- seiten/a.md --\n---\ntitle: A\naliases: [/alt/]\n---\nText").Result.Pages;
        Assert.Contains(pages, page => page.Route.Path.StartsWith(Addresses.Assets.Path, StringComparison.Ordinal));
        var published = PlanChecks.PublicAddresses(pages).Select(route => route.Path).ToList();
        Assert.Contains("/a/", published);
        Assert.DoesNotContain(published, path => path is "/alt/" or "/sitemap.xml" or "/_headers" or "/404.html" || path.StartsWith(Addresses.Assets.Path, StringComparison.Ordinal));
    }

    private static bool IsFeed(string path) => Path.GetFileName(path) is "feed.xml" or "atom.xml" or "feed.json";

    [Fact]
    public void Files_of_similar_names_have_addresses_of_their_own()
    {
        string[] names = ["a b.txt", "a-b.txt", "a_b.txt", "a+b.txt", "a,b.txt", "b/a b.txt"];
        var files = string.Concat(names.Select(name => $"-- mitteilungen/2024/{name} --\n{name}\n"));
        var site = SiteFixture.Check(
            "-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n"
            + $"downloads: [{string.Join(", ", names.Select(name => $"\"{name}\""))}]\n---\nText\n{files}");
        var written = site.Bytes.Where(file => file.Key.Contains("/dateien/", StringComparison.Ordinal)).Select(file => Encoding.UTF8.GetString(file.Value).Trim());
        Assert.Equal(names.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    /// <summary>Who copies an address from the browser has that path in it.</summary>
    [Fact]
    public void Link_with_the_path_of_the_base_address_is_told_without()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\n---\n[x](/verband/mitteilungen/)\n", new(SiteFixture.Today) { BaseUrl = "https://stadt.example/verband" });
        Assert.Contains("Lassen Sie „/verband“ am Anfang weg", site.Only(Codes.DeadLink).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_of_the_base_address_stands_before_every_link()
    {
        var site = SiteFixture.Build(
            "-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n---\n[x](/mitteilungen/) [y](1.md)\n",
            new(SiteFixture.Today) { BaseUrl = "https://stadt.example/verband" });
        var page = site["mitteilungen/2024/1/index.html"];
        Assert.Contains("<a href=\"/verband/mitteilungen/\">x</a> <a href=\"/verband/mitteilungen/2024/1/\">y</a>", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://stadt.example/verband/mitteilungen/2024/1/\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(href|src)=\"/(?!verband/)", page);
    }

    [Theory]
    [InlineData("ohne-schraegstrich")]
    [InlineData("https://verband.example/alt/")]
    [InlineData("//fremd.example/alt")]
    [InlineData("/a/../b")]
    [InlineData("/mit leerzeichen")]
    [InlineData("/mit#anker")]
    [InlineData("/stern/*")]
    [InlineData("/.fachinfo-files")]
    [InlineData("/.git/config")]
    [InlineData("/")]
    public void Alias_must_be_an_address_of_this_site(string alias) =>
        Assert.Equal(["seiten/a.md(3,11): AD002"], SiteFixture.Check($"-- seiten/a.md --\n---\ntitle: A\naliases: [\"{alias}\"]\n---\nText").Findings);

    /// <summary>After a move somebody may list all addresses that the page ever had.</summary>
    [Fact]
    public void Alias_that_is_given_twice_or_is_still_the_address_changes_nothing()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\naliases: [/a/, /a, /b/, /b, /b/]\n---\nText");
        Assert.Empty(site.Findings);
        Assert.Equal("/b/ /a/ 301!\n", site["_redirects"]);
    }

    /// <summary>Copied from a browser, an address has bytes for letters; hosts and files call it by its letters.</summary>
    [Theory]
    [InlineData("/%C3%BCber/%c3%9f.html", "über/ß.html")]
    [InlineData("/u%CC%88ber.html", "über.html")]
    public void Alias_has_letters_for_their_bytes(string alias, string path)
    {
        var site = SiteFixture.Check($"-- seiten/a.md --\n---\ntitle: A\naliases: [\"{alias}\"]\n---\nText");
        Assert.Empty(site.Findings);
        Assert.True(site.Has(path));
        Assert.Equal($"/{path} /a/ 301!\n", site["_redirects"]);
    }

    [Fact]
    public void Collision_with_a_page_of_the_site_is_told_at_the_file_of_the_editor()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\naliases: [/fristen/, /robots.txt]\n---\nText");
        Assert.Equal(["seiten/a.md(3,11): PG001", "seiten/a.md(3,22): PG001"], site.Findings);
        Assert.Contains("(auch durch die Website selbst)", site.Result.Findings.Last(finding => finding.Code == Codes.RouteCollision.Id).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/A/")] // The same folder on some file systems.
    [InlineData("/index.html")]
    [InlineData("/sitemap.xml")]
    [InlineData("/suche/index.bin")] // Planned later than the others.
    [InlineData("/suche/index.bin/alt")]
    public void Alias_that_is_taken_is_a_collision(string alias) =>
        Assert.Equal([Codes.RouteCollision.Id], SiteFixture.Check($"-- seiten/a.md --\n---\ntitle: A\naliases: [{alias}]\n---\nText").Findings.Select(finding => finding[^5..]));

    [Fact]
    public void Number_given_twice_is_one_error_that_names_both_files()
    {
        const string Head = "---\ntitle: A\nnumber: 7\ndate: 2024-01-02\nrubric: Umwelt\n---\nText\n";
        var error = Assert.Single(SiteFixture.Check($"-- mitteilungen/2024/a.md --\n{Head}-- mitteilungen/2024/b.md --\n{Head}").Result.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal((Codes.DuplicateNumber.Id, "mitteilungen/2024/b.md"), (error.Code, error.Location.Path.Value));
        Assert.Contains("mitteilungen/2024/a.md", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_in_the_place_of_a_folder_is_a_collision()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\naliases: [/alt.html, /alt.html/neu.html]\n---\nText\n");
        Assert.Equal(["seiten/a.md(3,22): PG001"], site.Findings);
    }

    /// <summary>Whatever is planned first, the alias is what can be taken out.</summary>
    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void Alias_that_is_the_address_of_a_text_is_told_at_its_line(string text, string other)
    {
        var site = SiteFixture.Check($"-- seiten/{text}.md --\n---\ntitle: A\n---\nText\n-- seiten/{other}.md --\n---\ntitle: B\naliases:\n  - /alt/\n  - /{text}/\n---\nText");
        Assert.Equal([$"seiten/{other}.md(5,5): PG001"], site.Findings);
        Assert.Contains($"(auch durch seiten/{text}.md)", site.Result.Findings.Single(finding => finding.Code == Codes.RouteCollision.Id).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Alias_of_two_texts_is_told_with_the_line_of_both()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\naliases: [/alt/]\n---\nText\n-- seiten/b.md --\n---\ntitle: B\nsummary: Kurz\naliases: [/alt/]\n---\nText");
        var finding = Assert.Single(site.Result.Findings, finding => finding.Code == Codes.RouteCollision.Id);
        Assert.Equal("seiten/b.md(4,11)", $"{finding.Location.Path}({finding.Location.Line},{finding.Location.Column})");
        Assert.Contains("(auch durch seiten/a.md, Zeile 3)", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fristen.md")]
    [InlineData("mitteilungen.md")]
    [InlineData("fachinformationen/neu.md")]
    [InlineData("---.md")]
    [InlineData("a/---.md")]
    public void Plain_page_cannot_take_an_address_of_the_site(string path) =>
        Assert.Equal([$"seiten/{path}(0,0): PG002"], SiteFixture.Check($"-- seiten/{path} --\n---\ntitle: A\n---\nText").Findings);

    [Theory]
    [InlineData("withdrawn: {date: 2024-02-01}", true)]
    [InlineData("access: members", true)]
    [InlineData("access: members\nteaser: title", true)]
    [InlineData("access: members\nteaser: none", false)]
    [InlineData("access: members\nteaser: none\nwithdrawn: {date: 2024-02-01}", false)]
    [InlineData("draft: ja", false)]
    public void Former_address_leads_to_what_is_left_of_a_notice(string fields, bool isLeft)
    {
        var site = SiteFixture.Check($"-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\naliases: [/alt/]\n{fields}\n---\nText");
        Assert.Equal(isLeft, site.Has("alt/index.html"));
        Assert.Equal(isLeft ? "/alt/ /mitteilungen/2024/1/ 301!\n" : "", site["_redirects"]);
    }
}
