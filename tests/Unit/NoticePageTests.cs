namespace Fachinfo.Tests;

public class NoticePageTests
{
    [Fact]
    public void Notice_becomes_a_page_under_its_number()
    {
        var site = SiteFixture.Build("""
            -- mitteilungen/2024/145.md --
            ---
            titel: Werkstatt für Engagement
            nummer: 145
            datum: 20.02.2024
            rubrik: Recht / Ehrenamt
            az: 13.0.70-001
            ---
            Bis zum Sommer können sich Städte bewerben.
            """);

        var page = site["mitteilungen/2024/145/index.html"];
        Assert.Contains("Mitteilung 145/2024 vom 20.02.2024", page, StringComparison.Ordinal);
        Assert.Contains("13.0.70-001", page, StringComparison.Ordinal);
        Assert.Contains("<p>Bis zum Sommer können sich Städte bewerben.</p>", page, StringComparison.Ordinal);
        Assert.Empty(site.Findings);
    }
}
