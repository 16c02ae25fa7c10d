using Fachinfo.Model;

namespace Fachinfo.Searching;

/// <summary>What a search can be narrowed down to, besides kind and year: rubrics and municipalities.</summary>
internal static class SearchPlaces
{
    /// <summary>Lists them by path and title, rubrics first, in the order of the tree, and gives the place of each in this list.</summary>
    /// <remarks>A municipality has no title here: what belongs to it says so in its label already.</remarks>
    public static (IReadOnlyList<(string Path, string Title)> List, IReadOnlyDictionary<string, int> Places) Of(PublicSite site)
    {
        (string Path, string Title)[] list =
        [
            .. site.Rubrics.All.Select(rubric => (rubric.SlugPath, rubric.Title)),
            .. site.Council.Bodies.Select(body => (CouncilDocuments.PlaceOf(body), "")),
        ];
        var places = list.Select((one, place) => (one.Path, place)).DistinctBy(pair => pair.Path).ToDictionary(pair => pair.Path, pair => pair.place, StringComparer.Ordinal);
        return (list, places);
    }
}
