using System.Text.Json.Nodes;
using static Fachinfo.Tests.Council.ImportProject;

namespace Fachinfo.Tests.Council;

/// <summary>Edits of people are kept, absence deletes nothing, and a deletion is told from an edit.</summary>
public class OParlEditTests
{
    private const string Paper = "vorlagen/2017/325-2017.md";

    [Fact]
    public void An_edit_stays_while_the_server_changes_something_else()
    {
        using var site = new ImportProject();
        var data = Sample();
        site.Import(data).RequireGood();
        Edit(site, Paper, "titel: Werkstatt für Engagement\n", "titel: Werkstatt, berichtigt\naz: 13.0.70\n");
        Edit(site, "kommune.yml", "kurzname: Jülich\n", "kurzname: Jülich am Rhein\neingefroren: ja\n");
        Edit(site, "gremien.yml", "  art: ausschuss\n", "  art: beirat\n");
        Find(data, "paper/4711")["paperType"] = "Beschlussvorlage";
        Find(data, "paper/4711")["modified"] = "2018-01-01T00:00:00+01:00";
        data.Add(Object("Organization", "organization/8", """{"name": "Rat der Stadt", "shortName": "Rat"}"""));
        var result = site.Import(data).RequireGood();
        Assert.DoesNotContain("Konflikte", result.Output, StringComparison.Ordinal);
        var paper = site.Read(Paper);
        Assert.Contains("titel: Werkstatt, berichtigt\naz: 13.0.70\n", paper, StringComparison.Ordinal);
        Assert.Contains("art: Beschlussvorlage\n", paper, StringComparison.Ordinal);
        Assert.Contains("eingefroren: ja\n", site.Read("kommune.yml"), StringComparison.Ordinal);
        Assert.Contains("art: beirat\n", site.Read("gremien.yml"), StringComparison.Ordinal);
        Assert.Contains("- name: Rat der Stadt\n", site.Read("gremien.yml"), StringComparison.Ordinal);

        var before = site.Snapshot();
        site.Import().RequireGood();
        ProjectFolder.AssertSame(before, site.Snapshot());
    }

    [Fact]
    public void What_both_sides_changed_stays_as_it_is_here_and_is_reported_each_time()
    {
        using var site = new ImportProject();
        var data = Sample();
        site.Import(data).RequireGood();
        Edit(site, Paper, "titel: Werkstatt für Engagement\n", "titel: Hier\n");
        Find(data, "paper/4711")["name"] = "Dort";
        for (var i = 0; i < 2; i++)
        {
            var result = site.Import(data).RequireGood();
            Assert.Contains($"{Paper}: Feld „titel“ hier und auf dem Server geändert", result.Output, StringComparison.Ordinal);
            Assert.Contains("titel: Hier\n", site.Read(Paper), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_renamed_file_is_found_by_its_id_and_a_deleted_one_stays_away()
    {
        using var site = new ImportProject();
        var data = Sample();
        data.Add(Object("Paper", "paper/2", """{"name": "Zweite", "reference": "2/2017", "date": "2017-01-01"}"""));
        site.Import(data).RequireGood();
        File.Move(site.Project.PathOf(Target + "vorlagen/2017/2-2017.md"), site.Project.PathOf(Target + "vorlagen/anders.md"));
        site.Import().RequireGood();
        Assert.False(site.Has("vorlagen/2017/2-2017.md"));
        File.Delete(site.Project.PathOf(Target + "vorlagen/anders.md"));
        site.Import().RequireGood();
        Assert.False(site.Has("vorlagen/2017/2-2017.md"));
        Assert.False(site.Has("vorlagen/anders.md"));
    }

    [Fact]
    public void A_paper_written_by_hand_with_the_same_id_is_completed_not_doubled()
    {
        using var site = new ImportProject();
        site.Project.Write(Target + "vorlagen/von-hand.md", $"---\ntitel: Von Hand\nnummer: 325/2017\nzugang: öffentlich\nid: {Base}paper/4711\n---\nEigener Text.\n");
        var result = site.Import(Sample()).RequireGood();
        Assert.Contains("Konflikte", result.Output, StringComparison.Ordinal);
        var paper = site.Read("vorlagen/von-hand.md");
        Assert.Contains("titel: Von Hand\n", paper, StringComparison.Ordinal);
        Assert.Contains("beratungen:\n", paper, StringComparison.Ordinal);
        Assert.EndsWith("Eigener Text.\n", paper, StringComparison.Ordinal);
        Assert.False(site.Has(Paper));
        site.Project.Build().RequireGood();
    }

    [Fact]
    public void Absence_deletes_nothing()
    {
        using var site = new ImportProject();
        var data = Sample();
        site.Import(data).RequireGood();
        var before = site.Snapshot();
        Find(data, "paper/4711").Remove("mainFile");
        data.RemoveAt(2);
        site.Import(data).RequireGood();
        Assert.True(site.Has("sitzungen/2017/2017-10-19-kultur.md"));
        Assert.Contains("mitteilung.pdf.inhalt.txt", site.Read(Paper), StringComparison.Ordinal);
        Assert.Equal(before.Keys, site.Snapshot().Keys);
        site.Project.Build("--strict").RequireGood();
    }

    [Fact]
    public void A_tombstone_withdraws_and_spares_no_edits()
    {
        using var site = new ImportProject();
        var data = Many(40);
        site.Import(data).RequireGood();
        Edit(site, Paper, "titel: Werkstatt für Engagement\n", "titel: Bearbeitet\n");
        Replace(data, "paper/4711", JsonNode.Parse($$"""{"id": "{{Base}}paper/4711", "created": "2017-10-04T09:12:00+02:00", "modified": "2018-03-01T10:00:00+01:00", "deleted": true, "name": ""}""")!);
        var result = site.Import(data).RequireGood();
        Assert.Contains("zurückgezogen, obwohl hier bearbeitet", result.Output, StringComparison.Ordinal);
        Assert.Contains("Gelöschtes ohne „type“", result.Output, StringComparison.Ordinal);
        Assert.Contains("nummer: \"325/2017\"\n", site.Read(Paper), StringComparison.Ordinal);
        Assert.Contains("zurückgezogen:\n  datum: 2018-03-01\n", site.Read(Paper), StringComparison.Ordinal);
        Assert.DoesNotContain("Bearbeitet", site.Read(Paper), StringComparison.Ordinal);
        Assert.False(site.Has("vorlagen/2017/325-2017/mitteilung.pdf.inhalt.txt"));
        var before = site.Snapshot();
        site.Import().RequireGood();
        ProjectFolder.AssertSame(before, site.Snapshot());
        site.Project.Build("--strict").RequireGood();
        Assert.True(site.Project.Has("output/ratsarchiv/juelich/vorlagen/325-2017/index.html"));
    }

    [Fact]
    public void A_deleted_committee_leaves_a_tombstone_unless_something_hangs_on_it()
    {
        using var site = new ImportProject();
        var data = Many(40);
        data.Add(ImportProject.Object("Organization", "organization/8", """{"body": "@body/1", "name": "Beirat für Wege", "shortName": "Wegebeirat", "organizationType": "Gremium"}"""));
        site.Import(data).RequireGood();
        site.Project.Build().RequireGood();
        Assert.True(site.Project.Has("output/ratsarchiv/juelich/gremien/wegebeirat/index.html"));

        foreach (var id in new[] { "organization/7", "organization/8" })
        {
            Replace(data, id, JsonNode.Parse($$"""{"id": "{{Base}}{{id}}", "type": "https://schema.oparl.org/1.1/Organization", "modified": "2018-03-01T10:00:00+01:00", "deleted": true}""")!);
        }

        var result = site.Import(data).RequireGood();
        Assert.Contains("das Gremium bleibt, weil Sitzungen und Vorlagen daran hängen", result.Output, StringComparison.Ordinal);
        var text = site.Read("gremien.yml");
        Assert.Contains("name: Ausschuss für Kultur\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Beirat für Wege", text, StringComparison.Ordinal);
        Assert.Contains("adressteil: wegebeirat\n  zurückgezogen:\n    datum: 2018-03-01\n", text, StringComparison.Ordinal);
        var before = site.Snapshot();
        site.Import().RequireGood();
        ProjectFolder.AssertSame(before, site.Snapshot());
        site.Project.Build("--strict").RequireGood();
        Assert.Contains("1. März 2018", site.Project.Read("output/ratsarchiv/juelich/gremien/wegebeirat/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_file_leaves_the_paper_and_a_tombstone()
    {
        using var site = new ImportProject();
        var data = Many(40);
        site.Import(data).RequireGood();
        Find(data, "paper/4711").Remove("mainFile");
        data.Add(JsonNode.Parse($$"""{"id": "{{Base}}file/1", "type": "https://schema.oparl.org/1.1/File", "modified": "2018-03-01T10:00:00+01:00", "deleted": true}"""));
        site.Import(data).RequireGood();
        var paper = site.Read(Paper);
        Assert.Contains("titel: Werkstatt für Engagement\n", paper, StringComparison.Ordinal);
        Assert.Contains("  - titel: Zurückgezogene Datei\n", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Mitteilung 325/2017", paper, StringComparison.Ordinal);
        Assert.False(site.Has("vorlagen/2017/325-2017/mitteilung.pdf.inhalt.txt"));
        var before = site.Snapshot();
        site.Import().RequireGood();
        ProjectFolder.AssertSame(before, site.Snapshot());
        site.Project.Build("--strict").RequireGood();
    }

    [Fact]
    public void More_than_five_percent_stop_the_import_before_anything_is_written()
    {
        using var site = new ImportProject();
        var data = Many(40);
        site.Import(data).RequireGood();
        var before = site.Snapshot();
        for (var i = 0; i < 4; i++)
        {
            Find(data, $"paper/viele{i}")["deleted"] = true;
        }

        Find(data, "paper/4711")["name"] = "Neuer Name";
        var result = site.Import(data);
        Assert.Equal(1, result.Status);
        Assert.Contains("mehr als 5 %", result.Error, StringComparison.Ordinal);
        ProjectFolder.AssertSame(before, site.Snapshot());
        site.Import("--allow-removals").RequireGood();
        Assert.Contains("zurückgezogen:", site.Read("vorlagen/2018/v-0.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_killed_while_it_writes_is_finished_by_the_next()
    {
        using var site = new ImportProject();
        var data = Many(30);
        site.Import(data).RequireGood();
        var finished = site.Snapshot();

        using var killed = new ImportProject();
        killed.Write("alles.json", data);
        killed.Project.Write(Target + "vorlagen/2018/v-20.md/im-weg", "ein Ordner statt der Datei");
        Assert.Equal(3, killed.Import().Status);
        Assert.True(killed.Has("vorlagen/2018/v-0.md"));
        Assert.False(killed.Has("vorlagen/2018/v-25.md"));
        Directory.Delete(killed.Project.PathOf(Target + "vorlagen/2018/v-20.md"), recursive: true);
        File.Delete(killed.Project.PathOf(Target + "vorlagen/2018/.v-20.md.neu"));
        Assert.DoesNotContain("Konflikte", killed.Import().RequireGood().Output, StringComparison.Ordinal);
        ProjectFolder.AssertSame(finished, killed.Snapshot());
    }

    /// <summary>The sample with many more papers, so that one of them is a small share.</summary>
    private static JsonArray Many(int count)
    {
        var data = Sample();
        for (var i = 0; i < count; i++)
        {
            data.Add(Object("Paper", $"paper/viele{i}", $$"""{"name": "Vorlage {{i}}", "reference": "V-{{i}}", "date": "2018-01-02"}"""));
        }

        return data;
    }

    private static void Edit(ImportProject site, string path, string old, string now)
    {
        var text = site.Read(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        site.Project.Write(Target + path, text.Replace(old, now, StringComparison.Ordinal));
    }

    private static void Replace(JsonArray data, string id, JsonNode by)
    {
        var index = data.IndexOf(Find(data, id));
        data[index] = by;
    }
}
