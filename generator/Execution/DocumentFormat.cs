using System.Text;

namespace Fachinfo.Execution;

/// <summary>How a parsed document is kept in the cache.</summary>
/// <param name="Read">Reads back what <paramref name="Write"/> wrote; may throw <see cref="FormatException"/> or <see cref="IOException"/> on damage.</param>
public sealed record DocumentFormat<T>(Func<Parsed<T>, byte[]> Write, Func<byte[], Parsed<T>> Read)
    where T : class
{
    /// <summary>A format of our own: reflection and JSON take five times as long, and compile a hundred generic methods at start.</summary>
    public static DocumentFormat<T> Binary(Action<BinaryWriter, Parsed<T>> write, Func<BinaryReader, Parsed<T>> read) => new(
        parsed =>
        {
            using var memory = new MemoryStream(1024);
            using var writer = new BinaryWriter(memory, Encoding.UTF8);
            write(writer, parsed);
            writer.Flush();
            return memory.ToArray();
        },
        bytes =>
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
            return read(reader);
        });
}
