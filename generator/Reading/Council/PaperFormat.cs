using Fachinfo.Execution;
using Fachinfo.Model.Council;
using static Fachinfo.Reading.BinaryValues;
using static Fachinfo.Reading.Council.CouncilValues;

namespace Fachinfo.Reading.Council;

/// <summary>Papers in the cache: plain values in a fixed order. A test writes every field and reads it back.</summary>
public static class PaperFormat
{
    public static readonly DocumentFormat<PaperContent> Instance = Format<PaperContent>(Write, Read);

    private static void Write(BinaryWriter writer, PaperContent paper)
    {
        writer.Write(paper.Body);
        WriteLocated(writer, paper.Title);
        WriteOptional(writer, paper.Reference);
        WriteVisibility(writer, paper.Visibility);
        WriteBody(writer, paper.Text);
        WriteText(writer, paper.PaperType);
        WriteDay(writer, paper.Date);
        WriteText(writer, paper.Department);
        WriteArray(writer, paper.FileReferences, WriteLocated);
        WriteArray(writer, paper.UnderDirectionOf, WriteLocated);
        WriteArray(writer, paper.Originators, WriteLocated);
        WriteArray(writer, paper.Consultations, WriteConsultation);
        WriteArray(writer, paper.Files, WriteFile);
        WriteArray(writer, paper.Related, WriteLocated);
        WriteArray(writer, paper.Aliases, WriteLocated);
        WriteWithdrawal(writer, paper.Withdrawn);
        WriteRecord(writer, paper.Record);
        WriteArray(writer, paper.Keywords, (to, word) => to.Write(word));
    }

    private static PaperContent Read(RecordReader reader) => new(
        reader.ReadShared(),
        ReadLocated(reader),
        ReadOptional(reader),
        ReadVisibility(reader),
        ReadBody(reader))
    {
        PaperType = ReadSharedText(reader),
        Date = ReadDay(reader),
        Department = ReadSharedText(reader),
        FileReferences = ReadArray(reader, ReadLocated),
        UnderDirectionOf = ReadArray(reader, ReadLocated),
        Originators = ReadArray(reader, ReadLocated),
        Consultations = ReadArray(reader, ReadConsultation),
        Files = ReadArray(reader, ReadFile),
        Related = ReadArray(reader, ReadLocated),
        Aliases = ReadArray(reader, ReadLocated),
        Withdrawn = ReadWithdrawal(reader),
        Record = ReadRecord(reader),
        Keywords = ReadArray(reader, from => from.ReadInt32()),
    };

    private static void WriteConsultation(BinaryWriter writer, ConsultationEntry consultation)
    {
        WriteLocated(writer, consultation.Organization);
        writer.Write(consultation.Date is not null);
        if (consultation.Date is { } date)
        {
            WriteDate(writer, date.Value);
            WritePlace(writer, date.Line, date.Column);
        }

        WriteOptional(writer, consultation.Meeting);
        WriteOptional(writer, consultation.AgendaNumber);
        WriteText(writer, consultation.Role);
        WriteText(writer, consultation.Result);
        writer.Write(consultation.IsAuthoritative);
        WriteRecord(writer, consultation.Record);
    }

    private static ConsultationEntry ReadConsultation(RecordReader reader) => new(ReadSharedLocated(reader))
    {
        Date = reader.ReadBoolean() ? Locate(reader, ReadDate(reader)) : null,
        Meeting = ReadOptional(reader),
        AgendaNumber = ReadOptional(reader),
        Role = ReadSharedText(reader),
        Result = ReadSharedText(reader),
        IsAuthoritative = reader.ReadBoolean(),
        Record = ReadRecord(reader),
    };
}
