using System.Text;
using Fachinfo.Analyzers.Policy;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

public class PolicyTests
{
    private static readonly PolicyCheck Check = new("https://verband.example", "https://formulare.example", name => name is "karte/punkt.svg" or "wappen.svg");

    [Theory]
    [InlineData("@import url(https://schriften.example/a.css);", 1, 1, "TH010")]
    [InlineData("a{}\n  @import \"//schriften.example/a.css\";", 2, 3, "TH010")]
    [InlineData("body { background: URL( 'http://bilder.example/a.png' ) }", 1, 20, "TH010")]
    [InlineData("@font-face { font-family: Haus; }", 1, 1, "TH011")]
    [InlineData("b { background: url(data:image/png;base64,AAAA) }", 1, 17, "TH011")]
    [InlineData("b { background: url(wappen.svg) }", 1, 17, "TH012")]
    [InlineData("@import 'mehr.css';", 1, 1, "TH012")]
    public void Style_sheet_loads_nothing_that_is_blocked(string css, int line, int column, string code) => Told("theme/variables.css", css, line, column, code);

    [Theory]
    [InlineData("/* @import url(https://schriften.example/a.css); */")]
    [InlineData("b { background: url(https://verband.example/a.png); mask: url(#muster) }")]
    [InlineData("@namespace atom \"http://www.w3.org/2005/Atom\";")]
    [InlineData("a[href^=\"https://\"]::after { content: \"→ /* kein Kommentar\" }")]
    public void Style_sheet_may_load_from_the_site(string css) => Assert.Empty(Check.Run(new("theme/assets/site.css"), css));

    [Fact]
    public void Files_of_one_folder_find_each_other()
    {
        Assert.Empty(Check.Run(new("theme/assets/karte/karte.css"), "b { background: url(punkt.svg) }"));
        Assert.Single(Check.Run(new("theme/assets/karte/karte.css"), "b { background: url(fehlt.svg) }"));
    }

    [Theory]
    [InlineData("import x from 'https://cdn.example/x.js';", 1, 1, "TH010")]
    [InlineData("import {\n a } from \"https://cdn.example/x.js\";", 1, 1, "TH010")]
    [InlineData("const x = await import('//cdn.example/x.js');", 1, 17, "TH010")]
    [InlineData("// Zähler\nfetch(`https://zaehler.example/?a`);", 2, 1, "TH010")]
    [InlineData("const s = document.createElement('script'); s.src = 'https://cdn.example/x.js';", 1, 46, "TH010")]
    [InlineData("navigator.sendBeacon('https://zaehler.example', '');", 1, 10, "TH010")]
    [InlineData("new WebSocket('wss://zaehler.example');", 1, 1, "TH010")]
    [InlineData("x.open('GET', 'https://zaehler.example');", 1, 2, "TH010")]
    [InlineData("eval('1');", 1, 1, "TH011")]
    [InlineData("setTimeout('a()', 1);", 1, 1, "TH011")]
    [InlineData("box.setAttribute('style', 'color: red');", 1, 4, "TH011")]
    public void Script_loads_and_does_nothing_that_is_blocked(string script, int line, int column, string code) => Told("theme/assets/a.js", script, line, column, code);

    [Theory]
    [InlineData("// fetch('https://zaehler.example')\n/* eval('1') */")]
    [InlineData("const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');")]
    [InlineData("link.href = 'https://land.example'; fetch('https://verband.example/feed.json'); fetch('/feed.json');")]
    [InlineData("import { a } from './b.js'; medieval('x'); setTimeout(() => a(), 1);")]
    public void Script_may_name_other_hosts_and_load_from_the_site(string script) => Assert.Empty(Check.Run(new("theme/assets/a.js"), script));

    [Theory]
    [InlineData("<p>\n<script async src=\"https://zaehler.example/a.js\"></script>", 2, 15, "TH010")]
    [InlineData("<link rel=\"stylesheet\" href=\"https://schriften.example/a.css\">", 1, 24, "TH010")]
    [InlineData("<img alt=\"{{page.title}}\" src=//bilder.example/a.png>", 1, 27, "TH010")]
    [InlineData("<script>zaehle()</script>", 1, 1, "TH011")]
    [InlineData("<style>a{}</style>", 1, 1, "TH011")]
    [InlineData("<div {{> x}} style='color: red'>", 1, 14, "TH011")]
    [InlineData("<button onclick=\"a()\">", 1, 9, "TH011")]
    [InlineData("<iframe title=\"Karte\"></iframe>", 1, 1, "TH011")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\">", 1, 6, "TH011")]
    [InlineData("<form action=\"https://suche.example\">", 1, 7, "TH011")]
    public void Template_holds_nothing_that_is_blocked(string template, int line, int column, string code) => Told("theme/partials/breadcrumbs.hbs", template, line, column, code);

    [Theory]
    [InlineData("{{!-- <script>x</script> --}}<!-- <style></style> -->")]
    [InlineData("<a href=\"https://land.example\" title=\"style=x\">Land</a>")]
    [InlineData("<link rel=\"canonical\" href=\"https://land.example\"><link rel=\"me\" href=\"https://land.example\">")]
    [InlineData("<script type=\"application/ld+json\">{}</script><script src=\"{{asset \"a.js\"}}\"></script>")]
    [InlineData("<form action=\"https://formulare.example/melden\">")]
    public void Template_may_link_to_other_hosts(string template) => Assert.Empty(Check.Run(new("theme/partials/breadcrumbs.hbs"), template));

    [Fact]
    public void Long_line_is_cut_in_the_message() =>
        Assert.True(Assert.Single(Check.Run(new("theme/variables.css"), $"a {{ background: url(data:{new string('A', 5000)}) }}")).Message.Length < 400);

    [Fact]
    public void Theme_itself_has_nothing_that_is_blocked()
    {
        var theme = new EmbeddedThemeInput();
        var assets = theme.List([]).Select(file => file.Path.Value).ToHashSet(StringComparer.Ordinal);
        var check = new PolicyCheck("https://verband.example", "", name => assets.Contains("@theme/assets/" + name));
        Expect.Nothing(theme.List([])
            .Where(file => PolicyCheck.Applies(file.Path))
            .SelectMany(file => check.Run(file.Path, Encoding.UTF8.GetString(theme.Read(file))).Select(finding => $"{SiteFixture.Show(finding)} {finding.Message}")));
    }

    [Fact]
    public void Files_that_a_site_lays_over_the_theme_are_checked()
    {
        var site = SiteFixture.Check("""
            -- seiten/a.md --
            ---
            titel: A
            ---
            Text.
            -- theme/variables.css --
            @import url(https://schriften.example/a.css);
            -- theme/assets/karte/a.js --
            fetch("https://zaehler.example");
            """);
        string[] expected = ["theme/assets/karte/a.js(1,1): TH010", "theme/variables.css(1,1): TH010"];
        Assert.Equal(expected, site.Findings);
        site.Rebuild();
        Assert.Equal(expected, site.Findings);
    }

    /// <summary>A theme given with <c>--theme</c>. What keeps the rules is not read again, until it or the rules change.</summary>
    [Fact]
    public void Theme_of_ones_own_is_checked_and_said_again_by_each_build()
    {
        var theme = PlainTheme.Input();
        void Write(string script) => theme.Write("@theme/assets/karte/a.js", Encoding.UTF8.GetBytes(script));
        var site = SiteFixture.Create("", theme);
        site.Options = new BuildOptions(SiteFixture.Today) { HasOwnTheme = true };
        IReadOnlyList<string> Build()
        {
            site.Rebuild();
            return site.Findings;
        }

        Write("fetch('https://karten.example');");
        Assert.Equal(["@theme/assets/karte/a.js(1,1): TH010"], Build());
        site.Content.Write("seiten/a.md", "---\ntitel: A\n---\nText"u8.ToArray());
        Assert.Equal(["@theme/assets/karte/a.js(1,1): TH010"], Build());
        Write("fetch('https://verband.example/karte.json');");
        Assert.Empty(Build());
        site.Content.Write("site.yml", "title: Verband\nbaseUrl: https://neu.example\n"u8.ToArray());
        Assert.Equal(["@theme/assets/karte/a.js(1,1): TH010"], Build());
        Write("karte();");
        Assert.Empty(Build());
        Write("eval('karte()');");
        Assert.Equal(["@theme/assets/karte/a.js(1,1): TH011"], Build());
    }

    [Fact]
    public void Theme_that_a_call_names_is_checked()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Write("theme/partials/zaehler.hbs", "<p onclick=\"zaehle()\">Text</p>");
        Assert.Contains("zaehler.hbs(1,4): warning TH011", project.Check().Error, StringComparison.Ordinal);
    }

    private static void Told(string path, string text, int line, int column, string code)
    {
        var finding = Assert.Single(Check.Run(new SourcePath(path), text));
        Assert.Equal((code, line, column), (finding.Code, finding.Location.Line, finding.Location.Column));
    }
}
