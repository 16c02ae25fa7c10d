using System.Text.Json;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>The page of each download, its bytes, the picture of its first page, and all files of a document in one archive.</summary>
public static class DownloadPages
{
    public static IEnumerable<Page> Plan(PageContext context) => DownloadOwners.All(context).SelectMany(owner => Plan(context, owner));

    /// <summary>The pages for the downloads of one document.</summary>
    /// <remarks>In the members' area a public download keeps its public page.</remarks>
    private static IEnumerable<Page> Plan(PageContext context, DownloadOwner owner)
    {
        foreach (var download in owner.Files.Where(download => download.Audience == context.Site.Audience))
        {
            var file = download.File!;
            yield return new TemplatePage(file.Page, "download", () => View(context, owner, download, withText: true), owner.Source)
            {
                // The text follows from the bytes, and is too long to be read on every build.
                Inputs = () => ContentHash.Of(JsonSerializer.SerializeToUtf8Bytes(View(context, owner, download, withText: false), PageFormat.Default.DownloadPageView))
                    + (context.Files.Find(file.Source)?.Hash ?? default),
            };
            foreach (var page in FileViews.Beside(context, file))
            {
                yield return page;
            }
        }

        if (FileArchive.Plan(context, owner) is { } archive)
        {
            yield return archive;
        }
    }

    private static DownloadPageView View(PageContext context, DownloadOwner owner, Download download, bool withText)
    {
        var entry = download.Entry;
        var file = download.File!;
        var content = context.Files.Find(file.Source);
        var input = new FileInput(
            file,
            content,
            file.Source.FileName,
            entry.Date ?? owner.Date,
            content?.Created,
            entry.Updated ?? content?.Modified,
            entry.License ?? "");
        return new DownloadPageView(
            Head(context, owner, download, content),
            owner.Kicker,
            download.Title,
            entry.Description ?? "",
            new LinkView(owner.Label == owner.Title ? owner.Title : context.Words.Fill("file.owner", ("label", owner.Label), ("title", owner.Title)), context.Href(owner.Route)),
            [.. owner.Rubrics.Select(rubric => new LinkView(rubric.DisplayPath, context.Href(Addresses.Rubric(rubric))))],
            FileViews.Build(context, input, withText),
            ItemViews.Downloads(context, owner.Downloads.Where(other => other.File?.Route != file.Route), [], owner.Route));
    }

    private static HeadView Head(PageContext context, DownloadOwner owner, Download download, ExtractedFile? content)
    {
        var words = context.Words;
        var file = download.File!;
        var isNamedTwice = owner.Downloads.Count(other => other.Title == download.Title) > 1;
        return HeadBuilder.Build(context, new HeadInput(
            file.Page,
            owner.Section,
            words.Fill("file.title", ("title", download.Title), ("kind", isNamedTwice ? file.Source.FileName : FileViews.Label(words, content)), ("owner", owner.Label)),
            words.Fill("file.description", ("file", file.Source.FileName), ("meta", FileViews.Meta(context, file.Source, download.SizeInBytes)), ("owner", owner.Label), ("title", download.Title), ("description", download.Entry.Description ?? "")).Trim(),
            owner.Breadcrumbs)
        {
            ShortTitle = download.Title,
            StructuredData = json => WriteDocument(json, context, owner, download, content),
        });
    }

    /// <summary>schema.org/DigitalDocument.</summary>
    private static void WriteDocument(Utf8JsonWriter json, PageContext context, DownloadOwner owner, Download download, ExtractedFile? content)
    {
        json.WriteString("@type", "DigitalDocument");
        json.WriteString("name", download.Title);
        HeadBuilder.WriteAddress(json, "url", context, download.File!.Page);
        json.WriteString("inLanguage", context.Site.Configuration.Language);
        json.WriteString("encodingFormat", (content?.Kind ?? FileKind.Unknown).MediaType);
        if ((download.Entry.Date ?? owner.Date) is { } date)
        {
            json.WriteString("datePublished", PageContext.Iso(date));
        }

        if (download.Entry.Updated is { } updated)
        {
            json.WriteString("dateModified", PageContext.Iso(updated));
        }

        if (download.Entry.License is { } license)
        {
            json.WriteString("license", license);
        }

        HeadBuilder.WriteAddress(json, "isPartOf", context, owner.Route);
        HeadBuilder.WritePublisher(json, context);
    }
}
