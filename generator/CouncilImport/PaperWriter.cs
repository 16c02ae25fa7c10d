using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.CouncilImport;

/// <summary>Writes a paper with its consultations and files.</summary>
internal static class PaperWriter
{
    /// <summary>Writes one paper; <see langword="null"/> for one that cannot be named.</summary>
    public static PlannedFile? Write(OParlObject paper, Archive archive)
    {
        var values = archive.Values;
        var reference = values.AddressLine(paper, "reference");
        var title = values.Line(paper, "name");
        if (title is null)
        {
            title = reference ?? values.AddressLine(paper, "paperType");
            if (title is null)
            {
                values.Report.LeaveOut("Vorlage", paper.Id, "weder Titel noch Nummer noch Art");
                return null;
            }

            values.Report.Note(Deviations.NameMissing, paper.Id);
        }

        var day = values.Day(paper, "date");
        var consultations = archive.Selection.ConsultationsOf(paper);
        var year = day?.Year ?? FirstYear(consultations, values) ?? values.Time(paper, "created")?.Year;
        var path = archive.Paths.OfPaper(paper.Id, year, reference);
        var (created, modified) = values.Record(paper);
        var isNewer = archive.IsNewer(path, modified);
        var files = WriteFiles(paper, path, archive);
        var text = new YamlText()
            .Text(Fields.Title, title)
            .Text(CouncilFields.Reference, reference)
            .Text(CouncilFields.PaperType, values.AddressLine(paper, "paperType"))
            .Day(CouncilFields.Date, day)
            .Text(CouncilFields.Department, values.Line(paper, "fachinfo:department"))
            .Text(Fields.FileReference, values.Line(paper, "fachinfo:az"))
            .Word(CouncilFields.Visibility, "öffentlich")
            .List(CouncilFields.UnderDirectionOf, [.. archive.SlugsOf(paper.LinksOf("underDirectionOf"), paper)])
            .List(CouncilFields.Originators, [.. archive.SlugsOf(paper.LinksOf("originatorOrganization"), paper)])
            .Raw(CouncilFields.Consultations, archive.Retain(path, CouncilFields.Consultations, WriteConsultations(consultations, archive), isNewer))
            .Raw(CouncilFields.Files, archive.Retain(path, CouncilFields.Files, files, ownerDecides: false))
            .List(Fields.Related, [.. Related(paper, archive)])
            .Text(CouncilFields.RecordId, paper.Id)
            .Time(CouncilFields.Created, created)
            .Time(CouncilFields.Modified, modified);
        return new PlannedFile(path, paper.Id, FileLayout.FrontMatter, CouncilFields.Paper, text.Blocks)
        {
            Parts = [.. files.Select(file => file.Id).OfType<string>().Concat(archive.State.Files.GetValueOrDefault(path)?.Parts ?? []).Distinct(StringComparer.Ordinal)],
        };
    }

    private static List<(string? Id, string Text)> WriteFiles(OParlObject paper, string path, Archive archive)
    {
        var main = archive.Store.Follow(paper, "mainFile").FirstOrDefault();
        var others = archive.Store.Follow(paper, "auxiliaryFile").Where(file => file != main).ToList();
        if (main is null && others.Count > 0)
        {
            archive.Values.Report.Note(Deviations.MainFileMissing, paper.Id);
            if (others.Count == 1)
            {
                (main, others) = (others[0], []);
            }
        }

        var saysSo = archive.Values.Switch(paper, "public") == true || archive.Selection.ConsultationsOf(paper).Any(one => one.Publicity == Publicity.Public);
        var entries = new List<(string? Id, string Text)>();
        foreach (var (file, role) in (main is null ? [] : new[] { (main, "hauptdatei") }).Concat(others.Select(file => (file, "anlage"))))
        {
            if (archive.Files.Write(file, role, path, saysSo) is { } entry)
            {
                entries.Add((file.HasOwnId ? file.Id : null, entry.Item()));
            }
        }

        return entries;
    }

    private static List<(string? Id, string Text)> WriteConsultations(IEnumerable<JudgedConsultation> consultations, Archive archive)
    {
        var values = archive.Values;
        var entries = new List<(string? Id, string Text)>();
        foreach (var judged in consultations)
        {
            var consultation = judged.Consultation;
            if (judged.Publicity is Publicity.Nonpublic or Publicity.Held)
            {
                values.Report.CountVisibility("Beratungen ausgelassen: an nichtöffentlichen Tagesordnungspunkten");
                continue;
            }

            if (OrganizationOf(judged, archive) is not { } organization)
            {
                values.Report.LeaveOut("Beratung", consultation.Id, "das Gremium ist nicht bekannt");
                continue;
            }

            var role = values.Line(consultation, "role");
            if (role is null)
            {
                values.Report.Note(Deviations.RoleMissing, consultation.Id);
            }

            var start = judged.Meeting is null ? null : values.Time(judged.Meeting, "start");
            var isKnown = judged.Meeting is not null && archive.Meetings.Contains(judged.Meeting.Id);
            var entry = new YamlText()
                .Text(CouncilFields.Organization, organization)
                .Day(CouncilFields.Date, start is { } time ? DateOnly.FromDateTime(time) : null)
                .Text(CouncilFields.Meeting, isKnown ? judged.Meeting!.Id : null)
                .Text(CouncilFields.AgendaNumber, judged.Item is null ? null : values.Line(judged.Item, "number"))
                .Text(CouncilFields.Role, role)
                .Text(CouncilFields.Result, judged.Item is null || isKnown ? null : values.Line(judged.Item, "result"))
                .Switch(CouncilFields.IsAuthoritative, values.Switch(consultation, "authoritative") == true)
                .Text(CouncilFields.RecordId, consultation.HasOwnId ? consultation.Id : null);
            entries.Add((consultation.HasOwnId ? consultation.Id : null, entry.Item()));
        }

        return entries;
    }

    private static string? OrganizationOf(JudgedConsultation judged, Archive archive)
    {
        var own = judged.Consultation.LinksOf("organization");
        if (own.Select(archive.Organizations.SlugOf).OfType<string>().FirstOrDefault() is { } slug)
        {
            return slug;
        }

        if (judged.Meeting?.LinksOf("organization").Select(archive.Organizations.SlugOf).OfType<string>().FirstOrDefault() is not { } other)
        {
            return null;
        }

        archive.Values.Report.Note(Deviations.OrganizationFromMeeting, judged.Consultation.Id);
        return other;
    }

    private static IEnumerable<string> Related(OParlObject paper, Archive archive) =>
        paper.LinksOf("relatedPaper").Concat(paper.LinksOf("superordinatedPaper")).Concat(paper.LinksOf("subordinatedPaper"))
            .Where(id => id != paper.Id && archive.Papers.Contains(id))
            .Distinct(StringComparer.Ordinal);

    private static int? FirstYear(IEnumerable<JudgedConsultation> consultations, FieldValues values) =>
        consultations.Select(one => one.Meeting is null ? null : values.Time(one.Meeting, "start")?.Year).Where(year => year is not null).Min();
}
