using System.Collections.Concurrent;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>Keeps documents as objects from one build of a process to the next: a preview does not read 10,000 of them again after each save.</summary>
/// <remarks>Documents never change, so builds can share them.</remarks>
public sealed class DocumentMemory
{
    private readonly ConcurrentDictionary<SourcePath, (SourceEntry Entry, Processed Processed)> documents = new();

    /// <summary>Finds the document that was made of the same bytes by the same pipeline.</summary>
    internal Processed? Find(SourcePath path, SourceEntry entry) =>
        documents.TryGetValue(path, out var known) && known.Entry.Hash == entry.Hash && known.Entry.Pipeline == entry.Pipeline && known.Entry.Body == entry.Body
            ? known.Processed
            : null;

    internal void Keep(SourcePath path, SourceEntry entry, Processed processed) => documents[path] = (entry, processed);

    /// <summary>Forgets the documents of files that are gone.</summary>
    internal void Trim(IReadOnlyDictionary<SourcePath, SourceEntry> entries)
    {
        foreach (var gone in documents.Keys.Where(path => !entries.ContainsKey(path)).ToList())
        {
            documents.TryRemove(gone, out _);
        }
    }
}
