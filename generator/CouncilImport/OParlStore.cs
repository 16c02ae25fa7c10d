using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Fachinfo.CouncilImport;

/// <summary>All objects of a server by id, whether they came alone, in lists or inside of others.</summary>
internal sealed class OParlStore(ImportReport report)
{
    private const int LongestId = 1_000;

    /// <summary>It may become part of an address.</summary>
    private const int LongestLastPart = 100;

    private readonly Dictionary<string, OParlObject> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> otherIds = new(StringComparer.Ordinal);

    public int Count => byId.Count;

    /// <summary>Gets the objects of a type that are not deleted, in the order of their ids.</summary>
    public IReadOnlyList<OParlObject> All(string type) =>
        [.. byId.Values.Where(one => one.Type == type && !one.IsDeleted).OrderBy(one => one.Id, StringComparer.Ordinal)];

    public IEnumerable<OParlObject> Deleted => byId.Values.Where(one => one.IsDeleted).OrderBy(one => one.Id, StringComparer.Ordinal);

    public IEnumerable<OParlObject> Everything => byId.Values;

    public OParlObject? Find(string id) => byId.GetValueOrDefault(otherIds.GetValueOrDefault(id, id));

    /// <summary>Finds the objects that a property names, without those that are deleted or unknown.</summary>
    public IEnumerable<OParlObject> Follow(OParlObject from, string property) =>
        from.LinksOf(property).Select(Find).OfType<OParlObject>().Where(one => !one.IsDeleted);

    /// <summary>An object was fetched from an address that is not its id.</summary>
    public void Alias(string address, string id) => otherIds.TryAdd(address, id);

    public ImmutableSortedDictionary<string, int> CountByType() => byId.Values
        .Where(one => one.Type.Length > 0 && !one.IsDeleted)
        .GroupBy(one => one.Type, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>Adds an object and everything inside of it.</summary>
    /// <param name="hint">The type that its place says; empty if it says nothing.</param>
    /// <param name="place">An id for what has none.</param>
    public OParlObject? Add(JsonElement element, string hint, string place)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var id = StringOf(element, "id");
        if (id is not null && (id.Length > LongestId || id.Length - id.TrimEnd('/').LastIndexOf('/') > LongestLastPart))
        {
            report.LeaveOut(OParlSchema.German(hint), id, "die Kennung ist zu lang");
            return null;
        }

        var added = new OParlObject(string.IsNullOrWhiteSpace(id) ? place : id.Trim(), !string.IsNullOrWhiteSpace(id))
        {
            IsDeleted = element.TryGetProperty("deleted", out var deleted) && IsTrue(deleted),
            Stamp = StringOf(element, "modified") ?? "",
        };
        added.Type = ReadType(element, hint, added);
        if (!added.IsDeleted)
        {
            ReadProperties(element, added);
        }
        else if (element.EnumerateObject().Any(property => property.Name is not ("id" or "type" or "created" or "modified" or "deleted")))
        {
            report.Note(Deviations.TombstoneEmptyFields, added.Id);
        }
        else
        {
            // A tombstone as the specification wants it.
        }

        if (added.IsDeleted)
        {
            Keep(element, added, "created");
            Keep(element, added, "modified");
        }

        return Merge(added);
    }

    private string ReadType(JsonElement element, string hint, OParlObject added)
    {
        var written = StringOf(element, "type") ?? StringOf(element, "@type") ?? "";
        if (written.Contains("/1.0/", StringComparison.Ordinal))
        {
            report.Note(Deviations.Version10, added.Id);
        }

        if (OParlSchema.TypeName(written) is { Length: > 0 } type)
        {
            return type;
        }

        report.Note(added.IsDeleted ? Deviations.TombstoneWithoutType : Deviations.TypeMissing, added.Id);
        return hint.Length > 0 ? hint : OParlSchema.Guess(element);
    }

    private void ReadProperties(JsonElement element, OParlObject added)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Null || property.Name is "type" or "id")
            {
                continue;
            }

            var name = OParlSchema.Singular(property.Name);
            if (name == property.Name && name == "file" && added.Type is "Paper" or "Meeting" or "AgendaItem")
            {
                name = "auxiliaryFile";
            }

            if (!OParlSchema.Targets.TryGetValue(name, out var target) || IsListAddress(added, property.Value))
            {
                added.Values[property.Name] = property.Value;
                continue;
            }

            if (name != property.Name)
            {
                report.Note(Deviations.PluralKey, $"{property.Name} ({added.Id})");
            }

            ReadLinks(added, name, target, property.Value);
        }
    }

    /// <summary>Systems, bodies and organizations name whole lists by their address.</summary>
    private static bool IsListAddress(OParlObject added, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && (added.Type is "System" or "Body" || (added.Type == "Organization" && value.ValueKind == JsonValueKind.String));

    private void ReadLinks(OParlObject added, string name, string target, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            if (value.ValueKind == JsonValueKind.Object && !OParlSchema.Single.Contains(name) && !IsBackReference(added.Type, name))
            {
                report.Note(Deviations.ObjectForArray, $"{name} ({added.Id})");
            }

            ReadLink(added, name, target, value, 0);
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Null)
            {
                report.Note(Deviations.NullInArray, $"{name} ({added.Id})");
                continue;
            }

            ReadLink(added, name, target, item, index++);
        }
    }

    /// <summary>References back to a parent hold one object in most types.</summary>
    private static bool IsBackReference(string type, string name) => (type, name) switch
    {
        (_, "body" or "meeting" or "person") => true,
        ("Consultation", "paper" or "agendaItem") => true,
        ("AgendaItem", "consultation") => true,
        ("Membership", "organization") => true,
        _ => false,
    };

    private void ReadLink(OParlObject added, string name, string target, JsonElement item, int index)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            if (TryGetString(item) is { Length: > 0 and <= LongestId } id && !string.IsNullOrWhiteSpace(id))
            {
                added.Link(name, id.Trim());
            }

            return;
        }

        if (Add(item, target, $"{added.Id}#{name}{index.ToString(CultureInfo.InvariantCulture)}") is not { } inner)
        {
            return;
        }

        if (!inner.HasOwnId)
        {
            report.Note(Deviations.MissingId, inner.Id);
        }

        added.Link(name, inner.Id);
        var back = (added.Type, inner.Type) switch
        {
            ("Paper", "Consultation") => "paper",
            ("Meeting", "AgendaItem") => "meeting",
            ("AgendaItem", "Consultation") => "agendaItem",
            ("Person", "Membership") => "person",
            ("Organization", "Membership") => "organization",
            _ => "",
        };
        if (back.Length > 0 && inner.LinksOf(back).Count == 0)
        {
            inner.Link(back, added.Id);
        }
    }

    /// <summary>Joins two copies of an object: the newer one says what both say, the other adds what is missing.</summary>
    private OParlObject Merge(OParlObject added)
    {
        if (!byId.TryGetValue(added.Id, out var known))
        {
            byId.Add(added.Id, added);
            return added;
        }

        var isNewer = string.CompareOrdinal(added.Stamp, known.Stamp) > 0;
        if (added.IsDeleted != known.IsDeleted)
        {
            known.IsDeleted = isNewer ? added.IsDeleted : added.Stamp == known.Stamp || known.IsDeleted;
        }

        known.Type = known.Type.Length == 0 || (isNewer && added.Type.Length > 0) ? added.Type : known.Type;
        foreach (var (name, value) in added.Values)
        {
            if (isNewer || !known.Values.ContainsKey(name))
            {
                known.Values[name] = value;
            }
        }

        foreach (var (name, ids) in added.Links)
        {
            if (isNewer || !known.Links.ContainsKey(name))
            {
                known.Links[name] = ids;
            }
        }

        known.Stamp = isNewer ? added.Stamp : known.Stamp;
        return known;
    }

    private static void Keep(JsonElement element, OParlObject added, string name)
    {
        if (element.TryGetProperty(name, out var value))
        {
            added.Values[name] = value;
        }
    }

    private static bool IsTrue(JsonElement value) => value.ValueKind == JsonValueKind.True
        || (value.ValueKind == JsonValueKind.String && TryGetString(value) is "true" or "1")
        || (value.ValueKind == JsonValueKind.Number && value.GetRawText() == "1");

    private static string? StringOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? TryGetString(value) : null;

    /// <summary>Reads a text; <see langword="null"/> if its escapes are half of a character.</summary>
    public static string? TryGetString(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
