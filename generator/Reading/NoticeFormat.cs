using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Notices in the cache: plain values in a fixed order, since tens of thousands are read on every build.</summary>
/// <remarks>JSON took five times as long and compiled a hundred generic methods at start. A test writes every field and reads it back.</remarks>
public static class NoticeFormat
{
    public static readonly DocumentFormat<NoticeContent> Instance = DocumentFormat<NoticeContent>.Binary(Write, Read);

    private static void Write(BinaryWriter writer, Parsed<NoticeContent> parsed)
    {
        WriteArray(writer, parsed.Findings, WriteFinding);
        WriteArray(writer, parsed.Accepted, (to, code) => to.Write(code));
        writer.Write(parsed.Data is not null);
        if (parsed.Data is { } notice)
        {
            WriteNotice(writer, notice);
        }
    }

    private static Parsed<NoticeContent> Read(BinaryReader reader)
    {
        var findings = ReadArray(reader, ReadFinding);
        var accepted = ReadArray(reader, from => from.ReadString());
        return new Parsed<NoticeContent>(reader.ReadBoolean() ? ReadNotice(reader) : null, findings, accepted);
    }

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
        WriteArray(writer, notice.FileReferences, WriteLocated);
        WriteText(writer, notice.Summary);
        WriteArray(writer, notice.Deadlines, (to, deadline) =>
        {
            WriteDate(to, deadline.Value.Date);
            WriteText(to, deadline.Value.Label);
            WritePlace(to, deadline.Line, deadline.Column);
        });
        WriteOptional(writer, notice.Access);
        writer.Write((byte)notice.Teaser);
        WriteArray(writer, notice.Downloads, WriteDownload);
        WriteText(writer, notice.Contact.Name);
        WriteText(writer, notice.Contact.Email);
        WriteText(writer, notice.Contact.Phone);
        WriteText(writer, notice.Contact.Address);
        WriteArray(writer, notice.Related, WriteLocated);
        WriteDay(writer, notice.Updated);
        WriteArray(writer, notice.Aliases, WriteLocated);
        WriteDay(writer, notice.Withdrawn?.Date);
        WriteText(writer, notice.Withdrawn?.Reason);
        writer.Write(notice.IsDraft);
        WriteArray(writer, notice.Keywords, (to, word) => to.Write(word));
    }

    private static NoticeContent ReadNotice(BinaryReader reader)
    {
        var series = string.Intern(reader.ReadString());
        var title = ReadLocated(reader);
        var number = Locate(reader, new NoticeNumber(reader.ReadInt32(), reader.ReadInt32()));
        var date = Locate(reader, ReadDate(reader));
        return new NoticeContent(series, title, number, date, ReadArray(reader, ReadLocated), ReadBody(reader))
        {
            FileReferences = ReadArray(reader, ReadLocated),
            Summary = ReadText(reader),
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

    private static void WriteBody(BinaryWriter writer, BodyFacts body)
    {
        WriteArray(writer, body.Headings, (to, heading) =>
        {
            to.Write(heading.Id);
            to.Write(heading.Text);
            to.Write((byte)heading.Level);
        });
        WriteArray(writer, body.Links, (to, link) =>
        {
            to.Write(link.Target);
            to.Write(link.IsImage);
            WritePlace(to, link.Line, link.Column);
        });
        writer.Write(body.FirstParagraph);
        writer.Write(body.HasText);
        WriteArray(writer, body.Anchors, (to, anchor) => to.Write(anchor));
    }

    private static BodyFacts ReadBody(BinaryReader reader) => new(
        ReadArray(reader, from => new Heading(from.ReadString(), from.ReadString(), from.ReadByte())),
        ReadArray(reader, from => new BodyLink(from.ReadString(), from.ReadBoolean(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt())),
        reader.ReadString())
    {
        HasText = reader.ReadBoolean(),
        Anchors = ReadArray(reader, from => from.ReadString()),
    };

    private static void WriteDownload(BinaryWriter writer, DownloadEntry download)
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

    private static DownloadEntry ReadDownload(BinaryReader reader) => new(ReadOptional(reader), ReadOptional(reader))
    {
        Title = ReadText(reader),
        Access = ReadOptional(reader),
        TeasesTitle = reader.ReadBoolean(),
        Description = ReadText(reader),
        Date = ReadDay(reader),
        Updated = ReadDay(reader),
        License = ReadText(reader),
    };

    private static Contact ReadContact(BinaryReader reader)
    {
        var contact = new Contact(ReadText(reader), ReadText(reader), ReadText(reader), ReadText(reader));
        return contact.IsEmpty ? Contact.Empty : contact;
    }

    private static Withdrawal? ReadWithdrawal(BinaryReader reader)
    {
        var (date, reason) = (ReadDay(reader), ReadText(reader));
        return date is { } day ? new Withdrawal(day, reason) : null;
    }

    private static void WriteFinding(BinaryWriter writer, Diagnostic finding)
    {
        writer.Write(finding.Code);
        writer.Write((byte)finding.Severity);
        writer.Write(finding.Location.Path.Value);
        WritePlace(writer, finding.Location.Line, finding.Location.Column);
        writer.Write(finding.Message);
    }

    private static Diagnostic ReadFinding(BinaryReader reader)
    {
        var (code, severity, path) = (reader.ReadString(), (Severity)reader.ReadByte(), new SourcePath(reader.ReadString()));
        var location = new SourceLocation(path, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        return new Diagnostic(code, severity, location, reader.ReadString());
    }

    private static void WriteArray<TItem>(BinaryWriter writer, ImmutableArray<TItem> items, Action<BinaryWriter, TItem> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }

    private static ImmutableArray<TItem> ReadArray<TItem>(BinaryReader reader, Func<BinaryReader, TItem> read)
    {
        var count = reader.Read7BitEncodedInt();
        if (count == 0)
        {
            return [];
        }

        var items = ImmutableArray.CreateBuilder<TItem>(count);
        for (var i = 0; i < count; i++)
        {
            items.Add(read(reader));
        }

        return items.MoveToImmutable();
    }

    private static void WriteLocated(BinaryWriter writer, Located<string> text)
    {
        writer.Write(text.Value);
        WritePlace(writer, text.Line, text.Column);
    }

    private static Located<string> ReadLocated(BinaryReader reader) => Locate(reader, reader.ReadString());

    private static void WriteOptional(BinaryWriter writer, Located<string>? text)
    {
        writer.Write(text is not null);
        if (text is { } value)
        {
            WriteLocated(writer, value);
        }
    }

    private static Located<string>? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? ReadLocated(reader) : null;

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteDate(BinaryWriter writer, DateOnly date) => writer.Write(date.DayNumber);

    private static DateOnly ReadDate(BinaryReader reader) => DateOnly.FromDayNumber(reader.ReadInt32());

    private static void WriteDay(BinaryWriter writer, DateOnly? date) => writer.Write(date?.DayNumber ?? -1);

    private static DateOnly? ReadDay(BinaryReader reader) => reader.ReadInt32() is var day and >= 0 ? DateOnly.FromDayNumber(day) : null;

    private static void WritePlace(BinaryWriter writer, int line, int column)
    {
        writer.Write7BitEncodedInt(line);
        writer.Write7BitEncodedInt(column);
    }

    private static Located<TValue> Locate<TValue>(BinaryReader reader, TValue value) => new(value, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
}
