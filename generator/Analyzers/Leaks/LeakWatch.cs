using System.IO.Compression;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Analyzers.Leaks;

/// <summary>Reads every public file as it is written, inside archives too, and reports what is for members only.</summary>
/// <param name="publicTexts">Everything that public sources say: what stands there too is no leak. Asked for at the first find only.</param>
public sealed class LeakWatch(LeakPatterns patterns, Func<IEnumerable<ReadOnlyMemory<byte>>> publicTexts)
{
    /// <summary>More than that is never unpacked: an archive may be a bomb.</summary>
    private const long LargestArchive = 64 * 1024 * 1024;

    private readonly Lazy<HashSet<ulong>> excused = new(() => Excuse(patterns, publicTexts()));
    private readonly int[] lengths = patterns.Lengths;

    /// <summary>Reads a whole file.</summary>
    public IReadOnlyList<Diagnostic> Inspect(Route route, ReadOnlySpan<byte> bytes)
    {
        var hits = new Hits(patterns);
        Read(bytes, hits, LargestArchive);
        return hits.IsEmpty ? [] : Describe(route, bytes, hits);
    }

    /// <summary>Tells whether a file that is copied is one of the members'.</summary>
    public IReadOnlyList<Diagnostic> Inspect(Route route, ContentHash hash) =>
        patterns.TryFile(hash, out var source) ? [Codes.LeakedFile.At(source, route)] : [];

    private void Read(ReadOnlySpan<byte> bytes, Hits hits, long allowed)
    {
        hits.File(ContentHash.Of(bytes));
        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            ReadArchive(bytes.ToArray(), hits, allowed);
        }
        else if (bytes.Length > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B)
        {
            using var gzip = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            ReadUnpacked(gzip, hits, ref allowed);
        }
        else
        {
            new WordReader(hits, lengths).Read(bytes);
        }
    }

    private void ReadArchive(byte[] bytes, Hits hits, long allowed)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            foreach (var entry in archive.Entries)
            {
                new WordReader(hits, lengths).Read(System.Text.Encoding.UTF8.GetBytes(entry.FullName));
                using var stream = entry.Open();
                ReadUnpacked(stream, hits, ref allowed);
            }
        }
        catch (InvalidDataException)
        {
            // Not an archive after all; then there is nothing inside.
        }
    }

    private void ReadUnpacked(Stream stream, Hits hits, ref long allowed)
    {
        using var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; allowed > 0 && (read = stream.Read(buffer)) > 0; allowed -= read)
            {
                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // Damaged from here on; what was read before counts.
        }

        Read(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length), hits, allowed);
    }

    private List<Diagnostic> Describe(Route route, ReadOnlySpan<byte> bytes, Hits hits)
    {
        var found = new List<Diagnostic>();
        foreach (var (hash, source, end) in hits.Texts.Where(hit => !excused.Value.Contains(hit.Hash)).DistinctBy(hit => hit.Source))
        {
            var line = bytes[..Math.Min(end, bytes.Length)].Count((byte)'\n') + 1;
            found.Add(Codes.LeakedText.At(source, route, line));
        }

        found.AddRange(hits.Names.Where(hit => !excused.Value.Contains(hit.Hash)).DistinctBy(hit => hit.Source).Select(hit => Codes.LeakedName.At(hit.Source, route)));
        found.AddRange(hits.Files.Distinct().Select(source => Codes.LeakedFile.At(source, route)));
        found.AddRange(hits.Keys.Distinct().Select(what => Codes.LeakedKey.ForSite(route, what)));
        return found;
    }

    private static HashSet<ulong> Excuse(LeakPatterns patterns, IEnumerable<ReadOnlyMemory<byte>> texts)
    {
        var hits = new Hits(patterns);
        var reader = new WordReader(hits, patterns.Lengths);
        foreach (var text in texts)
        {
            reader.Read(text.Span);
        }

        return [.. hits.Texts.Select(hit => hit.Hash), .. hits.Names.Select(hit => hit.Hash)];
    }

    private sealed class Hits(LeakPatterns patterns) : IWordSink
    {
        public List<(ulong Hash, SourcePath Source, int End)> Texts { get; } = [];

        public List<(ulong Hash, SourcePath Source)> Names { get; } = [];

        public List<SourcePath> Files { get; } = [];

        public List<string> Keys { get; } = [];

        public bool IsEmpty => Texts.Count + Names.Count + Files.Count + Keys.Count == 0;

        public void Window(ulong window, int length, int end)
        {
            if (patterns.TryWindow(window, out var source))
            {
                Texts.Add((window, source, end));
            }
        }

        public void Name(ulong hash, int end)
        {
            if (patterns.TryName(hash, out var source))
            {
                Names.Add((hash, source));
            }
        }

        public void Key(ulong hash, int end)
        {
            if (patterns.TryKey(hash, out var what))
            {
                Keys.Add(what);
            }
        }

        public void File(ContentHash hash)
        {
            if (patterns.TryFile(hash, out var source))
            {
                Files.Add(source);
            }
        }
    }
}
