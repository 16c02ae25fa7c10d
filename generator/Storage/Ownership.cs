using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>The list of files that are ours: sorted lines of <c>sha512  path</c>, as <c>sha512sum</c> writes and checks them.</summary>
internal static class Ownership
{
    private const int HashLength = 128;

    /// <summary>Reads hashes by path; a missing or damaged list is empty.</summary>
    public static SortedDictionary<string, string> Read(string file)
    {
        var owned = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(file))
        {
            return owned;
        }

        foreach (var line in File.ReadLines(file))
        {
            if (line.Length > HashLength + 2 && line[HashLength] == ' ' && StaysInside(line[(HashLength + 2)..]))
            {
                owned[line[(HashLength + 2)..]] = line[..HashLength];
            }
        }

        return owned;
    }

    /// <summary>What is on the list may be deleted, so a list that someone else wrote must not name files elsewhere.</summary>
    private static bool StaysInside(string path) =>
        !Path.IsPathRooted(path) && path.Split('/', '\\').All(segment => segment is not ("" or "." or ".."));

    public static byte[] Lines(IReadOnlyDictionary<string, OutputEntry> files) =>
        ToBytes(files.Select(file => KeyValuePair.Create(file.Key, Convert.ToHexStringLower(file.Value.Sha512.AsSpan()))));

    /// <summary>The old and the new files together: what may be in the output while files are moved.</summary>
    public static byte[] Union(IReadOnlyDictionary<string, string> owned, IReadOnlyDictionary<string, OutputEntry> files) => ToBytes(
        files.Select(file => KeyValuePair.Create(file.Key, Convert.ToHexStringLower(file.Value.Sha512.AsSpan())))
            .Concat(owned.Where(pair => !files.ContainsKey(pair.Key))));

    private static byte[] ToBytes(IEnumerable<KeyValuePair<string, string>> hashes)
    {
        var text = new StringBuilder();
        foreach (var (path, hash) in hashes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(hash).Append("  ").Append(path).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
