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
    public void Base_url_is_an_address_that_others_can_be_put_behind(string address)
    {
        Assert.Equal(["site.yml(2,10): FM017"], SiteFixture.Check($"-- site.yml --\ntitle: A\nbaseUrl: \"{address}\"").Findings);

        using var project = new ProjectFolder(ProjectFolder.Notice);
        var run = project.Build("--base-url", address);
        Assert.Equal(CommandLine.WrongUsage, run.Status);
        Assert.Contains("--base-url", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_base_url_hides_no_other_problem() => Assert.Equal(
        ["site.yml(1,1): FM011", "site.yml(2,16): FM012", "site.yml(3,8): FM015", "site.yml(4,10): FM012"],
        SiteFixture.Check("-- site.yml --\ntitle: A\nfeeds: {items: 0}\noparl: vielleicht\nseries: [a]").Findings);

    [Fact]
    public void Language_that_the_theme_does_not_know_is_one_error() =>
        Assert.Single(SiteFixture.Build("-- site.yml --\ntitle: A\nbaseUrl: https://a.example\nlanguage: xx").Result.Findings, finding => finding.Severity == Severity.Error);
}
