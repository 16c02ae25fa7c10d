using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>Where the HTML of a body lies in the document store, and the hash of the source that it was made from.</summary>
public readonly record struct BodyReference(ContentHash Hash, long Offset, int Length)
{
    public bool IsEmpty => Length == 0;
}

/// <summary>What a module made of one source file: typed data and findings; the body's HTML goes to the store.</summary>
/// <param name="Data">The typed content; <see langword="null"/> if the file is too broken to say anything.</param>
/// <param name="Findings">What was found while reading it.</param>
/// <param name="Accepted">Codes of warnings that the editor accepts in this file.</param>
public sealed record Parsed<T>(T? Data, ImmutableArray<Diagnostic> Findings, ImmutableArray<string> Accepted)
    where T : class
{
    /// <summary>Gets the HTML with its links left open, as UTF-8; not part of what is serialised.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> Body { get; init; }
}

/// <summary>A source file after reading: its typed data and where its body lies.</summary>
public sealed record Document<T>(SourcePath Source, T Data, BodyReference Body)
    where T : class;
