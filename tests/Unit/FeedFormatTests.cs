using System.Text;
using AngleSharp.Html.Parser;
using Fachinfo.Execution;
using Fachinfo.Storage;
using FsCheck.Fluent;

namespace Fachinfo.Tests;

/// <summary>The rules of RSS 2.0, Atom 1.0 and JSON Feed 1.1, on every feed of whole sites.</summary>
public class FeedFormatTests
{
    private static readonly string[] Folders = ["content", "tests/Golden/kitchen-sink/content"];

    private static readonly Dictionary<string, Lazy<FeedSite>> Built = Folders.ToDictionary(folder => folder, folder => new Lazy<FeedSite>(() => Build(folder)));

    /// <summary>A site that no test changes, and all its feeds, read.</summary>
    private sealed record FeedSite(SiteFixture Site, IReadOnlyList<(string Path, ReadFeed Rss, ReadFeed Atom, ReadFeed Json)> Feeds);

    public static TheoryData<string> Sites => [.. Folders];

    [Theory]
    [MemberData(nameof(Sites))]
    public void All_formats_carry_the_same_entries(string folder)
    {
        Assert.NotEmpty(Built[folder].Value.Feeds);
        foreach (var (_, rss, atom, json) in Built[folder].Value.Feeds)
        {
            Assert.Equal((rss.Title, rss.Page, rss.Language), (atom.Title, atom.Page, atom.Language));
            Assert.Equal(rss.Updated ?? atom.Updated, atom.Updated);
            Assert.Equal((rss.Title, rss.Page, rss.Language), (json.Title, json.Page, json.Language));
            Assert.Equal(rss.Entries.Select(FeedReading.Show), atom.Entries.Select(FeedReading.Show));
            Assert.Equal(rss.Entries.Select(FeedReading.Show), json.Entries.Select(FeedReading.Show));
        }
    }

    /// <summary>What validator.w3.org/feed asks for, besides the shape that the readers above insist on.</summary>
    [Theory]
    [MemberData(nameof(Sites))]
    public void Feeds_keep_the_rules_of_the_validator(string folder)
    {
        var (site, feeds) = Built[folder].Value;
        foreach (var (path, rss, atom, json) in feeds)
        {
            var root = rss.Self[..^(path + "feed.xml").Length];
            Assert.Equal((root + path + "feed.xml", root + path + "atom.xml", root + path + "feed.json"), (rss.Self, atom.Self, json.Self));
            Assert.True(site.Has((rss.Page[root.Length..] + "/index.html").TrimStart('/').Replace("//", "/", StringComparison.Ordinal)), rss.Page);
            Assert.Equal(rss.Entries.Count, rss.Entries.Select(entry => entry.Id).Distinct().Count());
            Assert.Equal(rss.Entries.Count == 0 ? null : rss.Entries.Max(entry => entry.Updated), rss.Updated);
            Expect.Nothing(rss.Entries.SelectMany(entry => RelativeAddresses(entry.Content).Select(address => $"{path} {entry.Identifier}: {address}")));
            Assert.All(rss.Entries, entry => Assert.True(site.Has(entry.Address[root.Length..] + "index.html"), entry.Address));
            Assert.All(rss.Entries, entry => Assert.True(entry.Updated >= entry.Published));
        }
    }

    /// <summary>RFC 5005, section 4: from the current document over prev-archive to the very first entry.</summary>
    [Theory]
    [MemberData(nameof(Sites))]
    public void Archives_lead_to_every_entry(string folder)
    {
        var site = Built[folder].Value.Site;
        var current = FeedReading.Xml(site.Bytes["atom.xml"]).Root!;
        var root = FeedReading.Link(current, "self")![..^"atom.xml".Length];
        var (self, next, ids) = (FeedReading.Link(current, "self"), "", new HashSet<string>());
        for (var address = FeedReading.Link(current, "prev-archive"); address is not null;)
        {
            var archive = FeedReading.Xml(site.Bytes[address[root.Length..]]).Root!;
            Assert.NotNull(archive.Element(FeedReading.History + "archive"));
            Assert.Equal(address, FeedReading.Link(archive, "self"));
            Assert.Equal(self, FeedReading.Link(archive, "current"));
            Assert.Equal(next, FeedReading.Link(archive, "next-archive") ?? "");
            ids.UnionWith(archive.Elements(FeedReading.Atom + "entry").Select(entry => entry.Element(FeedReading.Atom + "id")!.Value));
            next = address;
            address = FeedReading.Link(archive, "prev-archive");
        }

        var notices = site.Result.Pages.OfType<TemplatePage>().Count(page => page.Template is "notice" or "teaser" or "tombstone");
        Assert.Equal(notices, ids.Count);
    }

    [Fact]
    public void Every_feed_is_on_the_page_of_feeds_and_in_the_list_for_readers()
    {
        var (site, feeds) = Built["content"].Value;
        var page = new HtmlParser().ParseDocument(site["feeds/index.html"]);
        var links = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ToHashSet();
        var list = FeedReading.Xml(site.Bytes["feeds.opml"]).Descendants("outline").Select(outline => outline.Attribute("xmlUrl")?.Value).OfType<string>().ToHashSet();
        foreach (var (path, rss, _, _) in feeds)
        {
            Assert.Superset(new HashSet<string?> { $"/{path}feed.xml", $"/{path}atom.xml", $"/{path}feed.json" }, links);
            Assert.Contains(rss.Self, list);
        }
    }

    [Fact]
    public void Any_text_makes_well_formed_feeds() => Property.Holds(Gen.Zip(Generators.Text, Generators.Markdown), 40, texts =>
    {
        var title = new string([.. texts.Item1.Where(letter => !char.IsControl(letter) && letter is not ('"' or '\\' or '\u2028' or '\u2029' or '\u0085' or '\uFEFF'))]) + "x";
        var site = SiteFixture.Create("", PlainTheme.Input());
        site.Content.Write("mitteilungen/2024/1.md", Encoding.UTF8.GetBytes($"---\ntitle: \"{title}\"\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n---\n{texts.Item2}\n"));
        site.Rebuild();
        if (site.Result.Succeeded)
        {
            var rss = FeedReading.Rss(site.Bytes["feed.xml"]).Entries.Select(FeedReading.Show).ToList();
            Assert.Single(rss);
            Assert.Equal(rss, FeedReading.AtomFeed(site.Bytes["atom.xml"]).Entries.Select(FeedReading.Show));
            Assert.Single(FeedReading.Json(site.Bytes["feed.json"]).Entries);
        }
    });

    private static FeedSite Build(string folder)
    {
        var site = SiteFixture.Create("", new EmbeddedThemeInput());
        var input = new FolderInput(Repository.PathOf(folder.Split('/')));
        foreach (var file in input.List([]))
        {
            site.Content.Write(file.Path.Value, input.Read(file));
        }

        site.Options = new(new DateOnly(2026, 11, 23));
        site.Rebuild();
        return new FeedSite(site, FeedsOf(site));
    }

    private static IReadOnlyList<(string Path, ReadFeed Rss, ReadFeed Atom, ReadFeed Json)> FeedsOf(SiteFixture site) =>
    [
        .. site.Outputs.Where(path => path == "feed.xml" || path.EndsWith("/feed.xml", StringComparison.Ordinal)).Select(path => path[..^"feed.xml".Length]).Select(path => (
            path,
            FeedReading.Rss(site.Bytes[path + "feed.xml"]),
            FeedReading.AtomFeed(site.Bytes[path + "atom.xml"]),
            FeedReading.Json(site.Bytes[path + "feed.json"]))),
    ];

    private static IEnumerable<string?> RelativeAddresses(string html) => new HtmlParser().ParseDocument(html)
        .QuerySelectorAll("[href], [src]")
        .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src"))
        .Where(address => !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme == "file");
}
