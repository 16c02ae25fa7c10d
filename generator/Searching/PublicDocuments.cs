using System.Collections.Immutable;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Searching;

/// <summary>What the public can find: notices, teasers, plain pages and rubrics, from <see cref="PublicSite"/> and nothing else.</summary>
public static class PublicDocuments
{
    private const int RubricOrder = 0;
    private const int PageOrder = 1;

    /// <summary>What the visitor filters rubrics and plain pages by.</summary>
    public const string RubricKind = "rubriken";

    public const string PageKind = "seiten";

    /// <summary>The name of the set.</summary>
    public const string Name = "public";

    public static SearchSet Of(PublicSite site, Func<BodyReference, RentedBytes> readBody)
    {
        var (list, places) = SearchPlaces.Of(site);
        var notices = new NoticeDocuments(site.Configuration, places);
        SearchDocument[] documents =
        [
            .. site.Rubrics.All.Select((rubric, place) => OfRubric(site, rubric, place)),
            .. site.Pages.OrderBy(page => page.Route).Select(OfPage),
            .. site.Notices.Select(notice => notices.Of(notice.Head, notice.Body.Reference, notice.Deadlines, isMembersOnly: false)),
            .. CouncilDocuments.Of(site.Council, places),
            .. site.Teasers.Select(teaser => notices.Of(teaser.Head, default, [], isMembersOnly: true)),
        ];
        return new SearchSet(Name, Addresses.SearchPieces, documents, list, readBody)
        {
            Jumps = [.. PlanNumbers(site).Select(number => (number, "Az. " + number, Addresses.FileReference(number).Path))],
        };
    }

    /// <summary>All beginnings of two or more parts of the plan numbers that are in use: <c>13.0</c>, <c>13.0.70</c>.</summary>
    private static SortedSet<string> PlanNumbers(PublicSite site)
    {
        var numbers = new SortedSet<string>(StringComparer.Ordinal);
        var references = site.Listing.SelectMany(listed => listed.Head.FileReferences).Concat(site.Council.Bodies.SelectMany(body => body.Papers).SelectMany(paper => paper.FileReferences));
        foreach (var reference in references.Where(reference => reference.Plan.Contains('.', StringComparison.Ordinal)))
        {
            var plan = reference.Plan;
            for (var end = plan.Length; end > reference.MainGroup.Length && numbers.Add(plan[..end]);)
            {
                end = plan.LastIndexOf('.', end - 1);
            }
        }

        return numbers;
    }

    internal static SearchDocument OfPage(PlainPage page, int slot)
    {
        var summary = page.Document.Data.Summary ?? page.Document.Data.Body.FirstParagraph.ToString();
        var hash = new HashBuilder().Add(page.Title).Add(summary).Add(page.Body.Reference.Hash).ToHash();
        return new SearchDocument(new SearchGroup(PageKind, 0, PageOrder), slot, hash, new SearchTexts
        {
            Title = page.Title,
            Summary = summary,
            Address = page.Route.Path,
        })
        {
            Body = page.Body.Reference,
        };
    }

    internal static SearchDocument OfRubric(PublicSite site, Rubric rubric, int place)
    {
        var body = site.Introductions.GetValueOrDefault(rubric.SlugPath)?.Body.Reference ?? default;
        var keywords = rubric.Titles[..^1];
        var hash = new HashBuilder().Add(rubric.Title).Add(rubric.Description).Add(keywords).Add(body.Hash).ToHash();
        return new SearchDocument(new SearchGroup(RubricKind, 0, RubricOrder), place, hash, new SearchTexts
        {
            Title = rubric.Title,
            Summary = rubric.Description,
            Keywords = keywords,
            Address = Addresses.Rubric(rubric).Path,
        })
        {
            Body = body,
            Rubrics = [place],
        };
    }
}
