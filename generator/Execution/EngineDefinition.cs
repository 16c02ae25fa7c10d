using System.Buffers;
using System.Collections.Immutable;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>What an <see cref="Engine{TSite}"/> runs: the pipelines, and one function for each later step.</summary>
/// <param name="Pipelines">The first one that takes a file processes it; what none takes is a plain file.</param>
/// <param name="Link">Joins all documents to one site.</param>
/// <param name="Plan">Lists every page of the site.</param>
/// <param name="CheckPlan">Finds what can only be known with all addresses: dead links, lost addresses.</param>
/// <param name="Render">The renderer for the site's theme.</param>
public sealed record EngineDefinition<TSite>(
    ImmutableArray<Pipeline> Pipelines,
    Func<LinkInput, Linked<TSite>> Link,
    Func<TSite, IEnumerable<Page>> Plan,
    Func<TSite, IReadOnlyDictionary<Route, Page>, IEnumerable<Diagnostic>> CheckPlan,
    Func<TSite, PageRenderer> Render)
{
    /// <summary>Gets what lists the pages that take long to know and that no other page depends on; they are planned while the others are rendered.</summary>
    public Func<TSite, IEnumerable<Page>> PlanLate { get; init; } = _ => [];

    /// <summary>Gets what tells templates and assets from other sources: a page shows the same whatever they are, but in another way.</summary>
    public Func<SourcePath, ThemePart> PartOf { get; init; } = _ => ThemePart.None;

    /// <summary>Gets what reads the output as it passes, or <see langword="null"/> if there is nothing to look for.</summary>
    public Func<TSite, OutputWatch?> Watch { get; init; } = _ => null;
}

/// <summary>Reads what is about to be written, and finds what must not be there.</summary>
/// <param name="Fingerprint">Of what it looks for: when that changes, files that would be kept are made and read again.</param>
/// <param name="Covers">Whether a page is read at all.</param>
/// <param name="Inspect">Reads the bytes of a page. Safe on many threads.</param>
/// <param name="InspectFile">Judges a file that is copied by its hash, and reads it where it holds others.</param>
public sealed record OutputWatch(ContentHash Fingerprint, Func<Page, bool> Covers, InspectBytes Inspect, InspectFile InspectFile);

/// <summary>Reads the bytes of a page.</summary>
public delegate IReadOnlyList<Diagnostic> InspectBytes(Page page, ReadOnlySpan<byte> bytes);

/// <summary>Judges a file of any size.</summary>
/// <param name="open">Opens its bytes; they can be sought in.</param>
public delegate IReadOnlyList<Diagnostic> InspectFile(Route route, ContentHash hash, Func<Stream> open);

/// <summary>Everything that the link step may look at.</summary>
/// <param name="Documents">All parsed documents (<see cref="Document{T}"/>), sorted by path.</param>
/// <param name="Files">All other files with their content hash, sorted by path.</param>
/// <param name="HasSource">Tells whether a source was there at all, even if nothing could be made of it.</param>
/// <param name="Read">Reads a whole small file, such as a template.</param>
/// <param name="ReadBody">Reads the HTML of a body, its links still open; to be disposed.</param>
public sealed record LinkInput(
    IReadOnlyList<object> Documents,
    IReadOnlyList<PlainFile> Files,
    Func<SourcePath, bool> HasSource,
    BuildOptions Options,
    Func<SourceFile, byte[]> Read,
    Func<BodyReference, RentedBytes> ReadBody)
{
    /// <summary>Gets a function that opens a file of any size for streaming.</summary>
    public required Func<SourceFile, Stream> Open { get; init; }

    /// <summary>Gets what earlier builds found out about single files.</summary>
    public required IResultStore Results { get; init; }

    /// <summary>Gets a function that tells whether a file was part of the last build, with these bytes, and that build succeeded.</summary>
    public Func<PlainFile, bool> WasBuilt { get; init; } = _ => false;

    /// <summary>Gets a value indicating whether nothing changed since the last build but bodies, so that hardly a page will be rendered.</summary>
    public bool OnlyBodiesChanged { get; init; }

    /// <summary>Gets a value indicating whether the pages of <see cref="EngineDefinition{TSite}.PlanLate"/> stay as they are and are not planned.</summary>
    public bool KeepsLatePages { get; init; }

    public IEnumerable<Document<T>> Of<T>()
        where T : class => Documents.OfType<Document<T>>();
}

/// <summary>A file that no pipeline takes: an image, a download, a part of the theme.</summary>
public sealed record PlainFile(SourceFile Source, ContentHash Hash);

/// <summary>The site, or <see langword="null"/> if its configuration is too broken for one.</summary>
public sealed record Linked<TSite>(TSite? Site, IReadOnlyList<Diagnostic> Findings);

/// <summary>Fills templates.</summary>
/// <param name="Theme">Hash of everything that belongs to the theme.</param>
/// <param name="Fingerprint">Hash of shared data and model (or the inputs of the page, then the model is null): equal hashes and the same theme, equal bytes.</param>
/// <param name="Render">Writes the page as UTF-8 and tells where the body in it begins, in bytes; -1 if it shows none, or several. Safe on many threads.</param>
/// <param name="RenderBody">Writes a body as it stands in a page. Safe on many threads.</param>
public sealed record PageRenderer(
    ContentHash Theme,
    Func<TemplatePage, object?, ContentHash> Fingerprint,
    Func<TemplatePage, object, IBufferWriter<byte>, int> Render,
    Action<BodyView, IBufferWriter<byte>> RenderBody);
