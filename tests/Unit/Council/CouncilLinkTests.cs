using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Tests.Council;

/// <summary>What belongs together is joined, from whichever side it is named.</summary>
public class CouncilLinkTests
{
    private const string Base = """
        -- ratsarchiv/juelich/kommune.yml --
        name: Stadt Jülich
        kurzname: Jülich
        -- ratsarchiv/juelich/gremien.yml --
        - {name: Rat der Stadt, kurzname: Rat, art: rat, id: "https://ris.example/org/1"}
        - {name: Ausschuss für Kultur, adressteil: kultur}

        """;

    private const string Meeting = """
        -- ratsarchiv/juelich/sitzungen/2017/a.md --
        ---
        gremium: kultur
        beginn: 19.10.2017 18:00
        tagesordnung:
          - {top: "1", titel: Fragestunde, zugang: öffentlich}
          - {top: "5", titel: Werkstatt, zugang: öffentlich, ergebnis: zur Kenntnis genommen}
          - {top: "6", titel: Grundstück A, zugang: nichtöffentlich, anriss: titel}
          - {top: "7", titel: Geheim, zugang: nichtöffentlich}
        ---

        """;

    [Fact]
    public void Former_addresses_of_papers_meetings_and_tombstones_lead_on()
    {
        var site = SiteFixture.Check("""
            -- ratsarchiv/stadt/kommune.yml --
            name: Stadt
            -- ratsarchiv/stadt/gremien.yml --
            - name: Rat
            -- ratsarchiv/stadt/vorlagen/a.md --
            ---
            titel: A
            nummer: 1/2024
            zugang: öffentlich
            aliase: [/alt/vorlage/1]
            ---
            -- ratsarchiv/stadt/vorlagen/b.md --
            ---
            titel: B
            nummer: 2/2024
            zugang: öffentlich
            aliase: [/alt/vorlage/2]
            zurückgezogen: {datum: 2024-02-01}
            ---
            -- ratsarchiv/stadt/vorlagen/c.md --
            ---
            titel: C
            nummer: 3/2024
            zugang: mitglieder
            aliase: [/alt/vorlage/3]
            ---
            -- ratsarchiv/stadt/sitzungen/a.md --
            ---
            gremium: rat
            beginn: 2024-02-01
            aliase: [/alt/sitzung/1]
            ---

            """);
        Assert.Contains("/ratsarchiv/stadt/vorlagen/1-2024/", site["alt/vorlage/1/index.html"], StringComparison.Ordinal);
        Assert.Contains("/ratsarchiv/stadt/vorlagen/2-2024/", site["alt/vorlage/2/index.html"], StringComparison.Ordinal);
        Assert.Contains("/ratsarchiv/stadt/sitzungen/2024-02-01-rat/", site["alt/sitzung/1/index.html"], StringComparison.Ordinal);
        Assert.Contains("/alt/vorlage/1/", site["_redirects"], StringComparison.Ordinal);
        Assert.False(site.Has("alt/vorlage/3/index.html"));
    }

    [Fact]
    public void Consultation_finds_meeting_and_agenda_item_by_committee_day_and_number()
    {
        var body = Link(Meeting + Paper("325/2017", "beratungen: [{gremium: kultur, datum: 19.10.2017, top: \"5\", rolle: Kenntnisnahme}]\n"));
        var consultation = Assert.Single(Assert.Single(body.Papers).Consultations);
        Assert.Equal("2017-10-19-kultur", consultation.Meeting!.Slug);
        Assert.Equal("zur Kenntnis genommen", consultation.Result);
        Assert.Same(consultation, consultation.Item!.Consultation);
        Assert.Equal("325-2017-kultur-2017-10-19", consultation.Key);
    }

    [Fact]
    public void Agenda_item_that_names_a_paper_becomes_a_consultation()
    {
        var body = Link(Meeting.Replace("ergebnis:", "vorlage: 325/2017, ergebnis:", StringComparison.Ordinal) + Paper("325/2017", ""));
        var consultation = Assert.Single(Assert.Single(body.Papers).Consultations);
        Assert.Equal("5", consultation.AgendaNumber);
        Assert.Equal("/ratsarchiv/juelich/vorlagen/325-2017/", consultation.Item!.Paper!.Route.Path);
    }

    [Fact]
    public void Closed_part_shows_only_titles_that_may_stand_there()
    {
        var meeting = Assert.Single(Link(Meeting).Meetings);
        Assert.Equal(["Fragestunde", "Werkstatt"], meeting.Agenda.Select(item => item.Entry.Title.Value));
        Assert.Equal([new ClosedItem("6", "Grundstück A")], meeting.ClosedItems);
        Assert.True(meeting.HasClosedPart);
    }

    [Fact]
    public void Number_that_occurs_in_the_closed_part_too_joins_nothing()
    {
        var body = Link(Meeting.Replace("top: \"6\"", "top: \"5\"", StringComparison.Ordinal) + Paper("325/2017", "beratungen: [{gremium: kultur, datum: 19.10.2017, top: \"5\"}]\n"));
        Assert.Null(Assert.Single(Assert.Single(body.Papers).Consultations).Item);
    }

    [Theory]
    [InlineData("9", "", "einen solchen Punkt gibt es nicht, nur 1, 5.")]
    [InlineData("1", "vorlage: 325/2017, ergebnis:", "sie steht dort unter „5“.")]
    [InlineData("5", "vorlage: 326/2017, ergebnis:", "der Punkt nennt die Vorlage „326/2017“.")]
    public void Number_that_the_agenda_does_not_have_for_a_paper_is_told(string number, string item, string problem)
    {
        var meeting = item.Length == 0 ? Meeting : Meeting.Replace("ergebnis:", item, StringComparison.Ordinal);
        var finding = SiteFixture.Check(Base + meeting + Paper("326/2017", "", "b") + Paper("325/2017", $"beratungen:\n  - {{gremium: kultur, datum: 19.10.2017, top: \"{number}\"}}\n")).Only(Codes.AgendaItemDiffers);
        Assert.EndsWith("a.md(6,47)", SiteFixture.Show(finding).Split(':')[0], StringComparison.Ordinal);
        Assert.Contains(problem, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6", "", "")] // In the closed part.
    [InlineData("9", "top: \"7\", ", "")] // The closed part does not say.
    [InlineData("5", "", "")]
    public void Number_that_the_agenda_may_have_is_not_told(string number, string from, string to)
    {
        var meeting = from.Length == 0 ? Meeting : Meeting.Replace(from, to, StringComparison.Ordinal);
        Assert.Empty(SiteFixture.Check(Base + meeting + Paper("325/2017", $"beratungen: [{{gremium: kultur, datum: 19.10.2017, top: \"{number}\"}}]\n")).Findings);
    }

    [Fact]
    public void Number_in_an_agenda_that_is_not_in_the_archive_is_not_told() => Assert.Empty(SiteFixture.Check(
        Base + Meeting[..Meeting.IndexOf("tagesordnung", StringComparison.Ordinal)] + "---\n" + Paper("325/2017", "beratungen: [{gremium: kultur, datum: 19.10.2017, top: \"9\"}]\n")).Findings);

    [Fact]
    public void Papers_may_share_an_agenda_item() => Assert.Empty(SiteFixture.Check(Base + Meeting
        + Paper("325/2017", "beratungen: [{gremium: kultur, datum: 19.10.2017, top: \"5\"}]\n")
        + Paper("326/2017", "beratungen: [{gremium: kultur, datum: 19.10.2017, top: \"5\"}]\n", "b")).Findings);

    [Theory]
    [InlineData("325/2017", "325-2017")]
    [InlineData("Vorlage 1061 /IX.L.", "vorlage-1061-ix-l")]
    [InlineData("WP7-813/2007 2. Ergänzung", "wp7-813-2007-2-ergaenzung")]
    [InlineData("20132349", "20132349")]
    public void Reference_becomes_the_address(string reference, string slug) => Assert.Equal(slug, Assert.Single(Link(Paper(reference, "")).Papers).Slug);

    [Fact]
    public void Paper_without_reference_has_the_end_of_its_id_as_address() =>
        Assert.Equal("4711", Assert.Single(Link("-- ratsarchiv/juelich/vorlagen/2017/x.md --\n---\ntitel: A\nid: https://ris.example/paper/4711/\nzugang: public\n---\n").Papers).Slug);

    [Fact]
    public void Record_id_tells_papers_apart_that_slug_alike()
    {
        var body = Link(Paper("325/2017", "id: https://ris.example/paper/8\n") + Paper("325-2017", "id: https://ris.example/paper/9\ndatum: 01.02.2017\n", "b"));
        Assert.Equal(["325-2017", "325-2017-8"], body.Papers.Select(paper => paper.Slug).Order(StringComparer.Ordinal)); // The one with a date is the older one.
    }

    [Fact]
    public void Hidden_paper_takes_no_address_away()
    {
        var body = Link(Paper("325/2017", "id: a1\n").Replace("zugang: public", "zugang: members", StringComparison.Ordinal) + Paper("325-2017", "id: a2\n", "b"));
        Assert.Equal("325-2017", Assert.Single(body.Papers).Slug);
    }

    [Fact]
    public void File_address_is_that_of_its_paper_and_its_name()
    {
        var body = Link(
            Paper("325/2017", "dateien:\n  - {datei: 325-2017.pdf, zugang: public}\n  - {datei: a/Anlage 1.pdf, zugang: public}\n  - {datei: b/Anlage 1.pdf, zugang: public}\n  - {url: \"https://ris.example/x\", titel: Plan, zugang: public}\n")
            + "-- ratsarchiv/juelich/vorlagen/2017/325-2017.pdf --\nx\n-- ratsarchiv/juelich/vorlagen/2017/a/Anlage 1.pdf --\nx\n-- ratsarchiv/juelich/vorlagen/2017/b/Anlage 1.pdf --\nx\n"
            + "-- ratsarchiv/juelich/vorlagen/2017/325-2017.pdf.inhalt.txt --\nText\n");
        var files = Assert.Single(body.Papers).Files;
        Assert.Equal(["325-2017", "325-2017-anlage-1", "325-2017-anlage-1-2", "325-2017-plan"], files.Select(file => file.Slug));
        Assert.Equal("/ratsarchiv/juelich/dateien/325-2017/325-2017.pdf", files[0].File!.Route.Path);
        Assert.False(files[0].Text.IsEmpty);
        Assert.True(files[1].Text.IsEmpty);
    }

    [Fact]
    public void Second_meeting_of_a_day_gets_a_number()
    {
        var body = Link(Meeting + Meeting.Replace("a.md", "b.md", StringComparison.Ordinal).Replace("18:00", "20:00", StringComparison.Ordinal));
        Assert.Equal(["2017-10-19-kultur-2", "2017-10-19-kultur"], body.Meetings.Select(meeting => meeting.Slug));
    }

    [Theory]
    [InlineData("verwandt: [Vorlage 325/2017 (juelich)]", "")]
    [InlineData("verwandt: [../../ratsarchiv/juelich/vorlagen/2017/a.md]", "")]
    [InlineData("", "verwandt: [Mitteilung 1/2024]\n")]
    [InlineData("", "verwandt: [../../../../mitteilungen/2024/1.md]\n")]
    public void Notice_and_paper_find_each_other_whoever_names_the_other(string inNotice, string inPaper)
    {
        var site = LinkSite($"-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n{inNotice}\n---\nText\n" + Paper("325/2017", inPaper));
        var paper = Assert.Single(Assert.Single(site.Council.Bodies).Papers);
        Assert.Equal(["mitteilungen/2024/1.md"], paper.RelatedNotices.Select(source => source.Value));
        Assert.Same(paper, Assert.Single(site.Council.PapersOf(new Diagnostics.SourcePath("mitteilungen/2024/1.md"))));
    }

    [Fact]
    public void Withdrawn_paper_leaves_a_tombstone_only()
    {
        var body = Link(Paper("325/2017", "zurückgezogen: {datum: 01.05.2024, grund: Namen}\n") + Paper("1/2018", "verwandt: [325/2017]\n", "b"));
        Assert.Equal("1-2018", Assert.Single(body.Papers).Slug);
        Assert.Empty(body.Papers[0].Related);
        Assert.Equal((CouncilKind.Paper, "325/2017"), (Assert.Single(body.Tombstones).Kind, body.Tombstones[0].Reference));
    }

    private static string Paper(string reference, string lines, string name = "a") =>
        $"-- ratsarchiv/juelich/vorlagen/2017/{name}.md --\n---\ntitel: Titel {name}\nnummer: {reference}\nzugang: public\n{lines}---\n";

    private static Body Link(string files) => Assert.Single(LinkSite(files).Council.Bodies);

    private static PublicSite LinkSite(string files)
    {
        var site = SiteFixture.Create(Base + files, PlainTheme.Input());
        PublicSite? found = null;
        var definition = SiteFixture.Definition;
        var spy = definition with
        {
            Plan = linked =>
            {
                found = linked.PublicSite;
                return definition.Plan(linked);
            },
        };
        var result = new Engine<LinkedSite>(spy, new CombinedInput(site.Content, site.Theme), new MemoryCache(), new MemoryOutput()).Build(new BuildOptions(SiteFixture.Today));
        Assert.True(result.Succeeded, string.Join('\n', result.Findings.Select(finding => $"{SiteFixture.Show(finding)} {finding.Message}")));
        return found!;
    }
}
