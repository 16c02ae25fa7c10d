using System.Collections.Immutable;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>What the last build knew: every source and every output. Kept in the cache, never in the output.</summary>
/// <param name="Key">Hash over program, options and sources of a build that wrote everything; default after one that did not.</param>
public sealed record Manifest(
    ContentHash Key,
    IReadOnlyDictionary<SourcePath, SourceEntry> Sources,
    IReadOnlyDictionary<string, OutputEntry> Outputs,
    ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Gets the hash over program and options alone; default as <see cref="Key"/> is.</summary>
    public ContentHash Options { get; init; }

    /// <summary>Gets the hash of the theme that all pages were made with.</summary>
    public ContentHash Theme { get; init; }

    /// <summary>Gets the outputs whose pages are planned late, in any order.</summary>
    public IReadOnlyList<string> Late { get; init; } = [];

    /// <summary>Gets the fingerprint of what the output was searched for.</summary>
    public ContentHash Watch { get; init; }

    public static readonly Manifest Empty = new(
        default,
        ImmutableDictionary<SourcePath, SourceEntry>.Empty,
        ImmutableDictionary<string, OutputEntry>.Empty,
        []);
}

/// <summary>A source as it was read. For what no pipeline takes (images, downloads, theme files) the lengths are 0.</summary>
/// <param name="Facts">Hash of the record: of all that is known of the document besides its body. Default for what has none.</param>
/// <param name="Offset">Where the record lies in the document store.</param>
/// <param name="IsRacy">Whether the file changed so close to the last build that size and time prove nothing.</param>
public sealed record SourceEntry(
    long Length,
    long Modified,
    ContentHash Hash,
    string Pipeline,
    ContentHash Facts = default,
    long Offset = 0,
    int PayloadLength = 0,
    long BodyOffset = 0,
    int BodyLength = 0,
    bool IsRacy = false)
{
    public bool Matches(SourceFile file) => !IsRacy && Length == file.Length && Modified == file.Modified;

    public BodyReference Body => new(Hash, BodyOffset, BodyLength);
}

/// <summary>A file of the output as it was written.</summary>
/// <param name="Fingerprint">Hash of everything that the page shows.</param>
/// <param name="Sha512">64 bytes, of the file's content.</param>
/// <param name="BodyStart">Where the body of a document begins in it, in bytes; -1 if it shows none, or several.</param>
public sealed record OutputEntry(ContentHash Fingerprint, ImmutableArray<byte> Sha512, long Length, long Modified, int BodyStart = -1);
