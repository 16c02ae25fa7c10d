using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Fachinfo.Model;

/// <summary>Matches notices with each other by rubric, plan number and shared words.</summary>
/// <remarks>
/// Words come from titles and summaries, never bodies, so that members' text cannot show through. A rare word weighs more, in
/// whole steps, so that one more notice seldom changes the lists of others. Each notice costs a few thousand steps.
/// </remarks>
internal sealed class NoticeMatches
{
    private const int LongestPosting = 64;
    private const int SamePlanScore = 14;
    private const int SameRubricScore = 8;
    private const int LowestScore = SameRubricScore;

    // All zero between uses, so that a search costs what it touches and not what there is.
    private readonly ConcurrentBag<ScoreBoard> boards = [];
    private readonly PublicSite site;

    // Newest first.
    private readonly ImmutableArray<PublicNotice> notices;
    private readonly Dictionary<int, List<int>> byWord = [];
    private readonly Dictionary<string, List<int>> byPlan = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byRubric = new(StringComparer.Ordinal);

    public NoticeMatches(PublicSite site)
    {
        this.site = site;
        notices = [.. site.Notices.OrderBy(notice => notice.Head, NoticeHead.NewestFirst)];
        for (var i = 0; i < notices.Length; i++)
        {
            foreach (var word in notices[i].Keywords)
            {
                Add(byWord, word, i);
            }

            var references = notices[i].Head.FileReferences;
            for (var reference = 0; reference < references.Length; reference++)
            {
                if (NamesPlanFirst(references, reference))
                {
                    Add(byPlan, references[reference].Plan, i);
                }
            }

            foreach (var rubric in notices[i].Head.Rubrics)
            {
                Add(byRubric, rubric.SlugPath, i);
            }
        }
    }

    /// <summary>The places in the listing of the best matches of a notice, newest first among equals.</summary>
    public int[] Best(PublicNotice notice)
    {
        var board = boards.TryTake(out var used) ? used : new ScoreBoard(new int[notices.Length], new int[notices.Length]);
        var touched = board.Touched.AsSpan(0, Score(notice, board.Scores, board.Touched));
        var best = Best(notice, board.Scores, touched);
        foreach (var place in touched)
        {
            board.Scores[place] = 0;
        }

        boards.Add(board);
        return best;
    }

    /// <summary>Adds up points for every notice that shares something with this one; returns how many there are.</summary>
    private int Score(PublicNotice notice, int[] scores, int[] touched)
    {
        var count = 0;
        foreach (var word in notice.Keywords)
        {
            var posting = byWord[word];
            if (posting.Count <= LongestPosting)
            {
                Add(CollectionsMarshal.AsSpan(posting), 8 - BitOperations.Log2((uint)posting.Count), scores, touched, ref count);
            }
        }

        var references = notice.Head.FileReferences;
        for (var reference = 0; reference < references.Length; reference++)
        {
            if (NamesPlanFirst(references, reference))
            {
                Add(Nearest(byPlan[references[reference].Plan], notice), SamePlanScore, scores, touched, ref count);
            }
        }

        foreach (var rubric in notice.Head.Rubrics)
        {
            Add(Nearest(byRubric[rubric.SlugPath], notice), SameRubricScore, scores, touched, ref count);
        }

        return count;
    }

    private static void Add(ReadOnlySpan<int> posting, int points, int[] scores, int[] touched, ref int count)
    {
        foreach (var place in posting)
        {
            if (scores[place] == 0)
            {
                touched[count++] = place;
            }

            scores[place] += points;
        }
    }

    /// <summary>The highest scores; among equals the newest, which has the lowest place.</summary>
    private int[] Best(PublicNotice notice, int[] scores, ReadOnlySpan<int> touched)
    {
        const int Count = RelatedNotices.Count;
        Span<int> best = stackalloc int[Count];
        var found = 0;
        foreach (var place in touched)
        {
            if (scores[place] < LowestScore
                || (found == Count && !IsBetter(place, best[Count - 1], scores))
                || notices[place].Head.Route == notice.Head.Route)
            {
                continue;
            }

            var at = found < Count ? found++ : Count;
            while (at > 0 && IsBetter(place, best[at - 1], scores))
            {
                if (at < Count)
                {
                    best[at] = best[at - 1];
                }

                at--;
            }

            if (at < Count)
            {
                best[at] = place;
            }
        }

        var places = new int[found];
        for (var i = 0; i < found; i++)
        {
            places[i] = site.BySource(notices[best[i]].Source)!.Place;
        }

        return places;
    }

    private static bool IsBetter(int place, int other, int[] scores) =>
        scores[place] != scores[other] ? scores[place] > scores[other] : place < other;

    /// <summary>A long posting is cut to the entries around the notice's own place, newest first.</summary>
    private ReadOnlySpan<int> Nearest(List<int> posting, PublicNotice notice)
    {
        var all = CollectionsMarshal.AsSpan(posting);
        if (posting.Count <= LongestPosting)
        {
            return all;
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

        return all.Slice(Math.Clamp(low - (LongestPosting / 2), 0, posting.Count - LongestPosting), LongestPosting);
    }

    /// <summary>Whether this file reference has a plan number that none before it has.</summary>
    private static bool NamesPlanFirst(ImmutableArray<FileReference> references, int index)
    {
        for (var before = 0; before < index; before++)
        {
            if (references[before].IsParsed && references[before].Plan == references[index].Plan)
            {
                return false;
            }
        }

        return references[index].IsParsed;
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> index, TKey key, int place)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var posting))
        {
            index.Add(key, posting = []);
        }

        posting.Add(place);
    }

    private sealed record ScoreBoard(int[] Scores, int[] Touched);
}
