using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model.Council;
using static Fachinfo.Reading.BinaryValues;

namespace Fachinfo.Reading.Council;

/// <summary>Reads <c>.oparl-state.json</c>.</summary>
public static class OParlStateReader
{
    public static readonly DocumentFormat<OParlStateContent> Format = Format<OParlStateContent>(Write, ReadBack);

    public static Parsed<OParlStateContent> Read(SourcePath path, ReadOnlyMemory<byte> bytes) => OParlState.Parse(bytes) is { } state
        ? new Parsed<OParlStateContent>(new OParlStateContent(state), [], [])
        : new Parsed<OParlStateContent>(null, [Codes.OParlStateDamaged.At(path)], []);

    private static void Write(BinaryWriter writer, OParlStateContent content)
    {
        writer.Write(content.State.BaseUrl);
        writer.Write(content.State.Objects.Count);
        foreach (var (key, entry) in content.State.Objects)
        {
            writer.Write(key);
            writer.Write(entry.Hash);
            WriteTime(writer, entry.Created);
            WriteTime(writer, entry.Modified);
            writer.Write(entry.IsDeleted);
        }
    }

    private static OParlStateContent ReadBack(RecordReader reader)
    {
        var baseUrl = reader.ReadString();
        var count = reader.ReadInt32();
        var objects = new Dictionary<string, OParlEntry>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            objects[reader.ReadString()] = new OParlEntry(reader.ReadString(), ReadTime(reader), ReadTime(reader), reader.ReadBoolean());
        }

        return new OParlStateContent(new OParlState(baseUrl, objects));
    }

    private static void WriteTime(BinaryWriter writer, DateTimeOffset time)
    {
        writer.Write(time.Ticks);
        writer.Write((short)time.Offset.TotalMinutes);
    }

    private static DateTimeOffset ReadTime(RecordReader reader) => new(reader.ReadInt64(), TimeSpan.FromMinutes(reader.ReadInt16()));
}
