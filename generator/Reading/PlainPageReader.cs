using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Reads plain pages and the introductions of rubrics, which have the same shape.</summary>
public static class PlainPageReader
{
    public static Parsed<PlainPageContent> ReadPage(SourcePath path, ReadOnlyMemory<byte> bytes) => Read(path, bytes, Fields.Page);

    public static Parsed<RubricIntroductionContent> ReadIntroduction(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var page = Read(path, bytes, Fields.Introduction);
        var content = page.Data is null ? null : new RubricIntroductionContent(page.Data);
        return new Parsed<RubricIntroductionContent>(content, page.Findings, page.Accepted) { Body = page.Body };
    }

    private static Parsed<PlainPageContent> Read(SourcePath path, ReadOnlyMemory<byte> bytes, FieldTable table) =>
        TextFile.Read(path, bytes, table, file => Read(file, table.Find(Fields.Title.Key)!.IsRequired));

    private static PlainPageContent? Read(TextFile file, bool isTitleRequired)
    {
        var (path, fields, findings) = (file.Path, file.Fields, file.Findings);
        var title = isTitleRequired ? fields.RequireText(Fields.Title) : fields.Text(Fields.Title);
        return isTitleRequired && title is null ? null : new PlainPageContent(title, file.Body.Facts)
        {
            Headings = file.Body.Headings,
            Summary = fields.TextValue(Fields.Summary),
            Updated = fields.Date(Fields.Updated)?.Value,
            Access = fields.OpenChoice(Fields.Access),
            Contact = SharedFields.ReadContact(fields, Fields.Contact),
            Downloads = SharedFields.ReadDownloads(path, fields, findings),
            Aliases = SharedFields.ReadAliases(path, fields, findings),
            IsDraft = fields.Switch(Fields.Draft),
        };
    }
}
