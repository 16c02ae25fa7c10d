using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>What a page says about itself.</summary>
/// <param name="Route">Its address.</param>
/// <param name="Section">The entry of the main navigation that it lies under; default for none.</param>
/// <param name="Title">Without the name of the site.</param>
/// <param name="Breadcrumbs">The pages above it, without the start page.</param>
public sealed record HeadInput(Route Route, Route Section, string Title, string Description, IReadOnlyList<(string Text, Route Route)> Breadcrumbs)
{
    /// <summary>Gets the last breadcrumb, if it is not the title.</summary>
    public string? ShortTitle { get; init; }

    public bool IsIndexed { get; init; } = true;

    /// <summary>Gets what the page is, as schema.org says it; the breadcrumbs are added here.</summary>
    public JsonObject? StructuredData { get; init; }

    public IReadOnlyList<MetaView> Meta { get; init; } = [];

    public bool IsArticle { get; init; }
}

/// <summary>Makes the head of a page: titles, canonical address, Open Graph, JSON-LD and breadcrumbs.</summary>
public static class HeadBuilder
{
    private const int LongestDescription = 300;

    // The block stands inside a script element: the default encoder escapes <, > and &, and we let letters be letters.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.BasicLatin, System.Text.Unicode.UnicodeRanges.Latin1Supplement, System.Text.Unicode.UnicodeRanges.LatinExtendedA, System.Text.Unicode.UnicodeRanges.GeneralPunctuation) };

    public static HeadView Build(PageContext context, HeadInput input)
    {
        var site = context.Site.Configuration;
        var words = context.Words;
        var isHome = input.Route == Route.Home;
        var title = isHome ? input.Title : words.Fill("page.titleSuffix", ("title", input.Title), ("site", site.Title));
        var description = GermanText.Shorten(input.Description, LongestDescription);
        var canonical = input.IsIndexed ? context.Absolute(input.Route) : "";
        MetaView[] properties = input.IsIndexed
            ?
            [
                new("og:type", input.IsArticle ? "article" : "website"),
                new("og:title", input.Title),
                new("og:description", description),
                new("og:url", canonical),
                new("og:site_name", site.Title),
                new("og:locale", site.Language == "de" ? "de_DE" : site.Language),
            ]
            : [];
        return new HeadView(
            title,
            description,
            canonical,
            input.IsIndexed ? StructuredData(context, input) : "",
            input.IsIndexed ? input.Meta : [.. input.Meta, new MetaView("robots", "noindex")],
            properties,
            context.NavigationFor(input.Section),
            isHome ? [] : Breadcrumbs(context, input));
    }

    private static LinkView[] Breadcrumbs(PageContext context, HeadInput input) =>
    [
        new(context.Words["page.home"], context.Href(Route.Home)),
        .. input.Breadcrumbs.Select(crumb => new LinkView(crumb.Text, context.Href(crumb.Route))),
        new(input.ShortTitle ?? input.Title, ""),
    ];

    private static string StructuredData(PageContext context, HeadInput input)
    {
        var graph = new JsonArray();
        if (input.StructuredData is { } data)
        {
            graph.Add(data);
        }

        if (input.Route != Route.Home)
        {
            var items = new JsonArray();
            var crumbs = input.Breadcrumbs.Prepend((context.Words["page.home"], Route.Home)).Append((input.ShortTitle ?? input.Title, input.Route));
            foreach (var (text, route) in crumbs)
            {
                items.Add(new JsonObject
                {
                    ["@type"] = "ListItem",
                    ["position"] = items.Count + 1,
                    ["name"] = text,
                    ["item"] = context.Absolute(route),
                });
            }

            graph.Add(new JsonObject { ["@type"] = "BreadcrumbList", ["itemListElement"] = items });
        }

        return graph.Count == 0 ? "" : new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = graph }.ToJsonString(Json);
    }
}
