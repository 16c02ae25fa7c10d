namespace Fachinfo.Tests;

/// <summary>Texts that lack what they need, or that cannot be read: what is said of them, and what of links to them.</summary>
public class UnfinishedTextTests
{
    [Fact]
    public void Notice_without_title_number_or_date_is_checked_all_the_same()
    {
        var site = SiteFixture.Check("""
            -- mitteilungen/2024/1.md --
            ---
            number: 1
            date: 2024-01-02
            rubric: Sport
            ---
            [x](fehlt.md)
            -- mitteilungen/2024/2.md --
            ---
            title: A
            number: 2-2024
            date: 2024-01-02
            rubric: Umwelt
            downloads: [fehlt.pdf]
            ---
            [x](1.md)
            -- mitteilungen/2024/3.md --
            ---
            title: A
            number: 1/2024
            date: 31.02.2024
            rubric: Umwelt
            access: vorstand
            deadline: 2024-01-01
            ---
            [x](2.md), [y](4.md)
            -- mitteilungen/2024/4.md --
            ---
            title: A
            number: II
            date: gestern
            rubric: Umwelt
            ---
            [x](3.md)
            """);
        Assert.Equal(
            [
                "mitteilungen/2024/1.md(2,1): FM011", "mitteilungen/2024/1.md(4,9): RU001", "mitteilungen/2024/1.md(6,5): LK001",
                "mitteilungen/2024/2.md(3,9): FM014", "mitteilungen/2024/2.md(6,13): LK007",
                "mitteilungen/2024/3.md(3,9): NO001", "mitteilungen/2024/3.md(4,7): FM013", "mitteilungen/2024/3.md(6,9): NO002",
                "mitteilungen/2024/4.md(3,9): FM014", "mitteilungen/2024/4.md(4,7): FM013",
            ],
            site.Findings);
    }

    [Fact]
    public void Links_to_a_file_that_cannot_be_read_are_no_mistakes_of_their_own()
    {
        var site = SiteFixture.Check("""
            -- mitteilungen/2024/1.md --
            ---
            title: "A
            ---
            Text
            -- mitteilungen/2024/2.md --
            ---
            title: B
            number: 2
            date: 2024-01-02
            rubric: Umwelt
            related: [1.md]
            ---
            [x](1.md#oben), [y](../../rubriken.yml), [z](3.md)
            """);
        Assert.Equal(["mitteilungen/2024/1.md(2,8): FM004", "mitteilungen/2024/2.md(8,21): LK001", "mitteilungen/2024/2.md(8,46): LK001"], site.Findings);
    }

    [Theory]
    [InlineData("beginn: 31.02.2024 18:00", "4,9): FM019")]
    [InlineData("name: Sitzung", "2,1): FM011")]
    public void Meeting_without_a_day_is_checked_all_the_same(string start, string problem)
    {
        var site = SiteFixture.Check($$"""
            -- ratsarchiv/musterstadt/kommune.yml --
            name: Musterstadt
            -- ratsarchiv/musterstadt/gremien.yml --
            - name: Rat
            -- ratsarchiv/musterstadt/sitzungen/2024/1.md --
            ---
            gremium: rat
            id: "7"
            {{start}}
            ende: 01.03.2024 20:00
            tagesordnung:
              - {top: "1", titel: A, zugang: öffentlich, vorlage: 9/2024}
              - {top: "2", titel: B, zugang: öffentlich, dateien: [{datei: fehlt.pdf, zugang: öffentlich}]}
            ---
            [x](fehlt.md)
            -- ratsarchiv/musterstadt/vorlagen/2024/1.md --
            ---
            titel: A
            nummer: 1/2024
            zugang: öffentlich
            beratungen:
              - {gremium: rat, sitzung: 2024-02-28-rat}
              - {gremium: rat, sitzung: "7"}
              - {gremium: rat, sitzung: ../../sitzungen/2024/1.md}
              - {gremium: rat, datum: 28.02.2024, top: "2"}
            ---
            [x](../../sitzungen/2024/1.md)
            -- mitteilungen/2024/1.md --
            ---
            title: A
            number: 1
            date: 2024-01-02
            rubric: Umwelt
            ---
            [x](../../ratsarchiv/musterstadt/sitzungen/2024/1.md)
            """);
        const string Meeting = "ratsarchiv/musterstadt/sitzungen/2024/1.md(";
        Assert.Equal([Meeting + problem, Meeting + "7,55): CO006", Meeting + "8,64): LK007", Meeting + "10,5): LK001"], site.Findings);
    }

    [Fact]
    public void Meeting_of_an_unknown_committee_is_no_second_mistake_where_it_is_named()
    {
        var site = SiteFixture.Check("""
            -- ratsarchiv/musterstadt/kommune.yml --
            name: Musterstadt
            -- ratsarchiv/musterstadt/gremien.yml --
            - name: Rat
            -- ratsarchiv/musterstadt/sitzungen/2024/1.md --
            ---
            gremium: raat
            beginn: 28.02.2024
            ---
            -- ratsarchiv/musterstadt/vorlagen/2024/1.md --
            ---
            titel: A
            nummer: 1/2024
            zugang: öffentlich
            beratungen: [{gremium: rat, sitzung: ../../sitzungen/2024/1.md}]
            ---
            """);
        Assert.Equal(["ratsarchiv/musterstadt/sitzungen/2024/1.md(2,10): CO004"], site.Findings);
    }

    [Fact]
    public void What_is_withdrawn_needs_no_title()
    {
        var site = SiteFixture.Check("""
            -- mitteilungen/2024/1.md --
            ---
            nummer: 1
            datum: 02.01.2024
            rubrik: Umwelt
            zurückgezogen: {datum: 01.02.2024}
            ---
            -- ratsarchiv/musterstadt/kommune.yml --
            name: Musterstadt
            -- ratsarchiv/musterstadt/vorlagen/2024/1.md --
            ---
            nummer: 1/2024
            zugang: öffentlich
            zurückgezogen: {datum: 01.02.2024}
            ---
            """);
        Assert.Empty(site.Findings);
        Assert.True(site.Has("mitteilungen/2024/1/index.html"));
        Assert.True(site.Has("ratsarchiv/musterstadt/vorlagen/1-2024/index.html"));
    }
}
