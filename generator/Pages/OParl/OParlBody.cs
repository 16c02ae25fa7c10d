using System.Text.Json;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.OParl;

/// <summary>All objects of one municipality, each with its dates and the function that writes it.</summary>
internal sealed class OParlBody
{
    /// <summary>The lists of OParl 1.1, by the field of Body that names them, and the kind of object in them.</summary>
    public static readonly IReadOnlyList<(string Field, string Kind)> Lists =
    [
        ("organization", "organization"), ("person", "person"), ("meeting", "meeting"), ("paper", "paper"), ("agendaItem", "agendaitem"),
        ("consultation", "consultation"), ("file", "file"), ("membership", "membership"), ("locationList", "location"), ("legislativeTermList", "legislativeterm"),
    ];

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["body"] = "Body", ["organization"] = "Organization", ["person"] = "Person", ["meeting"] = "Meeting", ["paper"] = "Paper", ["agendaitem"] = "AgendaItem",
        ["consultation"] = "Consultation", ["file"] = "File", ["membership"] = "Membership", ["location"] = "Location", ["legislativeterm"] = "LegislativeTerm",
    };

    private readonly PageContext context;
    private readonly Body body;
    private readonly string folder;
    private readonly Dictionary<string, OParlObject> objects = new(StringComparer.Ordinal);

    public OParlBody(PageContext context, Body body)
    {
        this.context = context;
        this.body = body;
        folder = body.Content.Folder;
        AddAll();
        AddDeleted();
    }

    /// <summary>Gets all objects that are there, and those that were deleted.</summary>
    public IReadOnlyCollection<OParlObject> Objects => objects.Values;

    public bool Has(string kind, string key) => objects.ContainsKey(kind + "/" + key);

    public string Id(OParlObject one) => context.Absolute(one.Route);

    /// <summary>Writes an object with id, type and dates.</summary>
    public void Write(Utf8JsonWriter json, OParlObject one, OParlForm form)
    {
        json.WriteString("id", Id(one));
        json.WriteString("type", OParlJson.Schema + one.Type);
        one.WriteFields?.Invoke(json, form);
        json.Time("created", one.Created);
        json.Time("modified", one.Modified);
        if (one.IsDeleted)
        {
            json.WriteBoolean("deleted", true);
        }
    }

    private void AddAll()
    {
        Add("body", "body", body.Content.Record, null, WriteBody);
        foreach (var (term, key) in Terms())
        {
            Add("legislativeterm", key, term.Record, term.Start, (json, form) => WriteTerm(json, form, term));
        }

        foreach (var organization in body.Organizations)
        {
            Add("organization", organization.Entry.Slug, organization.Entry.Record, organization.Entry.Start, (json, _) => WriteOrganization(json, organization));
        }

        foreach (var person in body.Persons)
        {
            Add("person", person.Entry.Slug, person.Entry.Record, null, (json, _) => WritePerson(json, person));
            foreach (var membership in person.Memberships)
            {
                Add("membership", membership.Key, membership.Entry.Record, membership.Entry.Start, (json, form) => WriteMembership(json, form, membership));
            }
        }

        var papers = new OParlPapers(context, this);
        foreach (var meeting in body.Meetings)
        {
            papers.Add(meeting);
        }

        foreach (var paper in body.Papers)
        {
            papers.Add(paper);
        }
    }

    /// <summary>What was withdrawn, and what the record knows but the archive does not have any more, stays as deleted.</summary>
    private void AddDeleted()
    {
        foreach (var tombstone in body.Tombstones)
        {
            var kind = tombstone.Kind switch { CouncilKind.Paper => "paper", CouncilKind.Meeting => "meeting", CouncilKind.File => "file", CouncilKind.Organization => "organization", _ => "person" };
            if (objects.ContainsKey(kind + "/" + tombstone.Key))
            {
                continue;
            }

            Add(kind, tombstone.Key, tombstone.Record, tombstone.Withdrawal.Date, null);
        }

        foreach (var (key, entry) in body.State.Objects)
        {
            if (!objects.ContainsKey(key) && key.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 && Types.ContainsKey(key[..slash]))
            {
                Add(key[..slash], key[(slash + 1)..], RecordDates.None, DateOnly.FromDateTime(entry.Created.DateTime), null);
            }
        }
    }

    /// <summary>Adds an object with its recorded dates, else those that it brought along, else those of the content.</summary>
    public void Add(string kind, string key, RecordDates record, DateOnly? day, Action<Utf8JsonWriter, OParlForm>? write)
    {
        var name = kind + "/" + key;
        var (created, modified) = body.State.Objects.TryGetValue(name, out var entry)
            ? (entry.Created, entry.Modified)
            : Guess(record, day);
        if (write is null && day is { } gone && GermanTime.WithOffset(gone.ToDateTime(TimeOnly.MinValue)) is var since && modified < since)
        {
            // Whoever asks for changes must hear of it, even before the record is brought up to date.
            modified = since;
        }

        objects[name] = new OParlObject(kind, key, Types[kind], Addresses.OParlObject(folder, kind, key), created, modified < created ? created : modified, write);
    }

    private (DateTimeOffset Created, DateTimeOffset Modified) Guess(RecordDates record, DateOnly? day)
    {
        var created = record.Created ?? (day ?? body.Content.Updated ?? new DateOnly(2000, 1, 1)).ToDateTime(TimeOnly.MinValue);
        return (GermanTime.WithOffset(created), GermanTime.WithOffset(record.Modified ?? created));
    }

    public string IdOf(string kind, string key) => context.Absolute(Addresses.OParlObject(folder, kind, key));

    public string IdOf(Organization organization) => IdOf("organization", organization.Entry.Slug);

    public string IdOfBody => IdOf("body", "body");

    /// <summary>Writes an object inside another.</summary>
    public void Embed(Utf8JsonWriter json, string kind, string key)
    {
        json.WriteStartObject();
        Write(json, objects[kind + "/" + key], OParlForm.Embedded);
        json.WriteEndObject();
    }

    public void EmbedAll(Utf8JsonWriter json, string name, string kind, IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var key in keys)
        {
            Embed(json, kind, key);
        }

        json.WriteEndArray();
    }

    private void WriteBody(Utf8JsonWriter json, OParlForm form)
    {
        var content = body.Content;
        json.WriteString("system", context.Absolute(Addresses.OParlSystem));
        json.WriteString("name", content.Name.Value);
        json.Text("shortName", content.ShortName);
        json.Text("ags", content.Ags);
        json.Text("website", content.Website);
        json.Text("license", content.License);
        json.Text("contactName", content.Contact.Name);
        json.Text("contactEmail", content.Contact.Email);
        foreach (var (field, kind) in Lists)
        {
            json.WriteString(field, context.Absolute(Addresses.OParlList(folder, kind, 1)));
        }

        json.WriteStartArray("legislativeTerm");
        foreach (var (_, key) in Terms())
        {
            Embed(json, "legislativeterm", key);
        }

        json.WriteEndArray();
        json.WriteString("web", context.Absolute(body.Route));
        json.WriteString("fachinfo:changes", context.Absolute(Addresses.OParlChanges(folder, 1)));
        if (content.IsFrozen)
        {
            json.WriteBoolean("fachinfo:frozen", true);
        }
    }

    private IEnumerable<(LegislativeTerm Term, string Key)> Terms() =>
        body.Content.LegislativeTerms.Select((term, i) => (term, Slug.Of(term.Name) is { Length: > 0 } slug ? slug : "term-" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))).DistinctBy(pair => pair.Item2);

    private void WriteTerm(Utf8JsonWriter json, OParlForm form, LegislativeTerm term)
    {
        if (form == OParlForm.Single)
        {
            json.WriteString("body", IdOfBody);
        }

        json.WriteString("name", term.Name);
        json.Day("startDate", term.Start);
        json.Day("endDate", term.End);
    }

    private void WriteOrganization(Utf8JsonWriter json, Organization organization)
    {
        var entry = organization.Entry;
        json.WriteString("body", IdOfBody);
        json.WriteString("name", entry.Name.Value);
        json.Text("shortName", entry.ShortName);
        json.WriteString("organizationType", entry.Type switch { "faction" => "Fraktion", "department" => "Verwaltungsbereich", "other" => "Sonstiges", _ => "Gremium" });
        json.Text("classification", context.Words["council.type." + entry.Type]);
        json.Texts("membership", [.. organization.Memberships.Select(membership => IdOf("membership", membership.Key))]);
        json.Day("startDate", entry.Start);
        json.Day("endDate", entry.End);
        json.Text("website", entry.Website);
        json.WriteString("web", context.Absolute(organization.Route));
    }

    private void WritePerson(Utf8JsonWriter json, Person person)
    {
        var entry = person.Entry;
        json.WriteString("body", IdOfBody);
        json.WriteString("name", entry.Name.Value);
        json.Text("familyName", entry.FamilyName);
        json.Text("givenName", entry.GivenName);
        json.Text("formOfAddress", entry.FormOfAddress);
        EmbedAll(json, "membership", "membership", [.. person.Memberships.Select(membership => membership.Key)]);
    }

    private void WriteMembership(Utf8JsonWriter json, OParlForm form, Membership membership)
    {
        if (form == OParlForm.Single)
        {
            json.WriteString("person", IdOf("person", membership.Person.Entry.Slug));
        }

        json.WriteString("organization", IdOf(membership.Organization));
        json.Text("role", membership.Entry.Role);
        if (membership.Entry.HasVote is { } hasVote)
        {
            json.WriteBoolean("votingRight", hasVote);
        }

        json.Day("startDate", membership.Entry.Start);
        json.Day("endDate", membership.Entry.End);
    }
}
