using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Fachinfo.Model;

namespace Fachinfo.HtmlImport;

/// <summary>Turns saved pages of another site into notices. Pure: pages in, files out; no script is run, nothing is loaded.</summary>
/// <param name="series">The series of the site that is imported into.</param>
/// <param name="defaultRubric">For pages that name no rubric; without one such a page is not imported.</param>
/// <param name="readFile">Reads a file that a page links to, by its path below the folder; <see langword="null"/> if there is none.</param>
public sealed class HtmlImporter(IEnumerable<NoticeSeries> series, string? defaultRubric, Func<string, byte[]?> readFile)
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    private readonly LineReader lines = new(series);

    static HtmlImporter() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public ImportResult Import(IReadOnlyList<ImportPage> pages)
    {
        var finder = new NoticeFinder(lines);
        var parsed = pages.Select(page => (Page: page, Document: Parse(page))).ToList();
        var blocks = parsed.Select(page => page.Document.Body is { } body ? PageBlocks.Of(body, lines.HasSeries) : []).ToList();
        var furniture = parsed.Zip(blocks)
            .GroupBy(page => KindOf(page.First.Page, page.Second))
            .ToDictionary(kind => kind.Key, kind => Furniture.Find([.. kind.Select(page => page.Second)], finder.IsHead));
        var problems = new List<(string, string)>();
        var found = new List<(ImportPage Page, string Address, FoundNotice Notice)>();
        var numbers = new Dictionary<(string, NoticeNumber), string>();
        for (var i = 0; i < parsed.Count; i++)
        {
            var (page, document) = parsed[i];
            var (notice, problem) = finder.Find([.. blocks[i].Where(block => !furniture[KindOf(page, blocks[i])].Contains(block.Text))]);
            if (notice is null)
            {
                problems.Add((page.Name, problem));
            }
            else if (notice.Rubric.Length == 0 && defaultRubric is null)
            {
                problems.Add((page.Name, $"{notice.Series.Label} {notice.Number} nennt keine Rubrik; geben Sie mit --rubric eine an."));
            }
            else if (!numbers.TryAdd((notice.Series.Id, notice.Number), page.Name))
            {
                problems.Add((page.Name, $"{notice.Series.Label} {notice.Number} steht auch auf {numbers[(notice.Series.Id, notice.Number)]}."));
            }
            else
            {
                found.Add((page, AddressOf(page, document), notice with { Rubric = notice.Rubric.Length > 0 ? notice.Rubric : defaultRubric! }));
            }
        }

        return new ImportResult(
            Write(found),
            problems,
            [.. found.Select(entry => entry.Notice.Rubric).Distinct(StringComparer.Ordinal).Order(GermanCollation.Instance)],
            found.Count,
            [.. furniture.Values.SelectMany(texts => texts).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Pages of one series in one folder, with one ending, were made with one layout.</summary>
    private (string Folder, string Ending, string Series) KindOf(ImportPage page, IEnumerable<Block> blocks) => (
        page.Name[..(page.Name.LastIndexOf('/') + 1)],
        Path.GetExtension(page.Name),
        blocks.SelectMany(block => block.Text.Split('\n')).Select(lines.Series).FirstOrDefault(line => line is not null)?.Series.Id ?? "");

    private List<ImportedFile> Write(List<(ImportPage Page, string Address, FoundNotice Notice)> found)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (page, address, notice) in found)
        {
            var path = NoticeText.PathOf(notice);
            places.TryAdd(OldLinks.Key(address), path);
            places.TryAdd(OldLinks.Key(page.Address), path);
        }

        var files = new List<ImportedFile>();
        foreach (var (page, address, notice) in found)
        {
            var links = new OldLinks(page.Address, address, NoticeText.PathOf(notice), places, readFile);
            var body = new BlockMarkdown(links.Resolve).Of(notice.Body);
            files.Add(new ImportedFile(NoticeText.PathOf(notice), Encoding.UTF8.GetBytes(NoticeText.Write(notice, OldLinks.Alias(address), body))));
            files.AddRange(links.Attached.Where(file => files.All(known => known.Path != file.Path)));
        }

        return files;
    }

    private static IDocument Parse(ImportPage page)
    {
        if (page.ContentType?.Contains("charset=", StringComparison.OrdinalIgnoreCase) == true)
        {
            try
            {
                var name = page.ContentType[(page.ContentType.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) + 8)..].Trim(' ', '"', ';');
                return Parser.ParseDocument(Encoding.GetEncoding(name).GetString(page.Bytes));
            }
            catch (ArgumentException)
            {
                // A name that nobody knows: the page itself may say it better.
            }
        }

        // Without any statement, what is valid UTF-8 is UTF-8; the parser alone would take the Western encoding.
        var start = Encoding.Latin1.GetString(page.Bytes.AsSpan(0, Math.Min(page.Bytes.Length, 2048)));
        if (!start.Contains("charset", StringComparison.OrdinalIgnoreCase) && IsUtf8(page.Bytes))
        {
            return Parser.ParseDocument(Encoding.UTF8.GetString(page.Bytes));
        }

        return Parser.ParseDocument(new MemoryStream(page.Bytes));
    }

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    /// <summary>The canonical address if the page names one, else where it was found.</summary>
    private static string AddressOf(ImportPage page, IDocument document) =>
        document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") is { } canonical && Uri.TryCreate(canonical, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? canonical
            : page.Address;
}
