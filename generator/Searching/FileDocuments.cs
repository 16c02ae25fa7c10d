using System.Collections.Immutable;
using System.Text;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Searching;

/// <summary>The files of a site, those with text page by page: an index of its own, which a browser loads only when files are searched.</summary>
/// <remarks>In the members' area those for its audience; the public ones are in the public index.</remarks>
public static class FileDocuments
{
    public const string Kind = "dateien";

    /// <summary>More text of a file is not searched.</summary>
    private const int LongestText = 200_000;

    private const int MostPages = 2_000;

    public static SearchSet Of(PublicSite site, Func<BodyReference, RentedBytes> readBody)
    {
        var (list, places) = SearchPlaces.Of(site);
        var documents = Owned(site)
            .DistinctBy(one => one.File.Route)
            .SelectMany(one => site.Files.Find(one.File.Source) is { HasText: true } file ? Pages(site, one, file, places) : [WithoutText(one, places)])
            .Concat(site.Council.Bodies.SelectMany(body => body.Files.Where(HasOwnText).DistinctBy(file => file.Route).Select(file => OfCouncil(file, places))));
        return new SearchSet("files", Addresses.SearchedFiles, [.. Numbered(documents)], list, readBody);
    }

    /// <param name="Places">Paths of what a search for it can be narrowed down to.</param>
    private readonly record struct OwnedFile(AttachedFile File, string Title, string Description, string Owner, DateOnly? Date, ImmutableArray<string> Places);

    private static IEnumerable<OwnedFile> Owned(PublicSite site) => OfNotices(site).Concat(OfPages(site)).Concat(OfRubrics(site)).Concat(OfCouncil(site));

    private static IEnumerable<OwnedFile> OfNotices(PublicSite site) => site.Notices.Where(notice => !notice.Downloads.IsEmpty).SelectMany(notice =>
        Of(site, notice.Downloads, notice.Head.NumberedLabel, notice.Head.Date, [.. notice.Head.Rubrics.Select(rubric => rubric.SlugPath)]));

    private static IEnumerable<OwnedFile> OfPages(PublicSite site) => site.Pages.SelectMany(page => Of(site, page.Downloads, page.Title, null, []));

    private static IEnumerable<OwnedFile> OfRubrics(PublicSite site) => site.Introductions.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .SelectMany(pair => Of(site, pair.Value.Downloads, pair.Value.Rubric.Title, null, [pair.Value.Rubric.SlugPath]));

    private static IEnumerable<OwnedFile> Of(PublicSite site, IEnumerable<Download> downloads, string owner, DateOnly? date, ImmutableArray<string> places) => downloads
        .Where(download => download.File is not null && download.Audience == site.Audience)
        .Select(download => new OwnedFile(download.File!, download.Title, download.Entry.Description ?? "", owner, download.Entry.Updated ?? download.Entry.Date ?? date, places));

    /// <summary>Tells whether the archive says what stands in a file, or has nothing but its name.</summary>
    private static bool HasOwnText(CouncilFile file) => !file.Text.IsEmpty || file.File is null;

    /// <summary>Files of the council archive of which only the bytes say what stands in them.</summary>
    private static IEnumerable<OwnedFile> OfCouncil(PublicSite site) => site.Council.Bodies
        .SelectMany(body => body.Files.Where(file => !HasOwnText(file)))
        .Select(file => new OwnedFile(file.File!, file.Label, "", OwnerOf(file), file.Paper?.Day ?? file.Meeting?.Day, [CouncilDocuments.PlaceOf(file.Body)]));

    private static string OwnerOf(CouncilFile file) =>
        (file.Paper?.Label ?? file.Meeting?.Label) is { Length: > 0 } owner ? $"{owner}, {file.Body.Label}" : file.Body.Label;

    private static IEnumerable<SearchDocument> Pages(PublicSite site, OwnedFile one, ExtractedFile file, IReadOnlyDictionary<string, int> places)
    {
        var count = Math.Clamp(file.PageCount, 1, MostPages);
        var text = new FileTextReader(() => site.Files.TextOf(file), count);
        for (var page = 0; page < count; page++)
        {
            var number = page;
            var hash = new HashBuilder().Add(file.Hash).Add(number).Add(count).Add(one.Title).Add(one.Description).Add(one.Owner).ToHash();
            yield return new SearchDocument(GroupOf(one.Date), 0, hash, new SearchTexts
            {
                Title = one.Title,
                Keywords = [one.Description, one.Owner],
                Address = Addresses.DownloadText(one.File.Page, count > 1 ? number + 1 : 0),
                Label = $"{one.Owner} · {(file.Kind.Label.Length > 0 ? file.Kind.Label : one.File.Source.Extension)}",
                Date = one.Date,
            })
            {
                ReadText = () => text.Page(number),
                Page = file.PageCount > 0 ? number + 1 : 0,
                Rubrics = PlacesOf(one, places),
            };
        }
    }

    /// <summary>A file that has no text, or none that can be read: its title is searched.</summary>
    private static SearchDocument WithoutText(OwnedFile one, IReadOnlyDictionary<string, int> places) =>
        new(GroupOf(one.Date), 0, new HashBuilder().Add(one.Title).Add(one.Description).Add(one.Owner).ToHash(), new SearchTexts
        {
            Title = one.Title,
            Summary = one.Description,
            Keywords = [one.Owner],
            Address = one.File.Page.Path,
            Label = $"{one.Owner} · {one.File.Source.Extension.TrimStart('.').ToUpperInvariant()}",
            Date = one.Date,
        })
        {
            Rubrics = PlacesOf(one, places),
        };

    private static ImmutableArray<int> PlacesOf(OwnedFile one, IReadOnlyDictionary<string, int> places) =>
        [.. one.Places.Where(places.ContainsKey).Select(place => places[place])];

    private static SearchDocument OfCouncil(CouncilFile file, IReadOnlyDictionary<string, int> places)
    {
        var owner = OwnerOf(file);
        var date = file.Paper?.Day ?? file.Meeting?.Day;
        var hash = new HashBuilder().Add(file.Text.Hash).Add(file.Label).Add(owner).ToHash();
        return new SearchDocument(GroupOf(date), 0, hash, new SearchTexts
        {
            Title = file.Label,
            Keywords = [owner],
            Address = file.Route.Path,
            Label = owner,
            Date = date,
        })
        {
            Body = file.Text,
            Rubrics = [places[CouncilDocuments.PlaceOf(file.Body)]],
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
