using Fachinfo.Commands;
using Fachinfo.Diagnostics;

namespace Fachinfo.Tests;

/// <summary><c>site.yml</c>: what is wrong with it is said at its place, all of it in one run.</summary>
public class SiteConfigurationTests
{
    [Theory]
    [InlineData("www.verband.example")]
    [InlineData("https://verband.example/a b")]
    [InlineData("https://verband.example/?seite=1")]
    [InlineData("https://verband.example/#oben")]
    [InlineData("https://-ä.example")]
    public void Base_url_is_an_address_that_others_can_be_put_behind(string address)
    {
        Assert.Equal(["site.yml(2,10): FM017"], SiteFixture.Check($"-- site.yml --\ntitle: A\nbaseUrl: \"{address}\"").Findings);

        using var project = new ProjectFolder(ProjectFolder.Notice);
        var run = project.Build("--base-url", address);
        Assert.Equal(CommandLine.WrongUsage, run.Status);
        Assert.Contains("--base-url", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.städtebund.example", "https://www.xn--stdtebund-w2a.example")]
    [InlineData("https://www.STA\u0308DTEBUND.example:8443/städte/", "https://www.xn--stdtebund-w2a.example:8443/st%C3%A4dte")]
    public void Umlauts_in_the_base_url_are_written_as_other_programs_need_them(string given, string expected)
    {
        const string Notice = "-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n---\nText\n";
        var site = SiteFixture.Build($"{Notice}-- site.yml --\ntitle: A\nbaseUrl: {given}\nreport: {{form: \"https://formulare.städtebund.example/melden\"}}\n");
        Assert.Contains($"<loc>{expected}/mitteilungen/2024/1/</loc>", site["sitemap.xml"], StringComparison.Ordinal);
        Assert.Contains($"<link>{expected}/mitteilungen/2024/1/</link>", site["feed.xml"], StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"{expected}/mitteilungen/2024/1/\"", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https://formulare.xn--stdtebund-w2a.example;", site["_headers"], StringComparison.Ordinal);
        Assert.DoesNotContain(site.Bytes, file => file.Key is "_headers" or "_redirects" or "robots.txt" or "sitemap.xml" && file.Value.Any(one => one > 127));

        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Build("--base-url", given).RequireGood();
        Assert.Contains($"<loc>{expected}/mitteilungen/2024/1/</loc>", project.Read("output/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_base_url_hides_no_other_problem() => Assert.Equal(
        ["site.yml(1,1): FM011", "site.yml(2,16): FM012", "site.yml(3,8): FM015", "site.yml(4,10): FM012"],
        SiteFixture.Check("-- site.yml --\ntitle: A\nfeeds: {items: 0}\noparl: vielleicht\nseries: [a]").Findings);

    [Fact]
    public void Language_that_the_theme_does_not_know_is_one_error() =>
        Assert.Single(SiteFixture.Build("-- site.yml --\ntitle: A\nbaseUrl: https://a.example\nlanguage: xx").Result.Findings, finding => finding.Severity == Severity.Error);
}
