using Fachinfo.Model;

namespace Fachinfo.Pages.Hosting;

/// <summary>The media types of everything that a site can hold, for servers that know only a few by themselves.</summary>
internal static class MediaTypes
{
    /// <summary>What a site makes itself; a server may think otherwise of some of these endings.</summary>
    private static readonly (string Type, string Ending)[] Own =
    [
        ("text/html", "html"), ("text/css", "css"), ("application/javascript", "js"), ("application/javascript", "mjs"), ("application/json", "json"),
        ("application/xml", "xml"), ("application/xml", "opml"), ("text/calendar", "ics"), ("image/svg+xml", "svg"), ("image/x-icon", "ico"),
        ("image/avif", "avif"), ("font/woff2", "woff2"), ("application/manifest+json", "webmanifest"), ("text/vcard", "vcf"), ("application/geo+json", "geojson"),
    ];

    /// <summary>Gets each type with its endings, without a point; no ending twice.</summary>
    public static IEnumerable<IGrouping<string, string>> All => Own
        .Concat(FileKind.All
            .Where(kind => kind != FileKind.Unknown && kind != FileKind.Executable && kind != FileKind.OldOffice)
            .SelectMany(kind => kind.Extensions.Select(extension => (kind.MediaType, extension[1..]))))
        .DistinctBy(pair => pair.Item2)
        .GroupBy(pair => pair.Item1, pair => pair.Item2);
}
