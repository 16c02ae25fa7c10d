using System.Collections.Immutable;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages.Hosting;

/// <summary>What a host has to answer for one address, below the path of the base URL.</summary>
/// <param name="Target">Where a redirect leads, with the path of the base URL; empty for anything else.</param>
/// <param name="Headers">All that the answer needs.</param>
/// <param name="File">What is sent, as the output has it; empty if there is nothing to compare.</param>
public sealed record ExpectedAnswer(string Path, int Status, string Target, ImmutableArray<(string Name, string Value)> Headers, string File)
{
    /// <summary>Gets the endings of media types that will do; with <c>nosniff</c> a browser refuses a style sheet or script of another.</summary>
    public ImmutableArray<string> MediaTypes { get; init; } = [];
}

/// <summary>A sample of a site's addresses, with what a host that keeps all rules answers.</summary>
public static class ExpectedAnswers
{
    private const int MostRedirects = 20;
    private const string Nowhere = "/diese-adresse-gibt-es-nicht/";

    private static readonly string[] OfHostsOnly = ["headers", "redirects", "redirect", "gate"];

    /// <summary>The start page first, then one page or file of each kind, redirects, and a page that there is not. Nothing behind a gate.</summary>
    public static IEnumerable<ExpectedAnswer> Sample(HostRules rules, IEnumerable<Page> pages) =>
        From(
            rules,
            Open(rules, pages).GroupBy(page => (page.Kind, System.IO.Path.GetExtension(page.Route.OutputPath))).Select(kind => kind.First()),
            rules.Redirects.Chunk(Math.Max(1, (rules.Redirects.Length + MostRedirects - 1) / MostRedirects)).Select(part => part[0]));

    /// <summary>The same with every page, file and redirect.</summary>
    public static IEnumerable<ExpectedAnswer> All(HostRules rules, IEnumerable<Page> pages) => From(rules, Open(rules, pages), rules.Redirects);

    private static IOrderedEnumerable<Page> Open(HostRules rules, IEnumerable<Page> pages) => pages
        .Where(page => !OfHostsOnly.Contains(page.Kind) && !(rules.IsHosted && page.Route.Path.StartsWith(Addresses.Members.Path, StringComparison.Ordinal)))
        .OrderBy(page => page.Route);

    private static IEnumerable<ExpectedAnswer> From(HostRules rules, IEnumerable<Page> pages, IEnumerable<(string From, string To)> redirects) => pages
        .Select(page => page.Route)
        .Prepend(Route.Home)
        .Distinct()
        .Select(route => new ExpectedAnswer(route.Path, 200, "", HeadersFor(rules, route.Path), route.OutputPath) { MediaTypes = TypesOf(route.OutputPath) })
        .Concat(redirects.Select(redirect => (From: redirect.From[rules.Site.RootPath.Length..], redirect.To))
            .Select(redirect => new ExpectedAnswer(redirect.From, 301, redirect.To, [], new Route(redirect.From).OutputPath)))
        .Append(new ExpectedAnswer(Nowhere, 404, "", HeadersFor(rules, Nowhere), ""));

    private static ImmutableArray<(string Name, string Value)> HeadersFor(HostRules rules, string path) =>
        rules.Headers.Where(rule => path.StartsWith(rule.Path, StringComparison.Ordinal)).MaxBy(rule => rule.Path.Length)?.Headers ?? [];

    private static ImmutableArray<string> TypesOf(string file) => System.IO.Path.GetExtension(file) switch
    {
        ".html" => ["/html"],
        ".css" => ["/css"],
        ".js" or ".mjs" => ["/javascript"],
        ".json" => ["/json", "+json"],
        ".xml" => ["/xml", "+xml"],
        ".ics" => ["/calendar"],
        _ => [],
    };
}
