using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using static Fachinfo.Reading.BinaryValues;

namespace Fachinfo.Reading.Council;

/// <summary>How values that only the council archive has are written to the cache and read back.</summary>
internal static class CouncilValues
{
    public static void WriteFile(BinaryWriter writer, FileEntry file)
    {
        WriteOptional(writer, file.File);
        WriteOptional(writer, file.Url);
        WriteVisibility(writer, file.Visibility);
        WriteText(writer, file.Title);
        WriteText(writer, file.FileName);
        writer.Write((byte)file.Role);
        WriteDay(writer, file.Date);
        WriteText(writer, file.License);
        WriteText(writer, file.MimeType);
        writer.Write(file.SizeInBytes ?? -1);
        WriteOptional(writer, file.Text);
        WriteWithdrawal(writer, file.Withdrawn);
        WriteRecord(writer, file.Record);
    }

    public static FileEntry ReadFile(RecordReader reader) => new(ReadOptional(reader), ReadOptional(reader), ReadVisibility(reader))
    {
        Title = ReadText(reader),
        FileName = ReadText(reader),
        Role = (FileRole)reader.ReadByte(),
        Date = ReadDay(reader),
        License = ReadSharedText(reader),
        MimeType = ReadSharedText(reader),
        SizeInBytes = reader.ReadInt64() is var size and >= 0 ? size : null,
        Text = ReadOptional(reader),
        Withdrawn = ReadWithdrawal(reader),
        Record = ReadRecord(reader),
    };

    public static void WriteVisibility(BinaryWriter writer, Located<Visibility> visibility)
    {
        writer.Write((byte)visibility.Value);
        WritePlace(writer, visibility.Line, visibility.Column);
    }

    public static Located<Visibility> ReadVisibility(RecordReader reader) => Locate(reader, (Visibility)reader.ReadByte());

    public static void WriteRecord(BinaryWriter writer, RecordDates record)
    {
        WriteText(writer, record.Id);
        WriteTime(writer, record.Created);
        WriteTime(writer, record.Modified);
    }

    public static RecordDates ReadRecord(RecordReader reader)
    {
        var record = new RecordDates(ReadText(reader), ReadTime(reader), ReadTime(reader));
        return record == RecordDates.None ? RecordDates.None : record;
    }

    public static void WriteTime(BinaryWriter writer, DateTime? time) => writer.Write(time?.Ticks ?? -1);

    public static DateTime? ReadTime(RecordReader reader) => reader.ReadInt64() is var ticks and >= 0 ? new DateTime(ticks, DateTimeKind.Unspecified) : null;
}
