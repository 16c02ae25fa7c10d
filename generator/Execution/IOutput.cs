using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>Where the site is written: staged first, then moved into place as a whole.</summary>
public interface IOutput
{
    /// <summary>The first step of writing: what an earlier build staged and did not commit is void.</summary>
    void Begin();

    /// <summary>Tells what stands in the way of writing these files; nothing is touched yet.</summary>
    IReadOnlyList<Diagnostic> FindObstacles(IEnumerable<string> paths);

    /// <summary>Tells whether the output holds exactly these files of ours, by name.</summary>
    bool OwnsExactly(IReadOnlyCollection<string> paths);

    /// <summary>Tells whether the file still is what the entry says: by size and time, or by hash if <paramref name="verify"/>.</summary>
    bool Holds(string path, OutputEntry entry, bool verify);

    /// <summary>Opens a file that the output holds, as the last build left it.</summary>
    Stream Open(string path);

    /// <summary>Stages a file, unless the output already holds the same bytes. Safe on many threads.</summary>
    Staged Stage(string path, ReadOnlySpan<byte> content);

    /// <summary>Stages a copy of a stream without holding it in memory.</summary>
    Staged Stage(string path, Stream content);

    /// <summary>Stages what is written to a stream, without holding it in memory. The stream cannot seek.</summary>
    Staged Stage(string path, Action<Stream> write);

    /// <summary>Moves staged files into place and removes files of ours that are no longer planned.</summary>
    /// <param name="files">All files of the site by path, with their SHA-512.</param>
    /// <returns>The number of files removed.</returns>
    int Commit(IReadOnlyDictionary<string, OutputEntry> files);
}

/// <summary>A file as it was staged, or found to be in place already.</summary>
public readonly record struct Staged(byte[] Sha512, long Length, long Modified, bool IsNew);
