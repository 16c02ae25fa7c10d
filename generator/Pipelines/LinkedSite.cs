using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages;
using Fachinfo.Sealing;
using Fachinfo.Searching;
using Fachinfo.Theming;

namespace Fachinfo.Pipelines;

/// <summary>The linked site with all that its pages are made with.</summary>
public sealed record LinkedSite(Site Site, PublicSite PublicSite, PageContext Context, Theme Theme, ThemeAssets Assets)
{
    /// <summary>Gets where texts and results of earlier builds are read from.</summary>
    public required LinkInput Input { get; init; }

    /// <summary>Gets what the public search finds.</summary>
    public required Lazy<SearchSet> Searched { get; init; }

    /// <summary>Gets what the cache has of the public search.</summary>
    public required Lazy<StoredSearch> Stored { get; init; }

    /// <summary>Gets the deadlines, which pages, calendars and a feed are made of.</summary>
    public Lazy<DeadlineIndex> Deadlines { get; } = new(() => new DeadlineIndex(Context));

    /// <summary>Gets the secret of the members' area; <see langword="null"/> if the build was given none.</summary>
    public SiteSecret? Secret => MembersArea.SecretOf(Input.Options);
}
