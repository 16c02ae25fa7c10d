using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Fachinfo.Tests;

/// <summary>An entry as a reader sees it, whatever the format.</summary>
public sealed record ReadEntry(string Id, string Title, string Address, DateTimeOffset Published, DateTimeOffset Updated, string Summary, string Content, string Categories, string Identifier, string Sources);

/// <summary>A feed as a reader sees it.</summary>
public sealed record ReadFeed(string Title, string Self, string Page, string Language, DateTimeOffset? Updated, IReadOnlyList<ReadEntry> Entries);

/// <summary>Reads feeds with parsers that know nothing of the program: an XML reader and a JSON reader.</summary>
internal static partial class FeedReading
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";

    public static XDocument Xml(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        return XDocument.Load(reader);
    }

    public static ReadFeed Rss(byte[] bytes)
    {
        var root = Xml(bytes).Root!;
        Assert.Equal(("rss", "2.0"), (root.Name.LocalName, root.Attribute("version")!.Value));
        var channel = Assert.Single(root.Elements());
        return new ReadFeed(
            channel.Element("title")!.Value,
            channel.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value,
            channel.Element("link")!.Value,
            channel.Element("language")!.Value,
            channel.Element("lastBuildDate") is { } built ? Rfc822(built.Value) : null,
            [
                .. channel.Elements("item").Select(item =>
                {
                    Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
                    return new ReadEntry(
                        item.Element("guid")!.Value,
                        item.Element("title")!.Value,
                        item.Element("link")!.Value,
                        Rfc822(item.Element("pubDate")!.Value),
                        Rfc3339(item.Element(Terms + "modified")!.Value),
                        System.Net.WebUtility.HtmlDecode(item.Element("description")?.Value ?? ""),
                        item.Element(Content + "encoded")!.Value,
                        string.Join('|', item.Elements("category").Select(category => category.Value)),
                        item.Element(Dc + "identifier")?.Value ?? "",
                        string.Join('|', item.Elements(Dc + "source").Select(source => source.Value)));
                }),
            ]);
    }

    public static ReadFeed AtomFeed(byte[] bytes)
    {
        var feed = Xml(bytes).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.StartsWith("urn:uuid:", feed.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        return new ReadFeed(
            feed.Element(Atom + "title")!.Value,
            Link(feed, "self")!,
            Link(feed, "alternate")!,
            feed.Attribute(XNamespace.Xml + "lang")!.Value,
            Rfc3339(feed.Element(Atom + "updated")!.Value),
            [
                .. feed.Elements(Atom + "entry").Select(entry =>
                {
                    Assert.Equal("html", entry.Element(Atom + "content")!.Attribute("type")!.Value);
                    return new ReadEntry(
                        entry.Element(Atom + "id")!.Value,
                        entry.Element(Atom + "title")!.Value,
                        Link(entry, "alternate")!,
                        Rfc3339(entry.Element(Atom + "published")!.Value),
                        Rfc3339(entry.Element(Atom + "updated")!.Value),
                        entry.Element(Atom + "summary")?.Value ?? "",
                        entry.Element(Atom + "content")!.Value,
                        string.Join('|', entry.Elements(Atom + "category").Select(category => category.Attribute("label")!.Value)),
                        entry.Element(Dc + "identifier")?.Value ?? "",
                        string.Join('|', entry.Elements(Dc + "source").Select(source => source.Value)));
                }),
            ]);
    }

    public static ReadFeed Json(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var root = document.RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", root.GetProperty("version").GetString());
        return new ReadFeed(
            root.GetProperty("title").GetString()!,
            root.GetProperty("feed_url").GetString()!,
            root.GetProperty("home_page_url").GetString()!,
            root.GetProperty("language").GetString()!,
            null,
            [
                .. root.GetProperty("items").EnumerateArray().Select(item => new ReadEntry(
                    item.GetProperty("id").GetString()!,
                    item.GetProperty("title").GetString()!,
                    item.GetProperty("url").GetString()!,
                    Rfc3339(item.GetProperty("date_published").GetString()!),
                    Rfc3339(item.GetProperty("date_modified").GetString()!),
                    item.TryGetProperty("summary", out var summary) ? summary.GetString()! : "",
                    item.GetProperty("content_html").GetString()!,
                    item.TryGetProperty("tags", out var tags) ? string.Join('|', tags.EnumerateArray().Select(tag => tag.GetString())) : "",
                    item.GetProperty("_fachinfo").GetProperty("identifier").GetString()!,
                    string.Join('|', item.GetProperty("_fachinfo").GetProperty("source").EnumerateArray().Select(source => source.GetString())))),
            ]);
    }

    public static string? Link(XElement element, string relation) =>
        element.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")!.Value == relation)?.Attribute("href")!.Value;

    public static string Show(ReadEntry entry) => new StringBuilder().AppendJoin('\n', entry.Id, entry.Title, entry.Address, entry.Published.ToString("O"), entry.Updated.ToString("O"), entry.Summary, entry.Categories, entry.Identifier, entry.Sources, entry.Content).ToString();

    private static DateTimeOffset Rfc822(string text)
    {
        Assert.Matches(ShapeOf822(), text);
        return DateTimeOffset.ParseExact(text, "r", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset Rfc3339(string text)
    {
        Assert.Matches(ShapeOf3339(), text);
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-3][0-9] (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$")]
    private static partial Regex ShapeOf822();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")]
    private static partial Regex ShapeOf3339();
}
