using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Fachinfo.CouncilImport;
using static Fachinfo.Tests.Council.ImportProject;

namespace Fachinfo.Tests.Council;

/// <summary>What real servers send is repaired where that is safe, and counted; the result always builds.</summary>
public class OParlDeviationTests
{
    /// <summary>Those of the transport, which <see cref="OParlServerImportTests"/> shows.</summary>
    private static readonly Deviation[] OfServers =
        [Deviations.EmptyAnswer404, Deviations.ErrorAs200, Deviations.NextLoops, Deviations.FilterDropped, Deviations.FilterIgnored, Deviations.IdUnlikeUrl, Deviations.DeadHost];

    private static readonly (Deviation Deviation, Action<JsonArray> Damage, string Path, string Expected)[] Cases =
    [
        (Deviations.BareArray, _ => { }, "kommune.yml", "name: Stadt Jülich"),
        (Deviations.Version10, data => Paper(data)["type"] = "https://schema.oparl.org/1.0/Paper", PaperPath, "titel: Werkstatt für Engagement"),
        (Deviations.TypeMissing, data => Location(data).Remove("type"), MeetingPath, "beschreibung: Neues Rathaus"),
        (Deviations.TombstoneWithoutType, data => data.Add(JsonNode.Parse("{\"id\": \"x:weg\", \"deleted\": true}")), PaperPath, "titel"),
        (Deviations.TombstoneEmptyFields, data => data.Add(JsonNode.Parse("{\"id\": \"x:weg\", \"deleted\": true, \"name\": \"\", \"reference\": \"\"}")), PaperPath, "titel"),
        (Deviations.ObjectForArray, data => Paper(data)["auxiliaryFile"] = JsonNode.Parse("{\"id\": \"x:a\", \"name\": \"Anlage A\", \"accessUrl\": \"https://a.example/1\"}"), PaperPath, "titel: Anlage A"),
        (Deviations.NullInArray, data => Paper(data)["consultation"]!.AsArray().Insert(0, null), PaperPath, "rolle: Kenntnisnahme"),
        (Deviations.PluralKey, data => Rename(Paper(data), "consultation", "consultations"), PaperPath, "rolle: Kenntnisnahme"),
        (Deviations.WrongJsonType, data => Paper(data)["reference"] = 20132349, PaperPath, "nummer: \"20132349\""),
        (Deviations.MissingId, data => Location(data).Remove("id"), MeetingPath, "beschreibung: Neues Rathaus"),
        (Deviations.Placeholder, data => Paper(data)["paperType"] = "N/A", PaperPath, "nummer: \"325/2017\"\ndatum:"),
        (Deviations.Whitespace, data => Paper(data)["name"] = "Werkstatt \r\n für  Alle ", PaperPath, "titel: Werkstatt für Alle\n"),
        (Deviations.Mojibake, data => Paper(data)["name"] = "B├╝rger, B\u0081rger, f³r, StraÃŸe", PaperPath, "titel: \"Bürger, Bürger, für, Straße\""),
        (Deviations.HtmlEntity, data => Paper(data)["name"] = "B&uuml;rger &amp; Rat", PaperPath, "titel: \"Bürger & Rat\""),
        (Deviations.TooLong, data => Paper(data)["name"] = new string('x', 5000), PaperPath, "xxx…\""),
        (Deviations.DateAsTime, data => Paper(data)["date"] = "2017-10-03T22:00:00Z", PaperPath, "datum: 2017-10-04\n"),
        (Deviations.TimeForm, data => Meeting(data)["start"] = "2017-10-19T16:00:00.000Z", MeetingPath, "beginn: 2017-10-19T18:00\n"),
        (Deviations.InvalidDate, data => Paper(data)["date"] = "0000-00-00", "vorlagen/2017/325-2017.md", "art: Mitteilung\nzugang"),
        (Deviations.ModifiedBeforeCreated, data => Paper(data)["created"] = "2019-01-01T00:00:01+01:00", PaperPath, "erstellt: 2017-10-05T14:30\ngeändert: 2019-01-01T00:00:01\n"),
        (Deviations.MidnightStamp, data => (Paper(data)["created"], Paper(data)["modified"]) = ("2024-03-15T00:00:00+01:00", "2024-03-15T00:00:00+01:00"), PaperPath, "id: \"https://ris.stadt.example/oparl/paper/4711\"\n---"),
        (Deviations.BulkModified, data => AddPapers(data, 30, "2020-05-05T03:00:00+02:00"), "vorlagen/2018/v-3.md", "geändert: 2020-05-05T03:00\n"),
        (Deviations.AgsShort, data => Body(data)["ags"] = 5358024, "kommune.yml", "ags: \"05358024\""),
        (Deviations.LicenseProse, data => Body(data)["license"] = "dl-de/by-2-0", "kommune.yml", "lizenz: \"https://www.govdata.de/dl-de/by-2-0\""),
        (Deviations.SwappedCoordinates, data => Location(data)["geojson"] = JsonNode.Parse("{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [50.92, 6.36]}}"), MeetingPath, "Neues Rathaus"),
        (Deviations.MimeShort, data => MainFile(data)["mimeType"] = "pdf", PaperPath, "mimetyp: application/pdf"),
        (Deviations.MimeOctet, data => MainFile(data)["mimeType"] = "application/octetstream", PaperPath, "mimetyp: application/pdf"),
        (Deviations.FileNameIsTitle, data => (MainFile(data)["fileName"], MainFile(data)["name"]) = ("Mitteilung (Werkstatt)", null), PaperPath, "titel: Mitteilung (Werkstatt)"),
        (Deviations.MidnightEnd, data => Meeting(data)["end"] = "2017-10-20T00:00:00+02:00", MeetingPath, "beginn: 2017-10-19T18:00\nort:"),
        (Deviations.OrderFromOne, data => Item(data)["order"] = 1, MeetingPath, "titel: Werkstatt"),
        (Deviations.OrderLarge, data => Item(data)["order"] = 100001, MeetingPath, "titel: Werkstatt"),
        (Deviations.OrderUnusable, data => Item(data).Remove("order"), MeetingPath, "titel: Werkstatt"),
        (Deviations.PublicMissing, data => Item(data).Remove("public"), MeetingPath, "titel: Werkstatt\n    zugang: öffentlich"),
        (Deviations.PseudoItem, data => AddItem(data, "{\"id\": \"x:b\", \"order\": 9, \"name\": \"B Nichtöffentliche Sitzung\"}"), MeetingPath, "titel: Werkstatt"),
        (Deviations.NumbersRestart, data => AddItem(data, "{\"id\": \"x:5\", \"order\": 9, \"number\": \"5\", \"name\": \"Noch einmal fünf\"}"), MeetingPath, "titel: Noch einmal fünf"),
        (Deviations.ClosedByName, data => Meeting(data)["name"] = "Sitzung (nichtöffentlich)", MeetingPath, "titel: Nichtöffentlicher Teil"),
        (Deviations.RoleMissing, data => Find(data, "consultation/99").Remove("role"), PaperPath, "top: \"5\"\n    id:"),
        (Deviations.ResultProse, data => Item(data)["result"] = "einstimmig, 0 Enthaltungen", MeetingPath, "ergebnis: \"einstimmig, 0 Enthaltungen\""),
        (Deviations.MainFileMissing, data => Rename(Paper(data), "mainFile", "files"), PaperPath, "rolle: hauptdatei"),
        (Deviations.NameMissing, data => Paper(data).Remove("name"), PaperPath, "titel: \"325/2017\""),
        (Deviations.OrganizationFromMeeting, data => Find(data, "consultation/99").Remove("organization"), PaperPath, "gremium: kultur"),
    ];

    private const string PaperPath = "vorlagen/2017/325-2017.md";
    private const string MeetingPath = "sitzungen/2017/2017-10-19-kultur.md";

    public static TheoryData<string> Names => [.. Cases.Select(one => one.Deviation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_repaired_counted_and_builds(string name)
    {
        var (deviation, damage, path, expected) = Cases.Single(one => one.Deviation.Name == name);
        using var site = new ImportProject();
        var data = Sample();
        damage(data);
        var result = site.Import(data).RequireGood();
        Assert.Contains("  " + deviation.Name + "  ", result.Output, StringComparison.Ordinal);
        var file = path == PaperPath && !site.Has(path) ? Directory.GetFiles(site.Project.PathOf(Target + "vorlagen"), "*.md", SearchOption.AllDirectories).Select(File.ReadAllText).FirstOrDefault("") : site.Read(path);
        Assert.Contains(expected, file, StringComparison.Ordinal);
        var first = site.Snapshot();
        site.Import().RequireGood();
        ProjectFolder.AssertSame(first, site.Snapshot());
        Assert.Empty(site.Project.Build("--strict").RequireGood().Error);
    }

    [Fact]
    public void Every_deviation_has_a_case()
    {
        var all = typeof(Deviations).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (Deviation)field.GetValue(null)!);
        var shown = Cases.Select(one => one.Deviation).Concat(OfServers).Append(Deviations.ControlCharacters).Append(Deviations.ByteOrderMark);
        Expect.Nothing(all.Except(shown).Select(one => one.Name));
    }

    [Fact]
    public void Control_characters_are_the_only_damage_to_json_that_is_repaired()
    {
        using var site = new ImportProject();
        site.Project.Write("oparl/a.json", "\uFEFF" + Sample().ToJsonString().Replace("Werkstatt ", "Werk\u0001statt\n\t", StringComparison.Ordinal));
        site.Project.Write("oparl/b.json", "{\"id\": \"x:1\", \"name\": \"abgeschnitten");
        File.WriteAllBytes(site.Project.PathOf("oparl/c.json"), Encoding.Latin1.GetBytes("{\"id\": \"x:2\", \"name\": \"ü\"}"));
        var result = site.Import();
        Assert.Equal(1, result.Status);
        Assert.Contains(Deviations.ControlCharacters.Name, result.Output, StringComparison.Ordinal);
        Assert.Contains(Deviations.ByteOrderMark.Name, result.Output, StringComparison.Ordinal);
        Assert.Contains("b.json", result.Output, StringComparison.Ordinal);
        Assert.Contains("c.json", result.Output, StringComparison.Ordinal);
        Assert.Contains("titel: Werk statt für Engagement\n", site.Read(PaperPath), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_repaired_is_left_out_and_listed()
    {
        using var site = new ImportProject();
        var data = Sample();
        data.Add(Object("Meeting", "meeting/8", """{"name": "Ohne Beginn", "organization": ["@organization/7"]}"""));
        data.Add(Object("Meeting", "meeting/9", """{"name": "Ohne Gremium", "start": "2017-10-19T18:00:00+02:00"}"""));
        data.Add(Object("Paper", "paper/9", """{"date": "2017-01-01"}"""));
        data.Add(JsonNode.Parse("""{"id": "x:unklar", "wort": 1}"""));
        data.Add(JsonNode.Parse("""{"name": "ohne Kennung"}"""));
        Find(data, "paper/4711")["consultation"]!.AsArray().Add("https://ris.stadt.example/oparl/consultation/fehlt");
        var output = site.Import(data).RequireGood().Output;
        foreach (var expected in (string[])["kein Beginn", "kein bekanntes Gremium", "weder Titel noch Nummer", "der Typ ist nicht zu erkennen", "ohne „id“", "consultation/fehlt"])
        {
            Assert.Contains(expected, output, StringComparison.Ordinal);
        }

        Assert.Empty(site.Project.Build("--strict").RequireGood().Error);
    }

    private static JsonObject Body(JsonArray data) => Find(data, "body/1");

    private static JsonObject Paper(JsonArray data) => Find(data, "paper/4711");

    private static JsonObject Meeting(JsonArray data) => Find(data, "meeting/3");

    private static JsonObject Item(JsonArray data) => Find(data, "agendaitem/5");

    private static JsonObject MainFile(JsonArray data) => Find(data, "file/1");

    private static JsonObject Location(JsonArray data) => Meeting(data)["location"]!.AsObject();

    private static void AddItem(JsonArray data, string json) => Meeting(data)["agendaItem"]!.AsArray().Add(JsonNode.Parse(json));

    private static void AddPapers(JsonArray data, int count, string modified)
    {
        for (var i = 0; i < count; i++)
        {
            data.Add(Object("Paper", $"paper/v{i}", $$"""{"name": "Vorlage {{i}}", "reference": "V-{{i}}", "date": "2018-01-02", "modified": "{{modified}}"}"""));
        }
    }

    private static void Rename(JsonObject one, string name, string now)
    {
        var value = one[name];
        one.Remove(name);
        one[now] = value;
    }
}
