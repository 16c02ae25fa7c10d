using System.Text;
using Fachinfo.Analyzers.Policy;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Theming;

namespace Fachinfo.Pipelines;

/// <summary>Holds the files of a theme to what pages may load and do: those that a site lays over it, and the theme itself where it is not the one that came with the program.</summary>
/// <remarks>To read all files of a theme takes as long as an edit; so the cache knows which of them are good.</remarks>
internal static class ThemePolicy
{
    /// <summary>The name of the list in the cache: a hash of the rules, and the hashes of the files that keep them, in order.</summary>
    public const string ResultName = "theme-policy";

    public static List<Diagnostic> Check(ThemeSource source, PolicyCheck policy, IEnumerable<string> assets, LinkInput input)
    {
        var files = (input.Options.HasOwnTheme ? source.All : source.Overrides).Where(file => PolicyCheck.Applies(file.Source.Path)).ToList();
        if (files.Count == 0)
        {
            return [];
        }

        var rules = ContentHash.Of(string.Join('\n', assets.Order(StringComparer.Ordinal).Prepend(policy.FormTarget).Prepend(policy.Origin).Prepend(input.Options.ProgramId)));
        var known = Read(input.Results, rules);
        var (good, findings) = (new HashSet<ContentHash>(), new List<Diagnostic>());
        foreach (var file in files)
        {
            // Some rules ask for the place of a file.
            var hash = file.Hash + ContentHash.Of(file.Source.Path.Value);
            var breaches = known.Contains(hash) ? [] : policy.Run(file.Source.Path, Encoding.UTF8.GetString(source.Read(file))).ToList();
            findings.AddRange(breaches);
            if (breaches.Count == 0)
            {
                good.Add(hash);
            }
        }

        if (!good.SetEquals(known))
        {
            Write(input.Results, rules, good);
        }

        return findings;
    }

    /// <summary>The files that are known to keep the rules; none if they were held to others.</summary>
    private static HashSet<ContentHash> Read(IResultStore results, ContentHash rules)
    {
        using var stream = results.Open(ResultName);
        if (stream is null || stream.Length % ContentHash.Length != 0 || stream.Length == 0)
        {
            return [];
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var hashes = bytes.Chunk(ContentHash.Length).Select(chunk => ContentHash.Read(chunk)).ToList();
        return hashes[0] == rules ? [.. hashes[1..]] : [];
    }

    private static void Write(IResultStore results, ContentHash rules, IEnumerable<ContentHash> good)
    {
        ContentHash[] hashes = [rules, .. good.OrderBy(hash => hash.High).ThenBy(hash => hash.Low)];
        var bytes = new byte[hashes.Length * ContentHash.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i].Write(bytes.AsSpan(i * ContentHash.Length));
        }

        results.Write(ResultName, bytes);
    }
}
