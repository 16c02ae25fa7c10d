using System.Collections.Immutable;
using System.Numerics;

namespace Fachinfo.Model;

/// <summary>Finds notices that belong together: those named by the editor, else by rubric, plan number and shared words.</summary>
/// <remarks>
/// Words come from titles and summaries, never bodies, so that members' text cannot show through. A rare word weighs more, in
/// whole steps, so that one more notice seldom changes the lists of others. Each notice costs a few thousand steps.
/// </remarks>
public sealed class RelatedNotices
{
    private const int Count = 5;
    private const int LongestPosting = 64;
    private const int SamePlanScore = 14;
    private const int SameRubricScore = 8;
    private const int LowestScore = 16;

    private readonly PublicSite site;
    private readonly ImmutableArray<PublicNotice> notices;
    private readonly Dictionary<int, List<int>> byWord = [];
    private readonly Dictionary<string, List<int>> byPlan = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byRubric = new(StringComparer.Ordinal);

    internal RelatedNotices(PublicSite site)
    {
        this.site = site;
        notices = [.. site.Notices.OrderBy(notice => notice.Head, NoticeHead.NewestFirst)];
        for (var i = 0; i < notices.Length; i++)
        {
            foreach (var word in notices[i].Keywords)
            {
                Add(byWord, word, i);
            }

            foreach (var plan in Plans(notices[i]))
            {
                Add(byPlan, plan, i);
            }

            foreach (var rubric in notices[i].Head.Rubrics)
            {
                Add(byRubric, rubric.SlugPath, i);
            }
        }
    }

    /// <summary>Returns up to five: the named ones in their order, then the best matches, newest first among equals.</summary>
    public ImmutableArray<ListedNotice> For(PublicNotice notice)
    {
        var related = notice.NamedRelated.Select(site.BySource).OfType<ListedNotice>().DistinctBy(listed => listed.Head.Route).Take(Count).ToList();
        if (related.Count > 0)
        {
            return [.. related];
        }

        var scores = new Dictionary<int, int>();
        foreach (var word in notice.Keywords)
        {
            var posting = byWord[word];
            if (posting.Count <= LongestPosting)
            {
                Score(scores, posting, 8 - BitOperations.Log2((uint)posting.Count));
            }
        }

        foreach (var plan in Plans(notice))
        {
            Score(scores, Nearest(byPlan[plan], notice), SamePlanScore);
        }

        foreach (var rubric in notice.Head.Rubrics)
        {
            Score(scores, Nearest(byRubric[rubric.SlugPath], notice), SameRubricScore);
        }

        return
        [
            .. scores.Where(score => score.Value >= LowestScore && notices[score.Key].Head.Route != notice.Head.Route)
                .OrderByDescending(score => score.Value)
                .ThenBy(score => score.Key)
                .Take(Count)
                .Select(score => site.BySource(notices[score.Key].Source)!),
        ];
    }

    /// <summary>A long posting is cut to the entries around the notice's own place, newest first.</summary>
    private List<int> Nearest(List<int> posting, PublicNotice notice)
    {
        if (posting.Count <= LongestPosting)
        {
            return posting;
        }

        var low = 0;
        var high = posting.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (NoticeHead.NewestFirst.Compare(notices[posting[middle]].Head, notice.Head) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return posting.GetRange(Math.Clamp(low - (LongestPosting / 2), 0, posting.Count - LongestPosting), LongestPosting);
    }

    private static void Score(Dictionary<int, int> scores, List<int> posting, int points)
    {
        foreach (var place in posting)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(scores, place, out _) += points;
        }
    }

    private static IEnumerable<string> Plans(PublicNotice notice) =>
        notice.Head.FileReferences.Where(reference => reference.IsParsed).Select(reference => reference.Plan).Distinct();

    private static void Add<TKey>(Dictionary<TKey, List<int>> index, TKey key, int place)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var posting))
        {
            index.Add(key, posting = []);
        }

        posting.Add(place);
    }
}
