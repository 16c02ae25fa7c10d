using System.Collections.Immutable;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Searching;

/// <summary>Notices as they can be found. One is made for each on every build, so what many share is made once.</summary>
/// <param name="places">Of each rubric by its path, in <see cref="SearchSet.Rubrics"/>.</param>
internal sealed class NoticeDocuments(SiteConfiguration configuration, IReadOnlyDictionary<string, int> places)
{
    /// <summary>Before everything else of a year, in the order of the configuration.</summary>
    private const int FirstOrder = 2;

    private readonly Dictionary<string, ImmutableArray<int>> placesOf =
        places.ToDictionary(pair => pair.Key, pair => ImmutableArray.Create(pair.Value), StringComparer.Ordinal);

    private readonly Dictionary<(string Series, int Year), SearchGroup> groups = [];

    /// <summary>A notice, whole or as its teaser.</summary>
    /// <param name="body">Empty for a teaser: of its text nothing is public.</param>
    public SearchDocument Of(NoticeHead head, BodyReference body, ImmutableArray<Deadline> deadlines, bool isMembersOnly)
    {
        var texts = new NoticeTexts(head, deadlines);
        var hash = new HashBuilder().Add(head.Title).Add(head.Summary).Add(texts.Keywords).Add(body.IsEmpty ? default : body.Hash).ToHash();
        return new SearchDocument(GroupOf(head), head.Number.Number, hash, texts)
        {
            Body = body,
            Rubrics = head.Rubrics.Length == 1 ? PlacesOf(head.Rubrics[0]) : [.. head.Rubrics.SelectMany(rubric => PlacesOf(rubric))],
            IsMembersOnly = isMembersOnly,
        };
    }

    private SearchGroup GroupOf(NoticeHead head)
    {
        var key = (head.Series.Id, head.Number.Year);
        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = new SearchGroup(head.Series.Id, head.Number.Year, FirstOrder + configuration.Series.TakeWhile(series => series.Id != head.Series.Id).Count()));
        }

        return group;
    }

    private ImmutableArray<int> PlacesOf(Rubric rubric) => placesOf.TryGetValue(rubric.SlugPath, out var place) ? place : [];
}
