using Fachinfo.Execution;
using Fachinfo.Model;
using static Fachinfo.Reading.BinaryValues;

namespace Fachinfo.Reading;

/// <summary>Notices in the cache: plain values in a fixed order, since tens of thousands are read on every build.</summary>
/// <remarks>JSON took five times as long and compiled a hundred generic methods at start. A test writes every field and reads it back.</remarks>
public static class NoticeFormat
{
    public static readonly DocumentFormat<NoticeContent> Instance = Format<NoticeContent>(WriteNotice, ReadNotice);

    private static void WriteNotice(BinaryWriter writer, NoticeContent notice)
    {
        writer.Write(notice.Series);
        WriteLocated(writer, notice.Title);
        writer.Write(notice.Number.Value.Number);
        writer.Write(notice.Number.Value.Year);
        WritePlace(writer, notice.Number.Line, notice.Number.Column);
        WriteDate(writer, notice.Date.Value);
        WritePlace(writer, notice.Date.Line, notice.Date.Column);
        WriteArray(writer, notice.Rubrics, WriteLocated);
        WriteBody(writer, notice.Body);
        WriteArray(writer, notice.FileReferences, WriteFileReference);
        writer.Write(notice.Summary is not null);
        if (notice.Summary is { } summary)
        {
            WritePacked(writer, summary);
        }

        WriteArray(writer, notice.Deadlines, (to, deadline) =>
        {
            WriteDate(to, deadline.Value.Date);
            WriteText(to, deadline.Value.Label);
            WritePlace(to, deadline.Line, deadline.Column);
        });
        WriteOptional(writer, notice.Access);
        writer.Write((byte)notice.Teaser);
        WriteArray(writer, notice.Downloads, WriteDownload);
        WriteContact(writer, notice.Contact);
        WriteArray(writer, notice.Related, WriteLocated);
        WriteDay(writer, notice.Updated);
        WriteArray(writer, notice.Aliases, WriteLocated);
        WriteWithdrawal(writer, notice.Withdrawn);
        writer.Write(notice.IsDraft);
        WriteArray(writer, notice.Keywords, (to, word) => to.Write(word));
    }

    private static NoticeContent ReadNotice(RecordReader reader)
    {
        var series = reader.ReadShared();
        var title = ReadLocated(reader);
        var number = Locate(reader, new NoticeNumber(reader.ReadInt32(), reader.ReadInt32()));
        var date = Locate(reader, ReadDate(reader));
        return new NoticeContent(series, title, number, date, ReadArray(reader, ReadSharedLocated), ReadBody(reader))
        {
            FileReferences = ReadArray(reader, ReadFileReference),
            Summary = reader.ReadBoolean() ? reader.ReadPacked() : null,
            Deadlines = ReadArray(reader, from => Locate(from, new Deadline(ReadDate(from), ReadText(from)))),
            Access = ReadOptional(reader),
            Teaser = (TeaserKind)reader.ReadByte(),
            Downloads = ReadArray(reader, ReadDownload),
            Contact = ReadContact(reader),
            Related = ReadArray(reader, ReadLocated),
            Updated = ReadDay(reader),
            Aliases = ReadArray(reader, ReadLocated),
            Withdrawn = ReadWithdrawal(reader),
            IsDraft = reader.ReadBoolean(),
            Keywords = ReadArray(reader, from => from.ReadInt32()),
        };
    }

    private static void WriteFileReference(BinaryWriter writer, Located<FileReference> reference)
    {
        writer.Write(reference.Value.Text);
        writer.Write(reference.Value.Plan);
        WriteText(writer, reference.Value.CaseNumber);
        WriteText(writer, reference.Value.Department);
        WriteText(writer, reference.Value.Volume);
        WriteText(writer, reference.Value.Initials);
        WritePlace(writer, reference.Line, reference.Column);
    }

    private static Located<FileReference> ReadFileReference(RecordReader reader) => Locate(
        reader,
        new FileReference(reader.ReadString(), reader.ReadShared(), ReadSharedText(reader), ReadSharedText(reader), ReadSharedText(reader), ReadSharedText(reader)));

    internal static void WriteDownload(BinaryWriter writer, DownloadEntry download)
    {
        WriteOptional(writer, download.File);
        WriteOptional(writer, download.Url);
        WriteText(writer, download.Title);
        WriteOptional(writer, download.Access);
        writer.Write(download.TeasesTitle);
        WriteText(writer, download.Description);
        WriteDay(writer, download.Date);
        WriteDay(writer, download.Updated);
        WriteText(writer, download.License);
    }

    internal static DownloadEntry ReadDownload(RecordReader reader) => new(ReadOptional(reader), ReadOptional(reader))
    {
        Title = ReadText(reader),
        Access = ReadOptional(reader),
        TeasesTitle = reader.ReadBoolean(),
        Description = ReadText(reader),
        Date = ReadDay(reader),
        Updated = ReadDay(reader),
        License = ReadText(reader),
    };
}
