using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>How single values are written to the cache and read back, for the binary formats.</summary>
internal static class BinaryValues
{
    /// <summary>A format from the two functions for its data; findings and accepted codes are the same for all.</summary>
    public static DocumentFormat<T> Format<T>(Action<BinaryWriter, T> write, Func<RecordReader, T> read)
        where T : class => new(
        (writer, parsed) =>
        {
            WriteArray(writer, parsed.Findings, WriteFinding);
            WriteArray(writer, parsed.Accepted, (to, code) => to.Write(code));
            writer.Write(parsed.Data is not null);
            if (parsed.Data is { } data)
            {
                write(writer, data);
            }
        },
        reader =>
        {
            var findings = ReadArray(reader, ReadFinding);
            var accepted = ReadArray(reader, from => from.ReadString());
            return new Parsed<T>(reader.ReadBoolean() ? read(reader) : null, findings, accepted);
        });

    public static void WriteBody(BinaryWriter writer, BodyFacts body)
    {
        WriteArray(writer, body.Links, (to, link) =>
        {
            to.Write(link.Target);
            to.Write(link.IsImage);
            WritePlace(to, link.Line, link.Column);
            to.Write(link.IsCitation);
        });
        WritePacked(writer, body.FirstParagraph);
        writer.Write(body.HasText);
    }

    public static BodyFacts ReadBody(RecordReader reader) => new(
        ReadArray(reader, from => new BodyLink(from.ReadString(), from.ReadBoolean(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt()) { IsCitation = from.ReadBoolean() }),
        reader.ReadPacked())
    {
        HasText = reader.ReadBoolean(),
    };

    public static void WriteContact(BinaryWriter writer, Contact contact)
    {
        WriteText(writer, contact.Name);
        WriteText(writer, contact.Email);
        WriteText(writer, contact.Phone);
        WriteText(writer, contact.Address);
    }

    public static Contact ReadContact(RecordReader reader)
    {
        var contact = new Contact(ReadSharedText(reader), ReadSharedText(reader), ReadSharedText(reader), ReadSharedText(reader));
        return contact.IsEmpty ? Contact.Empty : contact;
    }

    public static void WriteWithdrawal(BinaryWriter writer, Withdrawal? withdrawal)
    {
        WriteDay(writer, withdrawal?.Date);
        WriteText(writer, withdrawal?.Reason);
    }

    public static Withdrawal? ReadWithdrawal(RecordReader reader)
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

    private static Diagnostic ReadFinding(RecordReader reader)
    {
        var (code, severity, path) = (reader.ReadString(), (Severity)reader.ReadByte(), new SourcePath(reader.ReadString()));
        var location = new SourceLocation(path, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        return new Diagnostic(code, severity, location, reader.ReadString());
    }

    public static void WriteArray<TItem>(BinaryWriter writer, ImmutableArray<TItem> items, Action<BinaryWriter, TItem> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }

    public static ImmutableArray<TItem> ReadArray<TItem>(RecordReader reader, Func<RecordReader, TItem> read)
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

    public static void WriteLocated(BinaryWriter writer, Located<string> text)
    {
        writer.Write(text.Value);
        WritePlace(writer, text.Line, text.Column);
    }

    public static Located<string> ReadLocated(RecordReader reader) => Locate(reader, reader.ReadString());

    /// <summary>A text that many documents have.</summary>
    public static Located<string> ReadSharedLocated(RecordReader reader) => Locate(reader, reader.ReadShared());

    public static void WriteOptional(BinaryWriter writer, Located<string>? text)
    {
        writer.Write(text is not null);
        if (text is { } value)
        {
            WriteLocated(writer, value);
        }
    }

    public static Located<string>? ReadOptional(RecordReader reader) => reader.ReadBoolean() ? ReadLocated(reader) : null;

    public static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    public static string? ReadText(RecordReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    /// <summary>Writes a text as <see cref="BinaryWriter.Write(string)"/> does.</summary>
    public static void WritePacked(BinaryWriter writer, PackedText text)
    {
        writer.Write7BitEncodedInt(text.Utf8.Length);
        writer.Write(text.Utf8);
    }

    /// <summary>A text that many documents have: types, roles, places.</summary>
    public static string? ReadSharedText(RecordReader reader) => reader.ReadBoolean() ? reader.ReadShared() : null;

    public static void WriteDate(BinaryWriter writer, DateOnly date) => writer.Write(date.DayNumber);

    public static DateOnly ReadDate(RecordReader reader) => DateOnly.FromDayNumber(reader.ReadInt32());

    public static void WriteDay(BinaryWriter writer, DateOnly? date) => writer.Write(date?.DayNumber ?? -1);

    public static DateOnly? ReadDay(RecordReader reader) => reader.ReadInt32() is var day and >= 0 ? DateOnly.FromDayNumber(day) : null;

    public static void WritePlace(BinaryWriter writer, int line, int column)
    {
        writer.Write7BitEncodedInt(line);
        writer.Write7BitEncodedInt(column);
    }

    public static Located<TValue> Locate<TValue>(RecordReader reader, TValue value) => new(value, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
}
