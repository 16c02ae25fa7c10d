using System.Collections.Immutable;

namespace Fachinfo.Preview;

/// <summary>The rules of a <c>_headers</c> file: a path, where <c>*</c> stands for anything, and headers indented below it.</summary>
public sealed class HeaderRules
{
    private readonly ImmutableArray<Rule> rules;

    private HeaderRules(ImmutableArray<Rule> rules) => this.rules = rules;

    public static HeaderRules Parse(string text)
    {
        var parsed = ImmutableArray.CreateBuilder<Rule>();
        var headers = new List<(string Name, string Value)>();
        foreach (var line in text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('#')))
        {
            if (!char.IsWhiteSpace(line[0]))
            {
                headers = [];
                parsed.Add(new Rule(line.Trim(), headers));
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                headers.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        return new HeaderRules(parsed.ToImmutable());
    }

    /// <summary>The headers of a path; those that several rules name are joined, as Netlify does.</summary>
    public IReadOnlyDictionary<string, string> For(string path)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in rules.Where(rule => Matches(rule.Path, path)).SelectMany(rule => rule.Headers))
        {
            found[name] = found.TryGetValue(name, out var earlier) ? earlier + ", " + value : value;
        }

        return found;
    }

    private static bool Matches(string pattern, string path) => pattern.IndexOf('*', StringComparison.Ordinal) is var star and >= 0
        ? path.StartsWith(pattern[..star], StringComparison.Ordinal) && path.AsSpan(star).EndsWith(pattern.AsSpan(star + 1), StringComparison.Ordinal)
        : path == pattern;

    private sealed record Rule(string Path, IReadOnlyList<(string Name, string Value)> Headers);
}
