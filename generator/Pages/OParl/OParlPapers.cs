using System.Text.Json;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.OParl;

/// <summary>Writes papers with all that hangs on them.</summary>
internal sealed class OParlPapers(PageContext context, OParlWriter objects)
{
    public void Write(Utf8JsonWriter json, Paper paper)
    {
        var content = paper.Content;
        json.WriteString("body", objects.IdOfBody);
        json.WriteString("name", content.Title.Value);
        json.Text("reference", content.Reference?.Value);
        json.Day("date", content.Date);
        json.Text("paperType", content.PaperType);
        json.Texts("relatedPaper", [.. paper.Related.Select(related => objects.IdOf(OParlKind.Paper, related.Slug))]);

        // "The main file" only where there is no doubt which.
        var main = paper.Files.Where(file => file.Entry.Role == FileRole.Main).ToList() is [var only] ? only : null;
        if (main is not null)
        {
            json.WritePropertyName("mainFile");
            objects.Embed(json, OParlKind.File, main.Slug);
        }

        objects.EmbedAll(json, "auxiliaryFile", OParlKind.File, [.. paper.Files.Where(file => file != main).Select(file => file.Slug)]);
        json.Texts("underDirectionOf", [.. paper.UnderDirectionOf.Select(objects.IdOf)]);
        json.Texts("originatorOrganization", [.. paper.Originators.Select(objects.IdOf)]);
        objects.EmbedAll(json, "consultation", OParlKind.Consultation, [.. paper.Consultations.Select(consultation => consultation.Key)]);
        json.WriteString("web", context.Absolute(paper.Route));
        json.Text("fachinfo:department", content.Department);
        json.Texts("fachinfo:az", [.. paper.FileReferences.Select(reference => reference.Text).Where(text => text.Length > 0)]);
    }

    public void Write(Utf8JsonWriter json, OParlForm form, Consultation consultation)
    {
        if (form == OParlForm.Single)
        {
            json.WriteString("paper", objects.IdOf(OParlKind.Paper, consultation.Paper.Slug));
        }

        json.Text("agendaItem", consultation.Item is { } item ? objects.IdOf(OParlKind.AgendaItem, item.Key) : null);
        json.Text("meeting", consultation.Meeting is { } meeting ? objects.IdOf(OParlKind.Meeting, meeting.Slug) : null);
        json.Texts("organization", [objects.IdOf(consultation.Organization)]);
        if (consultation.Entry.IsAuthoritative)
        {
            json.WriteBoolean("authoritative", true);
        }

        json.Text("role", consultation.Entry.Role);
        json.Text("fachinfo:result", consultation.Result);
    }

    public void Write(Utf8JsonWriter json, OParlForm form, CouncilFile file)
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
            json.Texts("paper", file.Paper is { } paper ? [objects.IdOf(OParlKind.Paper, paper.Slug)] : []);
            json.Texts("agendaItem", file.Item is { } item ? [objects.IdOf(OParlKind.AgendaItem, item.Key)] : []);
            json.Texts("meeting", file is { Item: null, Meeting: { } meeting } ? [objects.IdOf(OParlKind.Meeting, meeting.Slug)] : []);
        }

        json.WriteString("web", context.Absolute(file.Route));
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
