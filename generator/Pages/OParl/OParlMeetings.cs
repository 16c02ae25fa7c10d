using System.Text.Json;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.OParl;

/// <summary>Writes meetings with their agendas and places.</summary>
internal sealed class OParlMeetings(PageContext context, OParlWriter objects)
{
    public void Write(Utf8JsonWriter json, Meeting meeting)
    {
        var content = meeting.Content;
        json.WriteString("name", meeting.Label);
        if (content.IsCancelled)
        {
            json.WriteBoolean("cancelled", true);
        }

        json.Time("start", GermanTime.WithOffset(content.Start.Value));
        if (content.End is { } end)
        {
            json.Time("end", GermanTime.WithOffset(end));
        }

        if (!content.Place.IsEmpty)
        {
            json.WritePropertyName("location");
            objects.Embed(json, OParlKind.Location, OParlBody.KeyOf(content.Place));
        }

        json.Texts("organization", [.. meeting.Organizations.Select(objects.IdOf)]);
        WriteOne(json, "invitation", meeting, FileRole.Invitation);
        WriteOne(json, "resultsProtocol", meeting, FileRole.ResultsProtocol);
        WriteOne(json, "verbatimProtocol", meeting, FileRole.VerbatimProtocol);
        objects.EmbedAll(json, "auxiliaryFile", OParlKind.File, [.. meeting.Files.Where(file => !IsNamed(meeting, file)).Select(file => file.Slug)]);
        objects.EmbedAll(json, "agendaItem", OParlKind.AgendaItem, [.. meeting.Agenda.Select(item => item.Key)]);
        json.WriteString("web", context.Absolute(meeting.Route));
    }

    public void Write(Utf8JsonWriter json, OParlForm form, AgendaItem item)
    {
        if (form == OParlForm.Single)
        {
            json.WriteString("meeting", objects.IdOf(OParlKind.Meeting, item.Meeting.Slug));
        }

        json.Text("number", item.Entry.Number);
        json.WriteNumber("order", item.Order);
        json.WriteString("name", item.Entry.Title.Value);
        json.WriteBoolean("public", true);
        json.Text("consultation", item.Consultation is { } consultation ? objects.IdOf(OParlKind.Consultation, consultation.Key) : null);
        json.Text("result", item.Consultation?.Result ?? item.Entry.Result);
        json.Text("resolutionText", item.Entry.Resolution);
        var resolution = item.Files.FirstOrDefault(file => file.Entry.Role == FileRole.Resolution);
        if (resolution is not null)
        {
            json.WritePropertyName("resolutionFile");
            objects.Embed(json, OParlKind.File, resolution.Slug);
        }

        objects.EmbedAll(json, "auxiliaryFile", OParlKind.File, [.. item.Files.Where(file => file != resolution).Select(file => file.Slug)]);
    }

    public void Write(Utf8JsonWriter json, Place place)
    {
        json.Text("description", place.Description);
        json.Text("room", place.Room);
        json.Text("streetAddress", place.Street);
        json.Text("postalCode", place.PostalCode);
        json.Text("locality", place.Locality);
        json.Texts("bodies", [objects.IdOfBody]);
    }

    private void WriteOne(Utf8JsonWriter json, string name, Meeting meeting, FileRole role)
    {
        if (meeting.Files.FirstOrDefault(file => file.Entry.Role == role) is { } file)
        {
            json.WritePropertyName(name);
            objects.Embed(json, OParlKind.File, file.Slug);
        }
    }

    /// <summary>Whether the meeting has a field of its own for the file: the first of its role.</summary>
    private static bool IsNamed(Meeting meeting, CouncilFile file) =>
        file.Entry.Role is FileRole.Invitation or FileRole.ResultsProtocol or FileRole.VerbatimProtocol
        && meeting.Files.First(other => other.Entry.Role == file.Entry.Role) == file;
}
