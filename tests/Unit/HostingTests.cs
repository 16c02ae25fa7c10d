using System.Text;
using System.Text.RegularExpressions;
using Fachinfo.Pages;

namespace Fachinfo.Tests;

/// <summary>Members' pages behind the gate of a host: the rules that we write, and what a real nginx does with them.</summary>
public class HostingTests
{
    internal const string Missing = "nginx is not installed (apt-get install nginx-light)";

    private const string Content = "-- mitteilungen/2024/1.md --\n---\ntitle: Erste\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\naccess: members\naliases: [/alt.html]\n"
        + "downloads: [plan.txt]\n---\nGeheimer Text.\n-- mitteilungen/2024/plan.txt --\nGeheimer Plan.\n";

    private static readonly string[] HiddenPaths =
    [
        "/mitglieder/", "//mitglieder/", "/%6ditglieder/", "/./mitglieder/", "/x/../mitglieder/", "/mitglieder/index.html",
        "/mitglieder/mitteilungen/2024/1/", "/%6ditglieder/mitteilungen/2024/1/index.html", "//mitglieder//mitteilungen/2024/1/dateien/plan.txt",
        "/mitglieder/mitteilungen/2024/1/dateien/plan.txt",
    ];

    internal static ProjectFolder Project(string access)
    {
        var project = new ProjectFolder(Content);
        project.Write("content/site.yml", "title: Verband\nbaseUrl: https://verband.example\n" + access);
        project.Build().RequireGood();
        return project;
    }

    /// <summary>With a group besides the members: a notice and a file for it.</summary>
    private static ProjectFolder Groups(string host)
    {
        var project = new ProjectFolder(Content
            + "-- mitteilungen/2024/2.md --\n---\ntitle: Zweite\nnumber: 2\ndate: 2024-01-03\nrubric: Umwelt\naccess: vorstand\n---\nDer Beitragsschlüssel bleibt.\n"
            + "-- mitteilungen/2024/3.md --\n---\ntitle: Dritte\nnumber: 3\ndate: 2024-01-04\nrubric: Umwelt\ndownloads: [{file: tafel.txt, access: vorstand}]\n---\nOffener Text.\n-- mitteilungen/2024/tafel.txt --\nGeheime Tafel.\n");
        project.Write("content/site.yml", $"title: Verband\nbaseUrl: https://verband.example\naccess: {{protection: host, host: {host}, audiences: [vorstand]}}\n");
        project.Build().RequireGood();
        return project;
    }

    private static string Login(string account) => $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(account))}\r\n";

    internal static string Hosting(ProjectFolder project, string server) =>
        project.Run("hosting", server, "--content", project.Content, "--theme", project.PathOf("theme")).RequireGood().Output
            .Replace("/srv/www/verband.example", project.Output, StringComparison.Ordinal);

    [Fact]
    public void Netlify_lets_the_role_pass_first_and_answers_everyone_else_with_401()
    {
        using var project = Project("access: {protection: host, host: netlify}\n");
        Assert.Equal(
            ["/mitglieder/* 200! Role=members", "/mitglieder/* /401.html 401!"],
            project.Read("output/_redirects").Split('\n').Take(2));
        Assert.True(project.Has("output/401.html"));
        Assert.Contains("Geheimer Text", project.Read("output/mitglieder/mitteilungen/2024/1/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_for_headers_begin_with_the_path_of_the_base_url()
    {
        var site = SiteFixture.Check("-- site.yml --\ntitle: Verband\nbaseUrl: https://host.example/verband\naccess: {audiences: [members]}\noparl: ja");
        Assert.Equal(
            ["/verband/*", "/verband/mitglieder/*", "/verband/assets/*", "/verband/suche/index/*", "/verband/suche/texte/*", "/verband/oparl/v1.1/*"],
            site["_headers"].Split('\n').Where(line => line.StartsWith('/')));
    }

    [Fact]
    public void Netlify_asks_for_the_role_of_each_group_before_that_of_the_members()
    {
        using var project = Groups("netlify");
        Assert.Equal(
            [
                "/mitglieder/gruppen/vorstand/* 200! Role=vorstand", "/mitglieder/gruppen/vorstand/* /401.html 401!",
                "/mitglieder/* 200! Role=members", "/mitglieder/* /401.html 401!",
            ],
            project.Read("output/_redirects").Split('\n').Take(4));
    }

    /// <summary>Sealing keeps the groups apart then; the gate lets all of them in.</summary>
    [Fact]
    public void One_gate_stands_before_what_is_sealed_for_several_groups()
    {
        using var project = Project("access: {protection: both, host: netlify, audiences: [vorstand]}\n");
        Assert.Equal(
            ["/mitglieder/* 200! Role=members", "/mitglieder/* 200! Role=vorstand", "/mitglieder/* /401.html 401!"],
            project.Read("output/_redirects").Split('\n').Take(3));
        Assert.Contains("auth_basic_user_file /etc/nginx/verband.example.htpasswd;", Hosting(project, "nginx"), StringComparison.Ordinal);
        Assert.DoesNotContain("vorstand", Hosting(project, "nginx"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_group_has_an_area_of_its_own()
    {
        using var project = Groups("netlify");
        var telling = Directory.EnumerateFiles(project.Output, "*", SearchOption.AllDirectories).Where(file => File.ReadAllText(file).Contains("Beitragsschlüssel", StringComparison.Ordinal));
        Assert.All(telling.Select(file => Path.GetRelativePath(project.Output, file)).DefaultIfEmpty("none"), file => Assert.StartsWith("mitglieder/gruppen/vorstand/", file, StringComparison.Ordinal));
        Assert.Contains("href=\"/mitglieder/gruppen/vorstand/mitteilungen/2024/2/\"", project.Read("output/mitteilungen/2024/2/index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"/mitglieder/gruppen/vorstand/mitteilungen/2024/3/\"", project.Read("output/mitteilungen/2024/3/index.html"), StringComparison.Ordinal);
        Assert.True(project.Has("output/mitglieder/gruppen/vorstand/mitteilungen/2024/3/dateien/tafel.txt"));
        Assert.False(project.Has("output/mitglieder/mitteilungen/2024/3/index.html"));
        Assert.Contains("href=\"/mitglieder/gruppen/vorstand/\"", project.Read("output/mitglieder/index.html"), StringComparison.Ordinal);
        var home = project.Read("output/mitglieder/gruppen/vorstand/index.html");
        Assert.Contains("href=\"/mitglieder/gruppen/vorstand/mitteilungen/2024/2/\"", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Erste", home, StringComparison.Ordinal);
    }

    [Fact]
    public void Sealed_site_needs_no_gate()
    {
        using var project = Project("");
        Assert.DoesNotContain("401", project.Read("output/_redirects"), StringComparison.Ordinal);
        Assert.DoesNotContain("auth_", Hosting(project, "nginx"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nginx_serves_the_site_with_the_headers_that_it_publishes()
    {
        Assert.SkipUnless(RunningNginx.IsInstalled, Missing);
        using var project = Project("");
        using var nginx = RunningNginx.Start(project.Root, Hosting(project, "nginx"));
        var (status, head, body) = nginx.Get("/mitteilungen/2024/1/");
        Assert.Equal(200, status);
        Assert.Contains("Erste", body, StringComparison.Ordinal);
        Assert.All(HostingFiles.SecurityHeaders, header => Assert.Contains($"{header.Name}: {header.Value}\r\n", head + "\r\n", StringComparison.Ordinal));
        Assert.Contains("X-Robots-Tag: noindex", nginx.Get("/mitglieder/").Head, StringComparison.Ordinal);
        Assert.Contains("Referrer-Policy: no-referrer", nginx.Get("/mitglieder/").Head, StringComparison.Ordinal);
        Assert.Equal(404, nginx.Get("/fehlt/").Status);
        Assert.Contains("Content-Security-Policy", nginx.Get("/fehlt/").Head, StringComparison.Ordinal);
        Assert.All(["/_headers", "/_redirects", "/.fachinfo-files", "/.well-known"], path => Assert.Equal(404, nginx.Get(path).Status));
        project.Write("output/.well-known/acme-challenge/name", "Antwort");
        Assert.Equal("Antwort", nginx.Get("/.well-known/acme-challenge/name").Body);
        var moved = nginx.Get("/alt.html");
        Assert.Equal(301, moved.Status);
        Assert.Contains("Location: /mitteilungen/2024/1/", moved.Head, StringComparison.Ordinal);
        Assert.Equal(301, nginx.Get("/mitteilungen").Status);
        Assert.Contains("gzip", nginx.Get("/sitemap.xml", "Accept-Encoding: gzip\r\n").Head + nginx.Get("/mitteilungen/2024/1/", "Accept-Encoding: gzip\r\n").Head, StringComparison.Ordinal);
    }

    /// <summary>With <c>nosniff</c> a browser refuses a style sheet or a script of another type.</summary>
    [Fact]
    public void Nginx_names_the_type_of_each_kind_of_file_without_a_list_of_its_own()
    {
        Assert.SkipUnless(RunningNginx.IsInstalled, Missing);
        using var project = Project("");
        (string Path, string Type)[] expected =
        [
            ("assets/a.css", "text/css"), ("assets/a.js", "application/javascript"), ("assets/a.svg", "image/svg+xml"), ("a/index.html", "text/html"), ("feed.xml", "application/xml"),
            ("feed.json", "application/json"), ("fristen.ics", "text/calendar"), ("robots.txt", "text/plain"), ("suche/index.bin", "application/octet-stream"), ("a.pdf", "application/pdf"),
        ];
        Array.ForEach(expected, file => project.Write("output/" + file.Path, "x"));
        using var nginx = RunningNginx.Start(project.Root, Hosting(project, "nginx"));
        Assert.Equal(expected, expected.Select(file => (file.Path, Regex.Match(nginx.Get("/" + file.Path).Head, "Content-Type: ([^;\r\n]+)").Groups[1].Value)));
    }

    [Fact]
    public void Nginx_lets_nobody_in_without_the_password()
    {
        Assert.SkipUnless(RunningNginx.IsInstalled, Missing);
        using var project = Project("access: {protection: host, host: nginx}\n");
        project.Write("verband.htpasswd", "rathaus:{PLAIN}offen\n");
        using var nginx = RunningNginx.Start(project.Root, Hosting(project, "nginx").Replace("/etc/nginx/verband.example.htpasswd", project.PathOf("verband.htpasswd"), StringComparison.Ordinal));
        var login = Login("rathaus:offen");
        AssertClosed(nginx);
        Assert.Contains("Geheimer Text", nginx.Get("/mitglieder/mitteilungen/2024/1/", login).Body, StringComparison.Ordinal);
        Assert.Contains("Geheimer Plan", nginx.Get("/mitglieder/mitteilungen/2024/1/dateien/plan.txt", login).Body, StringComparison.Ordinal);
        Assert.Equal(401, nginx.Get("/mitglieder/", login.Replace("Basic ", "Basic x", StringComparison.Ordinal)).Status);
        Assert.Equal(200, nginx.Get("/mitteilungen/2024/1/").Status);
    }

    [Fact]
    public void Site_in_a_folder_of_another_has_the_same_headers_and_gate()
    {
        Assert.SkipUnless(RunningNginx.IsInstalled, Missing);
        using var project = Project("access: {protection: host, host: nginx}\n");
        const string Address = "https://verband.example/fach";
        project.Run("build", "--base-url", Address, "--content", project.Content, "--theme", project.PathOf("theme"), "--output", project.PathOf("srv/fach")).RequireGood();
        project.Write("verband.htpasswd", "rathaus:{PLAIN}offen\n");
        var server = project.Run("hosting", "nginx", "--base-url", Address, "--content", project.Content, "--theme", project.PathOf("theme")).RequireGood().Output
            .Replace("/srv/www/verband.example", project.PathOf("srv"), StringComparison.Ordinal)
            .Replace("/etc/nginx/verband.example.htpasswd", project.PathOf("verband.htpasswd"), StringComparison.Ordinal);
        using var nginx = RunningNginx.Start(project.Root, server);
        Assert.Equal((200, 401, 401), (nginx.Get("/fach/mitteilungen/2024/1/").Status, nginx.Get("/fach/mitglieder/").Status, nginx.Get("/fach/%6ditglieder/mitteilungen/2024/1/").Status));
        Assert.Contains("Geheimer Text", nginx.Get("/fach/mitglieder/mitteilungen/2024/1/", Login("rathaus:offen")).Body, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy", nginx.Get("/fach/mitteilungen/2024/1/").Head, StringComparison.Ordinal);
        Assert.Contains("Location: /fach/mitteilungen/2024/1/", nginx.Get("/fach/alt.html").Head, StringComparison.Ordinal);
        HostingVerifyTests.Verify(project, nginx.Address + "/fach", "--base-url", Address, "--output", project.PathOf("srv/fach")).RequireGood();

        var apache = project.Run("hosting", "apache", "--base-url", Address, "--content", project.Content, "--theme", project.PathOf("theme")).RequireGood().Output;
        Assert.Contains("<Location \"/fach/mitglieder/\">", apache, StringComparison.Ordinal);
        Assert.DoesNotContain("/fach/fach", apache + server, StringComparison.Ordinal);
    }

    [Fact]
    public void Nginx_lets_nobody_into_the_area_of_another_group()
    {
        Assert.SkipUnless(RunningNginx.IsInstalled, Missing);
        using var project = Groups("nginx");
        project.Write("verband.htpasswd", "rathaus:{PLAIN}offen\n");
        project.Write("vorstand.htpasswd", "vorsitz:{PLAIN}zu\n");
        var server = Hosting(project, "nginx")
            .Replace("/etc/nginx/verband.example.htpasswd", project.PathOf("verband.htpasswd"), StringComparison.Ordinal)
            .Replace("/etc/nginx/verband.example.vorstand.htpasswd", project.PathOf("vorstand.htpasswd"), StringComparison.Ordinal);
        using var nginx = RunningNginx.Start(project.Root, server);
        AssertClosed(nginx);
        string[] paths =
        [
            "/mitglieder/gruppen/vorstand/", "/mitglieder/gruppen/vorstand/mitteilungen/2024/2/", "/mitglieder/gruppen/vorstand/mitteilungen/2024/3/dateien/tafel.txt",
            "/mitglieder//gruppen/./vorstand/mitteilungen/2024/2/index.html", "/mitglieder/gruppen/%76orstand/mitteilungen/2024/2/", "/mitglieder/x/../gruppen/vorstand/mitteilungen/2024/2/",
        ];
        Assert.All(paths, path => Assert.Equal((401, 401, 200), (nginx.Get(path).Status, nginx.Get(path, Login("rathaus:offen")).Status, nginx.Get(path, Login("vorsitz:zu")).Status)));
        Assert.Equal(401, nginx.Get("/mitglieder/mitteilungen/2024/1/", Login("vorsitz:zu")).Status);
        Assert.Equal(200, nginx.Get("/mitglieder/mitteilungen/2024/1/", Login("rathaus:offen")).Status);
        Assert.Contains("X-Robots-Tag: noindex", nginx.Get(paths[0], Login("vorsitz:zu")).Head, StringComparison.Ordinal);
        Assert.Contains("401  /mitglieder/gruppen/vorstand/mitteilungen/2024/3/dateien/tafel.txt", HostingVerifyTests.Verify(project, nginx.Address).RequireGood().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nginx_can_ask_another_server_who_is_a_member()
    {
        Assert.SkipUnless(RunningNginx.IsInstalled, Missing);
        using var project = Project("access: {protection: host, host: nginx}\n");
        var server = Hosting(project, "nginx");
        var start = server.IndexOf("auth_basic ", StringComparison.Ordinal);
        server = server[..start] + server[server.IndexOf("# Statt", StringComparison.Ordinal)..];
        server = server.Replace("# auth_request", "auth_request", StringComparison.Ordinal);
        server = server[..server.LastIndexOf('}')] + "location = /_anmeldung { internal; if ($http_x_ausweis = \"ja\") { return 204; } return 401; }\n}\n";
        using var nginx = RunningNginx.Start(project.Root, server);
        AssertClosed(nginx);
        Assert.Contains("Geheimer Text", nginx.Get("/mitglieder/mitteilungen/2024/1/", "X-Ausweis: ja\r\n").Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Apache_gets_the_same_headers_redirects_and_gate()
    {
        using var project = Project("access: {protection: host, host: apache}\n");
        var file = project.PathOf("apache.conf");
        project.Run("hosting", "apache", "--content", project.Content, "--theme", project.PathOf("theme"), "--out", file).RequireGood();
        var text = File.ReadAllText(file);
        Assert.All(HostingFiles.SecurityHeaders, header => Assert.Contains($"Header always set {header.Name} \"{header.Value}\"", text, StringComparison.Ordinal));
        Assert.Contains("RedirectMatch 301 \"^/alt\\.html$\" \"/mitteilungen/2024/1/\"", text, StringComparison.Ordinal);
        Assert.Contains("<Location \"/mitglieder/\">", text, StringComparison.Ordinal);
        Assert.Contains("Require valid-user", text, StringComparison.Ordinal);
        using var groups = Groups("apache");
        var sections = Hosting(groups, "apache");
        Assert.True(
            sections.IndexOf("AuthUserFile /etc/apache2/verband.example.vorstand.htpasswd", StringComparison.Ordinal) > sections.IndexOf("AuthUserFile /etc/apache2/verband.example.htpasswd", StringComparison.Ordinal),
            "The last section that fits holds.");
    }

    private static void AssertClosed(RunningNginx nginx) => Assert.All(HiddenPaths, path =>
    {
        var (status, _, body) = nginx.Get(path);
        Assert.True(status is 401 or 400, $"{path}: {status}");
        Assert.DoesNotContain("Geheim", body, StringComparison.Ordinal);
    });
}
