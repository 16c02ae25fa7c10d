using System.Collections.Immutable;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages.Hosting;

/// <summary>What a web server has to do for a site, read out of the <c>_headers</c> and <c>_redirects</c> that the site publishes, so that it cannot differ from them.</summary>
/// <param name="Headers">Path rules from the general to the special, each with all headers that hold there.</param>
/// <param name="Redirects">Former paths without a query, and where they lead.</param>
/// <param name="IsHosted">Members are let in by the server.</param>
public sealed record HostRules(
    SiteConfiguration Site,
    ImmutableArray<HeaderRule> Headers,
    ImmutableArray<(string From, string To)> Redirects,
    bool IsHosted)
{
    /// <summary>Media types, besides HTML, that are worth compressing.</summary>
    public const string CompressedTypes = "text/css text/plain text/xml text/calendar text/csv application/javascript application/json application/xml application/rss+xml application/atom+xml image/svg+xml";

    /// <summary>
    /// Files for other hosts, and what the build keeps for itself, as a pattern below the root. RFC 8615's
    /// <c>/.well-known/</c> is not hidden: certificates are renewed through it.
    /// </summary>
    public const string HiddenFiles = @"/(_headers|_redirects|\.(?!well-known/))";

    /// <summary>Reads the rules of a planned site.</summary>
    public static HostRules From(SiteConfiguration site, IEnumerable<Page> pages)
    {
        var texts = pages.OfType<TextPage>().ToDictionary(page => page.Route);
        var redirects = texts[Addresses.Redirects].Text().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .Where(words => words is [_, _, "301!"])
            .Select(words => (words[0], words[1]));
        var headers = ReadHeaders(texts[Addresses.Headers].Text(), site.RootPath);
        return new HostRules(site, site.Access.IsHosted ? [.. headers.SelectMany(rule => WithGates(rule, site.Access))] : headers, [.. redirects], site.Access.IsHosted);
    }

    /// <summary>The members' area closed, and for each other audience that has a folder in it the same rule once more.</summary>
    private static IEnumerable<HeaderRule> WithGates(HeaderRule rule, AccessRules access) =>
        rule.Path != Addresses.Members.Path ? [rule]
        : access.IsSealed ? [rule with { Audience = Notice.Members }]
        : access.Audiences.Select(audience => rule with { Path = Addresses.GateFolder(audience).Path, Audience = audience });

    /// <param name="root">What the paths of the text begin with; those of the rules do not.</param>
    private static ImmutableArray<HeaderRule> ReadHeaders(string text, string root)
    {
        var rules = new List<(string Path, List<(string Name, string Value)> Headers)>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '/')
            {
                rules.Add((line[root.Length..].TrimEnd('*'), []));
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                rules[^1].Headers.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        // A server that knows one place for each path gets all headers there; of equal names the special one holds.
        return
        [
            .. rules.Select(rule => new HeaderRule(
                rule.Path,
                [
                    .. rules.Where(other => rule.Path.StartsWith(other.Path, StringComparison.Ordinal))
                        .SelectMany(other => other.Headers)
                        .GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
                        .Select(group => group.Last()),
                ])),
        ];
    }
}

/// <param name="Path">Below the path of the base URL. Ends with a slash; <c>/</c> is the whole site.</param>
public sealed record HeaderRule(string Path, ImmutableArray<(string Name, string Value)> Headers)
{
    /// <summary>Gets whom the server lets in only; <see langword="null"/> if everyone.</summary>
    public string? Audience { get; init; }

    /// <summary>Gets what a visitor is asked for.</summary>
    public string Realm => Audience == Notice.Members ? "Mitgliederbereich" : "Mitgliederbereich " + Audience;

    /// <summary>The name of the list of those who are let in.</summary>
    public string PasswordFile(string host) => host + (Audience == Notice.Members ? "" : "." + Audience) + ".htpasswd";
}
