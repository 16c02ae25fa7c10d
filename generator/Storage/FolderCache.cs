using Fachinfo.Execution;
using Microsoft.Win32.SafeHandles;

namespace Fachinfo.Storage;

/// <summary>The cache folder: <c>manifest</c>, and <c>documents</c> with parsed documents and bodies, append-only.</summary>
public sealed class FolderCache : ICache, IDisposable
{
    /// <summary>The folder of what was read out of attached files.</summary>
    public const string ResultsFolder = "results";

    private const int BufferSize = 1024 * 1024;

    /// <summary>The store is written anew when more than this and more than half of it is no longer used.</summary>
    private const long MostWaste = 16 * 1024 * 1024;

    private readonly string manifestPath;
    private readonly string documentsPath;
    private readonly FolderResults results;
    private readonly FileStream held;
    private readonly Lock appending = new();
    private readonly byte[] buffer = new byte[BufferSize];
    private SafeFileHandle documents;
    private long written;
    private int buffered;

    private FolderCache(string folder, FileStream held, string programId)
    {
        this.held = held;
        manifestPath = Path.Combine(folder, "manifest");
        documentsPath = Path.Combine(folder, "documents");
        results = new FolderResults(Path.Combine(folder, ResultsFolder));
        ProgramId = programId;
        documents = OpenDocuments();
        written = RandomAccess.GetLength(documents);
        Previous = ManifestFile.Read(manifestPath, programId, written) ?? Manifest.Empty;
        if (Previous.Sources.Count == 0)
        {
            RandomAccess.SetLength(documents, 0);
            written = 0;
        }
    }

    public string ProgramId { get; }

    public Manifest Previous { get; private set; }

    public IResultStore Results => results;

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
        documents.Dispose();
        held.Dispose();
    }

    public long Append(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        lock (appending)
        {
            var offset = written + buffered;
            AppendPart(first);
            AppendPart(second);
            return offset;
        }
    }

    public byte[] Read(long offset, int length)
    {
        if (offset + length > Volatile.Read(ref written))
        {
            lock (appending)
            {
                Flush();
            }
        }

        var bytes = new byte[length];
        if (RandomAccess.Read(documents, bytes, offset) != length)
        {
            throw new CacheDamagedException("The document store is shorter than its manifest says.");
        }

        return bytes;
    }

    public void Save(Manifest manifest)
    {
        lock (appending)
        {
            Flush();
        }

        var live = manifest.Sources.Values.Sum(entry => (long)entry.PayloadLength + entry.BodyLength);
        if (written - live > MostWaste && written > 2 * live)
        {
            manifest = Compact(manifest);
        }

        ManifestFile.Write(manifestPath, ProgramId, manifest, written);
        Previous = manifest;
    }

    public void Reset()
    {
        File.Delete(manifestPath);
        RandomAccess.SetLength(documents, 0);
        (written, buffered) = (0, 0);
        Previous = Manifest.Empty;
    }

    /// <summary>Throws away results of work on files too, for a build that starts from nothing.</summary>
    public void Clear()
    {
        Reset();
        results.Clear();
    }

    private SafeFileHandle OpenDocuments() =>
        File.OpenHandle(documentsPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

    private void AppendPart(ReadOnlySpan<byte> bytes)
    {
        if (buffered + bytes.Length > BufferSize)
        {
            Flush();
        }

        if (bytes.Length > BufferSize)
        {
            RandomAccess.Write(documents, bytes, written);
            Volatile.Write(ref written, written + bytes.Length);
            return;
        }

        bytes.CopyTo(buffer.AsSpan(buffered));
        buffered += bytes.Length;
    }

    private void Flush()
    {
        if (buffered > 0)
        {
            RandomAccess.Write(documents, buffer.AsSpan(0, buffered), written);
            Volatile.Write(ref written, written + buffered);
            buffered = 0;
        }
    }

    /// <summary>Copies what is still used to a new store. The manifest is dropped first: if this is interrupted, the cache is just empty.</summary>
    private Manifest Compact(Manifest manifest)
    {
        File.Delete(manifestPath);
        var temporary = documentsPath + ".new";
        var sources = new Dictionary<Diagnostics.SourcePath, SourceEntry>(manifest.Sources.Count);
        long length = 0;
        using (var target = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write))
        {
            foreach (var (path, entry) in manifest.Sources)
            {
                var bytes = Read(entry.Offset, entry.PayloadLength + entry.BodyLength);
                RandomAccess.Write(target, bytes, length);
                sources.Add(path, entry with { Offset = length });
                length += bytes.Length;
            }
        }

        documents.Dispose();
        File.Move(temporary, documentsPath, overwrite: true);
        documents = OpenDocuments();
        written = length;
        return manifest with { Sources = sources };
    }
}
