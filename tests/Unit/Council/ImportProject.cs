using System.Text.Json.Nodes;

namespace Fachinfo.Tests.Council;

/// <summary>A project with a folder of OParl JSON beside it, imported and built through the command line.</summary>
public sealed class ImportProject : IDisposable
{
    public const string Base = "https://ris.stadt.example/oparl/";

    public ProjectFolder Project { get; } = new(ProjectFolder.Notice);

    public const string Target = "content/ratsarchiv/juelich/";

    /// <summary>One body, one committee, one meeting with an item, one paper with a file: what a good server sends.</summary>
    public static JsonArray Sample() => new(
        Object("Body", "body/1", """{"name": "Stadt Jülich", "shortName": "Jülich", "ags": "05358024", "license": "https://www.govdata.de/dl-de/zero-2-0", "website": "https://www.stadt.example"}"""),
        Object("Organization", "organization/7", """{"body": "@body/1", "name": "Ausschuss für Kultur", "shortName": "Kultur", "organizationType": "Gremium", "classification": "Ausschuss"}"""),
        Object("Meeting", "meeting/3", """
            {"name": "17. Sitzung", "start": "2017-10-19T18:00:00+02:00", "end": "2017-10-19T20:15:00+02:00", "organization": ["@organization/7"],
             "location": {"id": "@location/1", "type": "https://schema.oparl.org/1.1/Location", "description": "Neues Rathaus"},
             "agendaItem": [{"id": "@agendaitem/5", "type": "https://schema.oparl.org/1.1/AgendaItem", "number": "5", "order": 0, "name": "Werkstatt", "public": true, "result": "zur Kenntnis genommen", "consultation": "@consultation/99"}]}
            """),
        Object("Paper", "paper/4711", """
            {"body": "@body/1", "name": "Werkstatt für Engagement", "reference": "325/2017", "date": "2017-10-04", "paperType": "Mitteilung",
             "mainFile": {"id": "@file/1", "type": "https://schema.oparl.org/1.1/File", "name": "Mitteilung 325/2017", "fileName": "mitteilung.pdf", "mimeType": "application/pdf", "size": 92160, "accessUrl": "https://ris.stadt.example/datei/1", "text": "Die Werkstatt beginnt.\n\nZweiter Absatz.", "modified": "2017-10-05T14:30:00+02:00"},
             "consultation": [{"id": "@consultation/99", "type": "https://schema.oparl.org/1.1/Consultation", "meeting": "@meeting/3", "agendaItem": "@agendaitem/5", "organization": ["@organization/7"], "role": "Kenntnisnahme", "authoritative": false}]}
            """));

    /// <summary>An object with type, id and times; <c>@</c> at the beginning of an id stands for the server.</summary>
    public static JsonObject Object(string type, string id, string json)
    {
        var value = JsonNode.Parse(json.Replace("\"@", "\"" + Base, StringComparison.Ordinal))!.AsObject();
        value["id"] = Base + id;
        value["type"] ??= "https://schema.oparl.org/1.1/" + type;
        value["created"] ??= "2017-10-04T09:12:00+02:00";
        value["modified"] ??= "2017-10-05T14:30:00+02:00";
        return value;
    }

    /// <summary>Finds an object of a sample, also inside of others.</summary>
    public static JsonObject Find(JsonNode data, string id)
    {
        var all = data is JsonArray array ? array.SelectMany(Inside) : Inside(data);
        return all.First(one => (string?)one["id"] == Base + id);
    }

    public void Write(string path, JsonNode data) => Project.Write("oparl/" + path, data.ToJsonString());

    public CommandResult Import(params string[] options) =>
        Project.Run(["import", "oparl", Project.PathOf("oparl"), "--content", Project.Content, .. options]);

    /// <summary>Imports a sample as one bare array.</summary>
    public CommandResult Import(JsonArray data, params string[] options)
    {
        Write("alles.json", data);
        return Import(options);
    }

    public string Read(string path) => Project.Read(Target + path);

    public bool Has(string path) => Project.Has(Target + path);

    public SortedDictionary<string, byte[]> Snapshot() => ProjectFolder.Snapshot(Project.PathOf(Target));

    public void Dispose() => Project.Dispose();

    private static IEnumerable<JsonObject> Inside(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(property => Inside(property.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Inside),
        _ => [],
    };
}
