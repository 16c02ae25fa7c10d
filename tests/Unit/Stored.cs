using Fachinfo.Execution;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>Documents as the cache keeps them.</summary>
internal static class Stored
{
    public static byte[] Bytes<T>(DocumentFormat<T> format, Parsed<T> parsed)
        where T : class
    {
        using var writer = new RecordWriter();
        format.Write(writer, parsed);
        return writer.Record.ToArray();
    }

    /// <summary>Writes a document and reads it back.</summary>
    public static Parsed<T> Back<T>(DocumentFormat<T> format, Parsed<T> parsed)
        where T : class
    {
        var bytes = Bytes(format, parsed);
        var reader = new RecordReader();
        var cache = new MemoryCache();
        reader.Begin(cache, cache.Append(bytes, [], isMembersOnly: false).Record, bytes.Length);
        return format.Read(reader);
    }
}
