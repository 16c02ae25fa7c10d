using Fachinfo.Execution;
using Fachinfo.Pages.Council;

namespace Fachinfo.Pages;

/// <summary>A download in a list.</summary>
/// <param name="Href">The page about the file, or the address elsewhere.</param>
/// <param name="FileHref">The file itself; empty for an address elsewhere.</param>
/// <param name="Meta">Kind, size and pages: <c>PDF, 90 kB, 3 Seiten</c>; for an address elsewhere its host.</param>
/// <param name="IsLocked">Only members can have it; the address leads to its page in the members' area and is empty if there is none.</param>
public sealed record DownloadView(string Title, string Href, string FileHref, string Meta, string Description, DateView? Date, string License, bool IsLocked, bool IsElsewhere);

/// <summary>A notice.</summary>
/// <param name="FileReferences">As written; the address is that of its place in the register, or empty.</param>
/// <param name="Kicker"><c>Mitteilungen – Recht, Personal, Organisation / Bürgerschaftliches Engagement</c>.</param>
/// <param name="Headline"><c>Mitteilung 145/2024 vom 20.02.2024</c>.</param>
/// <param name="Citation"><c>StGB NRW-Mitteilung 145/2024 vom 20.02.2024</c>.</param>
/// <param name="BibTex">The same for reference managers.</param>
/// <param name="CitedBy">Notices whose text cites or links this one.</param>
/// <param name="Previous">The older one in the rubric.</param>
/// <param name="Next">The newer one in the rubric.</param>
/// <param name="Papers">Council papers that it names, or that name it.</param>
public sealed record NoticeView(
    HeadView Head,
    string Kicker,
    IReadOnlyList<LinkView> Series,
    IReadOnlyList<LinkView> Rubrics,
    string Headline,
    string Label,
    DateView Date,
    string Title,
    IReadOnlyList<DeadlineView> Deadlines,
    BodyView Body,
    IReadOnlyList<DownloadView> Downloads,
    LinkView? AllDownloads,
    ContactView Contact,
    IReadOnlyList<LinkView> FileReferences,
    DateView? Updated,
    string Citation,
    WrittenText BibTex,
    WrittenText Ris,
    IReadOnlyList<LinkView> CitedBy,
    NoticeItemView? Previous,
    NoticeItemView? Next,
    IReadOnlyList<NoticeItemView> Related,
    IReadOnlyList<PaperItemView> Papers);

/// <summary>What stands in public of a members' notice.</summary>
/// <param name="MembersHref">The whole notice in the members' area; empty if there is none.</param>
public sealed record TeaserView(
    HeadView Head,
    string Kicker,
    IReadOnlyList<LinkView> Rubrics,
    string Headline,
    string Label,
    DateView Date,
    string Title,
    string Summary,
    string MembersHref,
    IReadOnlyList<LinkView> FileReferences,
    IReadOnlyList<LinkView> CitedBy,
    NoticeItemView? Previous,
    NoticeItemView? Next);

/// <summary>What remains of a withdrawn notice.</summary>
public sealed record TombstoneView(HeadView Head, string Headline, string Label, DateView Withdrawn, string Reason, LinkView Series);
