using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>When a page of which only the body changed is made from the file of the last build, and when it must be rendered.</summary>
public class BodyReplacementTests
{
    private const string Path = "mitteilungen/2024/1/index.html";
    private static readonly SourcePath Source = new("mitteilungen/2024/1.md");
    private static readonly BodyReference Old = new(ContentHash.Of("alt"), 100, 10);
    private static readonly BodyReference New = new(ContentHash.Of("neu"), 200, 20);

    [Fact]
    public void Body_is_replaced_where_it_was() => Assert.Equal("<h1>Ü</h1><p>neu</p><p>Ende</p>", Replace("<h1>Ü</h1><p>alt</p><p>Ende</p>", "<h1>Ü</h1>"));

    [Fact]
    public void Text_that_is_like_the_body_stays() => Assert.Equal("<p>alt</p><p>neu</p><p>alt</p>", Replace("<p>alt</p><p>alt</p><p>alt</p>", "<p>alt</p>"));

    [Fact]
    public void Page_without_a_body_or_with_several_is_rendered() => Assert.Null(Replace("<p>alt</p>", bodyStart: -1));

    [Fact]
    public void Page_that_shows_something_else_in_its_place_is_rendered() => Assert.Null(Replace("<h1>A</h1><p>anders</p>", "<h1>A</h1>"));

    [Fact]
    public void Page_that_shows_the_hash_of_the_body_is_rendered() => Assert.Null(Replace($"<p>alt</p>{Old.Hash}", bodyStart: 0));

    [Fact]
    public void Page_whose_file_somebody_changed_is_rendered() => Assert.Null(Replace("<p>alt</p>", bodyStart: 0, written: "<p>alt</p>!"));

    [Fact]
    public void Page_that_does_not_say_how_its_body_is_made_is_rendered() => Assert.Null(Replace("<p>alt</p>", bodyStart: 0, body: null));

    [Fact]
    public void An_edit_renders_no_template()
    {
        const string text = "---\ntitle: Titel\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\nsummary: Kurz\n---\nEin Text.\n\n";
        var site = SiteFixture.Create("-- mitteilungen/2024/1.md --\n" + text, PlainTheme.Input());
        site.Rebuild();
        const string page = "mitteilungen/2024/1/index.html";
        Assert.Contains("<title>Titel (", site[page], StringComparison.Ordinal);

        // A page that is rendered does not have what only its file has.
        var file = site.Bytes[page];
        "Datei"u8.CopyTo(file.AsSpan(file.AsSpan().IndexOf("Titel ("u8)));
        site.Content.Write("mitteilungen/2024/1.md", Encoding.UTF8.GetBytes(text + "Ein Satz mehr.\n"));
        site.Rebuild();
        Assert.Contains("Ein Satz mehr.", site[page], StringComparison.Ordinal);
        Assert.Contains("<title>Datei (", site[page], StringComparison.Ordinal);

        // Another title stands in other pages too: now it is rendered.
        site.Content.Write("mitteilungen/2024/1.md", Encoding.UTF8.GetBytes(text.Replace("Titel", "Thema", StringComparison.Ordinal)));
        site.Rebuild();
        Assert.Contains("<title>Thema (", site[page], StringComparison.Ordinal);
    }

    private static string? Replace(string file, string before) => Replace(file, Encoding.UTF8.GetByteCount(before));

    private static string? Replace(string file, int bodyStart, string? written = null) => Replace(file, bodyStart, () => new BodyView(New, New.Hash.ToString(), []), written);

    /// <summary>Makes the page from its file; returns <see langword="null"/> if it must be rendered.</summary>
    private static string? Replace(string file, int bodyStart, Func<BodyView>? body, string? written = null)
    {
        var output = new MemoryOutput();
        var staged = output.Stage(Path, Encoding.UTF8.GetBytes(file));
        var entry = new OutputEntry(default, [.. staged.Sha512], staged.Length, staged.Modified, bodyStart);
        output.Commit(new Dictionary<string, OutputEntry> { [Path] = entry });
        if (written is not null)
        {
            staged = output.Stage(Path, Encoding.UTF8.GetBytes(written));
            output.Commit(new Dictionary<string, OutputEntry> { [Path] = new(default, [.. staged.Sha512], staged.Length, staged.Modified) });
        }

        var sources = ImmutableDictionary<SourcePath, SourceEntry>.Empty.Add(Source, Entry(Old));
        var options = ContentHash.Of("options");
        var changes = ChangedBodies.Find(Manifest.Empty with { Options = options, Sources = sources }, sources.SetItem(Source, Entry(New)), options)!;
        var renderer = new PageRenderer(default, (_, _) => default, (_, _, _) => -1, (view, into) => into.Write(view.Reference == Old ? "<p>alt</p>"u8 : "<p>neu</p>"u8));
        var page = new TemplatePage(new Route("/mitteilungen/2024/1/"), "notice", () => new object(), Source) { OnlyBody = Source, Body = body };
        var into = new ArrayBufferWriter<byte>();
        return new BodyReplacement(changes, output).TryWrite(page, Path, entry, renderer, verify: written is not null, into) ? Encoding.UTF8.GetString(into.WrittenSpan) : null;
    }

    private static SourceEntry Entry(BodyReference body) => new(1, 1, body.Hash, "notices", ContentHash.Of("facts"), 0, 1, body.Offset, body.Length);
}
