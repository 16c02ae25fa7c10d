using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>
/// The cache folder: <c>manifest</c>, <c>records</c> with parsed documents, <c>documents</c> with their bodies, <c>results</c>; and in a folder
/// <c>members</c> of its own the same of what is not for the public, which must not become part of a public artefact.
/// </summary>
/// <remarks>Without that folder, or with one of another build, the rest of the cache stays good: only members' documents are read anew.</remarks>
public sealed class FolderCache : ICache, IDisposable
{
    /// <summary>The folder of what was read out of attached files.</summary>
    public const string ResultsFolder = "results";

    /// <summary>The folder of everything that is not for the public.</summary>
    public const string MembersFolder = "members";

    private const string ManifestName = "manifest";

    /// <summary>A store is written anew when more than this and more than half of it is no longer used.</summary>
    private const long MostWaste = 16 * 1024 * 1024;

    /// <summary>Added to the places of documents in the store of the members' part.</summary>
    private const long MembersMark = 1L << 62;

    private readonly string folder;
    private readonly FolderResults results;
    private readonly FileStream held;
    private readonly DocumentStore open;
    private readonly DocumentStore members;

    private FolderCache(string folder, FileStream held, string programId)
    {
        this.folder = folder;
        this.held = held;
        results = new FolderResults(folder);
        ProgramId = programId;
        open = new DocumentStore(folder);
        members = new DocumentStore(Path.Combine(folder, MembersFolder));
        Previous = ReadManifest();
        if (Previous.Sources.Count == 0)
        {
            open.Clear();
            members.Clear();
        }
    }

    public string ProgramId { get; }

    public Manifest Previous { get; private set; }

    public IResultStore Results => results;

    private string ManifestPath => Path.Combine(folder, ManifestName);

    private string MembersManifestPath => Path.Combine(folder, MembersFolder, ManifestName);

    /// <summary>Tells whether a build by the same program left something to use again.</summary>
    public static bool IsFilled(string folder, string programId) => ManifestFile.IsBy(programId, Path.Combine(folder, ManifestName));

    /// <summary>Opens the cache for one build at a time.</summary>
    /// <returns><see langword="null"/> if another build uses it.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static FolderCache? TryOpen(string folder, string programId)
    {
        Directory.CreateDirectory(folder);
        var acquired = BuildLock.TryAcquire(Path.Combine(folder, "lock"));
        return acquired is null ? null : new FolderCache(folder, acquired, programId);
    }

    public void Dispose()
    {
        open.Dispose();
        members.Dispose();
        held.Dispose();
    }

    public (long Record, long Body) Append(ReadOnlySpan<byte> record, ReadOnlySpan<byte> body, bool isMembersOnly) =>
        isMembersOnly ? Marked(members.Append(record, body)) : open.Append(record, body);

    public int ReadRecords(long offset, Span<byte> into) => (IsMembersOnly(offset) ? members : open).ReadRecords(offset & ~MembersMark, into);

    public void ReadBody(long offset, Span<byte> into) => (IsMembersOnly(offset) ? members : open).ReadBody(offset & ~MembersMark, into);

    public void Save(Manifest manifest)
    {
        open.Flush();
        members.Flush();
        manifest = Compact(Compact(manifest, open, isMembersOnly: false), members, isMembersOnly: true);
        WriteManifest(manifest);
        Previous = manifest;
    }

    public void Reset()
    {
        File.Delete(ManifestPath);
        open.Clear();
        members.Clear();
        Previous = Manifest.Empty;
    }

    /// <summary>Throws away results of work on files too, for a build that starts from nothing.</summary>
    public void Clear()
    {
        Reset();
        results.Clear();
    }

    private static (long Record, long Body) Marked((long Record, long Body) places) => (MembersMark | places.Record, MembersMark | places.Body);

    private static bool IsMembersOnly(long offset) => (offset & MembersMark) != 0;

    private static bool IsMembersOnly(SourceEntry entry) => IsMembersOnly(entry.Offset);

    private Manifest ReadManifest()
    {
        if (ManifestFile.Read(ManifestPath, ProgramId, open.Length) is not { } read)
        {
            return Manifest.Empty;
        }

        var (manifest, hash) = read;
        if (!manifest.Sources.Values.Any(IsMembersOnly))
        {
            return manifest;
        }

        return MembersManifestFile.Read(MembersManifestPath, hash, members.Length) is { } findings
            ? manifest with { Findings = [.. manifest.Findings, .. findings] }
            : manifest with { Key = default, Sources = manifest.Sources.Where(source => !IsMembersOnly(source.Value)).ToDictionary(), Findings = [] };
    }

    /// <summary>Findings quote the texts that they are about, so those about members' texts go with them.</summary>
    private void WriteManifest(Manifest manifest)
    {
        if (!manifest.Sources.Values.Any(IsMembersOnly))
        {
            ManifestFile.Write(ManifestPath, ProgramId, manifest, open.Length);
            return;
        }

        var findings = manifest.Findings.ToLookup(finding =>
            finding.Location.Path.Value is not null && manifest.Sources.TryGetValue(finding.Location.Path, out var source) && IsMembersOnly(source));
        var hash = ManifestFile.Write(ManifestPath, ProgramId, manifest with { Findings = [.. findings[false]] }, open.Length);
        MembersManifestFile.Write(MembersManifestPath, hash, members.Length, [.. findings[true]]);
    }

    /// <summary>Copies what is still used to a new store, if most of it is not. The manifest is dropped first: if this is interrupted, the cache is just empty.</summary>
    private Manifest Compact(Manifest manifest, DocumentStore store, bool isMembersOnly)
    {
        var live = manifest.Sources.Values.Where(source => IsMembersOnly(source) == isMembersOnly).Sum(source => (long)source.PayloadLength + source.BodyLength);
        if (store.Length - live <= MostWaste || store.Length <= 2 * live)
        {
            return manifest;
        }

        var own = manifest.Sources.Where(source => IsMembersOnly(source.Value) == isMembersOnly).ToList();
        File.Delete(ManifestPath);
        var places = store.Compact([.. own.Select(source => source.Value with { Offset = source.Value.Offset & ~MembersMark, BodyOffset = source.Value.BodyOffset & ~MembersMark })]);
        var sources = new Dictionary<SourcePath, SourceEntry>(manifest.Sources);
        for (var i = 0; i < own.Count; i++)
        {
            var (record, body) = isMembersOnly ? Marked(places[i]) : places[i];
            sources[own[i].Key] = own[i].Value with { Offset = record, BodyOffset = body };
        }

        return manifest with { Sources = sources };
    }
}
