using System.Collections.Immutable;
using Fachinfo.Model;

namespace Fachinfo.CouncilImport;

/// <summary>A text file as the import would write it if nobody had edited it.</summary>
/// <param name="Table">The keys that it may have.</param>
internal sealed record PlannedFile(string Path, string? Id, FileLayout Layout, FieldTable Table, ImmutableArray<Block> Blocks)
{
    /// <summary>Gets the ids of the OParl files that it lists.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>Gets a value indicating whether only some blocks are new; the others are those on disk, edits and all.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Gets a value indicating whether all else in the file goes: a tombstone spares no edits.</summary>
    public bool IsTombstone { get; init; }
}

/// <summary>A file that is taken over byte by byte: extracted text, or the file of a paper.</summary>
/// <param name="Id">The record id of the OParl file.</param>
/// <param name="Hash">The hash of the bytes.</param>
/// <param name="Load">Reads the bytes when they are written; downloads wait in the cache until then.</param>
/// <param name="Stamp">What tells whether the server's file changed.</param>
internal sealed record PlannedBytes(string Path, string Id, string Hash, Func<byte[]> Load, string Stamp)
{
    public static PlannedBytes Of(string path, string id, byte[] bytes) => new(path, id, ImportState.Hash(bytes), () => bytes, "");
}
