using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Sealing;
using Fachinfo.Storage;

namespace Fachinfo.Tests.Council;

/// <summary>Papers, meetings, agenda items and files for members: in the members' area like the public ones, and nowhere else.</summary>
public class MembersCouncilTests
{
    private static readonly SiteSecret Secret = new([.. Enumerable.Range(5, 32).Select(i => (byte)i)]);

    private static readonly BuildOptions Sealing = new(SiteFixture.Today) { Secret = new BuildSecret(Secret, Secret.Fingerprint) };

    private static readonly MemberRoster Roster = new RosterChange(SiteFixture.Today, () => "00000000000000ab")
        .Add(MemberRoster.Empty with { Check = Secret.Check }, "musterdorf", "Gemeinde Musterdorf", ["members"]);

    private const string Content = """
        -- ratsarchiv/stadt/kommune.yml --
        name: Stadt Musterdorf
        kurzname: Musterdorf
        -- ratsarchiv/stadt/gremien.yml --
        - {name: Rat, art: rat}
        - {name: Bauausschuss}
        -- ratsarchiv/stadt/vorlagen/2024/offen.md --
        ---
        titel: Radweg am Bach
        nummer: 5/2024
        datum: 2024-02-01
        art: Antrag
        zugang: öffentlich
        beratungen: [{gremium: rat, datum: 2024-02-20, top: "1"}]
        dateien:
          - {datei: plan.txt, titel: Plan, zugang: öffentlich}
          - {datei: kosten.txt, titel: Kostenschätzung, zugang: mitglieder}
        ---
        -- ratsarchiv/stadt/vorlagen/2024/plan.txt --
        Offener Plan.
        -- ratsarchiv/stadt/vorlagen/2024/kosten.txt --
        Geheime Zahlen zum Brückenbau.
        -- ratsarchiv/stadt/vorlagen/2024/geheim.md --
        ---
        titel: Geheimer Ankauf einer Wiese
        nummer: 6/2024
        datum: 2024-02-02
        art: Beschlussvorlage
        zugang: mitglieder
        beratungen: [{gremium: rat, datum: 2024-02-20, top: "2", ergebnis: geheim beschlossen}]
        dateien: [{titel: Geheimer Vertrag, zugang: öffentlich, url: "https://ris.stadt.example/geheim"}]
        verwandt: [5/2024, Mitteilung 2/2024]
        ---
        Geheimer Wortlaut zum Grundstück, siehe [Radweg](offen.md).
        -- ratsarchiv/stadt/vorlagen/2024/verschlossen.md --
        ---
        titel: Verschlossene Sache
        nummer: 7/2024
        datum: 2024-02-03
        zugang: nichtöffentlich
        ---
        -- ratsarchiv/stadt/sitzungen/2024/rat.md --
        ---
        gremium: rat
        beginn: 20.02.2024 18:00
        tagesordnung:
          - {top: "1", titel: Radweg am Bach, zugang: öffentlich, vorlage: 5/2024}
          - {top: "2", titel: Geheimer Ankauf, zugang: mitglieder, vorlage: 6/2024}
          - {top: "3", titel: Verschlossenes Thema, zugang: nichtöffentlich}
        ---
        -- ratsarchiv/stadt/sitzungen/2024/bau.md --
        ---
        gremium: bauausschuss
        name: Geheime Begehung
        beginn: 13.02.2024 17:00
        zugang: mitglieder
        tagesordnung: [{top: "1", titel: Geheimer Rundgang, zugang: öffentlich}]
        ---
        -- mitteilungen/2024/2.md --
        ---
        title: Zum Ankauf von Wiesen
        number: 2
        date: 2024-02-10
        rubric: Umwelt
        access: members
        related: [6/2024]
        ---
        Text.

        """;

    private static readonly string WithRoster = Content + "-- mitglieder.yml --\n" + RosterText.Write(Roster);

    private static readonly SiteFixture Site = SiteFixture.Build(WithRoster, Sealing);

    private static ContentKey Key => Secret.KeyFor("members", Roster.PeriodOf("members"));

    private static string Open(string path) => SealOpener.OpenText(Key, path, Site.Bytes);

    [Fact]
    public void Paper_for_members_has_a_page_with_its_consultations_and_files()
    {
        var page = Open("/ratsarchiv/stadt/vorlagen/6-2024/");
        Assert.Contains("<h1>Geheimer Ankauf einer Wiese</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Geheimer Wortlaut", page, StringComparison.Ordinal);
        Assert.Contains("geheim beschlossen", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#/ratsarchiv/stadt/sitzungen/2024-02-20-rat/!top_2\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#/ratsarchiv/stadt/vorlagen/5-2024/\">Radweg</a>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#/mitteilungen/2024/2/\"", page, StringComparison.Ordinal);
        Assert.Contains("Geheimer Vertrag", Open("/ratsarchiv/stadt/dateien/6-2024-geheimer-vertrag/"), StringComparison.Ordinal);
        Assert.Contains("href=\"#/ratsarchiv/stadt/vorlagen/6-2024/\"", Open("/mitteilungen/2024/2/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Meeting_shows_members_its_three_parts_apart()
    {
        var page = Open("/ratsarchiv/stadt/sitzungen/2024-02-20-rat/");
        string[] inOrder = ["Öffentlicher Teil", "Radweg am Bach", "Teil für Mitglieder", "Geheimer Ankauf", "href=\"#/ratsarchiv/stadt/vorlagen/6-2024/\"", "Nichtöffentlicher Teil"];
        Assert.Equal(inOrder.Length, inOrder.Aggregate((Place: 0, Count: 0), (at, text) => page.IndexOf(text, at.Place, StringComparison.Ordinal) is var place and >= 0 ? (place, at.Count + 1) : at).Count);
        Assert.DoesNotContain("Verschlossenes", page, StringComparison.Ordinal);
        Assert.Contains("Geheimer Rundgang", Open("/ratsarchiv/stadt/sitzungen/2024-02-13-bauausschuss/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Public_paper_with_files_for_members_is_there_once_more_with_them()
    {
        var page = Open("/ratsarchiv/stadt/vorlagen/5-2024/");
        Assert.Contains("href=\"#/ratsarchiv/stadt/dateien/5-2024-kosten/\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/ratsarchiv/stadt/dateien/5-2024-plan/\"", page, StringComparison.Ordinal);
        Assert.Contains("Brückenbau", Open("/ratsarchiv/stadt/dateien/5-2024-kosten/"), StringComparison.Ordinal);
        const string Bytes = "/ratsarchiv/stadt/dateien/5-2024-kosten/kosten.txt";
        Assert.Equal("Geheime Zahlen zum Brückenbau.\n", SealOpener.OpenText(Key, Bytes, Site.Bytes));

        var open = Site["ratsarchiv/stadt/vorlagen/5-2024/index.html"];
        Assert.Contains("href=\"/mitglieder/#/ratsarchiv/stadt/vorlagen/5-2024/\"", open, StringComparison.Ordinal);
        Assert.DoesNotContain("osten", open, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_the_area_lead_there()
    {
        Assert.Contains("href=\"#/ratsarchiv/stadt/vorlagen/6-2024/\"", Open("/"), StringComparison.Ordinal);
        Assert.Contains("href=\"#/ratsarchiv/stadt/\"", Open("/ratsarchiv/"), StringComparison.Ordinal);
        Assert.Contains("Geheimer Ankauf einer Wiese", Open("/ratsarchiv/stadt/"), StringComparison.Ordinal);
        Assert.Contains("Geheime Begehung", Open("/ratsarchiv/stadt/gremien/bauausschuss/"), StringComparison.Ordinal);
        Assert.Contains("Geheime Begehung", Open("/ratsarchiv/stadt/2024/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_it_stands_in_public()
    {
        Assert.Empty(Site.Findings);
        Expect.Nothing(Site.Bytes.Where(file => Encoding.UTF8.GetString(file.Value) is var text && (text.Contains("Geheim", StringComparison.OrdinalIgnoreCase) || text.Contains("Verschlossen", StringComparison.Ordinal))).Select(file => file.Key));
        Assert.False(Site.Has("ratsarchiv/stadt/vorlagen/6-2024/index.html"));
        Assert.False(Site.Has("ratsarchiv/stadt/gremien/bauausschuss/sitzungen.ics"));
    }

    [Fact]
    public void Behind_the_gate_of_a_host_it_lies_in_clear_below_the_gate_only()
    {
        var site = SiteFixture.Build("-- site.yml --\ntitle: V\nbaseUrl: https://v.example\naccess: {protection: host, host: netlify}\n" + Content);
        Assert.Contains("Geheimer Wortlaut", site["mitglieder/ratsarchiv/stadt/vorlagen/6-2024/index.html"], StringComparison.Ordinal);
        Assert.Contains("href=\"/mitglieder/ratsarchiv/stadt/sitzungen/2024-02-20-rat/#top_2\"", site["mitglieder/ratsarchiv/stadt/vorlagen/6-2024/index.html"], StringComparison.Ordinal);
        Assert.Contains("Brückenbau", site["mitglieder/ratsarchiv/stadt/dateien/5-2024-kosten/kosten.txt"], StringComparison.Ordinal);
        Expect.Nothing(site.Bytes.Where(file => !file.Key.StartsWith("mitglieder/", StringComparison.Ordinal) && Encoding.UTF8.GetString(file.Value).Contains("Geheim", StringComparison.OrdinalIgnoreCase)).Select(file => file.Key));
    }

    [Theory]
    [InlineData("Geheimer Ankauf einer Wiese", "ratsarchiv/stadt/vorlagen/2024/geheim.md")]
    [InlineData("Geheimer Wortlaut zum Grundstück, siehe Radweg", "ratsarchiv/stadt/vorlagen/2024/geheim.md")]
    [InlineData("Der geheime Schlüssel zum alten Rathaus liegt im Schrank", "ratsarchiv/stadt/sitzungen/2024/bau.md")]
    public void Leak_into_a_public_page_fails_the_build(string text, string source)
    {
        var site = SiteFixture.Create(
            Content.Replace("Geheimer Rundgang", "Der geheime Schlüssel zum alten Rathaus liegt im Schrank", StringComparison.Ordinal)
            + $"-- theme/partials/contact.hbs --\n<p>{text}</p>\n-- seiten/a.md --\n---\ntitle: A\ncontact: {{name: Referat}}\n---\nText\n",
            new EmbeddedThemeInput());
        Assert.False(site.Rebuild().Succeeded);
        Assert.Equal(source, site.Only(Codes.LeakedText).Location.Path.Value);
    }

    [Fact]
    public void Public_notice_that_names_a_paper_for_members_is_an_error() => SiteFixture.Check(
        Content + "-- mitteilungen/2024/3.md --\n---\ntitle: Offen\nnumber: 3\ndate: 2024-02-11\nrubric: Umwelt\nrelated: [6/2024]\n---\nText.\n").Only(Codes.LinkToHidden);

    [Fact]
    public void Mistake_in_a_public_paper_is_reported_once() =>
        SiteFixture.Check(WithRoster.Replace("verwandt: [5/2024,", "verwandt: [4711/2024,", StringComparison.Ordinal).Replace("{gremium: rat, datum: 2024-02-20, top: \"1\"}", "{gremium: gibtsnicht, datum: 2024-02-20}", StringComparison.Ordinal), Sealing)
            .Only(Codes.UnknownOrganization);

    [Fact]
    public void Edit_of_a_paper_for_members_gives_the_bytes_of_a_build_from_nothing()
    {
        string Edited(string text) => text.Replace("Geheimer Wortlaut", "Anderer geheimer Wortlaut", StringComparison.Ordinal).Replace("Geheime Zahlen", "Andere Zahlen", StringComparison.Ordinal);
        var warm = SiteFixture.Create(WithRoster, new EmbeddedThemeInput());
        warm.Options = Sealing;
        warm.Rebuild();
        warm.Content.Write("ratsarchiv/stadt/vorlagen/2024/geheim.md", Encoding.UTF8.GetBytes(Edited(FileOf("vorlagen/2024/geheim.md"))));
        warm.Content.Write("ratsarchiv/stadt/vorlagen/2024/kosten.txt", Encoding.UTF8.GetBytes(Edited(FileOf("vorlagen/2024/kosten.txt"))));
        warm.Rebuild();
        ProjectFolder.AssertSame(SiteFixture.Build(Edited(WithRoster), Sealing).Bytes, warm.Bytes);
    }

    private static string FileOf(string path)
    {
        var start = Content.IndexOf("-- ratsarchiv/stadt/" + path + " --\n", StringComparison.Ordinal) + path.Length + "-- ratsarchiv/stadt/ --\n".Length;
        return Content[start..Content.IndexOf("\n-- ", start, StringComparison.Ordinal)] + "\n";
    }
}
