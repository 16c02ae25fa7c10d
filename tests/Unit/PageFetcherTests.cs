using System.Text;
using Fachinfo.HtmlImport;
using Fachinfo.Tests.Council;

namespace Fachinfo.Tests;

/// <summary>What servers answer to a list of pages, and what is said of it in German.</summary>
public sealed class PageFetcherTests : IDisposable
{
    private readonly OParlServer server = new();
    private readonly List<double> waits = [];
    private readonly PageFetcher fetcher;

    public PageFetcherTests() => fetcher = new(PageFetcher.UsualHandler(), TimeSpan.FromSeconds(0.2), time => waits.Add(time.TotalSeconds));

    public void Dispose()
    {
        fetcher.Dispose();
        server.Dispose();
    }

    [Fact]
    public void Page_comes_with_its_type_and_where_it_was_found()
    {
        server.Answers["/alt"] = _ => new ServerAnswer(301, "", ("Location", "/neu"));
        server.Answers["/neu"] = _ => new ServerAnswer(200, "<p>Straße", ("Content-Type", "text/html; charset=utf-8"));
        var (page, problem) = fetcher.Fetch(server.Base + "alt");
        Assert.Equal("", problem);
        Assert.Equal(("<p>Straße", "text/html; charset=utf-8", server.Base + "neu", server.Base + "alt"), (Encoding.UTF8.GetString(page!.Bytes), page.ContentType, page.RedirectedTo, page.Address));
        Assert.Equal("", fetcher.Fetch(server.Base + "neu").Page!.RedirectedTo);
    }

    [Theory]
    [InlineData(404, "", "", "Der Server antwortet mit 404.")]
    [InlineData(503, "", "", "Der Server antwortet mit 503.")]
    [InlineData(302, "Location", "/", "Der Server leitet im Kreis um, oder nach „/“.")]
    [InlineData(200, "Content-Type", "application/pdf", "Das ist keine Webseite, sondern „application/pdf“.")]
    [InlineData(200, "Content-Length", "6000000", "Die Seite ist größer als 5 MB.")]
    public void What_is_no_page_is_said_in_german(int status, string name, string value, string expected)
    {
        server.Answers["/"] = _ => name.Length == 0 ? new ServerAnswer(status, "x") : new ServerAnswer(status, "x", (name, value));
        Assert.Equal((null, expected), fetcher.Fetch(server.Base));
    }

    /// <summary>As the import from OParl servers does.</summary>
    [Theory]
    [InlineData(503, "", 1)]
    [InlineData(429, "30", 30)]
    [InlineData(429, "7200", 120)]
    public void Server_that_is_busy_is_asked_again_later(int status, string retryAfter, int expected)
    {
        var asked = 0;
        server.Answers["/"] = _ => ++asked > 1 ? new ServerAnswer(200, "<p>", ("Content-Type", "text/html")) : new ServerAnswer(status, "x", ("Retry-After", retryAfter));
        Assert.NotNull(fetcher.Fetch(server.Base).Page);
        Assert.Equal([expected, 0.2], waits);
    }

    [Fact]
    public void Server_that_stays_busy_is_asked_less()
    {
        var asked = 0;
        server.Answers["/"] = _ => new ServerAnswer(++asked == 7 ? 404 : 500, "x");
        Assert.Equal("Der Server antwortet mit 500.", fetcher.Fetch(server.Base).Problem);
        Assert.Equal([1, 0.2, 2, 0.2, 4, 0.2, 8, 0.2], waits);
        Assert.Equal(5, asked);
        Assert.Equal(("Der Server antwortet mit 500.", 6), (fetcher.Fetch(server.Base).Problem, asked));
        Assert.Equal(("Der Server antwortet mit 404.", 7), (fetcher.Fetch(server.Base).Problem, asked));
        _ = fetcher.Fetch(server.Base);
        Assert.Equal(12, asked);
    }

    [Theory]
    [InlineData("application/octet-stream", "\r\n<html>")]
    [InlineData("application/xhtml+xml", "x")]
    public void Page_under_another_type_is_a_page(string type, string body)
    {
        server.Answers["/"] = _ => new ServerAnswer(200, body, ("Content-Type", type));
        Assert.NotNull(fetcher.Fetch(server.Base).Page);
    }

    [Theory]
    [InlineData("ftp://land.example", "Das ist keine Adresse; erwartet wird https://…")]
    [InlineData("http://127.0.0.1:1/", "„127.0.0.1“ ist nicht erreichbar.")]
    public void Server_that_cannot_be_asked_is_named(string address, string expected) => Assert.Equal((null, expected), fetcher.Fetch(address));

    [Fact]
    public void Untrusted_certificate_is_named()
    {
        using var secure = new OParlServer(isSecure: true);
        Assert.Equal((null, "Dem Zertifikat von „127.0.0.1“ kann nicht vertraut werden."), fetcher.Fetch(secure.Base));
    }

    [Fact]
    public void Import_that_could_not_fetch_everything_says_so_by_its_status()
    {
        server.Answers["/1"] = _ => new ServerAnswer(200, "<p>Mitteilungen - Umwelt</p><p>Mitteilung 3/2020 vom 1.2.2020</p><h1>T</h1><p>a</p>", ("Content-Type", "text/html"));
        server.Answers["/anmelden"] = _ => new ServerAnswer(200, "<p>Bitte anmelden", ("Content-Type", "text/html"));
        server.Answers["/2"] = _ => new ServerAnswer(302, "", ("Location", "/anmelden"));
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Write("liste.txt", $"{server.Base}1\n# Anmerkung\n{server.Base}2\n{server.Base}3\n");
        var import = project.Run("import", "html", project.PathOf("liste.txt"), "--content", project.Content);
        Assert.Equal(1, import.Status);
        Assert.Contains("1 Mitteilung gelesen, 2 Seiten nicht; 1 Datei geschrieben", import.Output, StringComparison.Ordinal);
        Assert.Contains($"gefunden. Der Server leitet nach {server.Base}anmelden.\n", import.Output, StringComparison.Ordinal);
    }
}
