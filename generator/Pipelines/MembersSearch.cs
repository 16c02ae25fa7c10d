using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Searching;

namespace Fachinfo.Pipelines;

/// <summary>The indexes of an audience, at the places that they would have in public; who calls seals them, or puts them behind the host's gate.</summary>
internal static class MembersSearch
{
    /// <param name="audience">What the audience sees.</param>
    public static IEnumerable<StreamPage> Plan(LinkedSite site, PublicSite audience) =>
        new[] { MembersDocuments.Of(audience, site.Searched.Value, site.Input.ReadBody), MembersDocuments.FilesOf(audience, site.Input.ReadBody) }
            .Where(set => set.Documents.Count > 0)
            .SelectMany(set => SearchIndex.Plan(set, site.Input.Results, site.Input.Options))
            .Cast<StreamPage>();
}
