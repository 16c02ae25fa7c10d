using System.Text.Json;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.OParl;

/// <summary>Writes the objects of one municipality as JSON.</summary>
internal sealed class OParlWriter
{
    private readonly PageContext context;
    private readonly OParlBody objects;
    private readonly OParlPapers papers;
    private readonly OParlMeetings meetings;

    public OParlWriter(PageContext context, OParlBody objects)
    {
        (this.context, this.objects) = (context, objects);
        papers = new OParlPapers(context, this);
        meetings = new OParlMeetings(context, this);
    }

    /// <summary>Writes an object with id, type and dates.</summary>
    public void Write(Utf8JsonWriter json, OParlObject one, OParlForm form)
    {
        WriteHead(json, one);
        WriteFields(json, one.Subject, form);
        WriteDates(json, one);
    }

    /// <summary>Writes that an object is there or was deleted, and nothing of what it says.</summary>
    public void WriteChange(Utf8JsonWriter json, OParlObject one)
    {
        WriteHead(json, one);
        WriteDates(json, one);
    }

    public string IdOf(OParlKind kind, string key) => context.Absolute(objects.RouteOf(kind, key));

    public string IdOf(Organization organization) => IdOf(OParlKind.Organization, organization.Entry.Slug);

    public string IdOfBody => context.Absolute(objects.Own.Route);

    /// <summary>Writes an object inside another.</summary>
    public void Embed(Utf8JsonWriter json, OParlKind kind, string key)
    {
        json.WriteStartObject();
        Write(json, objects.Find(kind, key), OParlForm.Embedded);
        json.WriteEndObject();
    }

    public void EmbedAll(Utf8JsonWriter json, string name, OParlKind kind, IReadOnlyCollection<string> keys)
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

    private void WriteHead(Utf8JsonWriter json, OParlObject one)
    {
        json.WriteString("id", context.Absolute(one.Route));
        json.WriteString("type", OParlJson.Schema + one.Kind.Type);
    }

    private static void WriteDates(Utf8JsonWriter json, OParlObject one)
    {
        json.Time("created", one.Created);
        json.Time("modified", one.Modified);
        if (one.IsDeleted)
        {
            json.WriteBoolean("deleted", true);
        }
    }

    private void WriteFields(Utf8JsonWriter json, object? subject, OParlForm form)
    {
        switch (subject)
        {
            case CouncilFile file:
                papers.Write(json, form, file);
                break;
            case Consultation consultation:
                papers.Write(json, form, consultation);
                break;
            case AgendaItem item:
                meetings.Write(json, form, item);
                break;
            case Paper paper:
                papers.Write(json, paper);
                break;
            case Meeting meeting:
                meetings.Write(json, meeting);
                break;
            case Place place:
                meetings.Write(json, place);
                break;
            case Organization organization:
                Write(json, organization);
                break;
            case Person person:
                Write(json, person);
                break;
            case Membership membership:
                Write(json, form, membership);
                break;
            case LegislativeTerm term:
                Write(json, form, term);
                break;
            case Body body:
                Write(json, body);
                break;
        }
    }

    private void Write(Utf8JsonWriter json, Body body)
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
        foreach (var kind in OParlKind.All.Where(kind => kind.List is not null))
        {
            json.WriteString(kind.List!, context.Absolute(Addresses.OParlList(objects.Folder, kind.Name, 1)));
        }

        json.WriteStartArray("legislativeTerm");
        foreach (var (_, key) in objects.Terms())
        {
            Embed(json, OParlKind.LegislativeTerm, key);
        }

        json.WriteEndArray();
        json.WriteString("web", context.Absolute(body.Route));
        json.WriteString("fachinfo:changes", context.Absolute(Addresses.OParlChanges(objects.Folder, 1)));
        if (content.IsFrozen)
        {
            json.WriteBoolean("fachinfo:frozen", true);
        }
    }

    private void Write(Utf8JsonWriter json, OParlForm form, LegislativeTerm term)
    {
        if (form == OParlForm.Single)
        {
            json.WriteString("body", IdOfBody);
        }

        json.WriteString("name", term.Name);
        json.Day("startDate", term.Start);
        json.Day("endDate", term.End);
    }

    private void Write(Utf8JsonWriter json, Organization organization)
    {
        var entry = organization.Entry;
        json.WriteString("body", IdOfBody);
        json.WriteString("name", entry.Name.Value);
        json.Text("shortName", entry.ShortName);
        json.WriteString("organizationType", entry.Type switch { "faction" => "Fraktion", "department" => "Verwaltungsbereich", "other" => "Sonstiges", _ => "Gremium" });
        json.Text("classification", context.Words["council.type." + entry.Type]);
        json.Texts("membership", [.. organization.Memberships.Select(membership => IdOf(OParlKind.Membership, membership.Key))]);
        json.Day("startDate", entry.Start);
        json.Day("endDate", entry.End);
        json.Text("website", entry.Website);
        json.WriteString("web", context.Absolute(organization.Route));
    }

    private void Write(Utf8JsonWriter json, Person person)
    {
        var entry = person.Entry;
        json.WriteString("body", IdOfBody);
        json.WriteString("name", entry.Name.Value);
        json.Text("familyName", entry.FamilyName);
        json.Text("givenName", entry.GivenName);
        json.Text("formOfAddress", entry.FormOfAddress);
        EmbedAll(json, "membership", OParlKind.Membership, [.. person.Memberships.Select(membership => membership.Key)]);
    }

    private void Write(Utf8JsonWriter json, OParlForm form, Membership membership)
    {
        if (form == OParlForm.Single)
        {
            json.WriteString("person", IdOf(OParlKind.Person, membership.Person.Entry.Slug));
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
