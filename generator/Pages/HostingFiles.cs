using System.Buffers;
using System.Globalization;
using System.Text;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages.Feeds;

namespace Fachinfo.Pages;

/// <summary>Files that hosts and search engines read: sitemap, robots, headers, redirects.</summary>
public static class HostingFiles
{
    /// <summary>sitemaps.org: at most 50,000 addresses in one file.</summary>
    private const int LargestSitemap = 50_000;

    /// <summary>The security headers of every response, by name. <c>hosting nginx</c> prints the same.</summary>
    public static readonly IReadOnlyList<(string Name, string Value)> SecurityHeaders =
    [
        ("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    /// <summary>What is said of the members' area besides; a host that joins headers adds to the above.</summary>
    public static readonly IReadOnlyList<(string Name, string Value)> MembersHeaders =
    [
        ("Referrer-Policy", "no-referrer"),
        ("X-Robots-Tag", "noindex"),
        ("Cache-Control", "no-cache, no-transform"),
    ];

    /// <summary>The same for one site: forms may also go where it takes reports.</summary>
    public static IEnumerable<(string Name, string Value)> HeadersOf(SiteConfiguration site) => SecurityHeaders.Select(header =>
        (header.Name, header.Value.Replace("form-action 'self'", "form-action 'self'" + ReportPages.FormTarget(site.Report), StringComparison.Ordinal)));

    public static IEnumerable<Page> Plan(PageContext context, IReadOnlyList<Page> pages)
    {
        var lastModified = LastModified(context);
        Route[] indexed = [.. pages.OfType<TemplatePage>().Where(IsIndexed).Select(page => page.Route)];
        Array.Sort(indexed);
        foreach (var sitemap in Sitemaps(context, Array.ConvertAll(indexed, route => new Listed(route, lastModified.TryGetValue(route, out var date) ? date : null))))
        {
            yield return sitemap;
        }

        yield return new TextPage(Addresses.Robots, "robots", () => $"User-agent: *\nAllow: /\n\nSitemap: {context.Absolute(Addresses.Sitemap)}\n");
        yield return new TextPage(Addresses.Headers, "headers", () => Headers(context));
        yield return new TextPage(Addresses.Redirects, "redirects", () => Redirects(context));
    }

    /// <summary>Pages that search engines may keep; the others say noindex.</summary>
    private static bool IsIndexed(TemplatePage page) => page.Template is not ("redirect" or "not-found" or "tombstone" or "council-tombstone" or "report-thanks" or "gate") && !page.Route.Path.StartsWith(Addresses.Members.Path, StringComparison.Ordinal);

    /// <summary>When notices and pages changed last, as far as the content says so.</summary>
    private static Dictionary<Route, DateOnly> LastModified(PageContext context)
    {
        // Two notices on one address are an error by now, but the plan goes on, to find all others.
        var dates = context.Site.Listing.DistinctBy(listed => listed.Head.Route).ToDictionary(listed => listed.Head.Route, listed => listed.Head.Date);
        foreach (var notice in context.Site.Notices)
        {
            dates[notice.Head.Route] = notice.Updated ?? notice.Head.Date;
        }

        foreach (var page in context.Site.Pages.Where(page => page.Document.Data.Updated is not null))
        {
            dates[page.Route] = page.Document.Data.Updated!.Value;
        }

        return dates;
    }

    /// <summary>A page in a sitemap.</summary>
    private readonly record struct Listed(Route Route, DateOnly? LastModified);

    private static IEnumerable<Page> Sitemaps(PageContext context, Listed[] pages)
    {
        if (pages.Length <= LargestSitemap)
        {
            yield return Sitemap(context, Addresses.Sitemap, pages);
            yield break;
        }

        var parts = pages.Chunk(LargestSitemap).Select((part, i) => (Route: new Route($"/sitemap-{(i + 1).ToString(CultureInfo.InvariantCulture)}.xml"), Pages: part)).ToList();
        foreach (var (route, part) in parts)
        {
            yield return Sitemap(context, route, part);
        }

        yield return new TextPage(Addresses.Sitemap, "sitemap-index", () =>
        {
            var index = new ArrayBufferWriter<byte>();
            var xml = Start(index, "sitemapindex");
            foreach (var (route, _) in parts)
            {
                xml.Raw("<sitemap>\n"u8).Element("loc", context.Absolute(route)).Raw("</sitemap>\n"u8);
            }

            xml.Raw("</sitemapindex>\n"u8);
            return Encoding.UTF8.GetString(index.WrittenSpan);
        });
    }

    private static WrittenPage Sitemap(PageContext context, Route own, Listed[] pages) => new(
        own,
        "sitemap",
        () => pages.Aggregate(
            new HashBuilder().Add(context.Site.Configuration.BaseUrl),
            (hash, page) => hash.Add(page.Route.Path).Add(page.LastModified?.DayNumber ?? 0)).ToHash(),
        into =>
        {
            var xml = Start(into, "urlset");
            foreach (var (route, lastModified) in pages)
            {
                xml.Raw("<url>\n"u8).Element("loc", context.Absolute(route));
                if (lastModified is { } date)
                {
                    xml.Element("lastmod", PageContext.Iso(date));
                }

                xml.Raw("</url>\n"u8);
            }

            xml.Raw("</urlset>\n"u8);
        });

    /// <summary>sitemaps.org, version 0.9.</summary>
    private static XmlText Start(IBufferWriter<byte> into, string root) => new XmlText(into)
        .Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<"u8)
        .Raw(Encoding.ASCII.GetBytes(root))
        .Raw(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"u8);

    /// <summary>Netlify's and Cloudflare's format: a path, then its headers, indented.</summary>
    /// <remarks>
    /// Netlify joins equal headers of several rules, so caching is named for fingerprinted files only.
    /// Paths are those that a browser asks for: below the path of the base URL, as in the redirects.
    /// </remarks>
    private static string Headers(PageContext context)
    {
        var root = context.Site.Configuration.RootPath;
        var text = new StringBuilder(root).Append("/*\n");
        foreach (var (name, value) in HeadersOf(context.Site.Configuration))
        {
            text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
        }

        if (context.Site.HasMembersArea)
        {
            text.Append('\n').Append(root).Append(Addresses.Members).Append("*\n");
            foreach (var (name, value) in MembersHeaders)
            {
                text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
            }
        }

        return text
            .Append('\n')
            .Append(root).Append(Addresses.Assets).Append("*\n  Cache-Control: public, max-age=31536000, immutable\n")
            .Append(root).Append(Addresses.SearchPieces).Append("*\n  Cache-Control: public, max-age=31536000, immutable\n")
            .Append(root).Append(Addresses.SearchedFiles).Append("*\n  Cache-Control: public, max-age=31536000, immutable\n")
            .Append(context.Site.Configuration.HasOParl ? $"\n{root}{Addresses.OParl}*\n  Access-Control-Allow-Origin: *\n" : "")
            .ToString();
    }

    /// <summary>Netlify's rules for roles: first who may pass, then everyone else; no broader rule may stand before them.</summary>
    /// <remarks>What is sealed needs one gate for all audiences; what is in clear needs one for each, the folders inside of the members' first.</remarks>
    private static string Gate(PageContext context)
    {
        var access = context.Site.Configuration.Access;
        if (access is not { IsHosted: true, Host: "netlify" })
        {
            return "";
        }

        var closed = context.Href(Addresses.Gate);
        return string.Concat(access.Audiences
            .GroupBy(audience => context.Href(access.IsSealed ? Addresses.Members : Addresses.GateFolder(audience)))
            .OrderByDescending(gate => gate.Key.Length)
            .Select(gate => string.Concat(gate.Select(role => $"{gate.Key}* 200! Role={role}\n")) + $"{gate.Key}* {closed} 401!\n"));
    }

    /// <summary>Rules win over the redirect pages (<c>301!</c>), so that a host that knows them answers with a real redirect.</summary>
    private static string Redirects(PageContext context)
    {
        var text = new StringBuilder(Gate(context));
        foreach (var former in Aliases.All(context.Site))
        {
            text.Append(context.Href(former.From));
            foreach (var parameter in former.Query.Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append(' ').Append(parameter);
            }

            text.Append(' ').Append(context.Href(former.To)).Append(" 301!\n");
        }

        return text.ToString();
    }
}
