using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>When a build may take pages for unchanged without a look at what they are made of.</summary>
public class ChangedBodiesTests
{
    private static readonly SourcePath Edited = new("mitteilungen/2024/1.md");
    private static readonly SourcePath Other = new("mitteilungen/2024/2.md");
    private static readonly SourcePath Picture = new("mitteilungen/2024/bild.png");
    private static readonly ContentHash Options = ContentHash.Of("options");

    [Fact]
    public void Pages_without_the_body_that_changed_are_spared()
    {
        var changes = Find(Sources(body: "neu"))!;
        Assert.True(changes.Spares(PageWith(Other)));
        Assert.True(changes.Spares(PageWith(default(SourcePath))));
        Assert.False(changes.Spares(PageWith(Edited)));
        Assert.False(changes.Spares(PageWith(null)));
        Assert.False(changes.Spares(new TextPage(new Route("/a.txt"), "text", () => "")));
    }

    [Fact]
    public void Nothing_is_spared_if_anything_else_changed()
    {
        Assert.Null(Find(Sources(body: "neu", facts: "neu")));
        Assert.Null(Find(Sources(body: "neu", picture: "neu")));
        Assert.Null(Find(Sources(body: "neu").Remove(Other)));
        Assert.Null(Find(Sources(body: "neu").Remove(Other).Add(new("mitteilungen/2024/3.md"), Entry("c", "c"))));
        Assert.Null(Find(Sources(body: "neu"), options: "andere"));
    }

    [Fact]
    public void Nothing_is_spared_after_a_build_that_wrote_nothing() =>
        Assert.Null(ChangedBodies.Find(Manifest.Empty with { Sources = Sources() }, Sources(body: "neu"), default));

    [Fact]
    public void Files_that_are_gone_are_known_before_their_pages_come()
    {
        var changes = Find(Sources(body: "neu"))!;
        Assert.Null(changes.IsInPlace("a.html"));
        var output = new MemoryOutput();
        var staged = output.Stage("a.html", "A"u8);
        var entry = new OutputEntry(default, [.. staged.Sha512], staged.Length, staged.Modified);
        var files = new Dictionary<string, OutputEntry>(StringComparer.Ordinal) { ["a.html"] = entry, ["b.html"] = entry };
        output.Commit(files);
        changes.LookAt(output, files);
        Assert.True(changes.IsInPlace("a.html"));
        Assert.False(changes.IsInPlace("b.html"));
    }

    private static ChangedBodies? Find(ImmutableDictionary<SourcePath, SourceEntry> sources, string options = "options") =>
        ChangedBodies.Find(Manifest.Empty with { Options = Options, Sources = Sources() }, sources, ContentHash.Of(options));

    private static ImmutableDictionary<SourcePath, SourceEntry> Sources(string body = "a", string facts = "a", string picture = "p") =>
        ImmutableDictionary<SourcePath, SourceEntry>.Empty
            .Add(Edited, Entry(body, facts))
            .Add(Other, Entry("b", "b"))
            .Add(Picture, new SourceEntry(1, 1, ContentHash.Of(picture), ""));

    private static SourceEntry Entry(string text, string facts) => new(1, 1, ContentHash.Of(text), "notices", ContentHash.Of(facts));

    private static TemplatePage PageWith(SourcePath? body) => new(new Route("/a/"), "page", () => new object()) { OnlyBody = body };
}
