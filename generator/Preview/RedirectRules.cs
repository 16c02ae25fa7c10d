using System.Collections.Immutable;
using System.Globalization;

namespace Fachinfo.Preview;

/// <summary>A rule of a <c>_redirects</c> file: <c>/alt id=77 /neu/ 301! Role=members</c>.</summary>
/// <param name="Query">What the query must hold.</param>
/// <param name="To">Empty if the address stays.</param>
/// <param name="IsForced">The rule wins over a file of the same address.</param>
/// <param name="Roles">The rule holds for these only; empty if for all.</param>
public sealed record RedirectRule(string From, ImmutableArray<(string Name, string Value)> Query, string To, int Status, bool IsForced, ImmutableArray<string> Roles)
{
    /// <summary>The address that the rule leads to; <see langword="null"/> if it does not hold for the path.</summary>
    public string? Apply(string path, Func<string, string?> query, string role)
    {
        if ((!Roles.IsEmpty && !Roles.Contains(role)) || Query.Any(pair => query(pair.Name) != pair.Value))
        {
            return null;
        }

        if (From.EndsWith('*'))
        {
            return path.StartsWith(From[..^1], StringComparison.Ordinal) || path + "/" == From[..^1]
                ? (To.Length == 0 ? path : To.Replace(":splat", path.Length < From.Length ? "" : path[(From.Length - 1)..], StringComparison.Ordinal))
                : null;
        }

        return path.TrimEnd('/') == From.TrimEnd('/') ? (To.Length == 0 ? path : To) : null;
    }
}

/// <summary>The rules of a <c>_redirects</c> file, in their order.</summary>
public static class RedirectRules
{
    public static ImmutableArray<RedirectRule> Parse(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(ParseLine).OfType<RedirectRule>()];

    private static RedirectRule? ParseLine(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var place = Array.FindIndex(words, IsStatus);
        var (status, isForced) = place < 0 ? (301, false) : (int.Parse(words[place][..3], CultureInfo.InvariantCulture), words[place].EndsWith('!'));
        var before = place < 0 ? words : words[..place];
        if (before.Length == 0 || before[0][0] != '/')
        {
            return null;
        }

        var to = before.Skip(1).FirstOrDefault(word => word[0] == '/' || word.Contains("://", StringComparison.Ordinal)) ?? "";
        var roles = (place < 0 ? [] : words[(place + 1)..])
            .Where(word => word.StartsWith("Role=", StringComparison.OrdinalIgnoreCase))
            .SelectMany(word => word["Role=".Length..].Split(','));
        return new RedirectRule(before[0], [.. before.Skip(1).Where(word => word != to).Select(ParsePair)], to, status, isForced, [.. roles]);
    }

    private static bool IsStatus(string word) => word.Length is 3 or 4 && word[..3].All(char.IsAsciiDigit) && (word.Length == 3 || word[3] == '!');

    private static (string Name, string Value) ParsePair(string word)
    {
        var parts = word.Split('=', 2);
        return (parts[0], parts.Length == 2 ? parts[1] : "");
    }
}
