using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model.Council;
using Fachinfo.Reading.Council;

namespace Fachinfo.Tests.Council;

public class CouncilReaderTests
{
    [Theory]
    [InlineData("19.10.2017 18:00", "19.10.2017 17:00", true)]
    [InlineData("19.10.2017 18:00", "18.10.2017", true)]
    [InlineData("19.10.2017 18:00", "19.10.2017", false)]
    [InlineData("19.10.2017", "19.10.2017", false)]
    public void Meeting_that_ends_before_it_begins_is_a_warning(string start, string end, bool isWarned)
    {
        var findings = MeetingReader.Read(new("ratsarchiv/m/sitzungen/2017/1.md"), Encoding.UTF8.GetBytes($"---\ngremium: rat\nbeginn: {start}\nende: {end}\n---\n")).Findings;
        Assert.Equal(isWarned ? [$"Das Ende ({end}) liegt vor dem Beginn ({start}). Berichtigen Sie eines von beiden."] : [], findings.Select(finding => finding.Message));
    }

    [Theory]
    [InlineData("kommune.yml", "ags: \"05358024\"", "Stadt Jülich")]
    [InlineData("gremien.yml", "- art: rat", "Ausschuss für Kultur und Wirtschaftsförderung")]
    [InlineData("personen.yml", "- anrede: Frau", "Erika Muster")]
    public void Missing_name_is_explained_by_one_of_its_kind(string file, string text, string example) =>
        Assert.EndsWith("zum Beispiel: name: " + example, SiteFixture.Check($"-- ratsarchiv/m/{file} --\n{text}\n").Only(Codes.RequiredMissing).Message, StringComparison.Ordinal);

    [Fact]
    public void Periods_and_addresses_of_organizations_and_persons_are_checked()
    {
        var site = SiteFixture.Check("""
            -- ratsarchiv/m/kommune.yml --
            name: M
            wahlperioden: [{name: 9, von: 01.06.2014, bis: 31.10.2004}]
            -- ratsarchiv/m/gremien.yml --
            - {name: Rat, internetseite: www.stadt.example, von: 01.06.2014, bis: 31.10.2004}
            -- ratsarchiv/m/personen.yml --
            - name: Erika Muster
              mitgliedschaften: [{gremium: rat, von: 01.06.2014, bis: 31.10.2004}]
            """);
        Assert.Equal(
            ["ratsarchiv/m/gremien.yml(1,30): FM017", "ratsarchiv/m/gremien.yml(1,71): CO017", "ratsarchiv/m/kommune.yml(2,48): CO017", "ratsarchiv/m/personen.yml(2,59): CO017"],
            site.Findings);
    }

    private const string CompletePaper = """
        ---
        titel: Werkstatt für Engagement
        nummer: 325/2017
        art: Mitteilung
        datum: 04.10.2017
        amt: Amt 12
        az: [13.0.70, "13.0.71"]
        zugang: öffentlich
        federführung: hauptamt
        urheber: [buergerliste]
        beratungen:
          - {gremium: kultur, datum: 19.10.2017, sitzung: 2017-10-19-kultur, top: "5", rolle: Kenntnisnahme, ergebnis: zur Kenntnis genommen, maßgeblich: ja, id: c1, erstellt: 05.10.2017, geändert: 06.10.2017 10:00}
          - {gremium: rat}
        dateien:
          - {datei: a.pdf, titel: Mitteilung, zugang: öffentlich, rolle: hauptdatei, datum: 04.10.2017, lizenz: CC BY 4.0, textdatei: b.inhalt.txt, id: f1, erstellt: 2017-10-04T07:12:00Z, geändert: "2017-10-05T14:30:01"}
          - {url: "https://ris.stadt.example/1", dateiname: x.pdf, mimetyp: application/pdf, größe: 92160, zugang: mitglieder, zurückgezogen: {datum: 01.05.2024, grund: Namen}}
        verwandt: [326/2017, Mitteilung 145/2024]
        aliase: [/alt/4711]
        zurückgezogen: {datum: 02.05.2024}
        id: https://ris.stadt.example/oparl/paper/4711
        erstellt: 2017-10-04 09:12
        geändert: 05.10.2017 14:30 Uhr
        ---
        Ein [Verweis](b.md).

        ## Abschnitt
        """;

    private const string CompleteMeeting = """
        ---
        name: 17. Sitzung
        gremium: [kultur, rat]
        beginn: 19.10.2017 18:00
        ende: 19.10.2017 20:15
        ort: {beschreibung: Rathaus, raum: Saal, straße: Markt 1, plz: "52428", gemeinde: Jülich}
        abgesagt: ja
        zugang: mitglieder
        tagesordnung:
          - {top: "1", titel: Fragestunde, zugang: öffentlich, vorlage: 325/2017, ergebnis: vertagt, beschluss: Der Rat vertagt., dateien: [{datei: p.pdf, zugang: öffentlich}], id: a1}
          - {titel: Grundstück, zugang: nichtöffentlich, anriss: titel}
        dateien: [{datei: n.pdf, rolle: niederschrift, zugang: öffentlich}]
        aliase: [/alt/sitzung]
        zurückgezogen: {datum: 01.05.2024, grund: Namen}
        id: m1
        erstellt: 2017-10-04
        ---
        Hinweis.
        """;

    [Fact]
    public void Paper_is_read_with_all_its_fields()
    {
        var parsed = ReadPaper(CompletePaper);
        Assert.Empty(parsed.Findings);
        var paper = parsed.Data!;
        Assert.Equal("juelich", paper.Body);
        Assert.Equal("325/2017", paper.Reference!.Value.Value);
        Assert.Equal(Visibility.Public, paper.Visibility.Value);
        Assert.Equal(new DateTime(2017, 10, 5, 14, 30, 0, DateTimeKind.Unspecified), paper.Record.Modified);
        Assert.Equal(2, paper.Consultations.Length);
        Assert.True(paper.Consultations[0].IsAuthoritative);
        Assert.Equal(FileRole.Main, paper.Files[0].Role);
        Assert.Equal(new DateTime(2017, 10, 4, 9, 12, 0, DateTimeKind.Unspecified), paper.Files[0].Record.Created); // 07:12 UTC is 09:12 in summer.
        Assert.Equal(Visibility.Members, paper.Files[1].Visibility.Value);
        Assert.Equal(92160, paper.Files[1].SizeInBytes);
        Assert.True(paper.Text.HasText);
    }

    [Fact]
    public void Meeting_is_read_with_all_its_fields()
    {
        var parsed = ReadMeeting(CompleteMeeting);
        Assert.Empty(parsed.Findings);
        var meeting = parsed.Data!;
        Assert.Equal(["kultur", "rat"], meeting.Organizations.Select(one => one.Value));
        Assert.Equal(new DateTime(2017, 10, 19, 18, 0, 0, DateTimeKind.Unspecified), meeting.Start.Value);
        Assert.Equal("Jülich", meeting.Place.Locality);
        Assert.Equal(Visibility.Members, meeting.Visibility);
        Assert.True(meeting.Agenda[1].TeasesTitle);
        Assert.Equal(FileRole.ResultsProtocol, meeting.Files[0].Role);
    }

    [Fact]
    public void Place_may_be_a_plain_text() => Assert.Equal(
        "Rathaus",
        ReadMeeting("---\ngremium: rat\nbeginn: 19.10.2017\nort: Rathaus\n---\n").Data!.Place.Description);

    /// <summary>A field that the binary form forgets would be empty in warm builds only.</summary>
    [Fact]
    public void Cached_paper_is_the_same()
    {
        var parsed = ReadPaper(CompletePaper);
        var restored = Stored.Back(PaperFormat.Instance, parsed);
        Assert.Equal(Stored.Bytes(PaperFormat.Instance, parsed), Stored.Bytes(PaperFormat.Instance, restored));
        Assert.Equivalent(parsed.Data, restored.Data, strict: true);
    }

    [Fact]
    public void Cached_meeting_is_the_same()
    {
        var parsed = ReadMeeting(CompleteMeeting);
        Assert.Equivalent(parsed.Data, Stored.Back(MeetingFormat.Instance, parsed).Data, strict: true);
    }

    [Theory]
    [InlineData("titel: A\nnummer: 1\n", "CO001")]
    [InlineData("titel: A\nzugang: öffentlich\n", "FM011")]
    [InlineData("titel: A\nnummer: 1\nzugang: geheim\n", "FM015")]
    [InlineData("titel: A\nnummer: 1\nzugang: öffentlich\ndateien: [a.pdf]\n", "CO001")]
    public void Missing_or_unknown_visibility_and_number_are_errors(string frontMatter, string code) =>
        Assert.Equal([code], ReadPaper($"---\n{frontMatter}---\n").Findings.Select(finding => finding.Code));

    [Fact]
    public void Unknown_visibility_counts_as_not_public() =>
        Assert.Equal(Visibility.Nonpublic, ReadPaper("---\ntitel: A\nnummer: 1\nzugang: geheim\n---\n").Data!.Visibility.Value);

    [Fact]
    public void Extracted_text_becomes_paragraphs()
    {
        var parsed = CouncilTextReader.Read(new SourcePath("ratsarchiv/juelich/a.pdf.inhalt.txt"), "Größe <b>\nzwei\n\nDrei\fVier\u0001"u8.ToArray());
        Assert.Equal("<p>Größe &lt;b&gt;<br>\nzwei</p>\n<p>Drei</p>\n<p>Vier</p>\n", Encoding.UTF8.GetString(parsed.Body.Span));
    }

    [Fact]
    public void Body_organizations_and_persons_are_read()
    {
        var body = BodyReader.Read(new SourcePath("ratsarchiv/juelich/kommune.yml"), "name: Stadt Jülich\nags: \"05358024\"\neingefroren: ja\nwahlperioden: [{name: 9. Wahlperiode, von: 01.06.2014}]\n"u8.ToArray()).Data!;
        Assert.Equal("juelich", body.Folder);
        Assert.True(body.IsFrozen);
        Assert.Equal("9. Wahlperiode", Assert.Single(body.LegislativeTerms).Name);
        var organizations = OrganizationsReader.Read(new SourcePath("ratsarchiv/juelich/gremien.yml"), "- {name: Rat der Stadt, kurzname: Rat, art: rat}\n- name: Ausschuss für Kultur\n"u8.ToArray()).Data!.Organizations;
        Assert.Equal(["rat", "ausschuss-fuer-kultur"], organizations.Select(one => one.Slug));
        Assert.Equal(["council", "committee"], organizations.Select(one => one.Type));
        var persons = OrganizationsReader.ReadPersons(new SourcePath("ratsarchiv/juelich/personen.yml"), "- {name: Erika Muster, mitgliedschaften: [{gremium: rat, stimmrecht: nein}, kultur]}\n"u8.ToArray()).Data!.Persons;
        Assert.Equal([false, null], Assert.Single(persons).Memberships.Select(one => one.HasVote));
    }

    [Theory]
    [InlineData("2017-03-26T01:59:59", "+01:00")]
    [InlineData("2017-03-26T03:00:00", "+02:00")]
    [InlineData("2017-10-29T02:59:59", "+02:00")]
    [InlineData("2017-10-29T03:00:00", "+01:00")]
    [InlineData("1985-10-15T12:00:00", "+01:00")]
    [InlineData("1975-07-15T12:00:00", "+01:00")]
    public void German_time_knows_its_offset(string local, string offset)
    {
        var time = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(local + offset, Model.GermanTime.WithOffset(time).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(time, Model.GermanTime.ToLocal(Model.GermanTime.WithOffset(time)));
    }

    private static Parsed<PaperContent> ReadPaper(string text) => PaperReader.Read(new SourcePath("ratsarchiv/juelich/vorlagen/2017/a.md"), Encoding.UTF8.GetBytes(text));

    private static Parsed<MeetingContent> ReadMeeting(string text) => MeetingReader.Read(new SourcePath("ratsarchiv/juelich/sitzungen/2017/a.md"), Encoding.UTF8.GetBytes(text));
}
