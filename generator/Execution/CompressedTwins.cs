using System.IO.Compression;

namespace Fachinfo.Execution;

/// <summary>The compressed twin of a text file, for servers that send it as it is: <c>index.html.gz</c> beside <c>index.html</c>.</summary>
/// <param name="Of">The page as it is without compression.</param>
public sealed record CompressedPage(Route Route, Page Of) : Page(Route, Of.Origin)
{
    public override string Kind => "compressed";

    public override bool IsThemed => Of.IsThemed;

    /// <summary>Compresses as far as it goes in reasonable time; the same bytes for the same text.</summary>
    public byte[] Compress(ReadOnlySpan<byte> text)
    {
        if (Route.Path.EndsWith(CompressedTwins.Brotli, StringComparison.Ordinal))
        {
            var bytes = new byte[BrotliEncoder.GetMaxCompressedLength(text.Length)];
            return BrotliEncoder.TryCompress(text, bytes, out var length, quality: 9, window: 22) ? bytes[..length] : throw new InvalidOperationException("The buffer is large enough for any text.");
        }

        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(text);
        }

        return memory.ToArray();
    }
}

/// <summary>Plans the twins of all text files.</summary>
internal static class CompressedTwins
{
    public const string Gzip = ".gz";
    public const string Brotli = ".br";

    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal) { ".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".ics", ".opml" };

    /// <summary>Sealed files do not shrink, archives are compressed already, and copies of downloads may be large: these have none.</summary>
    public static IEnumerable<Page> Of(IReadOnlyDictionary<Route, Page> pages) => pages.Values
        .Where(page => page is TemplatePage or TextPage or WrittenPage && Endings.Contains(Path.GetExtension(page.Route.OutputPath)))
        .SelectMany(page => new[] { Gzip, Brotli }.Select(ending => new CompressedPage(new Route("/" + page.Route.OutputPath + ending), page)))
        .Where(twin => !pages.ContainsKey(twin.Route));
}
