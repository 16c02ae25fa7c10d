using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Reading.Council;

/// <summary>Reads a paper: <c>vorlagen/&lt;year&gt;/*.md</c>.</summary>
public static class PaperReader
{
    public static Parsed<PaperContent> Read(SourcePath path, ReadOnlyMemory<byte> bytes) => TextFile.Read(path, bytes, CouncilFields.Paper, Read, CouncilReading.LargestYaml);

    private static PaperContent? Read(TextFile file)
    {
        var (path, fields, findings) = (file.Path, file.Fields, file.Findings);
        var withdrawn = SharedFields.ReadWithdrawal(fields);
        var title = withdrawn is null ? fields.RequireText(Fields.Title) : fields.Text(Fields.Title);
        var record = CouncilReading.ReadRecord(fields);
        var reference = fields.Text(CouncilFields.Reference) is { Value.Length: > 0 } written ? written : (Located<string>?)null;
        if (reference is null && record.Id is null)
        {
            fields.ReportMissing(CouncilFields.Reference);
        }

        var content = new PaperContent(
            CouncilReading.FolderOf(path),
            title ?? new("", 0, 0),
            reference,
            CouncilReading.RequireVisibility(fields, title?.Value ?? reference?.Value ?? "", findings),
            file.Body.Facts)
        {
            PaperType = fields.TextValue(CouncilFields.PaperType),
            Date = fields.Date(CouncilFields.Date)?.Value,
            Department = fields.TextValue(CouncilFields.Department),
            FileReferences = fields.TextList(Fields.FileReference),
            UnderDirectionOf = fields.TextList(CouncilFields.UnderDirectionOf),
            Originators = fields.TextList(CouncilFields.Originators),
            Consultations = ReadConsultations(fields),
            Files = CouncilReading.ReadFiles(path, fields, findings),
            Related = fields.TextList(Fields.Related),
            Aliases = SharedFields.ReadAliases(path, fields, findings),
            Withdrawn = withdrawn,
            Record = record,
            Keywords = Keywords.Of(title?.Value ?? ""),
        };
        return reference is null && record.Id is null ? null : content;
    }

    private static ImmutableArray<ConsultationEntry> ReadConsultations(FieldReader fields)
    {
        var consultations = ImmutableArray.CreateBuilder<ConsultationEntry>();
        foreach (var entry in fields.MapList(CouncilFields.Consultations, CouncilFields.Consultation))
        {
            if (entry.RequireText(CouncilFields.Organization) is { } organization)
            {
                consultations.Add(new ConsultationEntry(organization)
                {
                    Date = entry.Date(CouncilFields.Date),
                    Meeting = entry.Text(CouncilFields.Meeting),
                    AgendaNumber = entry.Text(CouncilFields.AgendaNumber) is { Value.Length: > 0 } number ? number : null,
                    Role = entry.TextValue(CouncilFields.Role),
                    Result = entry.TextValue(CouncilFields.Result),
                    IsAuthoritative = entry.Switch(CouncilFields.IsAuthoritative),
                    Record = CouncilReading.ReadRecord(entry),
                });
            }
        }

        return consultations.ToImmutable();
    }
}
