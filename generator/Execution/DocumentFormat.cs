namespace Fachinfo.Execution;

/// <summary>How a parsed document is kept in the cache: a format of our own, since JSON takes five times as long.</summary>
/// <param name="Write">Writes a document as one record.</param>
/// <param name="Read">Reads back what <paramref name="Write"/> wrote; may throw <see cref="FormatException"/> or <see cref="IOException"/> on damage.</param>
public sealed record DocumentFormat<T>(Action<BinaryWriter, Parsed<T>> Write, Func<RecordReader, Parsed<T>> Read)
    where T : class;
