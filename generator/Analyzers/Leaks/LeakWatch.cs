using System.IO.Compression;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Analyzers.Leaks;

/// <summary>Reads every public file as it is written, inside archives too, and reports what is for members only.</summary>
/// <param name="publicTexts">Everything that public sources say: what stands there too is no leak. Asked for at the first find only.</param>
public sealed class LeakWatch(LeakPatterns patterns, Func<IEnumerable<ReadOnlyMemory<byte>>> publicTexts)
{
    /// <summary>More text than that is read in no archive: it may be a bomb. Names and hashes of its files are looked at all the same.</summary>
    private const long LargestText = 16 * 1024 * 1024;

    /// <summary>What says to be larger is not compared with members' files.</summary>
    private const long LargestCompared = 512L * 1024 * 1024;

    /// <summary>An archive in an archive, and so on: no deeper.</summary>
    private const int Deepest = 3;

    private readonly Lazy<HashSet<ulong>> excused = new(() => Excuse(patterns, publicTexts()));
    private readonly int[] lengths = patterns.Lengths;
    private readonly LeakFilters filters = patterns.MakeFilters();

    /// <summary>Reads a whole file.</summary>
    public IReadOnlyList<Diagnostic> Inspect(Route route, ReadOnlySpan<byte> bytes)
    {
        var hits = new Hits(patterns);
        Read(bytes, hits, LargestText, Deepest);
        return hits.IsEmpty ? [] : Describe(route, bytes, hits);
    }

    /// <summary>Tells whether a file that is copied is one of the members', or an archive that holds one.</summary>
    /// <remarks>Texts of other files are not read: what is offered to the public is a public source itself.</remarks>
    public IReadOnlyList<Diagnostic> Inspect(Route route, ContentHash hash, Func<Stream> open)
    {
        if (patterns.TryFile(hash, out var source))
        {
            return [Codes.LeakedFile.At(source, route)];
        }

        if (!route.Path.EndsWith(".zip", StringComparison.Ordinal) && !route.Path.EndsWith(".gz", StringComparison.Ordinal))
        {
            return [];
        }

        var hits = new Hits(patterns);
        using var stream = open();
        if (route.Path.EndsWith(".zip", StringComparison.Ordinal))
        {
            ReadArchive(stream, hits, LargestText, Deepest);
        }
        else
        {
            using var gzip = new GZipStream(stream, CompressionMode.Decompress);
            ReadUnpacked(gzip, hits, LargestText, Deepest);
        }

        return hits.IsEmpty ? [] : Describe(route, [], hits);
    }

    private void Read(ReadOnlySpan<byte> bytes, Hits hits, long allowed, int depth)
    {
        if (patterns.HasFiles)
        {
            hits.File(ContentHash.Of(bytes));
        }

        if (depth > 0 && bytes.StartsWith("PK\u0003\u0004"u8))
        {
            ReadArchive(new MemoryStream(bytes.ToArray()), hits, allowed, depth - 1);
        }
        else if (depth > 0 && bytes.StartsWith<byte>([0x1F, 0x8B]))
        {
            using var gzip = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            ReadUnpacked(gzip, hits, allowed, depth - 1);
        }
        else if (depth > 0 && IsZlib(bytes))
        {
            using var zlib = new ZLibStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            ReadUnpacked(zlib, hits, allowed, depth - 1);
        }
        else
        {
            new WordReader(hits, lengths, filters).Read(bytes);
        }
    }

    /// <summary>The first two bytes of RFC 1950 with a window of 32 KB, as pieces of the search have them; hardly any text begins so.</summary>
    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && bytes[0] == 0x78 && ((bytes[0] << 8) + bytes[1]) % 31 == 0;

    private void ReadArchive(Stream bytes, Hits hits, long allowed, int depth)
    {
        try
        {
            using var archive = new ZipArchive(bytes, ZipArchiveMode.Read);
            foreach (var entry in archive.Entries)
            {
                new WordReader(hits, lengths, filters).Read(System.Text.Encoding.UTF8.GetBytes(entry.FullName));
                if (patterns.HasFiles && entry.Length <= LargestCompared)
                {
                    using var whole = entry.Open();
                    hits.File(ContentHash.Of(whole));
                }

                using var stream = entry.Open();
                allowed -= ReadUnpacked(stream, hits, allowed, depth);
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException)
        {
            // Not an archive after all, damaged, or packed in a way that cannot be read; then there is nothing more inside.
        }
    }

    /// <returns>How many bytes there were, as far as they were read.</returns>
    private long ReadUnpacked(Stream stream, Hits hits, long allowed, int depth)
    {
        using var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; unpacked.Length < allowed && (read = stream.Read(buffer)) > 0;)
            {
                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // Damaged from here on; what was read before counts.
        }

        if (unpacked.Length > 0)
        {
            Read(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length), hits, allowed, depth);
        }

        return unpacked.Length;
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
        var reader = new WordReader(hits, patterns.Lengths, patterns.MakeFilters());
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
