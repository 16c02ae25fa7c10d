using Fachinfo.Execution;
using Fachinfo.Model;
using static Fachinfo.Reading.BinaryValues;

namespace Fachinfo.Reading;

/// <summary>Plain pages and introductions in the cache. A test writes every field and reads it back.</summary>
public static class PlainPageFormat
{
    public static readonly DocumentFormat<PlainPageContent> Pages = Format<PlainPageContent>(Write, Read);

    public static readonly DocumentFormat<RubricIntroductionContent> Introductions =
        Format<RubricIntroductionContent>((writer, introduction) => Write(writer, introduction.Page), reader => new(Read(reader)));

    private static void Write(BinaryWriter writer, PlainPageContent page)
    {
        WriteOptional(writer, page.Title);
        WriteBody(writer, page.Body);
        WriteArray(writer, page.Headings, (to, heading) =>
        {
            to.Write(heading.Id);
            to.Write(heading.Text);
            to.Write((byte)heading.Level);
        });
        WriteText(writer, page.Summary);
        WriteDay(writer, page.Updated);
        WriteOptional(writer, page.Access);
        WriteContact(writer, page.Contact);
        WriteArray(writer, page.Downloads, NoticeFormat.WriteDownload);
        WriteArray(writer, page.Aliases, WriteLocated);
        writer.Write(page.IsDraft);
    }

    private static PlainPageContent Read(RecordReader reader) => new(ReadOptional(reader), ReadBody(reader))
    {
        Headings = ReadArray(reader, from => new Heading(from.ReadString(), from.ReadString(), from.ReadByte())),
        Summary = ReadText(reader),
        Updated = ReadDay(reader),
        Access = ReadOptional(reader),
        Contact = ReadContact(reader),
        Downloads = ReadArray(reader, NoticeFormat.ReadDownload),
        Aliases = ReadArray(reader, ReadLocated),
        IsDraft = reader.ReadBoolean(),
    };
}
