namespace Fachinfo.Tests;

/// <summary>What <c>hosting verify</c> tells of a deployed site, asked of a real nginx.</summary>
public class HostingVerifyTests
{
    [Fact]
    public void Verify_tells_an_open_gate_from_a_closed_one()
    {
        Assert.SkipUnless(RunningNginx.IsInstalled, HostingTests.Missing);
        using var project = HostingTests.Project("access: {protection: host, host: nginx}\n");
        project.Write("verband.htpasswd", "rathaus:{PLAIN}offen\n");
        var server = HostingTests.Hosting(project, "nginx").Replace("/etc/nginx/verband.example.htpasswd", project.PathOf("verband.htpasswd"), StringComparison.Ordinal);
        using (var nginx = RunningNginx.Start(project.Root, server))
        {
            var closed = Verify(project, nginx.Address).RequireGood().Output;
            Assert.Contains("keine ist offen", closed, StringComparison.Ordinal);
            foreach (var spelling in (string[])["/mitglieder/", "//mitglieder/", "/%6ditglieder/", "/./mitglieder/"])
            {
                Assert.Contains($"gut     401  {spelling}\n", closed, StringComparison.Ordinal);
            }

            Assert.Contains("dateien/plan.txt", closed, StringComparison.Ordinal);
        }

        var open = string.Join('\n', server.Split('\n').Where(line => !line.TrimStart().StartsWith("auth_basic", StringComparison.Ordinal)));
        using (var nginx = RunningNginx.Start(project.Root, open))
        {
            var result = Verify(project, nginx.Address);
            Assert.Equal(1, result.Status);
            Assert.Contains("FEHLER  200  /mitglieder/  wird ohne Anmeldung ausgeliefert", result.Output, StringComparison.Ordinal);
        }

        var gone = Verify(project, "http://127.0.0.1:1");
        Assert.Equal(1, gone.Status);
        Assert.Contains("FEHLER  ---  /  keine Antwort: der Server ist nicht erreichbar\n", gone.Output, StringComparison.Ordinal);
        Assert.Contains("Nicht alles konnte geprüft werden.", gone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_tells_whether_files_headers_and_redirects_are_as_built()
    {
        Assert.SkipUnless(RunningNginx.IsInstalled, HostingTests.Missing);
        using var project = HostingTests.Project("");
        var server = HostingTests.Hosting(project, "nginx");
        Assert.Contains("Adressen gefragt: Alle antworten, wie sie sollen.\n", Answers(server), StringComparison.Ordinal);
        Assert.Contains("FEHLER  404  /feed.xml  antwortet mit 404 statt 200\n", Answers(server, "feed.xml", "--all"), StringComparison.Ordinal);
        Assert.Contains("FEHLER  200  /  ist eine andere Fassung als die gebaute\n", Answers(server, "index.html"), StringComparison.Ordinal);
        Assert.Contains("FEHLER  200  /  ohne X-Content-Type-Options\n", Answers(Without(server, "X-Content-Type-Options")), StringComparison.Ordinal);
        Assert.Contains("FEHLER  200  /mitglieder/  Referrer-Policy: „unsafe-url“ statt „no-referrer“\n", Answers(server.Replace("\"no-referrer\"", "\"unsafe-url\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("passt nicht zur Datei\n", Answers(server.Replace("text/html html", "text/plain html", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("FEHLER  301  /alt.html  leitet nach „/“ statt nach „/mitteilungen/2024/1/“\n", Answers(server.Replace("return 301 \"/mitteilungen/2024/1/\"", "return 301 \"/\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("FEHLER  302  /alt.html  leitet mit 302 nur vorläufig weiter", Answers(server.Replace("return 301", "return 302", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("gut     200  /alt.html\n", Answers(Without(server, "return 301")), StringComparison.Ordinal); // The page of the same address leads on.
        Assert.Contains("FEHLER  200  /diese-adresse-gibt-es-nicht/  antwortet mit 200 statt 404\n", Answers(server.Replace("=404;", "/index.html;", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("FEHLER  200  /.fachinfo-files  nennt alle Dateien", Answers(Without(server, "_headers")), StringComparison.Ordinal);

        string Answers(string rules, string broken = "", params string[] options)
        {
            var copy = project.PathOf("srv");
            foreach (var file in Directory.EnumerateFiles(project.Output, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(copy, Path.GetRelativePath(project.Output, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to, overwrite: true);
            }

            if (broken == "feed.xml")
            {
                File.Delete(Path.Combine(copy, broken));
            }
            else if (broken.Length > 0)
            {
                File.AppendAllText(Path.Combine(copy, broken), " ");
            }

            using var nginx = RunningNginx.Start(project.Root, rules.Replace(project.Output, copy, StringComparison.Ordinal));
            var result = Verify(project, nginx.Address, ["--output", project.Output, .. options]);
            Assert.Equal(result.Output.Contains("FEHLER", StringComparison.Ordinal) ? 1 : 0, result.Status);
            return result.Output;
        }

        static string Without(string rules, string word) => string.Join('\n', rules.Split('\n').Where(line => !line.Contains(word, StringComparison.Ordinal)));
    }

    internal static CommandResult Verify(ProjectFolder project, string address, params string[] options) =>
        project.Run(["hosting", "verify", "--url", address, "--content", project.Content, "--theme", project.PathOf("theme"), .. options]);
}
