using System.Text;
using System.Text.Json.Nodes;
using static Fachinfo.Tests.Council.ImportProject;

namespace Fachinfo.Tests.Council;

/// <summary>What is not public leaves no trace in the folder; what says nothing is decided by one rule that is counted.</summary>
public class OParlVisibilityTests
{
    [Fact]
    public void An_item_with_public_false_leaves_its_paper_out() => AssertLeftOut(
        Closed("""{"number": "6", "order": 1, "name": "Grundstück Geheimweg", "public": false}"""), "„public: false“");

    [Theory]
    [InlineData("B Nichtöffentliche Sitzung")]
    [InlineData("Nicht öffentlicher Teil")]
    [InlineData("II. Nichtöffentliche Sitzung ")]
    [InlineData("Nicht-öffentlicher Teil der Sitzung")]
    [InlineData("B Nicht├Âffentliche Sitzung")]
    public void What_follows_a_heading_is_not_public(string heading)
    {
        var data = Closed("""{"number": "1", "order": 5, "name": "Grundstück Geheimweg"}""");
        var items = Find(data, "meeting/3")["agendaItem"]!.AsArray();
        items.Insert(0, JsonNode.Parse("""{"id": "x:a", "name": "A Öffentliche Sitzung", "order": 3}"""));
        items.Insert(2, JsonNode.Parse($$"""{"id": "x:b", "name": "{{heading}}", "order": 4}"""));
        Find(data, "agendaitem/5").Remove("public");
        AssertLeftOut(data, "nach der Überschrift");
    }

    [Fact]
    public void Order_cannot_bring_a_closed_item_before_its_heading()
    {
        var data = Closed("""{"number": "1", "order": 1, "name": "Grundstück Geheimweg"}""");
        Find(data, "meeting/3")["agendaItem"]!.AsArray().Insert(1, JsonNode.Parse("""{"id": "x:b", "name": "B Nichtöffentliche Sitzung", "order": 2}"""));
        AssertLeftOut(data, "nach der Überschrift");
    }

    [Fact]
    public void A_meeting_whose_name_says_so_is_closed()
    {
        var data = Closed("""{"number": "6", "order": 1, "name": "Grundstück Geheimweg"}""");
        Find(data, "meeting/3")["name"] = "17. Sitzung (nicht öffentlich)";
        Find(data, "agendaitem/5").Remove("public");
        Find(data, "meeting/3")["invitation"] = JsonNode.Parse("""{"id": "x:e", "type": "https://schema.oparl.org/1.1/File", "name": "Einladung Geheimweg", "accessUrl": "https://ris.stadt.example/e"}""");
        using var site = new ImportProject();
        var result = site.Import(data).RequireGood();
        Assert.Contains("laut Name der Sitzung", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimweg", AllText(site), StringComparison.Ordinal);
        Assert.False(site.Has("vorlagen/2017/325-2017.md"));
        Assert.Contains("titel: Nichtöffentlicher Teil", site.Read("sitzungen/2017/2017-10-19-kultur.md"), StringComparison.Ordinal);
        Assert.Empty(site.Project.Build("--strict").RequireGood().Error);
    }

    [Fact]
    public void A_meeting_with_both_parts_in_its_name_is_not_closed()
    {
        using var site = new ImportProject();
        var data = Sample();
        Find(data, "meeting/3")["name"] = "17. Sitzung (öffentlich und nicht öffentlich)";
        site.Import(data).RequireGood();
        Assert.True(site.Has("vorlagen/2017/325-2017.md"));
    }

    [Fact]
    public void A_paper_on_an_open_and_a_closed_agenda_is_public_without_the_closed_consultation()
    {
        using var site = new ImportProject();
        var data = Closed("""{"number": "6", "order": 1, "name": "Grundstück Geheimweg", "public": false}""");
        Find(data, "paper/4711")["consultation"]!.AsArray().Add(JsonNode.Parse("{\"id\": \"x:k\", \"agendaItem\": \"x:geheim\", \"organization\": [\"" + Base + "organization/7\"], \"role\": \"Geheimrolle\"}"));
        site.Import(data).RequireGood();
        Assert.DoesNotContain("Geheimrolle", site.Read("vorlagen/2017/325-2017.md"), StringComparison.Ordinal);
        Assert.Contains("Kenntnisnahme", site.Read("vorlagen/2017/325-2017.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_keeps_back_what_says_nothing()
    {
        using var site = new ImportProject();
        var data = Sample();
        data.Add(Object("Paper", "paper/2", """{"name": "Sagt nichts", "reference": "2/2017", "date": "2017-01-01"}"""));
        var result = site.Import(data, "--unknown", "hold").RequireGood();
        Assert.Contains("Vorlagen zurückgehalten", result.Output, StringComparison.Ordinal);
        Assert.True(site.Has("vorlagen/2017/325-2017.md"));
        Assert.False(site.Has("vorlagen/2017/2-2017.md"));
        site.Import("--unknown", "public").RequireGood();
        Assert.True(site.Has("vorlagen/2017/2-2017.md"));
    }

    [Fact]
    public void What_becomes_closed_later_is_withdrawn_with_its_text()
    {
        using var site = new ImportProject();
        var data = Sample();
        site.Import(data).RequireGood();
        Find(data, "agendaitem/5")["public"] = false;
        Assert.Contains("mehr als 5 %", site.Import(data).Error, StringComparison.Ordinal);
        Assert.Contains("Zweiter Absatz", AllText(site), StringComparison.Ordinal);
        site.Import(data, "--allow-removals").RequireGood();
        var paper = site.Read("vorlagen/2017/325-2017.md");
        Assert.Contains("zurückgezogen:\n  datum: 2017-10-05\n", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Werkstatt", AllText(site), StringComparison.Ordinal);
        Assert.False(site.Has("vorlagen/2017/325-2017/mitteilung.pdf.inhalt.txt"));
        Assert.Empty(site.Project.Build("--strict").RequireGood().Error);
    }

    [Fact]
    public void File_of_a_closed_paper_stays_with_an_open_one_that_has_it_too()
    {
        using var site = new ImportProject();
        var data = Closed("""{"number": "6", "order": 1, "name": "Grundstück", "public": true}""");
        var file = Find(data, "file/1");
        file["paper"] = new JsonArray(Base + "paper/4711", Base + "paper/6");
        Find(data, "paper/6")["mainFile"] = Base + "file/1";
        site.Import(data).RequireGood();
        Assert.Contains("Mitteilung 325/2017", site.Read("vorlagen/2017/6-2017.md"), StringComparison.Ordinal);
        data.SelectMany(one => one!["agendaItem"]?.AsArray() ?? []).Single(item => (string?)item!["id"] == "x:geheim")!["public"] = false;
        Find(data, "paper/6")["modified"] = "2018-02-01T08:00:00+01:00";
        site.Import(data, "--since", "2018-01-01", "--allow-removals").RequireGood(); // The open one does not come along.
        Assert.Contains("zurückgezogen:", site.Read("vorlagen/2017/6-2017.md"), StringComparison.Ordinal);
        Assert.Contains("Mitteilung 325/2017", site.Read("vorlagen/2017/325-2017.md"), StringComparison.Ordinal);
        Assert.Contains("Zweiter Absatz", AllText(site), StringComparison.Ordinal);
    }

    /// <summary>The sample with a second item, and a paper that is consulted there only.</summary>
    private static JsonArray Closed(string item)
    {
        var data = Sample();
        var closed = JsonNode.Parse(item)!.AsObject();
        closed["id"] = "x:geheim";
        closed["type"] = "https://schema.oparl.org/1.1/AgendaItem";
        Find(data, "meeting/3")["agendaItem"]!.AsArray().Add(closed);
        data.Add(Object("Paper", "paper/6", """
            {"name": "Grundstück Geheimweg", "reference": "6/2017", "date": "2017-10-01",
             "auxiliaryFile": [{"id": "x:datei", "name": "Lageplan Geheimweg", "accessUrl": "https://ris.stadt.example/6", "text": "Grundstück Geheimweg 7"}],
             "consultation": [{"id": "x:beratung", "agendaItem": "x:geheim", "meeting": "@meeting/3", "organization": ["@organization/7"]}]}
            """));
        return data;
    }

    private static void AssertLeftOut(JsonArray data, string rule)
    {
        using var site = new ImportProject();
        var result = site.Import(data).RequireGood();
        Assert.Contains(rule, result.Output, StringComparison.Ordinal);
        Assert.Contains("nur an nichtöffentlichen Tagesordnungspunkten", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimweg", AllText(site), StringComparison.Ordinal);
        Assert.True(site.Has("vorlagen/2017/325-2017.md"));
        Assert.Contains("titel: Werkstatt\n    zugang: öffentlich\n", site.Read("sitzungen/2017/2017-10-19-kultur.md"), StringComparison.Ordinal);
        Assert.Contains("- titel: Nichtöffentlicher Teil\n    zugang: nichtöffentlich\n", site.Read("sitzungen/2017/2017-10-19-kultur.md"), StringComparison.Ordinal);
        site.Project.Build("--strict").RequireGood();
    }

    private static string AllText(ImportProject site) =>
        string.Concat(site.Snapshot().Where(file => !file.Key.EndsWith(".import.json", StringComparison.Ordinal)).Select(file => Encoding.UTF8.GetString(file.Value)));
}
