using System.Collections.Frozen;
using System.Text.Json;
using Fachinfo.Model;

namespace Fachinfo.CouncilImport;

/// <summary>What OParl 1.0 and 1.1 say about types and the properties that name other objects.</summary>
internal static class OParlSchema
{
    /// <summary>Properties that name objects, with the type of these.</summary>
    public static readonly FrozenDictionary<string, string> Targets = new Dictionary<string, string>
    {
        ["agendaItem"] = "AgendaItem", ["consultation"] = "Consultation", ["location"] = "Location", ["membership"] = "Membership",
        ["mainFile"] = "File", ["auxiliaryFile"] = "File", ["resolutionFile"] = "File", ["invitation"] = "File",
        ["resultsProtocol"] = "File", ["verbatimProtocol"] = "File",
        ["organization"] = "Organization", ["underDirectionOf"] = "Organization", ["originatorOrganization"] = "Organization",
        ["person"] = "Person", ["originatorPerson"] = "Person", ["participant"] = "Person",
        ["meeting"] = "Meeting", ["paper"] = "Paper", ["relatedPaper"] = "Paper", ["superordinatedPaper"] = "Paper", ["subordinatedPaper"] = "Paper",
        ["legislativeTerm"] = "LegislativeTerm", ["body"] = "Body",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Properties that hold one object or none; all others hold lists.</summary>
    public static readonly FrozenSet<string> Single = FrozenSet.Create(
        StringComparer.Ordinal, "location", "mainFile", "resolutionFile", "invitation", "resultsProtocol", "verbatimProtocol");

    private static readonly FrozenDictionary<string, string> Plurals = new Dictionary<string, string>
    {
        ["files"] = "auxiliaryFile", ["auxiliaryFiles"] = "auxiliaryFile", ["consultations"] = "consultation", ["agendaItems"] = "agendaItem",
        ["organizations"] = "organization", ["memberships"] = "membership", ["relatedPapers"] = "relatedPaper", ["legislativeTerms"] = "legislativeTerm",
        ["originatorOrganizations"] = "originatorOrganization", ["papers"] = "paper", ["meetings"] = "meeting", ["persons"] = "person", ["bodies"] = "body",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal, "System", "Body", "LegislativeTerm", "Organization", "Person", "Membership", "Meeting", "AgendaItem", "Paper", "Consultation", "File", "Location");

    /// <summary>Returns the property as the specification names it.</summary>
    public static string Singular(string property) => Plurals.GetValueOrDefault(property, property);

    /// <summary>Takes the schema off a type: <c>https://schema.oparl.org/1.1/Paper</c>; empty for an unknown one.</summary>
    public static string TypeName(string type)
    {
        var name = type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..];
        return Types.Contains(name) ? name : "";
    }

    /// <summary>Guesses a type by properties that only one type has; empty if there is none.</summary>
    public static string Guess(JsonElement element)
    {
        bool Has(string name) => element.TryGetProperty(name, out _);
        return Has("oparlVersion") ? "System"
            : Has("accessUrl") || Has("downloadUrl") ? "File"
            : Has("paperType") || Has("mainFile") || Has("reference") || Has("originatorOrganization") ? "Paper"
            : Has("meetingState") || Has("invitation") || (Has("agendaItem") && Has("start")) ? "Meeting"
            : Has("paper") && Has("meeting") && Has("organization") && Has("name") ? "Body"
            : Has("familyName") || Has("givenName") ? "Person"
            : Has("organizationType") ? "Organization"
            : "";
    }

    /// <summary>Tells the German name of a type, for reports.</summary>
    public static string German(string type) => Names(type).One;

    public static string GermanPlural(string type) => Names(type).Many;

    /// <summary>Counts objects of a type in German: <c>1 Vorlage</c>, <c>2 Vorlagen</c>.</summary>
    public static string Counted(string type, int count) => GermanText.Count(count, Names(type).One, Names(type).Many);

    private static (string One, string Many) Names(string type) => type switch
    {
        "Paper" => ("Vorlage", "Vorlagen"),
        "Meeting" => ("Sitzung", "Sitzungen"),
        "AgendaItem" => ("Tagesordnungspunkt", "Tagesordnungspunkte"),
        "Consultation" => ("Beratung", "Beratungen"),
        "File" => ("Datei", "Dateien"),
        "Organization" => ("Gremium", "Gremien"),
        "Person" => ("Person", "Personen"),
        "Membership" => ("Mitgliedschaft", "Mitgliedschaften"),
        "Body" => ("Kommune", "Kommunen"),
        "LegislativeTerm" => ("Wahlperiode", "Wahlperioden"),
        "Location" => ("Ort", "Orte"),
        "System" => ("System", "Systeme"),
        _ => ("Objekt", "Objekte"),
    };
}
