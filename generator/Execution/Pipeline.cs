using System.Collections.Immutable;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>Turns the bytes of one source file into typed data: pure, called on many threads.</summary>
public delegate Parsed<T> Module<T>(SourcePath path, ReadOnlyMemory<byte> bytes)
    where T : class;

/// <summary>One kind of source: which files it takes, and the module that processes them.</summary>
public abstract class Pipeline(string name, Func<SourcePath, bool> takes)
{
    public string Name { get; } = name;

    public bool Takes(SourcePath path) => takes(path);

    /// <summary>Parses one file and stores the result.</summary>
    /// <param name="record">For what is stored.</param>
    internal abstract Processed Process(SourcePath path, ReadOnlyMemory<byte> bytes, (RecordWriter Writer, RecordReader Reader) record, StoreDocument store);

    /// <summary>Makes a document of what <see cref="Process"/> stored.</summary>
    /// <param name="record">At its beginning.</param>
    internal abstract Processed Restore(SourcePath path, RecordReader record, BodyReference body);
}

/// <summary>Stores the record and the body of a document, and tells where the body lies.</summary>
/// <param name="isMembersOnly">Whether any of it is not for the public.</param>
internal delegate BodyReference StoreDocument(ReadOnlySpan<byte> record, ReadOnlySpan<byte> body, bool isMembersOnly);

/// <summary>A source file as the link step gets it.</summary>
/// <param name="Document">A <see cref="Document{T}"/>, or <see langword="null"/> if the file is too broken to say anything.</param>
internal readonly record struct Processed(object? Document, ImmutableArray<Diagnostic> Findings, ImmutableArray<string> Accepted);

/// <inheritdoc cref="Pipeline"/>
/// <param name="format">How documents are kept; without one the source is kept and parsed again, for kinds of which there is one.</param>
public sealed class Pipeline<T>(string name, Func<SourcePath, bool> takes, Module<T> module, DocumentFormat<T>? format = null)
    : Pipeline(name, takes)
    where T : class
{
    /// <summary>Gets what tells whether a document says anything that is not for the public; <see langword="null"/> if none of this kind does.</summary>
    public Func<T, bool>? IsMembersOnly { get; init; }

    internal override Processed Process(SourcePath path, ReadOnlyMemory<byte> bytes, (RecordWriter Writer, RecordReader Reader) record, StoreDocument store)
    {
        var parsed = module(path, bytes);
        var isMembersOnly = IsMembersOnly is not null && (parsed.Data is null || IsMembersOnly(parsed.Data));
        if (format is null)
        {
            return ToProcessed(path, parsed, store(bytes.Span, parsed.Body.Span, isMembersOnly));
        }

        // What is read back is smaller: documents share the texts that many of them have.
        record.Writer.Begin();
        format.Write(record.Writer, parsed);
        record.Reader.Begin(record.Writer.Record);
        return ToProcessed(path, format.Read(record.Reader), store(record.Writer.Record, parsed.Body.Span, isMembersOnly));
    }

    internal override Processed Restore(SourcePath path, RecordReader record, BodyReference body) =>
        ToProcessed(path, format is null ? module(path, record.Record.ToArray()) : format.Read(record), body);

    private static Processed ToProcessed(SourcePath path, Parsed<T> parsed, BodyReference body) =>
        new(parsed.Data is { } data ? new Document<T>(path, data, body) : null, parsed.Findings, parsed.Accepted);
}
