using System.Globalization;
using System.Text.Json;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.OParl;

/// <summary>Papers and meetings with all that hangs on them, as OParl objects.</summary>
internal sealed class OParlPapers(PageContext context, OParlBody owner)
{
    public void Add(Paper paper)
    {
        owner.Add("paper", paper.Slug, paper.Content.Record, paper.Day, (json, _) => WritePaper(json, paper));
        foreach (var consultation in paper.Consultations)
        {
            owner.Add("consultation", consultation.Key, consultation.Entry.Record, consultation.Day ?? paper.Day, (json, form) => WriteConsultation(json, form, consultation));
        }

        AddFiles(paper.Files, paper.Day);
    }

    public void Add(Meeting meeting)
    {
        owner.Add("meeting", meeting.Slug, meeting.Content.Record, meeting.Day, (json, _) => WriteMeeting(json, meeting));
        foreach (var item in meeting.Agenda)
        {
            owner.Add("agendaitem", item.Key, item.Entry.Record, meeting.Day, (json, form) => WriteItem(json, form, item));
            AddFiles(item.Files, meeting.Day);
        }

        AddFiles(meeting.Files, meeting.Day);
        if (!meeting.Content.Place.IsEmpty && !owner.Has("location", LocationKey(meeting.Content.Place)))
        {
            owner.Add("location", LocationKey(meeting.Content.Place), RecordDates.None, null, (json, _) => WriteLocation(json, meeting.Content.Place));
        }
    }

    private void AddFiles(IEnumerable<CouncilFile> files, DateOnly? day)
    {
        foreach (var file in files)
        {
            owner.Add("file", file.Slug, file.Entry.Record, file.Entry.Date ?? day, (json, form) => WriteFile(json, form, file));
        }
    }

    private void WritePaper(Utf8JsonWriter json, Paper paper)
    {
        var content = paper.Content;
        json.WriteString("body", owner.IdOfBody);
        json.WriteString("name", content.Title.Value);
        json.Text("reference", content.Reference?.Value);
        json.Day("date", content.Date);
        json.Text("paperType", content.PaperType);
        json.Texts("relatedPaper", [.. paper.Related.Select(related => owner.IdOf("paper", related.Slug))]);

        // "The main file" only where there is no doubt which.
        var main = paper.Files.Where(file => file.Entry.Role == FileRole.Main).ToList() is [var only] ? only : null;
        if (main is not null)
        {
            json.WritePropertyName("mainFile");
            owner.Embed(json, "file", main.Slug);
        }

        owner.EmbedAll(json, "auxiliaryFile", "file", [.. paper.Files.Where(file => file != main).Select(file => file.Slug)]);
        json.Texts("underDirectionOf", [.. paper.UnderDirectionOf.Select(owner.IdOf)]);
        json.Texts("originatorOrganization", [.. paper.Originators.Select(owner.IdOf)]);
        owner.EmbedAll(json, "consultation", "consultation", [.. paper.Consultations.Select(consultation => consultation.Key)]);
        json.WriteString("web", context.Absolute(paper.Route));
        json.Text("fachinfo:department", content.Department);
        json.Texts("fachinfo:az", [.. paper.FileReferences.Select(reference => reference.Text).Where(text => text.Length > 0)]);
    }

    private void WriteConsultation(Utf8JsonWriter json, OParlForm form, Consultation consultation)
    {
        if (form == OParlForm.Single)
        {
            json.WriteString("paper", owner.IdOf("paper", consultation.Paper.Slug));
        }

        json.Text("agendaItem", consultation.Item is { } item ? owner.IdOf("agendaitem", item.Key) : null);
        json.Text("meeting", consultation.Meeting is { } meeting ? owner.IdOf("meeting", meeting.Slug) : null);
        json.Texts("organization", [owner.IdOf(consultation.Organization)]);
        if (consultation.Entry.IsAuthoritative)
        {
            json.WriteBoolean("authoritative", true);
        }

        json.Text("role", consultation.Entry.Role);
        json.Text("fachinfo:result", consultation.Result);
    }

    private void WriteFile(Utf8JsonWriter json, OParlForm form, CouncilFile file)
    {
        var entry = file.Entry;
        json.Text("name", file.Label);
        json.Text("fileName", file.FileName);
        json.Text("mimeType", MimeType(file));
        json.Day("date", entry.Date);
        if (file.SizeInBytes is { } size)
        {
            json.WriteNumber("size", size);
        }

        // Bytes that are not kept here are found where they came from, else at least what is known of them.
        json.WriteString("accessUrl", file.File is { } bytes ? context.Absolute(bytes.Route) : entry.Url?.Value ?? context.Absolute(file.Route));
        json.Text("fileLicense", entry.License);
        if (form == OParlForm.Single)
        {
            json.Texts("paper", file.Paper is { } paper ? [owner.IdOf("paper", paper.Slug)] : []);
            json.Texts("agendaItem", file.Item is { } item ? [owner.IdOf("agendaitem", item.Key)] : []);
            json.Texts("meeting", file is { Item: null, Meeting: { } meeting } ? [owner.IdOf("meeting", meeting.Slug)] : []);
        }

        json.WriteString("web", context.Absolute(file.Route));
    }

    private void WriteMeeting(Utf8JsonWriter json, Meeting meeting)
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
            owner.Embed(json, "location", LocationKey(content.Place));
        }

        json.Texts("organization", [.. meeting.Organizations.Select(owner.IdOf)]);
        WriteOne(json, "invitation", meeting, FileRole.Invitation);
        WriteOne(json, "resultsProtocol", meeting, FileRole.ResultsProtocol);
        WriteOne(json, "verbatimProtocol", meeting, FileRole.VerbatimProtocol);
        owner.EmbedAll(json, "auxiliaryFile", "file", [.. meeting.Files.Where(file => !IsNamed(meeting, file)).Select(file => file.Slug)]);
        owner.EmbedAll(json, "agendaItem", "agendaitem", [.. meeting.Agenda.Select(item => item.Key)]);
        json.WriteString("web", context.Absolute(meeting.Route));
    }

    private void WriteOne(Utf8JsonWriter json, string name, Meeting meeting, FileRole role)
    {
        if (meeting.Files.FirstOrDefault(file => file.Entry.Role == role) is { } file)
        {
            json.WritePropertyName(name);
            owner.Embed(json, "file", file.Slug);
        }
    }

    /// <summary>Whether the meeting has a field of its own for the file: the first of its role.</summary>
    private static bool IsNamed(Meeting meeting, CouncilFile file) =>
        file.Entry.Role is FileRole.Invitation or FileRole.ResultsProtocol or FileRole.VerbatimProtocol
        && meeting.Files.First(other => other.Entry.Role == file.Entry.Role) == file;

    private void WriteItem(Utf8JsonWriter json, OParlForm form, AgendaItem item)
    {
        if (form == OParlForm.Single)
        {
            json.WriteString("meeting", owner.IdOf("meeting", item.Meeting.Slug));
        }

        json.Text("number", item.Entry.Number);
        json.WriteNumber("order", item.Order);
        json.WriteString("name", item.Entry.Title.Value);
        json.WriteBoolean("public", true);
        json.Text("consultation", item.Consultation is { } consultation ? owner.IdOf("consultation", consultation.Key) : null);
        json.Text("result", item.Consultation?.Result ?? item.Entry.Result);
        json.Text("resolutionText", item.Entry.Resolution);
        var resolution = item.Files.FirstOrDefault(file => file.Entry.Role == FileRole.Resolution);
        if (resolution is not null)
        {
            json.WritePropertyName("resolutionFile");
            owner.Embed(json, "file", resolution.Slug);
        }

        owner.EmbedAll(json, "auxiliaryFile", "file", [.. item.Files.Where(file => file != resolution).Select(file => file.Slug)]);
    }

    private void WriteLocation(Utf8JsonWriter json, Place place)
    {
        json.Text("description", place.Description);
        json.Text("room", place.Room);
        json.Text("streetAddress", place.Street);
        json.Text("postalCode", place.PostalCode);
        json.Text("locality", place.Locality);
        json.Texts("bodies", [owner.IdOfBody]);
    }

    /// <summary>The same place is the same object: its key is the slug of all that is known of it, and a hash where that is long.</summary>
    private static string LocationKey(Place place)
    {
        const int LongestSlug = 60;
        var text = string.Join(' ', new[] { place.Description, place.Room, place.Street, place.PostalCode, place.Locality }.OfType<string>());
        var slug = Slug.Of(text);
        return slug.Length is > 0 and <= LongestSlug
            ? slug
            : slug[..Math.Min(slug.Length, LongestSlug)].TrimEnd('-') + "-" + Execution.ContentHash.Of(text).High.ToString("x16", CultureInfo.InvariantCulture)[..8];
    }

    /// <summary>The type as given, else by the usual extensions; left out where nothing tells it.</summary>
    private static string? MimeType(CouncilFile file) => file.Entry.MimeType is { } type && type.Contains('/', StringComparison.Ordinal) ? type : Path.GetExtension(file.FileName).ToLowerInvariant() switch
    {
        ".pdf" => "application/pdf",
        ".txt" => "text/plain",
        ".csv" => "text/csv",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".png" => "image/png",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ".odt" => "application/vnd.oasis.opendocument.text",
        ".ods" => "application/vnd.oasis.opendocument.spreadsheet",
        ".zip" => "application/zip",
        _ => null,
    };
}
