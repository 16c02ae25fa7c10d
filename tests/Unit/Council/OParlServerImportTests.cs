using System.Net;
using Fachinfo.CouncilImport;

namespace Fachinfo.Tests.Council;

/// <summary>A server is walked politely, whatever it does, and never leads anywhere else.</summary>
public sealed class OParlServerImportTests : IDisposable
{
    private readonly OParlServer server = new();
    private readonly ImportProject site = new();

    public OParlServerImportTests()
    {
        server.Json("/system", """{"id": "@system", "type": "https://schema.oparl.org/1.1/System", "oparlVersion": "https://schema.oparl.org/1.1/", "body": "@bodies"}""");
        server.List("/bodies", """
            {"id": "@body/1", "type": "https://schema.oparl.org/1.1/Body", "name": "Stadt Jülich", "shortName": "Jülich", "license": "https://www.govdata.de/dl-de/zero-2-0",
             "organization": "@organizations", "person": "@persons", "meeting": "@meetings", "paper": "@papers"}
            """);
        server.List("/organizations", """{"id": "@org/7", "type": "https://schema.oparl.org/1.1/Organization", "name": "Kulturausschuss", "modified": "2017-10-05T14:30:00+02:00"}""");
        server.List("/meetings", """{"id": "@meeting/3", "type": "https://schema.oparl.org/1.1/Meeting", "name": "17. Sitzung", "start": "2017-10-19T18:00:00+02:00", "organization": ["@org/7"], "agendaItem": ["@item/5"]}""");
        server.Json("/item/5", """{"id": "@item/5", "type": "https://schema.oparl.org/1.1/AgendaItem", "number": "5", "order": 0, "name": "Werkstatt", "public": true, "consultation": "@consultation/9"}""");
        server.Json("/consultation/9", """{"id": "@consultation/9", "type": "https://schema.oparl.org/1.1/Consultation", "paper": "@paper/1", "meeting": "@meeting/3", "agendaItem": "@item/5", "organization": ["@org/7"], "role": "Kenntnisnahme"}""");
        server.List("/papers", Paper(1), "@papers?page=2");
        server.List("/papers?page=2", Paper(2));
    }

    public void Dispose()
    {
        site.Dispose();
        server.Dispose();
    }

    [Fact]
    public void All_pages_and_what_they_only_name_are_fetched_and_build()
    {
        var result = Import().RequireGood();
        Assert.Contains("gremium: kulturausschuss", site.Read("vorlagen/2017/1-2017.md"), StringComparison.Ordinal);
        Assert.True(site.Has("vorlagen/2017/2-2017.md"));
        Assert.Contains("titel: Werkstatt", site.Read("sitzungen/2017/2017-10-19-kulturausschuss.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("/persons", server.Paths);
        Assert.Contains("8 Abrufe", result.Output, StringComparison.Ordinal);
        Assert.Empty(site.Project.Build("--strict").RequireGood().Error);
        Assert.True(site.Project.Has("output/ratsarchiv/juelich/vorlagen/2-2017/index.html"));
    }

    [Fact]
    public void The_second_walk_asks_conditionally_and_changes_no_byte()
    {
        var papers = server.Answers["/papers"];
        server.Answers["/papers"] = request => request.Headers.GetValueOrDefault("If-None-Match") == "\"eins\"" ? new ServerAnswer(304, "") : papers(request) with { Headers = [("ETag", "\"eins\"")] };
        Import().RequireGood();
        var first = site.Snapshot();
        Import().RequireGood();
        ProjectFolder.AssertSame(first, site.Snapshot());
        Assert.Equal(2, server.Requests.Count(request => request.Path == "/papers"));
        Assert.Contains(server.Requests, request => request.Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public void A_killed_walk_goes_on_where_it_was()
    {
        var waits = 0;
        site.Project.Wait = _ =>
        {
            if (++waits == 5)
            {
                throw new InvalidOperationException("abgebrochen");
            }
        };
        Assert.Equal(3, Import().Status);
        Assert.False(site.Project.Has("content/ratsarchiv"));
        var before = server.Requests.Count;
        site.Project.Wait = static _ => { };
        Import().RequireGood();
        Assert.Equal(8, server.Requests.Count);
        Assert.Equal(5, before);
        Assert.Equal(server.Paths.Distinct(), server.Paths);
        Assert.True(site.Has("vorlagen/2017/2-2017.md"));
    }

    [Fact]
    public void A_busy_server_is_asked_again_later_and_later()
    {
        var papers = server.Answers["/papers"];
        var count = 0;
        server.Answers["/papers"] = request => ++count switch { 1 => new ServerAnswer(503, "", ("Retry-After", "30")), 2 => new ServerAnswer(500, ""), 3 => new ServerAnswer(429, ""), _ => papers(request) };
        var waits = new List<double>();
        site.Project.Wait = time => waits.Add(time.TotalSeconds);
        Import().RequireGood();
        Assert.Equal([30, 2, 4], waits.Where(seconds => seconds >= 1));
        Assert.Equal(10, waits.Count(seconds => seconds < 1));
    }

    /// <summary>RFC 9110, section 10.2.3: seconds, or a date, which is counted from the server's own clock.</summary>
    [Fact]
    public void A_busy_server_may_name_the_time_of_the_next_attempt()
    {
        var papers = server.Answers["/papers"];
        var count = 0;
        server.Answers["/papers"] = request => ++count == 1
            ? new ServerAnswer(503, "", ("Date", "Mon, 30 Nov 2026 10:00:00 GMT"), ("Retry-After", "Mon, 30 Nov 2026 10:00:45 GMT"))
            : papers(request);
        var waits = new List<double>();
        site.Project.Wait = time => waits.Add(time.TotalSeconds);
        Import().RequireGood();
        Assert.Equal([45], waits.Where(seconds => seconds >= 1));
    }

    [Fact]
    public void A_list_that_stays_broken_is_reported_and_deletes_nothing()
    {
        Import().RequireGood();
        server.Answers["/papers?page=2"] = _ => new ServerAnswer(500, "");
        var result = Import();
        Assert.Equal(1, result.Status);
        Assert.Contains("antwortet mit Fehler 500", result.Output, StringComparison.Ordinal);
        Assert.True(site.Has("vorlagen/2017/2-2017.md"));
    }

    [Fact]
    public void Next_links_that_loop_end_the_list()
    {
        server.List("/papers?page=2", Paper(2), "@papers?page=3");
        server.List("/papers?page=3", Paper(2), "@papers?page=4");
        AssertNoted(Import().RequireGood(), Deviations.NextLoops);
        Assert.DoesNotContain("/papers?page=4", server.Paths);

        server.List("/papers?page=2", Paper(2) + "," + Paper(3), "@papers");
        AssertNoted(Import().RequireGood(), Deviations.NextLoops);
    }

    [Fact]
    public void Errors_with_status_200_are_errors()
    {
        server.Json("/item/5", """{"error": "Zeitüberschreitung", "code": 500}""");
        var result = Import();
        Assert.Equal(1, result.Status);
        AssertNoted(result, Deviations.ErrorAs200);
    }

    [Theory]
    [InlineData("<html>Wartung</html>", "statt JSON kam eine Webseite")]
    [InlineData("{\"data\": [", "ist kein gültiges JSON")]
    [InlineData("{\"error\": \"überlastet\"}", "der Server meldet einen Fehler mit Status 200")]
    public void An_answer_of_no_use_is_asked_for_again_after_a_trial(string answer, string reason)
    {
        var papers = server.Answers["/papers?page=2"];
        server.Answers["/papers?page=2"] = _ => new ServerAnswer(200, answer, ("ETag", "\"a\""));
        Assert.Contains(reason, Import("--dry-run").Output, StringComparison.Ordinal);
        server.Answers["/papers?page=2"] = request => request.Headers.ContainsKey("If-None-Match") ? new ServerAnswer(304, "") : papers(request);
        Import().RequireGood();
        Assert.True(site.Has("vorlagen/2017/2-2017.md"));
        Assert.Equal(2, server.Paths.Count(path => path == "/papers?page=2"));
        Assert.Single(server.Paths, "/papers");
    }

    [Fact]
    public void Filters_that_are_dropped_or_answered_with_404_do_no_harm()
    {
        const string Filter = "modified_since=2018-01-01T00%3A00%3A00%2B01%3A00";
        server.List("/papers?" + Filter, Paper(1), "@papers?page=2");
        server.List("/papers?page=2&" + Filter, Paper(3).Replace("2017", "2018", StringComparison.Ordinal));
        var result = Import("--since", "2018-01-01").RequireGood();
        AssertNoted(result, Deviations.FilterDropped);
        AssertNoted(result, Deviations.FilterIgnored);
        AssertNoted(result, Deviations.EmptyAnswer404);
        Assert.True(site.Has("vorlagen/2018/3-2018.md"));
        Assert.False(site.Has("vorlagen/2017/1-2017.md"));
    }

    [Fact]
    public void Ids_on_a_host_that_is_gone_are_asked_at_the_server_that_answers()
    {
        foreach (var (path, answer) in server.Answers.ToList())
        {
            server.Answers[path] = request => answer(request) with { Body = answer(request).Body.Replace(server.Base, "https://weg.stadt.example/", StringComparison.Ordinal) };
        }

        var result = Import().RequireGood();
        AssertNoted(result, Deviations.DeadHost);
        Assert.Contains("id: \"https://weg.stadt.example/paper/1\"", site.Read("vorlagen/2017/1-2017.md"), StringComparison.Ordinal);
        Assert.True(site.Has("vorlagen/2017/2-2017.md"));
    }

    [Fact]
    public void An_object_under_another_id_than_its_address_is_found_by_both()
    {
        server.Json("/consultation/9", server.Answers["/consultation/9"](null!).Body.Replace("consultation/9", "beratung/neun", StringComparison.Ordinal));
        AssertNoted(Import().RequireGood(), Deviations.IdUnlikeUrl);
        Assert.Contains("rolle: Kenntnisnahme", site.Read("vorlagen/2017/1-2017.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:9/papers")]
    [InlineData("http://[::1]:9/papers")]
    [InlineData("https://fremd.example/papers")]
    [InlineData("file:///etc/passwd")]
    public void Neither_next_links_nor_redirects_lead_to_another_host(string elsewhere)
    {
        server.List("/papers", Paper(1), elsewhere);
        server.Answers["/item/5"] = _ => new ServerAnswer(302, "", ("Location", elsewhere));
        var result = Import();
        Assert.Equal(1, result.Status);
        Assert.Contains("Abruf", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", result.Output, StringComparison.Ordinal);
        Assert.True(site.Has("vorlagen/2017/1-2017.md"));
    }

    [Fact]
    public void A_name_that_resolves_to_a_private_address_is_refused_unless_the_address_is_named()
    {
        var port = new Uri(server.Base).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var client = new HttpWebClient(new AddressRules(["ris.stadt.example"]), "1");
        var failure = Assert.Throws<FetchFailedException>(() => client.Get(new WebQuestion(new Uri($"http://localhost:{port}/system"), null, null, 1000)));
        Assert.True(failure.IsFinal);
        Assert.Contains("privaten Netz", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        using var named = new HttpWebClient(new AddressRules(["localhost"]), "1");
        Assert.Equal(200, named.Get(new WebQuestion(new Uri($"http://localhost:{port}/system"), null, null, 1000)).Status);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("93.184.216.34", true)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2a00:1450:4001::1", true)]
    public void Only_addresses_of_the_public_internet_are_connected_to(string address, bool isPublic) =>
        Assert.Equal(isPublic, new AddressRules([]).MayConnect(IPAddress.Parse(address)));

    [Fact]
    public void An_untrusted_certificate_is_explained()
    {
        using var secure = new OParlServer(isSecure: true);
        var result = site.Project.Run("import", "oparl", secure.Base + "system", "--content", site.Project.Content);
        Assert.Equal(1, result.Status);
        Assert.Contains("Dem Zertifikat von „127.0.0.1“ kann nicht vertraut werden", result.Error, StringComparison.Ordinal);
        Assert.Empty(secure.Requests);
    }

    [Fact]
    public void An_answer_that_is_too_large_is_not_read()
    {
        server.Answers["/papers"] = _ => new ServerAnswer(200, "{", ("Content-Length", "9999999999"));
        var result = Import();
        Assert.Equal(1, result.Status);
        Assert.Contains("ist größer als", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_fetched_once_and_pages_in_their_place_are_not_stored()
    {
        var file = "\"mainFile\": {\"id\": \"@file/1\", \"name\": \"Vorlage\", \"fileName\": \"vorlage.pdf\", \"accessUrl\": \"@download/1\", \"modified\": \"2017-10-05T14:30:00+02:00\"},"
            + "\"auxiliaryFile\": [{\"id\": \"@file/2\", \"name\": \"Fehler\", \"fileName\": \"fehler.pdf\", \"accessUrl\": \"@download/2\"}, {\"id\": \"@file/3\", \"name\": \"Seite\", \"fileName\": \"seite.html\", \"accessUrl\": \"@download/3\"}]";
        server.List("/papers", Paper(1).Replace("\"date\"", file + ", \"date\"", StringComparison.Ordinal));
        server.Answers["/download/1"] = _ => new ServerAnswer(200, "%PDF-1.4 Inhalt");
        server.Answers["/download/2"] = _ => new ServerAnswer(200, "<!DOCTYPE html><p>Fehler");
        Assert.Equal(1, Import("--files").Status);
        Assert.Equal("%PDF-1.4 Inhalt", site.Read("vorlagen/2017/1-2017/vorlage.pdf"));
        var paper = site.Read("vorlagen/2017/1-2017.md");
        Assert.Contains("datei: 1-2017/vorlage.pdf", paper.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"url: \"{server.Base}download/2\"", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("/download/3", server.Paths);
        Assert.False(site.Has("vorlagen/2017/1-2017/fehler.pdf"));
        Import("--files");
        Assert.Single(server.Paths, "/download/1");
        Import();
        Assert.Contains("vorlage.pdf", site.Read("vorlagen/2017/1-2017.md"), StringComparison.Ordinal);
        Assert.True(site.Has("vorlagen/2017/1-2017/vorlage.pdf"));
    }

    [Theory]
    [InlineData("https://nutzer:kennwort@ris.stadt.example/system")]
    [InlineData("ftp://ris.stadt.example/")]
    [InlineData("gibt/es/nicht")]
    public void A_source_that_is_none_is_wrong_usage(string source) =>
        Assert.Equal(2, site.Project.Run("import", "oparl", source, "--content", site.Project.Content).Status);

    private CommandResult Import(params string[] options) =>
        site.Project.Run(["import", "oparl", server.Base + "system", "--content", site.Project.Content, .. options]);

    private static string Paper(int number) =>
        $$"""{"id": "@paper/{{number}}", "type": "https://schema.oparl.org/1.1/Paper", "name": "Vorlage {{number}}", "reference": "{{number}}/2017", "date": "2017-10-04", "modified": "2017-10-05T14:30:00+02:00"}""";

    private static void AssertNoted(CommandResult result, Deviation deviation) => Assert.Contains(deviation.Name, result.Output, StringComparison.Ordinal);
}
