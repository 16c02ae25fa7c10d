using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fachinfo.Tests;

/// <summary>The example site of the repository, every page of it: valid, linked, accessible as far as a parser can tell, and self-contained.</summary>
public partial class ExampleSiteTests
{
    private static ExampleSite Site => ExampleSite.Shared;

    [Fact]
    public void Site_builds_with_strict_and_without_a_warning() => Expect.Nothing(Site.Result.Findings
        .Where(finding => finding.Severity != Diagnostics.Severity.Info)
        .Select(finding => $"{SiteFixture.Show(finding)} {finding.Message}"));

    /// <summary>All other statements would hold for no pages at all.</summary>
    [Fact]
    public void Site_has_pages_of_every_kind()
    {
        Assert.True(Pages().Count > 200, $"{Pages().Count} pages");
        Assert.Empty(Fachinfo.Pages.PageFormat.Templates.Except(Site.Result.Pages.Select(page => page.Kind)).Except(["gate", "month", "members-home", "report-thanks"])); // No year has over 200 notices, and without a secret nothing is sealed. Reports go by mail, and no host lets members in.
        Assert.NotEmpty(ExamplePage.Parse("", "<p><table></p>").ParseErrors);
    }

    [Fact]
    public void Every_page_has_one_first_heading_and_skips_no_level() => Expect.Nothing(Pages().SelectMany(page =>
    {
        var levels = page.Document.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.LocalName[1] - '0').ToList();
        return new[]
        {
            levels.Count(level => level == 1) == 1 ? null : $"{page.Path}: {levels.Count(level => level == 1)} headings h1",
            levels.Zip(levels.Skip(1)).Any(pair => pair.Second > pair.First + 1) ? $"{page.Path}: {string.Join(' ', levels)}" : null,
        }.OfType<string>();
    }));

    [Fact]
    public void No_heading_and_no_link_is_empty() => Expect.Nothing(Pages().SelectMany(page => page.Document.QuerySelectorAll("h1,h2,h3,h4,h5,h6,a[href],button,th")
        .Where(element => element.TextContent.Trim().Length == 0 && element.GetAttribute("aria-label") is null && element.QuerySelector("img[alt]:not([alt=''])") is null)
        .Select(element => $"{page.Path}: {element.OuterHtml}")));

    [Fact]
    public void Ids_are_unique_on_each_page() => Expect.Nothing(Pages().SelectMany(page => page.Document.QuerySelectorAll("[id]")
        .GroupBy(element => element.Id)
        .Where(group => group.Count() > 1 || string.IsNullOrEmpty(group.Key))
        .Select(group => $"{page.Path}: {group.Key}")));

    [Fact]
    public void References_between_elements_lead_to_one() => Expect.Nothing(
        from page in Pages()
        from attribute in new[] { "aria-labelledby", "aria-describedby", "aria-controls", "for" }
        from element in page.Document.QuerySelectorAll($"[{attribute}]")
        from id in element.GetAttribute(attribute)!.Split(' ')
        where page.Document.GetElementById(id) is null
        select $"{page.Path}: {attribute}={id}");

    [Fact]
    public void Titles_are_unique_over_the_site() => Expect.Nothing(Indexed()
        .GroupBy(page => page.Document.Title ?? "")
        .Where(group => group.Count() > 1 || group.Key.Length == 0)
        .Select(group => $"{group.Key}: {string.Join(", ", group.Select(page => page.Path))}"));

    [Fact]
    public void Descriptions_are_unique_over_the_site() => Expect.Nothing(Indexed()
        .GroupBy(page => Meta(page.Document, "description"))
        .Where(group => group.Count() > 1 || group.Key.Length == 0)
        .Select(group => $"{group.Key}: {string.Join(", ", group.Select(page => page.Path))}"));

    [Fact]
    public void Nothing_is_inline() => Expect.Nothing(Pages().SelectMany(page => page.Document.All
        .Where(element => element.HasAttribute("style") || element.LocalName is "style" or "iframe" or "object" or "embed" or "base"
            || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            || element is IHtmlScriptElement { Source: null, Type: not "application/ld+json" })
        .Select(element => $"{page.Path}: {element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)]}")));

    [Fact]
    public void Structured_data_is_json_of_schema_org() => Expect.Nothing(Pages().SelectMany(page => page.Document.QuerySelectorAll("script[type='application/ld+json']")
        .Where(script => !IsSchemaOrg(script.TextContent))
        .Select(script => $"{page.Path}: {script.TextContent}")));

    [Fact]
    public void Every_indexed_page_of_content_has_breadcrumbs_as_structured_data() => Expect.Nothing(Indexed()
        .Where(page => page.Path != "index.html" && !page.Document.QuerySelectorAll("script").Any(script => script.TextContent.Contains("BreadcrumbList", StringComparison.Ordinal)))
        .Select(page => page.Path));

    [Fact]
    public void Every_link_inside_the_site_resolves_with_its_fragment() => Expect.Nothing(
        from page in Pages()
        from address in Addresses(page.Document)
        where IsInside(address) && FindProblem(page, address) is not null
        select $"{page.Path}: {address}: {FindProblem(page, address)}");

    [Fact]
    public void No_page_loads_anything_from_elsewhere() => Expect.Nothing(Pages().SelectMany(page => page.Document
        .QuerySelectorAll("[src],[srcset],[poster],[data],[background],link[rel~=stylesheet],link[rel~=icon],link[rel~=preload],link[rel~=preconnect],link[rel~=dns-prefetch],image,use,form[action]")
        .SelectMany(element => new[] { "src", "srcset", "poster", "data", "background", "href", "xlink:href", "action" }.Select(element.GetAttribute).OfType<string>())
        .Where(address => !address.StartsWith("mailto:", StringComparison.Ordinal)) // A form may open a message.
        .Where(address => Scheme().IsMatch(address) || address.StartsWith("//", StringComparison.Ordinal))
        .Select(address => $"{page.Path}: {address}")));

    [Fact]
    public void Style_sheets_load_nothing_from_elsewhere() => Expect.Nothing(Site.Files
        .Where(file => file.Key.EndsWith(".css", StringComparison.Ordinal) && Regex.IsMatch(Encoding.UTF8.GetString(file.Value), @"url\(\s*['""]?(https?:|//)|@import"))
        .Select(file => file.Key));

    [Fact]
    public void Images_have_an_alternative_text() => Expect.Nothing(Pages().SelectMany(page => page.Document.QuerySelectorAll("img")
        .Where(image => string.IsNullOrWhiteSpace(image.GetAttribute("alt")))
        .Select(image => $"{page.Path}: {image.OuterHtml}")));

    [Fact]
    public void Drawings_are_named_or_hidden() => Expect.Nothing(Pages().SelectMany(page => page.Document.QuerySelectorAll("svg")
        .Where(drawing => drawing.GetAttribute("aria-hidden") != "true" && (drawing.GetAttribute("role") != "img" || (drawing.GetAttribute("aria-label") is null && drawing.GetAttribute("aria-labelledby") is null)))
        .Select(drawing => $"{page.Path}: {drawing.OuterHtml[..Math.Min(120, drawing.OuterHtml.Length)]}")));

    [Fact]
    public void Every_page_says_its_language_and_scales() => Expect.Nothing(Pages()
        .Where(page => page.Document.DocumentElement.GetAttribute("lang") != "de" || !Meta(page.Document, "viewport").Contains("width=device-width", StringComparison.Ordinal))
        .Select(page => page.Path));

    [Fact]
    public void Every_page_can_be_skipped_to_its_content() => Expect.Nothing(Pages()
        .Where(page => page.Document.QuerySelectorAll("main").Length != 1)
        .Select(page => $"{page.Path}: no main"));

    [Fact]
    public void Legal_pages_are_linked_from_every_page() => Expect.Nothing(
        from page in Pages()
        where !IsRedirect(page)
        from address in new[] { "/impressum/", "/datenschutz/", "/barrierefreiheit/" }
        where page.Document.QuerySelector($"a[href='{address}']") is null && page.Path != address[1..] + "index.html"
        select $"{page.Path}: no link to {address}");

    [Fact]
    public void Sitemap_lists_exactly_the_indexed_pages_under_their_canonical_address()
    {
        var listed = Sitemap().ToHashSet();
        Expect.Nothing(Indexed().Select(page => Canonical(page.Document)).Where(address => !listed.Contains(address)).Select(address => $"not in the sitemap: {address}")
            .Concat(listed.Except(Indexed().Select(page => Canonical(page.Document))).Select(address => $"in the sitemap only: {address}")));
    }

    [Fact]
    public void Canonical_address_is_the_page_itself() => Expect.Nothing(Indexed()
        .Where(page => Canonical(page.Document) != ExampleSite.BaseUrl + "/" + page.Path.Replace("index.html", "", StringComparison.Ordinal))
        .Select(page => $"{page.Path}: {Canonical(page.Document)}"));

    [Fact]
    public void Tables_have_header_cells_and_stand_in_a_named_region() => Expect.Nothing(Pages().SelectMany(page => page.Document.QuerySelectorAll("table")
        .Where(table => table.QuerySelector("th[scope]") is null || table.ParentElement?.GetAttribute("aria-label") is null)
        .Select(table => $"{page.Path}: {table.OuterHtml[..Math.Min(80, table.OuterHtml.Length)]}")));

    [Fact]
    public void No_template_code_and_no_open_place_is_left() => Expect.Nothing(Pages()
        .Where(page => page.Text.Contains('\0', StringComparison.Ordinal) || Regex.IsMatch(page.Document.Body!.TextContent, @"\{\{|\}\}|\bui\.[a-z]|\bpage\.[a-z]+[A-Z]|undefined|System\.|Fachinfo\."))
        .Select(page => page.Path));

    [Fact]
    public void Html_is_parsed_without_an_error() => Expect.Nothing(Pages().SelectMany(page => page.ParseErrors.Select(error => $"{page.Path}: {error}")));

    /// <summary>Characters that a wrong encoding leaves behind.</summary>
    [Fact]
    public void Umlauts_are_umlauts() => Expect.Nothing(Pages()
        .Where(page => Regex.IsMatch(page.Text, "Ã¤|Ã¶|Ã¼|ÃŸ|â€|\uFFFD|&[aou]uml;|&szlig;"))
        .Select(page => page.Path));

    [Fact]
    public void Reference_notice_shows_its_facts()
    {
        var page = Pages().Single(page => page.Path == "mitteilungen/2024/145/index.html").Document;
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Mitteilungen – Recht, Personal, Organisation / Bürgerschaftliches Engagement", text, StringComparison.Ordinal);
        Assert.Contains("145/2024 vom 20.02.2024", text, StringComparison.Ordinal);
        Assert.Contains("1. März 2024", text, StringComparison.Ordinal);
        Assert.Contains("13.0.70-001", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_forbid_what_is_not_needed()
    {
        var headers = Encoding.UTF8.GetString(Site.Files["_headers"]);
        Assert.Contains("default-src 'none'", headers, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", headers, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", headers, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ExamplePage> Pages() => Site.Pages;

    private static IEnumerable<ExamplePage> Indexed() => Pages().Where(page => !Meta(page.Document, "robots").Contains("noindex", StringComparison.Ordinal));

    private static bool IsRedirect(ExamplePage page) => page.Document.QuerySelector("meta[http-equiv=refresh]") is not null;

    private static string Meta(IHtmlDocument document, string name) => document.QuerySelector($"meta[name='{name}']")?.GetAttribute("content") ?? "";

    private static string Canonical(IHtmlDocument document) => document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? "";

    private static IEnumerable<string> Sitemap() => XDocument.Parse(Encoding.UTF8.GetString(Site.Files["sitemap.xml"])).Descendants()
        .Where(element => element.Name.LocalName == "loc")
        .Select(element => element.Value);

    private static IEnumerable<string> Addresses(IHtmlDocument document) => document.QuerySelectorAll("[href],[src]")
        .SelectMany(element => new[] { element.GetAttribute("href"), element.GetAttribute("src") })
        .OfType<string>()
        .Distinct();

    private static bool IsInside(string address) => !Scheme().IsMatch(address) || address.StartsWith(ExampleSite.BaseUrl + "/", StringComparison.Ordinal);

    private static string? FindProblem(ExamplePage page, string address)
    {
        var inside = address.StartsWith(ExampleSite.BaseUrl, StringComparison.Ordinal) ? address[ExampleSite.BaseUrl.Length..] : address;
        var parts = (inside.StartsWith("/melden/?", StringComparison.Ordinal) ? "/melden/" : inside).Split('#', 2);
        var target = parts[0].Length == 0 ? page.Path : parts[0].TrimStart('/') + (parts[0].EndsWith('/') ? "index.html" : "");
        if (parts[0].Length > 0 && parts[0][0] != '/')
        {
            return "is not root-relative";
        }

        if (!Site.Files.ContainsKey(target))
        {
            return "is no file of the output";
        }

        if (target == "mitglieder/index.html" && parts is [_, ['/', ..]])
        {
            return null; // A route of the members' area, not a place in the page.
        }

        return parts.Length == 2 && (parts[1].Length == 0 || Pages().Single(other => other.Path == target).Document.GetElementById(parts[1]) is null)
            ? "has no such fragment"
            : null;
    }

    private static bool IsSchemaOrg(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.GetProperty("@context").GetString() == "https://schema.org"
                && json.RootElement.GetProperty("@graph").EnumerateArray().All(node => node.TryGetProperty("@type", out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*:")]
    private static partial Regex Scheme();
}
