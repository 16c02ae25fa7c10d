using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages.Feeds;

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
    public Action<Utf8JsonWriter>? StructuredData { get; init; }

    public IReadOnlyList<MetaView> Meta { get; init; } = [];

    public bool IsArticle { get; init; }

    /// <summary>Gets a value indicating whether the page says how new the data of the site are.</summary>
    public bool ShowsDataDate { get; init; }

    /// <summary>Gets what the feed of the page follows, and the folder that it lies in; without one the feed of everything is linked.</summary>
    public (string Name, Route Folder)? Feed { get; init; }
}

/// <summary>Makes the head of a page: titles, canonical address, Open Graph, JSON-LD and breadcrumbs.</summary>
public static class HeadBuilder
{
    private const int LongestDescription = 300;

    // The block stands inside a script element: this encoder escapes <, > and &, and lets letters be letters.
    private static readonly JsonWriterOptions Json = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.Create(
            UnicodeRanges.BasicLatin,
            UnicodeRanges.Latin1Supplement,
            UnicodeRanges.LatinExtendedA,
            UnicodeRanges.GeneralPunctuation),
    };

    public static HeadView Build(PageContext context, HeadInput input)
    {
        var site = context.Site.Configuration;
        var words = context.Words;
        var isHome = input.Route == Route.Home;
        input = context.Site.IsPublic ? input : input with { IsIndexed = false, Meta = [], StructuredData = null };
        var title = isHome ? input.Title : words.Fill("page.titleSuffix", ("title", input.Title), ("site", site.Title));
        var description = GermanText.Shorten(input.Description, LongestDescription);
        var canonical = input.IsIndexed ? context.Absolute(input.Route) : "";
        return new HeadView(
            title,
            description,
            canonical,
            input.IsIndexed && (input.StructuredData is not null || !isHome) ? new WrittenText(text => WriteStructuredData(text, context, input)) : null,
            input.IsIndexed ? input.Meta : [.. input.Meta, new MetaView("robots", "noindex")],
            input.IsIndexed ? new OpenGraphView(input.IsArticle ? "article" : "website", input.Title, description, canonical, site.Title, site.Language == "de" ? "de_DE" : site.Language) : null,
            context.NavigationFor(input.Section),
            isHome ? [] : Breadcrumbs(context, input),
            input.IsIndexed && context.Site.IsPublic ? Feeds(context, input) : [],
            input.ShowsDataDate && context.Site.DataDate is { } date ? context.Date(date) : null);
    }

    /// <summary>Writes the absolute address of a page.</summary>
    internal static void WriteAddress(Utf8JsonWriter json, string property, PageContext context, Route route)
    {
        json.WritePropertyName(property);
        json.WriteStringValueSegment(context.Site.Configuration.BaseUrl, isFinalSegment: false);
        json.WriteStringValueSegment(route.Path, isFinalSegment: true);
    }

    /// <summary>The organisation behind the site, as schema.org says it.</summary>
    internal static void WritePublisher(Utf8JsonWriter json, PageContext context)
    {
        json.WriteStartObject("publisher");
        json.WriteString("@type", "Organization");
        json.WriteString("name", context.Site.Configuration.Publisher.Name ?? context.Site.Configuration.Title);
        json.WriteEndObject();
    }

    private static LinkView[] Breadcrumbs(PageContext context, HeadInput input) =>
    [
        new(context.Words[context.Site.IsPublic ? "page.home" : "page.members"], context.Href(Route.Home)),
        .. input.Breadcrumbs.Select(crumb => new LinkView(crumb.Text, context.Href(crumb.Route))),
        new(input.ShortTitle ?? input.Title, ""),
    ];

    private static IReadOnlyList<FeedLinkView> Feeds(PageContext context, HeadInput input) => input.Feed is { } own && own.Folder != Route.Home
        ? FeedLinks.Head(context, own.Name, own.Folder)
        : FeedLinks.Head(context, context.Words["feed.everything"], Route.Home);

    /// <summary>JSON-LD: what the page is, and its breadcrumbs.</summary>
    private static void WriteStructuredData(TextWriter text, PageContext context, HeadInput input)
    {
        using var buffer = new RentedBuffer();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            if (input.StructuredData is { } write)
            {
                json.WriteStartObject();
                write(json);
                json.WriteEndObject();
            }

            if (input.Route != Route.Home)
            {
                WriteBreadcrumbs(json, context, input);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        var letters = ArrayPool<char>.Shared.Rent(buffer.Written.Length);
        text.Write(letters.AsSpan(0, Encoding.UTF8.GetChars(buffer.Written, letters)));
        ArrayPool<char>.Shared.Return(letters);
    }

    private static void WriteBreadcrumbs(Utf8JsonWriter json, PageContext context, HeadInput input)
    {
        json.WriteStartObject();
        json.WriteString("@type", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        var position = 0;
        WriteCrumb(context.Words["page.home"], Route.Home);
        foreach (var (text, route) in input.Breadcrumbs)
        {
            WriteCrumb(text, route);
        }

        WriteCrumb(input.ShortTitle ?? input.Title, input.Route);
        json.WriteEndArray();
        json.WriteEndObject();

        void WriteCrumb(string text, Route route)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", ++position);
            json.WriteString("name", text);
            WriteAddress(json, "item", context, route);
            json.WriteEndObject();
        }
    }
}
