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

    /// <summary>Parses one file; the result knows how to store itself.</summary>
    internal abstract Processed Process(SourcePath path, ReadOnlyMemory<byte> bytes);

    /// <summary>Reads back what <see cref="Process"/> stored.</summary>
    internal abstract Processed Restore(SourcePath path, byte[] payload);
}

/// <inheritdoc cref="Pipeline"/>
/// <param name="format">How documents are kept; without one the source is kept and parsed again, for kinds of which there is one.</param>
public sealed class Pipeline<T>(string name, Func<SourcePath, bool> takes, Module<T> module, DocumentFormat<T>? format = null)
    : Pipeline(name, takes)
    where T : class
{
    /// <summary>Gets what tells whether a document says anything that is not for the public; <see langword="null"/> if none of this kind does.</summary>
    public Func<T, bool>? IsMembersOnly { get; init; }

    internal override Processed Process(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var parsed = module(path, bytes);
        return ToProcessed(path, parsed) with
        {
            Payload = format?.Write(parsed) ?? bytes.ToArray(),
            BodyHtml = parsed.Body,
            IsMembersOnly = IsMembersOnly is not null && (parsed.Data is null || IsMembersOnly(parsed.Data)),
        };
    }

    internal override Processed Restore(SourcePath path, byte[] payload) => ToProcessed(path, format is null ? module(path, payload) : format.Read(payload));

    private static Processed ToProcessed(SourcePath path, Parsed<T> parsed)
    {
        // The closure holds the data only: the body's HTML is in the store by then and must not stay in memory.
        var data = parsed.Data;
        return new Processed(parsed.Findings, parsed.Accepted, body => data is null ? null : new Document<T>(path, data, body));
    }
}

/// <summary>A parsed file on its way into the store.</summary>
/// <param name="ToDocument">Makes the typed document once it is known where the body lies.</param>
internal sealed record Processed(
    IReadOnlyList<Diagnostic> Findings,
    IReadOnlyList<string> Accepted,
    Func<BodyReference, object?> ToDocument)
{
    public byte[] Payload { get; init; } = [];

    public ReadOnlyMemory<byte> BodyHtml { get; init; }

    /// <summary>Gets a value indicating whether any of it is not for the public.</summary>
    public bool IsMembersOnly { get; init; }
}
