using Fachinfo.Pages.Council;

namespace Fachinfo.Pages;

/// <summary>The one public page of the members' area; a script fills it with what it unseals.</summary>
/// <param name="Policy">The content security policy, for hosts that set no headers.</param>
/// <param name="IsAvailable">The build has sealed something; otherwise the page says that there is no area.</param>
/// <param name="ContactText">Whom a member asks about a code, in one line.</param>
/// <param name="Search">The search inside of the area, of which this page knows no more than everybody may.</param>
public sealed record MembersView(HeadView Head, string Title, string Policy, bool IsAvailable, string ContactText, SearchFormView Search);

/// <summary>The start page of the members' area of one audience.</summary>
/// <param name="Downloads">The newest downloads by rubric.</param>
/// <param name="AllDownloads">All of them, with their number.</param>
/// <param name="Papers">The newest council papers that have something for the audience.</param>
/// <param name="Council">The archive, if it has anything for the audience.</param>
public sealed record MembersHomeView(
    HeadView Head,
    string Title,
    IReadOnlyList<NoticeItemView> Notices,
    IReadOnlyList<LinkView> MoreLinks,
    IReadOnlyList<DeadlineItemView> Deadlines,
    IReadOnlyList<DownloadGroupView> Downloads,
    LinkView? AllDownloads,
    IReadOnlyList<PaperItemView> Papers,
    LinkView? Council,
    IReadOnlyList<RubricCardView> Rubrics,
    IReadOnlyList<LinkView> Areas);

/// <summary>Downloads of a first-level rubric, or of pages that belong to none.</summary>
public sealed record DownloadGroupView(LinkView Rubric, IReadOnlyList<DownloadItemView> Downloads);
