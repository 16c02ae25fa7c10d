using System.Text.Json.Nodes;
using static Fachinfo.Tests.Council.ImportProject;

namespace Fachinfo.Tests.Council;

/// <summary>A folder of JSON becomes an archive that builds, again and again without a change.</summary>
public class OParlFolderImportTests
{
    [Fact]
    public void Imported_paper_meeting_and_committee_are_pages()
    {
        using var site = new ImportProject();
        var result = site.Import(Sample()).RequireGood();
        Assert.StartsWith("Stadt Jülich: 1 Tagesordnungspunkt, 1 Kommune, 1 Beratung, 1 Datei, 1 Ort, 1 Sitzung, 1 Gremium, 1 Vorlage.\n", result.Output, StringComparison.Ordinal);
        var paper = site.Read("vorlagen/2017/325-2017.md");
        Assert.Contains("nummer: \"325/2017\"\n", paper, StringComparison.Ordinal);
        Assert.Contains("zugang: öffentlich\n", paper, StringComparison.Ordinal);
        Assert.Contains("  - gremium: kultur\n", paper, StringComparison.Ordinal);
        Assert.Contains("    textdatei: \"325-2017/mitteilung.pdf.inhalt.txt\"\n", paper, StringComparison.Ordinal);
        Assert.Contains("Zweiter Absatz.", site.Read("vorlagen/2017/325-2017/mitteilung.pdf.inhalt.txt"), StringComparison.Ordinal);
        Assert.Contains("ags: \"05358024\"\n", site.Read("kommune.yml"), StringComparison.Ordinal);
        Assert.Contains("aktualisiert: 2017-10-05\n", site.Read("kommune.yml"), StringComparison.Ordinal);

        var build = site.Project.Build("--strict").RequireGood();
        Assert.Empty(build.Error);
        Assert.True(site.Project.Has("output/ratsarchiv/juelich/vorlagen/325-2017/index.html"));
        Assert.True(site.Project.Has("output/ratsarchiv/juelich/sitzungen/2017-10-19-kultur/index.html"));
        Assert.True(site.Project.Has("output/ratsarchiv/juelich/gremien/kultur/index.html"));
    }

    [Fact]
    public void The_same_import_twice_changes_no_byte()
    {
        using var site = new ImportProject();
        site.Import(Sample()).RequireGood();
        var first = site.Snapshot();
        site.Project.Today = site.Project.Today.AddDays(40);
        var second = site.Import().RequireGood();
        ProjectFolder.AssertSame(first, site.Snapshot());
        Assert.Contains("\n0 Dateien in ", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_read_by_content_whatever_its_files_are_called()
    {
        using var site = new ImportProject();
        var all = Sample();
        site.Write("paper?page=44.json", new JsonObject { ["data"] = new JsonArray(all[3]!.DeepClone()), ["pagination"] = new JsonObject(), ["links"] = new JsonObject() });
        site.Write("tief/unten/x.JSON", new JsonArray(all[1]!.DeepClone(), all[2]!.DeepClone()));
        site.Write("0.json", all[0]!.DeepClone());
        site.Project.Write("oparl/liesmich.txt", "kein JSON");
        site.Import().RequireGood();
        var split = site.Snapshot();

        using var whole = new ImportProject();
        whole.Import(Sample()).RequireGood();
        ProjectFolder.AssertSame(whole.Snapshot(), split);
    }

    [Theory]
    [InlineData("juelich")]
    [InlineData("JULICH")]
    [InlineData("Gemeinde Jülich")]
    [InlineData("https://ris.stadt.example/oparl/body/1")]
    public void A_municipality_is_found_by_slug_name_or_id(string wish)
    {
        using var site = new ImportProject();
        var data = Sample();
        data.Add(Object("Body", "body/2", """{"name": "Gemeinde Titz"}"""));
        data.Add(Object("Organization", "organization/8", """{"body": "@body/2", "name": "Rat von Titz"}"""));
        data.Add(Object("Paper", "paper/2", """{"body": "@body/2", "name": "Aus Titz", "reference": "1/2017"}"""));
        site.Import(data, "--body", wish).RequireGood();
        Assert.True(site.Has("vorlagen/2017/325-2017.md"));
        Assert.False(site.Has("vorlagen/2017/1-2017.md"));
        Assert.DoesNotContain("Titz", site.Read("gremien.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_municipalities_need_a_choice_that_fits()
    {
        using var site = new ImportProject();
        var data = Sample();
        data.Add(Object("Body", "body/2", """{"name": "Gemeinde Titz"}"""));
        var without = site.Import(data);
        Assert.Equal(2, without.Status);
        Assert.Contains("„Gemeinde Titz“", without.Error, StringComparison.Ordinal);
        Assert.Equal(2, site.Import("--body", "Aachen").Status);
        Assert.False(site.Project.Has("content/ratsarchiv"));
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        using var site = new ImportProject();
        var result = site.Import(Sample(), "--dry-run").RequireGood();
        Assert.Contains("würden geschrieben", result.Output, StringComparison.Ordinal);
        Assert.False(site.Project.Has("content/ratsarchiv"));
    }

    [Fact]
    public void Persons_come_only_when_asked_for_and_without_their_addresses()
    {
        using var site = new ImportProject();
        var data = Sample();
        data.Add(Object("Person", "person/1", """
            {"name": "Erika Muster", "familyName": "Muster", "phone": ["0123"], "email": ["erika@muster.example"],
             "membership": [{"id": "@membership/1", "type": "https://schema.oparl.org/1.1/Membership", "organization": "@organization/7", "role": "Vorsitz", "votingRight": true}]}
            """));
        site.Import(data).RequireGood();
        Assert.False(site.Has("personen.yml"));
        Assert.DoesNotContain("Muster", string.Concat(site.Snapshot().Values.Select(System.Text.Encoding.UTF8.GetString)), StringComparison.Ordinal);
        site.Import("--persons").RequireGood();
        var persons = site.Read("personen.yml");
        Assert.Contains("- name: Erika Muster\n", persons, StringComparison.Ordinal);
        Assert.Contains("    - gremium: kultur\n      rolle: Vorsitz\n      stimmrecht: ja\n", persons, StringComparison.Ordinal);
        Assert.DoesNotContain("0123", persons, StringComparison.Ordinal);
        Assert.DoesNotContain("erika@", persons, StringComparison.Ordinal);
        site.Project.Build("--strict").RequireGood();
    }

    [Fact]
    public void A_missing_licence_is_said()
    {
        using var site = new ImportProject();
        var data = Sample();
        Find(data, "body/1").Remove("license");
        Assert.Contains("nennt keine Lizenz", site.Import(data).RequireGood().Output, StringComparison.Ordinal);
        Find(data, "body/1")["license"] = "Alle Rechte bei der Stadt";
        Assert.Contains("„Alle Rechte bei der Stadt“", site.Import(data).RequireGood().Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lizenz", site.Read("kommune.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Since_takes_only_what_changed()
    {
        using var site = new ImportProject();
        var data = Sample();
        data.Add(Object("Paper", "paper/2", """{"name": "Neu", "reference": "1/2018", "date": "2018-01-02", "modified": "2018-01-02T10:00:00+01:00"}"""));
        site.Import(data, "--since", "2018-01-01").RequireGood();
        Assert.True(site.Has("vorlagen/2018/1-2018.md"));
        Assert.False(site.Has("vorlagen/2017/325-2017.md"));
        site.Import().RequireGood();
        Assert.True(site.Has("vorlagen/2017/325-2017.md"));
    }

    [Fact]
    public void Names_of_a_hostile_server_stay_inside_the_folder_and_inside_their_quotes()
    {
        using var site = new ImportProject();
        var data = Sample();
        var paper = Find(data, "paper/4711");
        paper["reference"] = "../../../../boese";
        paper["name"] = "a: b # c\n---\nzugang: mitglieder\n\"'{}[]\u0007\u202Ex";
        paper["paperType"] = "&anker *alias !tag";
        Find(data, "file/1")["fileName"] = "..\\..\\../kommune.yml";
        Find(data, "file/1")["accessUrl"] = "javascript:alert(1)";
        Find(data, "organization/7")["shortName"] = "../../con";
        data.Add(Object("Paper", "../../../etc/passwd", """{"name": "- x\n- y"}"""));
        data.Add(Object("Paper", "paper/lang", $$"""{"name": "{{new string('x', 9000)}}", "reference": "{{new string('7', 3000)}}", "auxiliaryFile": [{"id": "x:lang", "name": "{{new string('ä', 3000)}}", "text": "Text", "accessUrl": "https://a.example/1"}]}"""));
        site.Import(data).RequireGood();
        Assert.True(site.Has("vorlagen/2017/boese.md"));
        Assert.All(site.Snapshot().Keys, path => Assert.Matches("^[a-z0-9.-]+(/[a-z0-9.-]+)*$", path));
        Assert.Contains("titel: \"a: b # c --- zugang: mitglieder \\\"'{}[] x\"\n", site.Read("vorlagen/2017/boese.md"), StringComparison.Ordinal);
        Assert.Empty(site.Project.Build("--strict").RequireGood().Error);
    }
}
