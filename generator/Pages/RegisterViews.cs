using Fachinfo.Pages.Council;

namespace Fachinfo.Pages;

/// <param name="Label">What ends; may be empty.</param>
/// <param name="IsRunning">As of the build day; a deadline runs to the end of its day.</param>
public sealed record DeadlineView(DateView Date, string Label, bool IsRunning);

/// <summary>A running deadline in a list, with the notice that it belongs to.</summary>
public sealed record DeadlineItemView(DeadlineView Deadline, string NoticeLabel, string NoticeTitle, string Href);

/// <summary>A feed and perhaps a calendar, offered to people.</summary>
/// <param name="Text">What is new there for a subscriber.</param>
/// <param name="CalendarHref">May be empty.</param>
/// <param name="AllHref">The page that lists all feeds.</param>
public sealed record FeedBoxView(string Text, IReadOnlyList<LinkView> Formats, string CalendarHref, string AllHref);

/// <summary>The tree of all feeds.</summary>
public sealed record FeedsView(HeadView Head, string Title, string ListHref, IReadOnlyList<FeedGroupView> Groups);

public sealed record FeedGroupView(string Title, IReadOnlyList<FeedNodeView> Feeds);

/// <param name="Href">The page for reading.</param>
/// <param name="Archives">Years; may be empty.</param>
public sealed record FeedNodeView(string Title, string Href, IReadOnlyList<LinkView> Formats, IReadOnlyList<LinkView> Archives, IReadOnlyList<FeedNodeView> Children);

/// <summary>All deadlines, or those of a year.</summary>
/// <param name="Running">The next one first.</param>
/// <param name="Past">The last one first.</param>
/// <param name="Years">Years with past ones, where there are too many for one page.</param>
public sealed record DeadlinesView(
    HeadView Head,
    string Title,
    IReadOnlyList<DeadlineItemView> Running,
    IReadOnlyList<DeadlineItemView> Past,
    IReadOnlyList<PeriodView> Years,
    FeedBoxView? Feed);

/// <summary>The register of file references.</summary>
/// <param name="Others">To those that have no place in the tree, if there are any.</param>
public sealed record FileReferencesView(HeadView Head, string Title, IReadOnlyList<FileReferenceBranchView> Roots, LinkView? Others);

/// <param name="Label">May be empty.</param>
public sealed record FileReferenceBranchView(string Number, string Label, string Href, string CountText, IReadOnlyList<FileReferenceBranchView> Children);

/// <summary>A prefix of the register.</summary>
/// <param name="Notices">All of them, or the newest where there are years.</param>
/// <param name="Papers">Likewise; those of which no day is known are always there.</param>
public sealed record FileReferenceView(
    HeadView Head,
    string Number,
    string Label,
    string CountText,
    IReadOnlyList<FileReferenceBranchView> Children,
    IReadOnlyList<NoticeItemView> Notices,
    IReadOnlyList<PaperItemView> Papers,
    IReadOnlyList<PeriodView> Years,
    FeedBoxView? Feed);

/// <summary>File references that have no place in the tree.</summary>
public sealed record OtherReferencesView(HeadView Head, string Title, IReadOnlyList<OtherReferenceView> References);

/// <param name="Bearer">The notice or paper, by its title.</param>
/// <param name="Label">Its number.</param>
public sealed record OtherReferenceView(string Text, LinkView Bearer, string Label);

/// <summary>The page that searches.</summary>
public sealed record SearchView(HeadView Head, string Title, SearchFormView Form);

/// <summary>The form of a search, and where its results come from.</summary>
/// <param name="Kinds">Series and other kinds of pages, to filter by.</param>
/// <param name="Rubrics">By slug path, parents before their children.</param>
/// <param name="Years">Empty in the members' area, where the indexes say which there are.</param>
/// <param name="Registers">Other ways to what one looks for.</param>
/// <param name="Pieces">Address of the folder with the public index.</param>
/// <param name="FilePieces">The same for the texts of files; empty if there are none.</param>
/// <param name="IsInArea">The search of the members' area, which searches the public index and those of the member's audiences.</param>
public sealed record SearchFormView(
    IReadOnlyList<OptionView> Kinds,
    IReadOnlyList<OptionView> Rubrics,
    IReadOnlyList<OptionView> Municipalities,
    IReadOnlyList<OptionView> Years,
    IReadOnlyList<LinkView> Registers,
    string Pieces,
    string FilePieces,
    bool IsInArea);

/// <summary>An entry of a select element.</summary>
public sealed record OptionView(string Value, string Text);
