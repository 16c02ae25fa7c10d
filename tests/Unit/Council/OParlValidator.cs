using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fachinfo.Tests.Council;

/// <summary>The rules of OParl 1.1 that a machine can check, from the tables of the specification: required fields, types, dates, links, empty values.</summary>
internal sealed partial class OParlValidator(Func<string, JsonElement?> fetch)
{
    private const string Schema = "https://schema.oparl.org/1.1/";

    /// <summary>Fields that an object must have, besides id, type, created and modified.</summary>
    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["System"] = ["oparlVersion", "body"],
        ["Body"] = ["system", "name", "organization", "person", "meeting", "paper", "legislativeTerm", "agendaItem", "consultation", "file", "membership", "locationList", "legislativeTermList"],
        ["Organization"] = ["body"],
        ["Person"] = ["body"],
        ["Paper"] = ["body"],
        ["AgendaItem"] = ["order"],
        ["File"] = ["accessUrl"],
        ["Meeting"] = [],
        ["Membership"] = [],
        ["Consultation"] = [],
        ["LegislativeTerm"] = [],
        ["Location"] = [],
    };

    /// <summary>References to what an object belongs to: there in the single form, left out where it is embedded.</summary>
    private static readonly Dictionary<string, (string Field, string Parent)[]> Parents = new()
    {
        ["AgendaItem"] = [("meeting", "Meeting")],
        ["Consultation"] = [("paper", "Paper")],
        ["Membership"] = [("person", "Person")],
        ["LegislativeTerm"] = [("body", "Body")],
        ["File"] = [("paper", "Paper"), ("meeting", "Meeting"), ("agendaItem", "AgendaItem")],
    };

    private static readonly string[] Days = ["date", "startDate", "endDate"];
    private static readonly string[] Times = ["created", "modified", "start", "end"];

    /// <summary>Fields with the address of another object, by the type that it must have.</summary>
    private static readonly Dictionary<string, string> References = new()
    {
        ["system"] = "System", ["meeting"] = "Meeting", ["paper"] = "Paper", ["agendaItem"] = "AgendaItem", ["consultation"] = "Consultation", ["organization"] = "Organization",
        ["underDirectionOf"] = "Organization", ["originatorOrganization"] = "Organization", ["relatedPaper"] = "Paper", ["person"] = "Person", ["membership"] = "Membership",
        ["bodies"] = "Body",
    };

    public List<string> Problems { get; } = [];

    /// <summary>Checks an object and everything embedded in it.</summary>
    /// <param name="parent">The type of what it is embedded in; <see langword="null"/> for the single form.</param>
    public void Check(JsonElement one, string? parent = null)
    {
        var id = Text(one, "id");
        var type = Text(one, "type").Replace(Schema, "", StringComparison.Ordinal);
        void Report(string problem) => Problems.Add($"{id}: {problem}");
        if (!id.StartsWith("https://", StringComparison.Ordinal) || !Required.TryGetValue(type, out var required))
        {
            Report($"no absolute id, or unknown type {type}");
            return;
        }

        var isDeleted = one.TryGetProperty("deleted", out _);
        string[] common = ["created", "modified"];
        foreach (var field in (isDeleted ? common : [.. common, .. required]).Where(field => !one.TryGetProperty(field, out _)))
        {
            Report($"{field} is missing");
        }

        if (isDeleted && one.EnumerateObject().Count() != 5)
        {
            Report("a deleted object says more than that");
        }

        if (string.CompareOrdinal(Text(one, "modified")[..19], Text(one, "created")[..19]) < 0)
        {
            Report("modified before created");
        }

        foreach (var (field, owner) in Parents.GetValueOrDefault(type, []).Where(_ => !isDeleted))
        {
            if (parent == owner && one.TryGetProperty(field, out _))
            {
                Report($"embedded in {parent}, but still names it");
            }
        }

        if (parent is null && !isDeleted && Parents.TryGetValue(type, out var parents) && !parents.Any(entry => one.TryGetProperty(entry.Field, out _)))
        {
            Report("does not say what it belongs to");
        }

        foreach (var property in one.EnumerateObject())
        {
            CheckField(one, type, property, Report);
        }

        if (parent is not null && (fetch(id) is not { } single || Text(single, "type") != Text(one, "type")))
        {
            Report("cannot be fetched under its own id");
        }
    }

    private void CheckField(JsonElement owner, string type, JsonProperty property, Action<string> report)
    {
        var (name, value) = (property.Name, property.Value);
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
            case JsonValueKind.String when value.GetString()!.Trim().Length == 0:
            case JsonValueKind.Array when value.GetArrayLength() == 0 && name != "legislativeTerm":
                report($"{name} is empty");
                return;
            case JsonValueKind.String when value.GetString()!.Contains("&amp;", StringComparison.Ordinal) || value.GetString()!.Contains("&quot;", StringComparison.Ordinal):
                report($"{name} holds an HTML entity");
                return;
            case JsonValueKind.String when Days.Contains(name) && !Day().IsMatch(value.GetString()!):
            case JsonValueKind.String when Times.Contains(name) && !Time().IsMatch(value.GetString()!):
                report($"{name} is no date as OParl has it: {value}");
                return;
            case JsonValueKind.Object:
                Check(value, type);
                return;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    if (item.ValueKind == JsonValueKind.Object)
                    {
                        Check(item, type);
                    }
                    else
                    {
                        CheckReference(name, item.GetString()!, report);
                    }
                }

                return;
            case JsonValueKind.String when type is not ("Body" or "System") || name == "system":
                CheckReference(name, value.GetString()!, report);
                return;
            case JsonValueKind.String when type == "Body" && value.GetString()!.EndsWith("/index.json", StringComparison.Ordinal) && fetch(value.GetString()!) is null:
                report($"the list {name} is not there");
                return;
        }

        if (type == "AgendaItem" && name == "order" && value.GetInt32() < 0)
        {
            report("order starts below 0");
        }

        _ = owner;
    }

    private void CheckReference(string name, string id, Action<string> report)
    {
        if (!References.TryGetValue(name, out var type))
        {
            return;
        }

        if (fetch(id) is not { } other || Text(other, "type") != Schema + type)
        {
            report($"{name} leads to no {type}: {id}");
        }
    }

    private static string Text(JsonElement one, string field) => one.TryGetProperty(field, out var value) ? value.GetString()! : "";

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$")]
    private static partial Regex Time();
}
