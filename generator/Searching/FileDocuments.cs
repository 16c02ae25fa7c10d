using System.Text;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Searching;

/// <summary>The texts of public files, page by page: an index of its own, which a browser loads only when files are searched.</summary>
public static class FileDocuments
{
    public const string Kind = "dateien";

    /// <summary>More text of a file is not searched.</summary>
    private const int LongestText = 200_000;

    private const int MostPages = 2_000;

    public static SearchSet Of(PublicSite site, Func<BodyReference, byte[]> readBody)
    {
        var documents = Owned(site)
            .DistinctBy(one => one.File.Route)
            .SelectMany(one => site.Files.Find(one.File.Source) is { HasText: true } file ? Pages(site, one, file) : [])
            .Concat(site.Council.Bodies.SelectMany(body => body.Files.Where(file => !file.Text.IsEmpty).DistinctBy(file => file.Route).Select(OfCouncil)));
        return new SearchSet("files", Addresses.SearchedFiles, [.. Numbered(documents)], [], readBody);
    }

    private readonly record struct OwnedFile(AttachedFile File, string Title, string Owner, DateOnly? Date);

    private static IEnumerable<OwnedFile> Owned(PublicSite site) => site.Notices
        .SelectMany(notice => notice.Downloads.Select(download => (Download: download, Owner: notice.Head.NumberedLabel, Date: (DateOnly?)notice.Head.Date)))
        .Concat<(Download Download, string Owner, DateOnly? Date)>(site.Pages.SelectMany(page => page.Downloads.Where(IsOpen).Select(download => (download, page.Title, (DateOnly?)null))))
        .Concat<(Download Download, string Owner, DateOnly? Date)>(site.Introductions.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => pair.Value.Downloads.Where(IsOpen).Select(download => (download, pair.Value.Rubric.Title, (DateOnly?)null))))
        .Where(one => one.Download.File is not null)
        .Select(one => new OwnedFile(one.Download.File!, one.Download.Title, one.Owner, one.Download.Entry.Updated ?? one.Download.Entry.Date ?? one.Date));

    private static bool IsOpen(Download download) => download.Audience == Notice.Public;

    private static IEnumerable<SearchDocument> Pages(PublicSite site, OwnedFile one, ExtractedFile file)
    {
        var count = Math.Clamp(file.PageCount, 1, MostPages);
        var text = new FileTextReader(() => site.Files.TextOf(file), count);
        for (var page = 0; page < count; page++)
        {
            var number = page;
            var hash = new HashBuilder().Add(file.Hash).Add(number).Add(count).Add(one.Title).Add(one.Owner).ToHash();
            yield return new SearchDocument(GroupOf(one.Date), 0, hash)
            {
                Title = one.Title,
                Keywords = one.Owner,
                ReadText = () => text.Page(number),
                Address = Addresses.DownloadText(one.File.Page, count > 1 ? number + 1 : 0),
                Label = $"{one.Owner} · {(file.Kind.Label.Length > 0 ? file.Kind.Label : one.File.Source.Extension)}",
                Date = one.Date,
                Page = file.PageCount > 0 ? number + 1 : 0,
            };
        }
    }

    private static SearchDocument OfCouncil(CouncilFile file)
    {
        var owner = file.Paper?.Label ?? file.Meeting?.Label ?? "";
        var date = file.Paper?.Day ?? file.Meeting?.Day;
        var hash = new HashBuilder().Add(file.Text.Hash).Add(file.Label).Add(owner).ToHash();
        return new SearchDocument(GroupOf(date), 0, hash)
        {
            Title = file.Label,
            Keywords = $"{owner} {file.Body.Label}",
            Body = file.Text,
            Address = file.Route.Path,
            Label = owner.Length > 0 ? $"{owner}, {file.Body.Label}" : file.Body.Label,
            Date = date,
        };
    }

    private static SearchGroup GroupOf(DateOnly? date) => new(Kind, date?.Year ?? 0, 0);

    private static IEnumerable<SearchDocument> Numbered(IEnumerable<SearchDocument> documents) => documents
        .GroupBy(document => document.Group)
        .SelectMany(group => group.OrderBy(document => document.Address, StringComparer.Ordinal).ThenBy(document => document.Page).Select((document, slot) => document with { Slot = slot }));

    /// <summary>Reads a file's text once for all of its pages, and lets it go when memory is short.</summary>
    private sealed class FileTextReader(Func<FileText> read, int count)
    {
        private readonly WeakReference<string[]> pages = new([]);

        public string Page(int number)
        {
            if (!pages.TryGetTarget(out var texts) || texts.Length == 0)
            {
                texts = Split();
                pages.SetTarget(texts);
            }

            return texts[number];
        }

        /// <summary>One text for each page; a file may have more parts than pages, the last page takes them.</summary>
        private string[] Split()
        {
            var parts = read().Pages;
            var texts = Enumerable.Range(0, count).Select(_ => new StringBuilder()).ToArray();
            var left = LongestText;
            for (var i = 0; i < parts.Length && left > 0; i++)
            {
                var text = texts[Math.Min(i, count - 1)];
                foreach (var paragraph in parts[i].Paragraphs.Prepend(parts[i].Title))
                {
                    var kept = paragraph.AsSpan(0, Math.Min(paragraph.Length, left));
                    text.Append(kept).Append('\n');
                    left -= kept.Length;
                }
            }

            return [.. texts.Select(text => text.ToString())];
        }
    }
}
