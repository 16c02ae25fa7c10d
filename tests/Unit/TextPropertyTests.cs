using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Fachinfo.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Fachinfo.Tests;

/// <summary>What holds for any text at all.</summary>
public class TextPropertyTests
{
    private static readonly HashSet<string> Elements =
    [
        "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a", "img", "figure", "figcaption", "br", "hr",
        "div", "table", "thead", "tbody", "tr", "th", "td", "section", "sup", "abbr", "dl", "dt", "dd",
    ];

    private static readonly HashSet<string> Attributes =
        ["id", "href", "rel", "title", "src", "alt", "loading", "decoding", "class", "role", "tabindex", "aria-label", "scope", "start", "type"];

    [Fact]
    public void Any_front_matter_is_read_without_an_exception() => Property.Holds(
        Generators.Yaml,
        1000,
        yaml =>
        {
            var bytes = Encoding.UTF8.GetBytes($"---\n{yaml}\n---\nText");
            foreach (var findings in new[]
            {
                NoticeReader.Read(new("mitteilungen/2024/1.md"), bytes).Findings,
                PlainPageReader.ReadPage(new("seiten/a.md"), bytes).Findings,
                SiteConfigurationReader.Read(new("site.yml"), Encoding.UTF8.GetBytes(yaml)).Findings,
                RubricTreeReader.Read(new("rubriken.yml"), Encoding.UTF8.GetBytes(yaml)).Findings,
                FilePlanReader.Read(new("aktenplan.yml"), Encoding.UTF8.GetBytes(yaml)).Findings,
            })
            {
                AssertPlaces(findings, yaml.Split('\n', '\r', '\u0085', '\u2028').Length + 3);
            }
        },
        Generators.Shrink);

    [Fact]
    public void Any_markdown_becomes_safe_html() => Property.Holds(
        Generators.Markdown,
        1000,
        markdown =>
        {
            var page = PlainPageReader.ReadPage(new("seiten/a.md"), Encoding.UTF8.GetBytes($"---\ntitle: A\n---\n{markdown}"));
            AssertPlaces(page.Findings, markdown.Split('\n', '\r').Length + 4);
            var facts = page.Data!.Body;
            var targets = facts.Links.Select(link => link.Target).ToList();
            var html = new ArrayBufferWriter<byte>();
            BodyFiller.Fill(page.Body.Span, targets, Words.None, html);
            AssertSafe(Encoding.UTF8.GetString(html.WrittenSpan), facts);
        },
        Generators.Shrink);

    [Fact]
    public void Any_slug_is_part_of_an_address() => Property.Holds(Generators.Text, 700, text =>
    {
        var slug = Slug.Of(text);
        Assert.Matches("^([a-z0-9]+(-[a-z0-9]+)*)?$", slug);
        Assert.Equal(slug, Slug.Of(slug));
        Assert.Equal(slug, Slug.Of(UmlautComposition.Compose(text)));
        Assert.Matches("^[a-z0-9-]+(\\.[a-z0-9-]+)?$", Slug.OfFileName(text));
    });

    [Fact]
    public void German_order_is_an_order() => Property.Holds(Generators.Text.Three(), 1000, texts =>
    {
        var (a, b, c) = texts;
        var order = GermanCollation.Instance;
        Assert.Equal(0, order.Compare(a, a));
        Assert.Equal(Math.Sign(order.Compare(a, b)), -Math.Sign(order.Compare(b, a)));
        Assert.False(order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0 && order.Compare(a, c) > 0);
        Assert.True(a == b || order.Compare(a, b) != 0);
    });

    [Fact]
    public void Composing_twice_changes_nothing_more() => Property.Holds(Generators.Text, 700, text =>
        Assert.Equal(UmlautComposition.Compose(text), UmlautComposition.Compose(UmlautComposition.Compose(text))));

    [Fact]
    public void Shortened_text_is_short_and_whole() => Property.Holds(Generators.Text.Zip(Gen.Choose(10, 50)), 700, pair =>
    {
        var (text, length) = pair;
        var shortened = GermanText.Shorten(text, length);
        Assert.True(shortened.Length <= Math.Max(length + 1, 0) || shortened == text);
        Assert.True(text.Length > length || shortened == text);
        Assert.False(shortened.Length > 2 && shortened.EndsWith(" …", StringComparison.Ordinal) && text != shortened && char.IsHighSurrogate(shortened[^3]) && !char.IsHighSurrogate(text[Math.Min(shortened.Length - 2, text.Length - 1)]) && IsPair(text, shortened.Length - 3));
    });

    [Fact]
    public void Any_file_reference_keeps_its_text() => Property.Holds(
        Gen.OneOf(Generators.Text, Gen.Elements("13", ".", "-", "0", "70", "001", "/", " ", "IV", "Az.:", "wo", "ka").ListOf().Select(parts => string.Concat(parts))),
        1000,
        text =>
        {
            var reference = FileReference.Parse(text);
            Assert.EndsWith(reference.Text, text.Trim(), StringComparison.Ordinal);
            Assert.All(reference.IsParsed ? reference.Plan.Split('.') : [], segment => Assert.Matches("^[0-9]+$", segment));
            Assert.True(reference.CaseNumber is null or { Length: >= 3 });
        });

    [Fact]
    public void No_reference_resolves_to_outside_the_content() => Property.Holds(
        Gen.Elements("..", ".", "a", "", "b.md", "...").ListOf().Select(parts => string.Join('/', parts)),
        700,
        reference =>
        {
            if (new SourcePath("mitteilungen/2024/1.md").Resolve(reference) is { } path)
            {
                Assert.DoesNotContain("..", path.Value.Split('/'));
                Assert.False(path.Value.StartsWith('/'));
            }
        });

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);

    private static void AssertPlaces(IEnumerable<Diagnostic> findings, int lines) => Assert.All(findings, finding =>
    {
        Assert.InRange(finding.Location.Line, 0, lines);
        Assert.True(finding.Location.Line == 0 || finding.Location.Column >= 1, SiteFixture.Show(finding));
        Assert.DoesNotMatch(@"\{[0-9]\}", Regex.Replace(finding.Message, "„.*“", ""));
    });

    private static void AssertSafe(string html, BodyFacts facts)
    {
        Assert.DoesNotContain(BodyMarkup.Separator, html);
        var body = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html).Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Elements);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.LocalName, Attributes));
            foreach (var address in new[] { element.GetAttribute("href"), element.GetAttribute("src") }.OfType<string>())
            {
                var bare = string.Concat(address.Where(letter => letter > ' ')).ToLowerInvariant();
                Assert.False(Regex.IsMatch(bare, "^[a-z][a-z0-9+.-]*:") && !Regex.IsMatch(bare, "^(https?|mailto|tel):"), address);
                Assert.False(bare.StartsWith("//", StringComparison.Ordinal), address);
            }
        }

        var ids = body.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        var known = BodyIds.In(Encoding.UTF8.GetBytes(html));
        Assert.Equal(ids.Order(StringComparer.Ordinal), known.Headings.Concat(known.Others).Order(StringComparer.Ordinal));
        Assert.Equal(facts.Links.Count(link => link.IsImage), body.QuerySelectorAll("img").Length);
    }
}
