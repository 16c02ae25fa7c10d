using Fachinfo.Execution;
using Fachinfo.Model.Council;
using static Fachinfo.Reading.BinaryValues;
using static Fachinfo.Reading.Council.CouncilValues;

namespace Fachinfo.Reading.Council;

/// <summary>Meetings and extracted texts in the cache: plain values in a fixed order.</summary>
public static class MeetingFormat
{
    public static readonly DocumentFormat<MeetingContent> Instance = Format<MeetingContent>(Write, Read);

    public static readonly DocumentFormat<CouncilText> Text = Format<CouncilText>(
        (writer, text) => writer.Write(text.Characters),
        reader => new CouncilText(reader.ReadInt32()));

    private static void Write(BinaryWriter writer, MeetingContent meeting)
    {
        writer.Write(meeting.Body);
        WriteArray(writer, meeting.Organizations, WriteLocated);
        writer.Write(meeting.Start.Value.Ticks);
        WritePlace(writer, meeting.Start.Line, meeting.Start.Column);
        WriteBody(writer, meeting.Text);
        WriteText(writer, meeting.Name);
        WriteTime(writer, meeting.End);
        WriteText(writer, meeting.Place.Description);
        WriteText(writer, meeting.Place.Room);
        WriteText(writer, meeting.Place.Street);
        WriteText(writer, meeting.Place.PostalCode);
        WriteText(writer, meeting.Place.Locality);
        writer.Write(meeting.IsCancelled);
        writer.Write((byte)meeting.Visibility);
        WriteArray(writer, meeting.Agenda, WriteItem);
        WriteArray(writer, meeting.Files, WriteFile);
        WriteArray(writer, meeting.Aliases, WriteLocated);
        WriteWithdrawal(writer, meeting.Withdrawn);
        WriteRecord(writer, meeting.Record);
    }

    private static MeetingContent Read(RecordReader reader) => new(
        reader.ReadShared(),
        ReadArray(reader, ReadLocated),
        Locate(reader, new DateTime(reader.ReadInt64(), DateTimeKind.Unspecified)),
        ReadBody(reader))
    {
        Name = ReadText(reader),
        End = ReadTime(reader),
        Place = ReadMeetingPlace(reader),
        IsCancelled = reader.ReadBoolean(),
        Visibility = (Visibility)reader.ReadByte(),
        Agenda = ReadArray(reader, ReadItem),
        Files = ReadArray(reader, ReadFile),
        Aliases = ReadArray(reader, ReadLocated),
        Withdrawn = ReadWithdrawal(reader),
        Record = ReadRecord(reader),
    };

    private static Place ReadMeetingPlace(RecordReader reader)
    {
        var place = new Place(ReadSharedText(reader), ReadSharedText(reader), ReadSharedText(reader), ReadSharedText(reader), ReadSharedText(reader));
        return place.IsEmpty ? Place.None : place;
    }

    private static void WriteItem(BinaryWriter writer, AgendaItemEntry item)
    {
        WriteLocated(writer, item.Title);
        WriteVisibility(writer, item.Visibility);
        WriteText(writer, item.Number);
        writer.Write(item.TeasesTitle);
        WriteOptional(writer, item.Paper);
        WriteText(writer, item.Result);
        WriteText(writer, item.Resolution);
        WriteArray(writer, item.Files, WriteFile);
        WriteRecord(writer, item.Record);
    }

    private static AgendaItemEntry ReadItem(RecordReader reader) => new(ReadLocated(reader), ReadVisibility(reader))
    {
        Number = ReadSharedText(reader),
        TeasesTitle = reader.ReadBoolean(),
        Paper = ReadOptional(reader),
        Result = ReadSharedText(reader),
        Resolution = ReadText(reader),
        Files = ReadArray(reader, ReadFile),
        Record = ReadRecord(reader),
    };
}
