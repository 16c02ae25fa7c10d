using System.Security.Cryptography;
using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>The list of files that are ours: sorted lines of <c>sha512  path</c>, as <c>sha512sum</c> writes and checks them.</summary>
/// <remarks>Every build reads it and most write it, with a line for each file of the output; so hashes stay bytes.</remarks>
internal sealed class Ownership
{
    private const int HashLength = 2 * SHA512.HashSizeInBytes;
    private const int PathStart = HashLength + 2;

    private readonly byte[] list;
    private readonly Dictionary<string, int> lineStarts;

    private Ownership(byte[] list)
    {
        this.list = list;
        lineStarts = new Dictionary<string, int>(list.Length / 200, StringComparer.Ordinal);
        for (var start = 0; start < list.Length;)
        {
            var length = list.AsSpan(start).IndexOf((byte)'\n');
            var line = list.AsSpan(start, length < 0 ? list.Length - start : length);
            if (line.Length > PathStart && line[HashLength] == ' ')
            {
                var path = Encoding.UTF8.GetString(line[PathStart..]);
                if (StaysInside(path))
                {
                    lineStarts[path] = start;
                }
            }

            start += line.Length + 1;
        }
    }

    public int Count => lineStarts.Count;

    public IEnumerable<string> Paths => lineStarts.Keys;

    /// <summary>Reads the list; a missing one is empty, damaged lines do not count.</summary>
    public static Ownership Read(string file) => new(File.Exists(file) ? File.ReadAllBytes(file) : []);

    public bool Contains(string path) => lineStarts.ContainsKey(path);

    /// <summary>Tells whether the list has this file with this content.</summary>
    public bool Contains(string path, ReadOnlySpan<byte> sha512)
    {
        Span<byte> hex = stackalloc byte[HashLength];
        return lineStarts.TryGetValue(path, out var start)
            && Convert.TryToHexStringLower(sha512, hex, out _)
            && hex.SequenceEqual(list.AsSpan(start, HashLength));
    }

    /// <summary>Gets the list as it lies in the output.</summary>
    public byte[] List => list;

    /// <summary>The list for these files.</summary>
    public static byte[] Lines(IReadOnlyDictionary<string, OutputEntry> files)
    {
        string[] paths = [.. files.Keys];
        Array.Sort(paths, StringComparer.Ordinal);
        var bytes = new byte[paths.Sum(path => PathStart + Encoding.UTF8.GetByteCount(path) + 1)];
        var rest = bytes.AsSpan();
        foreach (var path in paths)
        {
            _ = Convert.TryToHexStringLower(files[path].Sha512.AsSpan(), rest, out _);
            rest[HashLength..PathStart].Fill((byte)' ');
            var length = PathStart + Encoding.UTF8.GetBytes(path, rest[PathStart..]);
            rest[length] = (byte)'\n';
            rest = rest[(length + 1)..];
        }

        return bytes;
    }

    /// <summary>Writes lines, and those of some paths of this list after them: what may be in the output while files are moved.</summary>
    public void WriteWith(byte[] lines, IEnumerable<string> paths, Stream into)
    {
        into.Write(lines);
        foreach (var path in paths)
        {
            var line = list.AsSpan(lineStarts[path]);
            var end = line.IndexOf((byte)'\n');
            into.Write(end < 0 ? line : line[..end]);
            into.WriteByte((byte)'\n');
        }
    }

    /// <summary>What is on the list may be deleted, so a list that someone else wrote must not name files elsewhere.</summary>
    private static bool StaysInside(string path)
    {
        if (Path.IsPathRooted(path))
        {
            return false;
        }

        foreach (var range in path.AsSpan().SplitAny('/', '\\'))
        {
            if (path.AsSpan(range) is "" or "." or "..")
            {
                return false;
            }
        }

        return true;
    }
}
