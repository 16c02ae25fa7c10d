using System.Collections.Immutable;
using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Storage;
using Fachinfo.Theming;

namespace Fachinfo.Tests;

/// <summary>When a build knows that only templates changed, and what it does not make again then.</summary>
public class ChangedThemeTests
{
    private const string Template = "@theme/templates/notice.hbs";
    private const string Page = "mitteilungen/2024/1/index.html";
    private const string Feed = "mitteilungen/feed.xml";
    private const string Index = "suche/index.bin";
    private static readonly SourcePath Text = new("mitteilungen/2024/1.md");
    private static readonly ContentHash Options = ContentHash.Of("options");

    [Fact]
    public void Where_only_templates_changed_what_they_make_is_asked()
    {
        var change = Find(Sources(template: "neu"))!;
        var page = new TemplatePage(new Route("/a/"), "page", () => new object());
        Assert.False(change.Spares(page));
        Assert.False(change.Spares(new SealedPage(new Route("/a.bin"), page, default, (_, html) => html.ToArray())));
        Assert.False(change.Spares(new CompressedPage(new Route("/a/index.html.gz"), page)));
        Assert.True(change.Spares(new TextPage(new Route("/a.txt"), "text", () => "")));
        Assert.True(change.Spares(new CompressedPage(new Route("/a.txt.gz"), new TextPage(new Route("/a.txt"), "text", () => ""))));
    }

    [Fact]
    public void Where_an_asset_changed_everything_is_asked()
    {
        var change = Find(Sources(template: "neu", asset: "neu"))!;
        Assert.False(change.Spares(new TextPage(new Route("/a.txt"), "text", () => "")));
        var known = new OutputEntry(ContentHash.Of("bekannt"), [], 1, 1);
        Assert.Equal(known.Fingerprint, change.Known(known));
    }

    [Fact]
    public void Nothing_is_known_if_anything_else_changed()
    {
        Assert.Null(Find(Sources(template: "neu", text: "neu")));
        Assert.Null(Find(Sources(template: "neu").Remove(Text)));
        Assert.Null(Find(Sources(template: "neu"), "andere"));
        Assert.Null(ChangedTheme.Find(Manifest.Empty with { Sources = Sources() }, Sources(template: "neu"), default, ThemeSource.PartOf));
    }

    [Theory]
    [InlineData("@theme/layouts/base.hbs", ThemePart.Template)]
    [InlineData("theme/partials/head.hbs", ThemePart.Template)]
    [InlineData("@theme/assets/beispiel.hbs", ThemePart.Asset)]
    [InlineData("theme/assets/site.css", ThemePart.Asset)]
    [InlineData("theme/variables.css", ThemePart.Asset)]
    [InlineData("@theme/strings/de.yml", ThemePart.None)]
    [InlineData("@theme/theme.yml", ThemePart.None)]
    [InlineData("mitteilungen/theme/partials/head.hbs", ThemePart.None)]
    public void Templates_and_assets_are_told_from_other_files(string path, ThemePart part) => Assert.Equal(part, ThemeSource.PartOf(new SourcePath(path)));

    [Fact]
    public void Pages_are_rendered_and_neither_feeds_nor_the_index_of_the_search_made()
    {
        var (site, theme) = Build();
        MarkFile(site, Feed);
        MarkFile(site, Index);
        theme.Write(Template, Encoding.UTF8.GetBytes("Neu: {{page.title}}"));
        var outputs = site.Result.Outputs;
        site.Rebuild();
        Assert.Equal("Neu: Titel", site[Page]);
        Assert.True(IsMarked(site, Feed));
        Assert.True(IsMarked(site, Index));
        Assert.Equal(outputs, site.Result.Outputs);

        // Words stand in both.
        theme.Write("@theme/strings/de.yml", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(theme.Read(theme.List([]).Single(file => file.Path.Value == "@theme/strings/de.yml"))).Replace("Mitteilungen", "Nachrichten", StringComparison.Ordinal)));
        site.Rebuild();
        Assert.False(IsMarked(site, Feed));
    }

    [Fact]
    public void Pages_and_feeds_name_an_asset_that_changed_and_the_index_of_the_search_stays()
    {
        var (site, theme) = Build();
        MarkFile(site, Index);
        var before = site[Feed];
        theme.Write("@theme/assets/feed.css", "rss { color: green; }"u8.ToArray());
        site.Rebuild();
        Assert.NotEqual(before, site[Feed]);
        Assert.True(IsMarked(site, Index));
        var (cold, _) = Build(theme);
        Assert.Equal(cold.Outputs, site.Outputs);
        Assert.Equal(cold[Page], site[Page]);
        Assert.Equal(cold[Feed], site[Feed]);
    }

    [Fact]
    public void Index_of_the_search_is_made_again_where_a_piece_is_gone()
    {
        var (site, theme) = Build();
        var all = site.Outputs.ToList();
        site.Remove(Index);
        theme.Write(Template, Encoding.UTF8.GetBytes("Neu: {{page.title}}"));
        site.Rebuild();
        Assert.Equal(all, site.Outputs);
        Assert.Contains("/mitteilungen/2024/1/", new SearchedSite(site.Bytes).With("spielplatz"));
    }

    [Fact]
    public void Index_of_the_search_goes_on_with_the_text_after_it()
    {
        var (site, theme) = Build();
        theme.Write(Template, Encoding.UTF8.GetBytes("Neu: {{page.title}}"));
        site.Rebuild();
        site.Content.Write(Text.Value, Encoding.UTF8.GetBytes(Notice("Feuerwehr")));
        site.Rebuild();
        Assert.Contains("/mitteilungen/2024/1/", new SearchedSite(site.Bytes).With("feuerwehr"));
        Assert.DoesNotContain("spielplatz", new SearchedSite(site.Bytes).Keys().Keys);
    }

    private static (SiteFixture Site, MemoryInput Theme) Build()
    {
        var theme = PlainTheme.Input();
        theme.Write(Template, Encoding.UTF8.GetBytes("{{asset \"feed.css\"}} {{page.title}}"));
        theme.Write("@theme/assets/feed.css", "rss { color: red; }"u8.ToArray());
        return Build(theme);
    }

    private static (SiteFixture Site, MemoryInput Theme) Build(MemoryInput theme)
    {
        var site = SiteFixture.Create($"-- {Text.Value} --\n{Notice("Spielplatz")}", theme);
        Assert.True(site.Rebuild().Succeeded);
        return (site, theme);
    }

    private static string Notice(string word) => $"---\ntitle: Titel\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\nsummary: Kurz\n---\n{word} ist ein Wort.\n";

    /// <summary>Changes a file so that it is seen when somebody writes it again.</summary>
    private static void MarkFile(SiteFixture site, string path) => site.Bytes[path][^1] ^= 1;

    private static bool IsMarked(SiteFixture site, string path)
    {
        var (cold, _) = Build();
        return site.Bytes[path].Length == cold.Bytes[path].Length && site.Bytes[path][^1] != cold.Bytes[path][^1];
    }

    private static ChangedTheme? Find(ImmutableDictionary<SourcePath, SourceEntry> sources, string options = "options") =>
        ChangedTheme.Find(Manifest.Empty with { Options = Options, Sources = Sources() }, sources, ContentHash.Of(options), ThemeSource.PartOf);

    private static ImmutableDictionary<SourcePath, SourceEntry> Sources(string template = "a", string text = "a", string asset = "a") =>
        ImmutableDictionary<SourcePath, SourceEntry>.Empty
            .Add(new SourcePath(Template), new SourceEntry(1, 1, ContentHash.Of(template), ""))
            .Add(new SourcePath("@theme/assets/site.css"), new SourceEntry(1, 1, ContentHash.Of(asset), ""))
            .Add(Text, new SourceEntry(1, 1, ContentHash.Of(text), "notices", ContentHash.Of("facts")));
}
