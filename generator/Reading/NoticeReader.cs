using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Reads a notice: front matter into typed fields, text into HTML and facts.</summary>
public static class NoticeReader
{
    /// <summary>Titles longer than this are cut in listings and search results.</summary>
    private const int LongestTitle = 200;

    public static Parsed<NoticeContent> Read(SourcePath path, ReadOnlyMemory<byte> bytes) => TextFile.Read(path, bytes, Fields.Notice, Read);

    private static NoticeContent Read(TextFile file)
    {
        var (path, fields, findings) = (file.Path, file.Fields, file.Findings);
        var withdrawn = SharedFields.ReadWithdrawal(fields);
        var title = withdrawn is null ? fields.RequireText(Fields.Title) : fields.Text(Fields.Title);
        if (title is { Value.Length: > LongestTitle } longTitle)
        {
            findings.Add(Codes.TitleTooLong.At(longTitle.In(path), longTitle.Value.Length.ToString(CultureInfo.InvariantCulture), LongestTitle.ToString(CultureInfo.InvariantCulture)));
        }

        var date = RequireDate(fields);
        var number = RequireNumber(path, fields, date, findings);
        var rubrics = fields.TextList(Fields.Rubric);
        if (rubrics.IsEmpty)
        {
            fields.ReportMissing(Fields.Rubric);
        }

        if (!file.Body.Facts.HasText && withdrawn is null)
        {
            findings.Add(Codes.EmptyBody.At(path));
        }

        // All fields are read whatever is missing, so that one run shows every problem.
        var summary = fields.TextValue(Fields.Summary);
        if (date is { } day && withdrawn is null && !fields.Has(Fields.Deadline))
        {
            DeadlineHint.Check(path, file.File.Body, file.File.BodyLine, day.Value, findings);
        }

        return new NoticeContent(SeriesOf(path), title ?? new("", 0, 0), number ?? default, date ?? default, rubrics, summary is null ? file.Body.Facts : file.Body.Facts with { FirstParagraph = default })
        {
            FileReferences = [.. fields.TextList(Fields.FileReference).Select(text => new Located<FileReference>(FileReference.Parse(text.Value), text.Line, text.Column))],
            Summary = summary is null ? null : new PackedText(summary),
            Deadlines = ReadDeadlines(fields),
            Access = fields.OpenChoice(Fields.Access),
            Teaser = fields.Choice(Fields.Teaser) switch { "title" => TeaserKind.Title, "none" => TeaserKind.None, _ => TeaserKind.Summary },
            Downloads = SharedFields.ReadDownloads(path, fields, findings),
            Contact = SharedFields.ReadContact(fields, Fields.Contact),
            Related = fields.TextList(Fields.Related),
            Updated = fields.Date(Fields.Updated)?.Value,
            Aliases = SharedFields.ReadAliases(path, fields, findings),
            Withdrawn = withdrawn,
            IsDraft = fields.Switch(Fields.Draft),
            Keywords = Keywords.Of(title?.Value ?? "", summary ?? file.Body.Facts.FirstParagraph.ToString()),
        };
    }

    /// <summary>The first folder: <c>mitteilungen</c>.</summary>
    private static string SeriesOf(SourcePath path) => path.Value[..path.Value.IndexOf('/', StringComparison.Ordinal)];

    private static Located<DateOnly>? RequireDate(FieldReader fields)
    {
        if (!fields.Has(Fields.Date))
        {
            fields.ReportMissing(Fields.Date);
        }

        return fields.Date(Fields.Date);
    }

    private static Located<NoticeNumber>? RequireNumber(SourcePath path, FieldReader fields, Located<DateOnly>? date, List<Diagnostic> findings)
    {
        if (!fields.Has(Fields.Number))
        {
            fields.ReportMissing(Fields.Number);
        }

        if (fields.Number(Fields.Number) is not { } number || (number.Value.Year == 0 && date is null))
        {
            return null;
        }

        var whole = number.Value.Year == 0 ? number with { Value = number.Value with { Year = date!.Value.Value.Year } } : number;
        var folder = path.Folder[(path.Folder.LastIndexOf('/') + 1)..];
        if (folder.Length == 4 && folder.All(char.IsAsciiDigit) && folder != whole.Value.Year.ToString("0000", CultureInfo.InvariantCulture))
        {
            findings.Add(Codes.YearFolderDiffers.At(number.In(path), whole.Value, folder));
        }

        return whole;
    }

    private static ImmutableArray<Located<Deadline>> ReadDeadlines(FieldReader fields)
    {
        var deadlines = ImmutableArray.CreateBuilder<Located<Deadline>>();
        foreach (var entry in fields.MapList(Fields.Deadline, Fields.DeadlineEntry, Fields.DeadlineDate))
        {
            if (!entry.Has(Fields.DeadlineDate))
            {
                entry.ReportMissing(Fields.DeadlineDate);
            }
            else if (entry.Date(Fields.DeadlineDate) is { } date)
            {
                deadlines.Add(new Located<Deadline>(new Deadline(date.Value, entry.TextValue(Fields.DeadlineLabel)), date.Line, date.Column));
            }
        }

        return deadlines.ToImmutable();
    }
}
