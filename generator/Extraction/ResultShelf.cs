using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Extraction;

/// <summary>What is known about files of one part of the cache: public files, or members' files, whose clear text stays apart.</summary>
internal sealed class ResultShelf
{
    /// <summary>The list is written after so many new files, so that a build that is ended loses little.</summary>
    private const int FilesBetweenWrites = 100;

    private readonly IResultStore store;
    private readonly bool isMembersOnly;
    private readonly ConcurrentDictionary<ContentHash, ExtractedFile> files = [];
    private readonly Lock writing = new();
    private int added;

    public ResultShelf(IResultStore store, bool isMembersOnly)
    {
        this.store = store;
        this.isMembersOnly = isMembersOnly;
        using var facts = store.Open(NameOfFacts(isMembersOnly));
        foreach (var file in facts is null ? [] : ResultFormat.ReadFacts(facts, isMembersOnly))
        {
            files[file.Hash] = file;
        }
    }

    public bool TryGet(ContentHash hash, [NotNullWhen(true)] out ExtractedFile? file) => files.TryGetValue(hash, out file);

    public void Add(ExtractedFile file, FileReading reading)
    {
        if (file.HasText)
        {
            store.Write(NameOfText(file), ResultFormat.WriteText(reading.Text));
        }

        if (file.HasPicture)
        {
            store.Write(NameOfPicture(file), reading.Picture);
        }

        files[file.Hash] = file;
        if (Interlocked.Increment(ref added) % FilesBetweenWrites == 0)
        {
            WriteFacts();
        }
    }

    /// <summary>Forgets files that the site no longer offers, their clear text above all, and writes the list if it changed.</summary>
    public void Finish(IReadOnlySet<ContentHash> used)
    {
        var stale = files.Values.Where(file => !used.Contains(file.Hash)).ToList();
        foreach (var file in stale)
        {
            files.TryRemove(file.Hash, out _);
            store.Delete(NameOfText(file));
            store.Delete(NameOfPicture(file));
        }

        if (added > 0 || stale.Count > 0)
        {
            WriteFacts();
        }
    }

    public static string NameOfFacts(bool isMembersOnly) => Folder(isMembersOnly) + "facts";

    public static string NameOfText(ExtractedFile file) => NameOf(file) + ".text";

    public static string NameOfPicture(ExtractedFile file) => NameOf(file) + ".jpg";

    private void WriteFacts()
    {
        lock (writing)
        {
            store.Write(NameOfFacts(isMembersOnly), ResultFormat.WriteFacts(files.Values));
        }
    }

    private static string NameOf(ExtractedFile file)
    {
        var name = file.Hash.ToString();
        return Folder(file.IsMembersOnly) + name[..2] + "/" + name;
    }

    private static string Folder(bool isMembersOnly) => isMembersOnly ? IResultStore.Members : "files/";
}
