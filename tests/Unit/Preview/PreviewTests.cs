using System.Net;
using System.Text.Json;
using Fachinfo.Commands;

namespace Fachinfo.Tests.Preview;

/// <summary>The preview over HTTP, as a browser sees it.</summary>
public class PreviewTests
{
    private const string Page = "/mitteilungen/2024/1/";
    private const string NoticePath = "content/mitteilungen/2024/1.md";

    [Fact]
    public async Task Save_is_told_to_the_browser_and_changes_its_page_only()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice + "-- mitteilungen/2024/2.md --\n---\ntitle: Zweite\nnumber: 2\ndate: 2024-01-03\nrubric: Recht\n---\nText.\n");
        await using var preview = await RunningPreview.Start(project);
        var (first, second) = (await preview.Fingerprint(Page), await preview.Fingerprint("/mitteilungen/2024/2/"));
        using var events = new StreamReader(await preview.Client.GetStreamAsync(new Uri("/__preview/events", UriKind.Relative), TestContext.Current.CancellationToken));
        var before = await NextEvent(events);

        project.Write(NoticePath, project.Read(NoticePath).Replace("Text der ersten.", "Neuer Text.", StringComparison.Ordinal));
        var after = await NextEvent(events);
        while (after.GetProperty("version").GetInt32() == before.GetProperty("version").GetInt32())
        {
            after = await NextEvent(events);
        }

        Assert.True(after.GetProperty("good").GetBoolean());
        Assert.Contains("<p>Neuer Text.</p>", await preview.Text(Page), StringComparison.Ordinal);
        Assert.NotEqual(first, await preview.Fingerprint(Page));
        Assert.Equal(second, await preview.Fingerprint("/mitteilungen/2024/2/"));
    }

    [Fact]
    public async Task Mistake_is_shown_at_its_line_and_the_last_good_page_stays()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        await using var preview = await RunningPreview.Start(project);
        var good = project.Read(NoticePath);
        project.Write(NoticePath, good.Replace("2024-01-02", "2024-13-02", StringComparison.Ordinal).Replace("Text der", "Verlorener Text der", StringComparison.Ordinal));
        var state = await preview.State(one => !one.GetProperty("good").GetBoolean());
        var finding = Assert.Single(state.GetProperty("findings").EnumerateArray(), one => one.GetProperty("severity").GetString() == "error");
        Assert.Equal("FM013", finding.GetProperty("code").GetString());
        Assert.EndsWith("content/mitteilungen/2024/1.md", finding.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Equal((4, 7), (finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
        Assert.Equal("date: 2024-13-02", finding.GetProperty("excerpt").GetString());
        Assert.Contains("<p>Text der ersten.</p>", await preview.Text(Page), StringComparison.Ordinal);
        Assert.Contains("1.md(4,7)", await preview.Text("/__diagnostics"), StringComparison.Ordinal);

        project.Write(NoticePath, good.Replace("Text der ersten.", "Wieder gut.", StringComparison.Ordinal));
        Assert.Equal(0, (await preview.NextGood(state.GetProperty("version").GetInt32())).GetProperty("errors").GetInt32());
        Assert.Contains("<p>Wieder gut.</p>", await preview.Text(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_page_appears_by_itself_once_the_site_can_be_built()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice.Replace("number: 1", "number: eins", StringComparison.Ordinal));
        await using var preview = await RunningPreview.Start(project);
        var waiting = await preview.Get("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, waiting.StatusCode);
        Assert.Contains("/__preview/preview.js", await waiting.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var before = await preview.Fingerprint("/");
        project.Write(NoticePath, project.Read(NoticePath).Replace("eins", "1", StringComparison.Ordinal));
        await preview.State(state => state.GetProperty("good").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await preview.Get("/")).StatusCode);
        Assert.NotEqual(before, await preview.Fingerprint("/"));
    }

    [Fact]
    public async Task Headers_redirects_and_missing_pages_are_those_of_the_host()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice.Replace("number: 1", "number: 1\naliases: [/alt/eins.html, '/index.php?id=77']", StringComparison.Ordinal));
        project.Build().RequireGood();
        await using var preview = await RunningPreview.Start(project);

        var page = await preview.Get(Page);
        var rule = project.Read("output/_headers").Split("\n\n")[0].Split('\n').Skip(1).Select(line => line.Trim().Split(": ", 2)).ToList();
        Assert.Contains(rule, header => header[0] == "Content-Security-Policy");
        Assert.All(rule, header => Assert.Equal(header[1], string.Join(", ", page.Headers.GetValues(header[0]))));
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());

        foreach (var former in new[] { "/alt/eins.html", "/index.php?id=77" })
        {
            var moved = await preview.Get(former);
            Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
            Assert.Equal(Page, moved.Headers.Location!.ToString());
        }

        Assert.Equal(HttpStatusCode.NotFound, (await preview.Get("/index.php?id=78")).StatusCode);
        var missing = await preview.Get("/gibt/es/nicht/");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains(project.Read("output/404.html").Split('\n')[1], await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await preview.Get("/_headers")).StatusCode);
        Assert.Equal("/mitteilungen/2024/1/", (await preview.Get("/mitteilungen/2024/1")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Site_below_a_path_is_served_there()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        await using var preview = await RunningPreview.Start(project, "--base-url", "https://verband.example/fach");
        Assert.EndsWith("/fach", preview.Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await preview.Get("/fach" + Page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await preview.Get(Page)).StatusCode);
        Assert.Equal("/fach/", (await preview.Get("/")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Drafts_and_later_notices_are_marked_and_stay_out_of_the_build()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice
            + "-- mitteilungen/2024/2.md --\n---\ntitle: Später\nnumber: 2\ndate: 2024-12-01\nrubric: Recht\n---\nText.\n"
            + "-- seiten/entwurf.md --\n---\ntitle: Idee\ndraft: ja\n---\nText.\n");
        await using var preview = await RunningPreview.Start(project);
        Assert.Contains("Nur in der Vorschau zu sehen: erscheint erst am 01.12.2024.", await preview.Text("/mitteilungen/2024/2/"), StringComparison.Ordinal);
        Assert.Contains("Nur in der Vorschau zu sehen: Entwurf.", await preview.Text("/entwurf/"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nur in der Vorschau", await preview.Text(Page), StringComparison.Ordinal);
        var marks = (await preview.State(_ => true)).GetProperty("unpublished");
        Assert.Equal(["/entwurf/", "/mitteilungen/2024/2/"], marks.EnumerateObject().Select(mark => mark.Name));

        project.Build().RequireGood();
        Assert.False(project.Has("output/mitteilungen/2024/2"));
        Assert.False(project.Has("output/entwurf"));
        Assert.DoesNotContain(ProjectFolder.Snapshot(project.Output), file => System.Text.Encoding.UTF8.GetString(file.Value).Contains("__preview", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Change_of_the_style_sheet_leaves_the_frame_of_a_page()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Write("theme/assets/site.css", "p { color: red }");
        project.Write("theme/templates/notice.hbs", "<!DOCTYPE html>\n<html><head>\n<title>{{page.head.title}}</title>\n<link rel=\"stylesheet\" href=\"{{asset \"site.css\"}}\"></head><body><main>{{body page.body}}</main></body></html>\n");
        await using var preview = await RunningPreview.Start(project);
        var before = await preview.Fingerprint(Page);
        project.Write("theme/assets/site.css", "p { color: green }");
        await preview.NextGood(await preview.Version() - 1);
        await preview.State(state => state.GetProperty("version").GetInt32() > 1 && state.GetProperty("good").GetBoolean());
        var after = await preview.Fingerprint(Page);
        Assert.NotEqual(before.Page, after.Page);
        Assert.Equal(before.Frame, after.Frame);
    }

    /// <summary>Editors write a temporary file and rename it over the old one; checkouts change many files, folders included.</summary>
    [Fact]
    public async Task Renames_bursts_and_new_folders_are_followed()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        await using var preview = await RunningPreview.Start(project);
        project.Write("content/mitteilungen/2024/.1.md.tmp", project.Read(NoticePath).Replace("Text der ersten.", "Umbenannt.", StringComparison.Ordinal));
        File.Move(project.PathOf("content/mitteilungen/2024/.1.md.tmp"), project.PathOf(NoticePath), overwrite: true);
        await Shows(preview, Page, "Umbenannt.");

        for (var number = 2; number <= 40; number++)
        {
            project.Write($"content/mitteilungen/2023/{number}.md", $"---\ntitle: Nummer {number}\nnumber: {number}/2023\ndate: 2023-05-01\nrubric: Recht\n---\nText {number}.\n");
        }

        await Shows(preview, "/mitteilungen/2023/40/", "Text 40.");
        await Shows(preview, "/mitteilungen/2023/2/", "Text 2.");
        Assert.True(await preview.Version() < 30, "Every single save was built.");

        Directory.Move(project.PathOf("content/mitteilungen/2023"), project.PathOf("content/weg"));
        Directory.Delete(project.PathOf("content/weg"), recursive: true);
        await Misses(preview, "/mitteilungen/2023/40/");
    }

    [Fact]
    public async Task Content_folder_may_go_away_and_come_back()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        await using var preview = await RunningPreview.Start(project);
        Directory.Move(project.Content, project.PathOf("anderswo"));
        var gone = await preview.State(state => state.GetProperty("problem").GetString()!.Length > 0);
        Assert.Contains("gibt es nicht mehr", gone.GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Contains("<p>Text der ersten.</p>", await preview.Text(Page), StringComparison.Ordinal);
        Directory.Move(project.PathOf("anderswo"), project.Content);
        await preview.State(state => state.GetProperty("good").GetBoolean());
        project.Write(NoticePath, project.Read(NoticePath).Replace("Text der ersten.", "Wieder da.", StringComparison.Ordinal));
        await Shows(preview, Page, "Wieder da.");
    }

    [Fact]
    public async Task Other_names_of_this_machine_are_refused()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        await using var preview = await RunningPreview.Start(project);
        foreach (var (name, status) in new[] { ("angreifer.example", HttpStatusCode.Forbidden), ("localhost", HttpStatusCode.OK), ("127.0.0.1.angreifer.example", HttpStatusCode.Forbidden) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative)) { Headers = { Host = name } };
            Assert.Equal(status, (await preview.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Port_in_use_is_told_with_what_to_do()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        await using var preview = await RunningPreview.Start(project);
        var port = RunningPreview.PortOf(preview.Address).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var second = project.Run("preview", "--content", project.Content, "--theme", project.PathOf("theme"), "--port", port);
        Assert.Equal(CommandLine.Fault, second.Status);
        Assert.Contains($"Der Port {port} ist belegt", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_pages_of_a_protected_host_open_for_the_role_only()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice.Replace("number: 1", "number: 1\naccess: members", StringComparison.Ordinal));
        project.Write("content/site.yml", "title: Verband\nbaseUrl: https://verband.example\naccess: {protection: host, host: netlify}\n");
        await using var preview = await RunningPreview.Start(project);
        var members = "/mitglieder" + Page;
        Assert.Equal(HttpStatusCode.Unauthorized, (await preview.Get(members)).StatusCode);
        var open = await preview.Get(members, "fachinfo-vorschau-rolle=members");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Contains("Text der ersten.", await open.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["members"], (await preview.State(_ => true)).GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await preview.Get(members, "fachinfo-vorschau-rolle=erfunden")).StatusCode);
    }

    [Fact]
    public async Task Sealed_area_opens_with_the_code_of_the_preview()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice.Replace("number: 1", "number: 1\naccess: members", StringComparison.Ordinal));
        await using var preview = await RunningPreview.Start(project);
        Assert.Matches("Zugangscode für den Mitgliederbereich dieser Vorschau: ([0-9A-Z]{5}-){4}[0-9A-Z]{5}", preview.Messages);
        Assert.Equal(HttpStatusCode.OK, (await preview.Get("/mitglieder/k/00.bin")).StatusCode);
        Assert.True((await preview.State(_ => true)).GetProperty("good").GetBoolean());
    }

    private static async Task<JsonElement> NextEvent(StreamReader events)
    {
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonDocument.Parse(line["data: ".Length..]).RootElement;
            }
        }

        throw new InvalidOperationException("The stream has ended.");
    }

    private static Task<JsonElement> Shows(RunningPreview preview, string path, string text) =>
        preview.State(_ => preview.Text(path).GetAwaiter().GetResult().Contains(text, StringComparison.Ordinal));

    private static Task<JsonElement> Misses(RunningPreview preview, string path) =>
        preview.State(_ => preview.Get(path).GetAwaiter().GetResult().StatusCode == HttpStatusCode.NotFound);
}
