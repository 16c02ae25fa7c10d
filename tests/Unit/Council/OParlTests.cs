using System.Globalization;
using System.Text;
using System.Text.Json;
using Fachinfo.Commands;
using Fachinfo.Execution;
using Fachinfo.Model.Council;

namespace Fachinfo.Tests.Council;

/// <summary>The archive as an OParl 1.1 server of plain files.</summary>
public class OParlTests
{
    private const string Site = """
        -- site.yml --
        title: Verband
        baseUrl: https://verband.example
        oparl: ja
        -- ratsarchiv/juelich/kommune.yml --
        name: Stadt Jülich & Umland
        kurzname: Jülich
        lizenz: https://www.govdata.de/dl-de/zero-2-0
        wahlperioden: [{name: 9. Wahlperiode, von: 01.06.2014, bis: 31.10.2020}]
        -- ratsarchiv/juelich/gremien.yml --
        - {name: Rat, art: rat}
        - {name: Ausschuss für Kultur, adressteil: kultur}
        -- ratsarchiv/juelich/personen.yml --
        - {name: Erika Muster, mitgliedschaften: [{gremium: rat, stimmrecht: ja}, {gremium: kultur, rolle: Vorsitz}]}
        -- ratsarchiv/juelich/sitzungen/2017/a.md --
        ---
        gremium: kultur
        beginn: 19.10.2017 18:00
        ende: 19.10.2017 20:00
        ort: Rathaus
        tagesordnung:
          - {top: "1", titel: Fragestunde, zugang: öffentlich}
          - {top: "5", titel: Werkstatt, zugang: öffentlich, vorlage: 325/2017, ergebnis: vertagt, dateien: [{url: "https://ris.example/1", titel: Folien, zugang: public}]}
          - {top: "6", titel: Geheim, zugang: nichtöffentlich}
        dateien: [{url: "https://ris.example/2", titel: Niederschrift, rolle: niederschrift, zugang: public}]
        ---
        -- ratsarchiv/juelich/vorlagen/2017/a.md --
        ---
        titel: Werkstatt
        nummer: 325/2017
        datum: 04.10.2017
        zugang: öffentlich
        az: 13.0.70
        federführung: rat
        beratungen: [{gremium: kultur, datum: 19.10.2017, top: "5", rolle: Kenntnisnahme, maßgeblich: ja}]
        dateien:
          - {datei: a.pdf, titel: Mitteilung, rolle: hauptdatei, zugang: öffentlich, erstellt: 04.10.2017 09:00, geändert: 05.10.2017 10:00}
          - {url: "https://ris.example/3", titel: Anlage, zugang: öffentlich, mimetyp: application/pdf, größe: 10}
          - {titel: Geheime Anlage, zugang: mitglieder}
        verwandt: [326/2017]
        ---
        -- ratsarchiv/juelich/vorlagen/2017/a.pdf --
        Bytes
        -- ratsarchiv/juelich/vorlagen/2017/b.md --
        ---
        titel: Noch eine
        nummer: 326/2017
        zugang: öffentlich
        ---
        -- ratsarchiv/juelich/vorlagen/2017/c.md --
        ---
        titel: Zurückgezogene Vorlage
        nummer: 327/2017
        zugang: öffentlich
        zurückgezogen: {datum: 01.02.2018}
        ---

        """;

    [Fact]
    public void Every_object_keeps_the_rules_of_the_specification()
    {
        var site = SiteFixture.Check(Site);
        var validator = new OParlValidator(id => Fetch(site, id));
        var objects = site.Outputs.Where(path => path.StartsWith("oparl/", StringComparison.Ordinal) && (path.Contains("/id/", StringComparison.Ordinal) || path.EndsWith("body.json", StringComparison.Ordinal) || path.EndsWith("system.json", StringComparison.Ordinal))).ToList();
        Assert.True(objects.Count > 15, string.Join('\n', objects));
        foreach (var path in objects)
        {
            validator.Check(Parse(site[path]));
        }

        Assert.Empty(validator.Problems);
        Assert.Equal(12, objects.Select(path => Parse(site[path]).GetProperty("type").GetString()).Distinct().Count());
    }

    [Fact]
    public void The_validator_finds_what_is_wrong()
    {
        var validator = new OParlValidator(_ => null);
        validator.Check(Parse("""{"id":"https://a.example/1","type":"https://schema.oparl.org/1.1/File","created":"2017-10-04T09:12:00Z","modified":"2016-10-04T09:12:00+01:00","name":"","paper":["https://a.example/2"]}"""));
        Assert.Equal(5, validator.Problems.Count);
    }

    [Fact]
    public void Nothing_that_is_not_public_is_in_it()
    {
        var site = SiteFixture.Check(Site);
        Expect.Nothing(site.Outputs.Where(path => path.StartsWith("oparl/", StringComparison.Ordinal) && site[path].Contains("eheim", StringComparison.Ordinal)));
    }

    [Fact]
    public void Main_file_is_named_only_where_there_is_one()
    {
        var paper = Parse(SiteFixture.Check(Site)["oparl/v1.1/body/juelich/paper/id/325-2017.json"]);
        Assert.Equal("Mitteilung", paper.GetProperty("mainFile").GetProperty("name").GetString());
        Assert.Equal(["Anlage"], paper.GetProperty("auxiliaryFile").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
        Assert.False(paper.GetProperty("mainFile").TryGetProperty("downloadUrl", out _));
        var two = Parse(SiteFixture.Check(Site.Replace("titel: Anlage,", "titel: Anlage, rolle: hauptdatei,", StringComparison.Ordinal))["oparl/v1.1/body/juelich/paper/id/325-2017.json"]);
        Assert.False(two.TryGetProperty("mainFile", out _));
        Assert.Equal(2, two.GetProperty("auxiliaryFile").GetArrayLength());
    }

    [Fact]
    public void Lists_are_paged_newest_first_and_only_the_last_page_has_no_next()
    {
        var papers = string.Concat(Enumerable.Range(1, 250).Select(i => $"-- ratsarchiv/juelich/vorlagen/2018/{i}.md --\n---\ntitel: Vorlage {i}\nnummer: {i}/2018\nzugang: public\ndatum: 2018-0{1 + (i % 9)}-01\n---\n"));
        var site = SiteFixture.Check(Site + papers);
        var seen = new List<(string Modified, string Id)>();
        string? next = "https://verband.example/oparl/v1.1/body/juelich/paper/index.json";
        var pages = 0;
        while (next is not null)
        {
            var list = Fetch(site, next)!.Value;
            seen.AddRange(list.GetProperty("data").EnumerateArray().Select(one => (one.GetProperty("modified").GetString()!, one.GetProperty("id").GetString()!)));
            next = list.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString() : null;
            Assert.Equal(252, list.GetProperty("pagination").GetProperty("totalElements").GetInt32());
            pages++;
        }

        Assert.Equal(3, pages);
        Assert.Equal(252, seen.Select(one => one.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(one => DateTimeOffset.Parse(one.Modified, CultureInfo.InvariantCulture)).ThenBy(one => one.Id, StringComparer.Ordinal), seen);
    }

    [Fact]
    public void Deleted_object_stays_at_its_address_and_is_in_no_list_but_in_the_changes()
    {
        var site = SiteFixture.Check(Site);
        var deleted = Parse(site["oparl/v1.1/body/juelich/paper/id/327-2017.json"]);
        Assert.Equal(["id", "type", "created", "modified", "deleted"], deleted.EnumerateObject().Select(property => property.Name));
        Assert.DoesNotContain("327-2017", site["oparl/v1.1/body/juelich/paper/index.json"], StringComparison.Ordinal);
        Assert.Contains("327-2017", site["oparl/v1.1/body/juelich/changes.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_switch_there_is_none() =>
        Assert.DoesNotContain(SiteFixture.Check(Site.Replace("oparl: ja", "oparl: nein", StringComparison.Ordinal)).Outputs, path => path.StartsWith("oparl/", StringComparison.Ordinal));

    [Fact]
    public void Other_sites_may_read_it() => Assert.Contains("/oparl/v1.1/*\n  Access-Control-Allow-Origin: *", SiteFixture.Check(Site)["_headers"], StringComparison.Ordinal);

    [Fact]
    public void Changed_base_url_needs_permission()
    {
        var state = $"-- ratsarchiv/juelich/{OParlState.FileName} --\n" + new OParlState("https://alt.example", new Dictionary<string, OParlEntry>()).ToText();
        Assert.Contains(SiteFixture.Check(Site + state).Result.Findings, finding => finding.Code == "CO013");
        Assert.DoesNotContain(SiteFixture.Check(Site + state, new BuildOptions(SiteFixture.Today) { AllowsNewIds = true }).Result.Findings, finding => finding.Code == "CO013");
    }

    [Fact]
    public void Record_keeps_dates_until_the_object_changes()
    {
        using var project = Project();
        var first = Record(project, "2024-01-01T10:00:00+01:00");
        Assert.Equal("2017-10-05T10:00:00+02:00", OParlState.ToText(first.Objects["file/325-2017-a"].Modified)); // As it was in the system that it came from.
        Assert.Equal(first.ToText(), Record(project, "2024-02-01T10:00:00+01:00").ToText());

        Edit(project, "content/ratsarchiv/juelich/vorlagen/2017/a.md", "titel: Anlage,", "titel: Neue Anlage,");
        var changed = Record(project, "2024-03-01T10:00:00+01:00");
        var moved = changed.Objects.Where(pair => pair.Value.Modified != first.Objects.GetValueOrDefault(pair.Key)?.Modified).Select(pair => pair.Key).Order(StringComparer.Ordinal);
        Assert.Equal(["file/325-2017-neue-anlage", "file/325-2017-anlage", "paper/325-2017"], moved.OrderByDescending(key => key.Contains("neue", StringComparison.Ordinal)).ThenBy(key => key, StringComparer.Ordinal));
        Assert.True(changed.Objects["file/325-2017-anlage"].IsDeleted);
        Assert.Equal(first.Objects["paper/325-2017"].Created, changed.Objects["paper/325-2017"].Created);
    }

    [Fact]
    public void Check_tells_what_the_record_does_not_say_yet()
    {
        using var project = Project();
        Record(project, "2024-01-01T10:00:00+01:00");
        Assert.DoesNotContain("CO01", Check(project).Error, StringComparison.Ordinal);
        Edit(project, "content/ratsarchiv/juelich/vorlagen/2017/b.md", "titel: Noch eine", "titel: Noch eine andere");
        Assert.Contains("CO015", Check(project).Error, StringComparison.Ordinal);
        File.Delete(project.PathOf("content/ratsarchiv/juelich/vorlagen/2017/b.md"));
        Edit(project, "content/ratsarchiv/juelich/vorlagen/2017/a.md", "verwandt: [326/2017]", "amt: Amt 12");
        Assert.Contains("CO016", Check(project).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawn_committee_person_and_meeting_are_deleted_with_what_belonged_to_them()
    {
        using var project = Project();
        Record(project, "2024-01-01T10:00:00+01:00");
        Edit(project, "content/ratsarchiv/juelich/gremien.yml", "adressteil: kultur}", "adressteil: kultur, zurückgezogen: {datum: 2024-02-01, grund: Doppelt erfasst}}");
        Edit(project, "content/ratsarchiv/juelich/personen.yml", "name: Erika Muster,", "name: Erika Muster, zurückgezogen: {datum: 2024-02-01},");
        var check = Check(project);
        Assert.DoesNotContain("CO016", check.Error, StringComparison.Ordinal);
        Assert.Contains("CO015", check.Error, StringComparison.Ordinal);

        var record = Record(project, "2024-03-01T10:00:00+01:00");
        var deleted = record.Objects.Where(pair => pair.Value.IsDeleted).Select(pair => pair.Key).ToList();
        Assert.Superset(
            new HashSet<string>(["organization/kultur", "person/erika-muster", "membership/erika-muster-rat", "membership/erika-muster-kultur", "meeting/2017-10-19-kultur", "agendaitem/2017-10-19-kultur-top-5", "consultation/325-2017-kultur-2017-10-19"], StringComparer.Ordinal),
            deleted.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain("paper/325-2017", deleted);
        Assert.DoesNotContain("CO01", Check(project).Error, StringComparison.Ordinal);

        project.Build().RequireGood();
        const string Folder = "output/oparl/v1.1/body/juelich/";
        foreach (var path in new[] { "organization/id/kultur", "person/id/erika-muster", "meeting/id/2017-10-19-kultur" })
        {
            Assert.Equal(["id", "type", "created", "modified", "deleted"], Parse(project.Read(Folder + path + ".json")).EnumerateObject().Select(property => property.Name));
            Assert.Contains(path, project.Read(Folder + "changes.json"), StringComparison.Ordinal);
            Assert.DoesNotContain(path, project.Read(Folder + path.Split('/')[0] + "/index.json"), StringComparison.Ordinal);
        }

        // The pages are tombstones, and nothing leads there.
        foreach (var path in new[] { "gremien/kultur", "sitzungen/2017-10-19-kultur" })
        {
            Assert.Contains("Doppelt erfasst", project.Read($"output/ratsarchiv/juelich/{path}/index.html"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("/gremien/kultur/", project.Read("output/ratsarchiv/juelich/vorlagen/325-2017/index.html"), StringComparison.Ordinal);
        Assert.False(project.Has("output/ratsarchiv/juelich/gremien/kultur/sitzungen.ics"));
    }

    [Fact]
    public void Build_never_changes_the_record()
    {
        using var project = Project();
        Record(project, "2024-01-01T10:00:00+01:00");
        var path = project.PathOf($"content/ratsarchiv/juelich/{OParlState.FileName}");
        var before = File.ReadAllText(path);
        Edit(project, "content/ratsarchiv/juelich/vorlagen/2017/b.md", "titel: Noch eine", "titel: Noch eine andere");
        project.Build().RequireGood();
        Assert.Equal(before, File.ReadAllText(path));
    }

    private static void Edit(ProjectFolder project, string path, string old, string text)
    {
        Assert.Contains(old, project.Read(path), StringComparison.Ordinal);
        project.Write(path, project.Read(path).Replace(old, text, StringComparison.Ordinal));
    }

    private static ProjectFolder Project()
    {
        var project = new ProjectFolder();
        foreach (var (path, text) in SiteFixture.Files(Site + ProjectFolder.Notice))
        {
            project.Write("content/" + path, text);
        }

        return project;
    }

    private static CommandResult Check(ProjectFolder project) => project.Check();

    private static OParlState Record(ProjectFolder project, string now)
    {
        var error = new StringWriter();
        var host = new Host
        {
            Output = TextWriter.Null,
            Error = error,
            IsInteractive = false,
            Today = () => SiteFixture.Today,
            Now = () => DateTimeOffset.Parse(now, CultureInfo.InvariantCulture),
        };
        var status = CommandLine.Run(["check", "--content", project.Content, "--theme", project.PathOf("theme"), "--accept-addresses"], host);
        Assert.True(status == CommandLine.Good, error.ToString());
        return OParlState.Parse(File.ReadAllBytes(project.PathOf($"content/ratsarchiv/juelich/{OParlState.FileName}")))!;
    }

    private static JsonElement? Fetch(SiteFixture site, string id)
    {
        var path = id.Replace("https://verband.example/", "", StringComparison.Ordinal);
        return site.Has(path) ? Parse(Encoding.UTF8.GetString(site.Bytes[path])) : null;
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
