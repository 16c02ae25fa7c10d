using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using Fachinfo.Execution;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>A page of the output, parsed, with what is wrong with its HTML.</summary>
internal sealed record ExamplePage(string Path, string Text, IHtmlDocument Document, IReadOnlyList<string> ParseErrors)
{
    public static ExamplePage Parse(string path, string text)
    {
        var errors = new List<string>();
        var parser = new HtmlParser();
        parser.Error += (_, problem) => errors.Add(problem is HtmlErrorEvent error ? $"{error.Message} {error.Position}" : problem.Type);
        return new ExamplePage(path, text, parser.ParseDocument(text), errors);
    }
}

/// <summary>The example site, built in memory for a fixed day, once for all tests; its pages are parsed when somebody looks at them.</summary>
internal sealed class ExampleSite
{
    public const string BaseUrl = "https://www.verband.example";

    /// <summary>A day on which nearly all notices are published, and some deadlines run.</summary>
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Lazy<ExampleSite> Built = new(() => new ExampleSite());

    private readonly MemoryOutput output = new();
    private readonly Lazy<IReadOnlyList<ExamplePage>> pages;

    private ExampleSite()
    {
        var input = new CombinedInput(new FolderInput(Repository.PathOf("content")), new FolderInput(Repository.PathOf("themes", "fachinfo"), Diagnostics.SourcePath.ThemePrefix));
        Result = new Engine<LinkedSite>(SiteFixture.Definition, input, new MemoryCache(), output).Build(new(Today) { Strict = true });
        pages = new(() => [.. output.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => ExamplePage.Parse(file.Key, Encoding.UTF8.GetString(file.Value)))]);
    }

    public static ExampleSite Shared => Built.Value;

    public BuildResult Result { get; }

    public IReadOnlyDictionary<string, byte[]> Files => output.Files;

    public IReadOnlyList<ExamplePage> Pages => pages.Value;
}
