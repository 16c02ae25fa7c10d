using System.IO.Compression;
using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Tests;

/// <summary><c>--precompress</c>: servers find text files compressed beside them.</summary>
public class PrecompressTests
{
    private const string Site = """
        -- mitteilungen/2024/1.md --
        ---
        title: Erste
        number: 1
        date: 2024-01-02
        rubric: Umwelt
        downloads: [{file: a.pdf, title: Plan}]
        ---
        Text.
        -- mitteilungen/2024/a.pdf --
        %PDF-1.4
        """;

    [Fact]
    public void Twins_hold_the_same_text()
    {
        var site = SiteFixture.Build(Site, new BuildOptions(SiteFixture.Today) { Precompress = true });
        foreach (var path in new[] { "mitteilungen/2024/1/index.html", "feed.xml", "sitemap.xml" })
        {
            Assert.Equal(site[path], Open(new GZipStream(new MemoryStream(site.Bytes[path + ".gz"]), CompressionMode.Decompress)));
            Assert.Equal(site[path], Open(new BrotliStream(new MemoryStream(site.Bytes[path + ".br"]), CompressionMode.Decompress)));
        }

        Assert.DoesNotContain(site.Outputs, path => path.Contains(".pdf.", StringComparison.Ordinal) || path.EndsWith(".bin.gz", StringComparison.Ordinal));
    }

    [Fact]
    public void Twins_are_made_on_request_only_and_go_again()
    {
        var site = SiteFixture.Build(Site);
        Assert.DoesNotContain(site.Outputs, IsTwin);
        site.Options = site.Options with { Precompress = true };
        site.Rebuild();
        Assert.Contains("index.html.br", site.Outputs);
        site.Options = site.Options with { Precompress = false };
        site.Rebuild();
        Assert.DoesNotContain(site.Outputs, IsTwin);
    }

    private static bool IsTwin(string path) => path.EndsWith(".gz", StringComparison.Ordinal) || path.EndsWith(".br", StringComparison.Ordinal);

    private static string Open(Stream compressed)
    {
        using var reader = new StreamReader(compressed, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
