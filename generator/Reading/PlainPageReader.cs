using System.Collections.Immutable;
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

    private static Parsed<PlainPageContent> Read(SourcePath path, ReadOnlyMemory<byte> bytes, FieldTable table)
    {
        var findings = new List<Diagnostic>();
        if (SourceText.Decode(path, bytes.Span, findings) is not { } text || FrontMatter.Split(path, text, findings) is not { } file)
        {
            return new Parsed<PlainPageContent>(null, [.. findings], []);
        }

        var fields = new FieldReader(path, file.Map, table, findings);
        var isTitleRequired = table.Find(Fields.Title.Key)!.IsRequired;
        var title = isTitleRequired ? fields.RequireText(Fields.Title) : fields.Text(Fields.Title);
        var accepted = fields.TextValues(Fields.Accept).ToImmutableArray();
        var body = MarkdownReader.Shared.Read(path, file.Body, file.BodyLine, findings);
        var content = new PlainPageContent(title, body.Facts)
        {
            Headings = body.Headings,
            Summary = fields.TextValue(Fields.Summary),
            Updated = fields.Date(Fields.Updated)?.Value,
            Access = fields.OpenChoice(Fields.Access),
            Contact = SharedFields.ReadContact(fields, Fields.Contact),
            Downloads = SharedFields.ReadDownloads(path, fields, findings),
            Aliases = SharedFields.ReadAliases(path, fields, findings),
            IsDraft = fields.Switch(Fields.Draft),
        };
        return isTitleRequired && title is null
            ? new Parsed<PlainPageContent>(null, [.. findings], accepted)
            : new Parsed<PlainPageContent>(content, [.. findings], accepted) { Body = body.Html };
    }
}
