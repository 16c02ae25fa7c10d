using System.Text;
using Fachinfo.Storage;

namespace Fachinfo.Tests.Council;

/// <summary>After an edit anywhere in the archive a warm build writes what a cold one does: names stand on many pages and in many feeds.</summary>
public class WarmCouncilTests
{
    private const string Body = "ratsarchiv/juelich/";
    private const string Meeting = Body + "sitzungen/2017/a.md";
    private const string Paper = Body + "vorlagen/2017/a.md";
    private const string OtherPaper = Body + "vorlagen/2017/b.md";

    private const string Site = $$"""
        -- site.yml --
        title: Verband
        baseUrl: https://verband.example
        oparl: ja
        -- aktenplan.yml --
        "13.0": Kultur
        -- {{Body}}kommune.yml --
        name: Stadt Jülich
        kurzname: Jülich
        lizenz: https://www.govdata.de/dl-de/zero-2-0
        wahlperioden: [{name: 9. Wahlperiode, von: 01.06.2014, bis: 31.10.2020}]
        -- {{Body}}gremien.yml --
        - {name: Rat der Stadt, kurzname: Rat, adressteil: rat, art: rat}
        - {name: Ausschuss für Kultur, kurzname: Kulturausschuss, adressteil: kultur, beschreibung: Berät.}
        -- {{Body}}personen.yml --
        - {name: Erika Muster, mitgliedschaften: [{gremium: rat}, {gremium: kultur, rolle: Vorsitz}]}
        -- {{Meeting}} --
        ---
        gremium: kultur
        beginn: 19.10.2017 18:00
        ende: 19.10.2017 20:00
        ort: Rathaus
        tagesordnung:
          - {top: "1", titel: Fragestunde, zugang: öffentlich}
          - {top: "5", titel: Werkstatt im Ausschuss, zugang: öffentlich, vorlage: 325/2017, ergebnis: vertagt, dateien: [{datei: folien.txt, titel: Folien, zugang: öffentlich}]}
          - {top: "6", titel: Anfrage im Ausschuss, zugang: öffentlich, vorlage: 326/2017, ergebnis: erledigt}
        dateien: [{url: "https://ris.example/2", titel: Niederschrift, rolle: niederschrift, zugang: öffentlich}]
        ---
        Text der Sitzung.
        -- {{Body}}sitzungen/2017/folien.txt --
        Folien
        -- {{Paper}} --
        ---
        titel: Werkstatt
        nummer: 325/2017
        datum: 04.10.2017
        art: Mitteilung
        zugang: öffentlich
        az: 13.0.70
        federführung: rat
        beratungen: [{gremium: kultur, datum: 19.10.2017, top: "5", rolle: Kenntnisnahme}]
        dateien: [{datei: a.txt, titel: Anlage, zugang: öffentlich}]
        verwandt: [326/2017]
        ---
        Text, siehe [Mitteilung](../../../../mitteilungen/2024/1.md).
        -- {{Body}}vorlagen/2017/a.txt --
        Bytes
        -- {{OtherPaper}} --
        ---
        titel: Anfrage
        nummer: 326/2017
        zugang: öffentlich
        dateien: [{datei: a.txt, titel: Dieselbe Anlage, zugang: öffentlich}]
        ---
        -- mitteilungen/2024/1.md --
        ---
        titel: Erste
        nummer: 1
        datum: 2024-01-02
        rubrik: Umwelt
        verwandt: [Vorlage 325/2017 (juelich)]
        ---
        Text zur Vorlage.
        """;

    [Theory]
    [InlineData("aktenplan.yml", "Kultur", "Kultur und Kunst")]
    [InlineData(Body + "kommune.yml", "Stadt Jülich", "Stadt Jülich am Rhein")]
    [InlineData(Body + "kommune.yml", "kurzname: Jülich", "kurzname: Jü")]
    [InlineData(Body + "kommune.yml", "zero-2-0", "by-2-0")]
    [InlineData(Body + "kommune.yml", "9. Wahlperiode", "IX. Wahlperiode")]
    [InlineData(Body + "kommune.yml", "lizenz:", "eingefroren: ja\naktualisiert: 01.02.2018\nlizenz:")]
    [InlineData(Body + "gremien.yml", "Ausschuss für Kultur,", "Ausschuss für Kultur und Kunst,")]
    [InlineData(Body + "gremien.yml", "kurzname: Kulturausschuss", "kurzname: KA")]
    [InlineData(Body + "gremien.yml", "adressteil: kultur", "adressteil: kultur, bis: 31.12.2020")]
    [InlineData(Body + "gremien.yml", "Rat der Stadt", "Rat der Gemeinde")]
    [InlineData(Body + "gremien.yml", "art: rat", "art: beirat")]
    [InlineData(Body + "personen.yml", "Erika", "Erik")]
    [InlineData(Meeting, "19.10.2017 18:00", "19.10.2017 17:00")]
    [InlineData(Meeting, "ort: Rathaus", "ort: Schule")]
    [InlineData(Meeting, "top: \"5\"", "top: \"5.1\"")]
    [InlineData(Meeting, "top: \"6\"", "top: \"7\"")]
    [InlineData(Meeting, "Werkstatt im Ausschuss", "Werkstatt, vertagt")]
    [InlineData(Meeting, "ergebnis: vertagt", "ergebnis: beschlossen")]
    [InlineData(Meeting, "ergebnis: erledigt", "ergebnis: offen")]
    [InlineData(Meeting, "titel: Folien", "titel: Folien der Verwaltung")]
    [InlineData(Meeting, "ort: Rathaus", "ort: Rathaus\nname: Sondersitzung")]
    [InlineData(Meeting, "ort: Rathaus", "abgesagt: ja")]
    [InlineData(Body + "sitzungen/2017/folien.txt", "Folien", "Andere Folien, und mehr davon")]
    [InlineData(Paper, "titel: Werkstatt", "titel: Werkstatt für alle")]
    [InlineData(Paper, "art: Mitteilung", "art: Vorlage")]
    [InlineData(Paper, "datum: 04.10.2017", "datum: 05.10.2016")]
    [InlineData(Paper, "rolle: Kenntnisnahme", "rolle: Entscheidung")]
    [InlineData(Paper, "titel: Anlage", "titel: Bogen")]
    [InlineData(Paper, "az: 13.0.70", "az: 14.1")]
    [InlineData(Paper, "verwandt: [326/2017]\n", "")]
    [InlineData(Paper, "federführung: rat", "urheber: rat")]
    [InlineData(OtherPaper, "titel: Anfrage", "titel: Große Anfrage")]
    [InlineData(OtherPaper, "zugang: öffentlich\nd", "zugang: öffentlich\nzurückgezogen: 01.02.2024\nd")]
    [InlineData(Body + "vorlagen/2017/a.txt", "Bytes", "Mehr Bytes als vorher")]
    [InlineData("mitteilungen/2024/1.md", "titel: Erste", "titel: Allererste")]
    [InlineData("mitteilungen/2024/1.md", "verwandt: [Vorlage 325/2017 (juelich)]\n", "")]
    public void One_edit(string path, string from, string to)
    {
        var before = SiteFixture.Files(Site).Single(file => file.Path == path).Text;
        Assert.Contains(from, before, StringComparison.Ordinal);
        var warm = SiteFixture.Build(Site);
        Assert.Empty(warm.Findings);
        Edit(warm);
        warm.Rebuild();
        var cold = SiteFixture.Create(Site, new EmbeddedThemeInput());
        Edit(cold);
        cold.Rebuild();
        Assert.Equal(cold.Findings, warm.Findings);
        Assert.Equal(cold.Outputs, warm.Outputs);
        Expect.Nothing(cold.Outputs.Where(output => !warm.Bytes[output].AsSpan().SequenceEqual(cold.Bytes[output])).Select(output => $"{output} is stale"));

        void Edit(SiteFixture site) => site.Content.Write(path, Encoding.UTF8.GetBytes(before.Replace(from, to, StringComparison.Ordinal)));
    }
}
