using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>What a page about a file shows of it, whoever offers it: a notice, a rubric, a council paper.</summary>
/// <param name="File">The file with its addresses.</param>
/// <param name="Content">What was read out of it; <see langword="null"/> if nothing was.</param>
/// <param name="FileName">As the file is called when it is saved.</param>
/// <param name="Date">Of the meeting or of the document.</param>
/// <param name="Created">When the record or, if that is not known, the file was made.</param>
/// <param name="Updated">When the record or, if that is not known, the file was changed last.</param>
public sealed record FileInput(
    AttachedFile File,
    ExtractedFile? Content,
    string FileName,
    DateOnly? Date,
    DateOnly? Created,
    DateOnly? Updated,
    string License);

/// <summary>Makes the parts of a page about a file: facts, buttons, picture of the first page, and its text page by page.</summary>
public static class FileViews
{
    /// <summary>Browsers show these themselves; the others can only be saved.</summary>
    private static readonly FileKind[] Shown = [FileKind.Pdf, FileKind.Png, FileKind.Jpeg, FileKind.Gif, FileKind.WebP, FileKind.Svg, FileKind.Text, FileKind.Mp4, FileKind.Mp3];

    /// <param name="withText">Whether the text is read from the cache; without it the view is cheap and tells all but the text.</param>
    public static FileView Build(PageContext context, FileInput input, bool withText)
    {
        var (words, content) = (context.Words, input.Content);
        var text = withText && content is not null ? context.Files.TextOf(content) : FileText.Empty;
        return new FileView(
            input.FileName,
            Kind(words, content),
            content is null ? "" : GermanText.Size(content.SizeInBytes),
            content is null ? "" : Pages(words, content),
            input.Date is { } date ? context.Date(date) : null,
            input.Created is { } created ? context.Date(created) : null,
            input.Updated is { } updated ? context.Date(updated) : null,
            input.License,
            content is null ? "" : Convert.ToHexStringLower(content.Sha512.AsSpan()),
            context.Href(input.File.Route),
            Shown.Contains(content?.Kind ?? FileKind.Unknown),
            ReportPages.Href(context, input.File.Page),
            content is { HasPicture: true } ? Picture(context, input.File, content) : null,
            TextState(words, content),
            [.. text.Pages.Select((page, i) => PageOf(words, text, page, i + 1))],
            text.IsCut);
    }

    /// <summary>What the page of a file needs besides: its bytes, and the picture of its first page.</summary>
    /// <remarks>In the members' area, who seals the area seals the bytes.</remarks>
    public static IEnumerable<Page> Beside(PageContext context, AttachedFile file)
    {
        if (context.Site.IsPublic)
        {
            yield return new FilePage(file.Route, file.Source);
        }

        if (PictureOf(context, file) is { } picture)
        {
            yield return picture;
        }
    }

    /// <summary>The picture of a file's first page; <see langword="null"/> if there is none.</summary>
    private static StreamPage? PictureOf(PageContext context, AttachedFile file)
    {
        if (context.Files.Find(file.Source) is not { HasPicture: true } content)
        {
            return null;
        }

        var fingerprint = content.Hash + ContentHash.Of("seite-1");
        return new StreamPage(Addresses.DownloadPicture(file.Page), "picture", fingerprint, into => Copy(context.Files.OpenPicture(content), into), file.Source)
        {
            Length = () =>
            {
                using var picture = context.Files.OpenPicture(content);
                return picture.Length;
            },
        };
    }

    /// <summary>Kind, size and pages in one line: <c>PDF, 90 kB, 3 Seiten</c>.</summary>
    internal static string Meta(PageContext context, SourcePath source, long sizeInBytes)
    {
        var content = context.Files.Find(source);
        var label = content is { Kind.Label.Length: > 0 } ? content.Kind.Label
            : source.Extension.Length > 1 ? source.Extension[1..].ToUpperInvariant()
            : context.Words["page.file"];
        var pages = content is null ? "" : Pages(context.Words, content);
        return label + ", " + GermanText.Size(sizeInBytes) + (pages.Length > 0 ? ", " + pages : "");
    }

    /// <summary>The kind in short: <c>PDF</c>.</summary>
    internal static string Label(Words words, ExtractedFile? content) => content is { Kind.Label.Length: > 0 } ? content.Kind.Label : words["page.file"];

    private static string Kind(Words words, ExtractedFile? content) => words["kind." + (content?.Kind ?? FileKind.Unknown).Id];

    private static string Pages(Words words, ExtractedFile content)
    {
        if (content.PageCount == 0)
        {
            return "";
        }

        var noun = content.Kind == FileKind.Xlsx || content.Kind == FileKind.Ods ? "sheet" : content.Kind == FileKind.Pptx || content.Kind == FileKind.Odp ? "slide" : "page";
        return words.Fill(content.PageCount == 1 ? $"file.{noun}" : $"file.{noun}Plural", ("count", words.Number(content.PageCount)));
    }

    private static PictureView Picture(PageContext context, AttachedFile file, ExtractedFile content) => new(
        context.Href(Addresses.DownloadPicture(file.Page)),
        content.PictureSize.Width,
        content.PictureSize.Height);

    /// <summary>Says why there is no text, where there might be some.</summary>
    private static string TextState(Words words, ExtractedFile? content) => content switch
    {
        null or { HasText: true } => "",
        { Problem: ExtractionProblem.ToolMissing } => words["file.textMissing"],
        { Problem: ExtractionProblem.NoText } => words["file.textNone"],
        { Problem: ExtractionProblem.Encrypted } => words["file.textEncrypted"],
        { Problem: not ExtractionProblem.None } => words["file.textBroken"],
        { Kind.IsReadable: true } => words["file.textEmpty"],
        _ => "",
    };

    private static FileTextPageView PageOf(Words words, FileText text, FileTextPage page, int number) => new(
        "seite_" + number.ToString(CultureInfo.InvariantCulture),
        page.Title.Length > 0 ? page.Title : text.Pages.Length > 1 ? words.Fill("file.pageTitle", ("number", words.Number(number))) : "",
        page.Paragraphs);

    private static void Copy(Stream from, Stream into)
    {
        using (from)
        {
            from.CopyTo(into);
        }
    }
}
