using Fachinfo.Execution;
using Fachinfo.Pages.Council;

namespace Fachinfo.Pages;

/// <summary>A line of a listing.</summary>
/// <param name="Label"><c>Mitteilung 145/2024</c>.</param>
/// <param name="Rubric">The first rubric.</param>
/// <param name="IsMembersOnly">Only the teaser is public.</param>
/// <param name="Deadline">The next running deadline, else the last one that expired; <see langword="null"/> if there is none.</param>
public sealed record NoticeItemView(
    string Label,
    string Number,
    string Series,
    DateView Date,
    string Title,
    string Href,
    string Summary,
    LinkView? Rubric,
    bool IsMembersOnly,
    DeadlineView? Deadline) : IRepeatedView;

/// <param name="Count">The number of notices, with those of sub-rubrics.</param>
public sealed record RubricCardView(string Title, string Href, string Description, int Count, string CountText, IReadOnlyList<RubricCardView> Children);

/// <summary>A year or month of a listing.</summary>
public sealed record PeriodView(string Text, string Href, int Count, string CountText, bool IsCurrent);

/// <summary>Notices by month as a bar chart: ready numbers for an SVG of 12 bars, and the same as text.</summary>
/// <param name="Summary">One sentence with the numbers.</param>
public sealed record ChartView(string Title, string Summary, int Width, int Height, IReadOnlyList<BarView> Bars);

/// <param name="Short">One or three letters for the axis.</param>
/// <param name="Href">The month's place in the listing; may be empty.</param>
/// <param name="X">Left edge; the bar stands on the base line at <c>Y + Height</c>.</param>
/// <param name="TextX">Middle of the bar.</param>
public sealed record BarView(string Month, string Short, int Count, string Href, int X, int Y, int Width, int Height, int TextX, int TextY);

/// <summary>Notices of one month in a listing.</summary>
/// <param name="Id">For links from the chart: <c>monat_02</c>.</param>
public sealed record MonthGroupView(string Id, string Title, string Href, string CountText, IReadOnlyList<NoticeItemView> Notices, IReadOnlyList<PaperItemView> Papers);

public sealed record HomeView(
    HeadView Head,
    IReadOnlyList<NoticeItemView> Notices,
    IReadOnlyList<LinkView> MoreLinks,
    IReadOnlyList<DeadlineItemView> Deadlines,
    IReadOnlyList<RubricCardView> Rubrics,
    FeedBoxView? Feed);

/// <summary>A series: its newest notices and its years.</summary>
public sealed record SeriesView(HeadView Head, string Title, string CountText, IReadOnlyList<NoticeItemView> Notices, IReadOnlyList<PeriodView> Years, FeedBoxView? Feed);

/// <summary>A year of a series or of a rubric. Over 200 entries the groups are links to months and hold no notices.</summary>
/// <param name="Parent">The series or rubric.</param>
/// <param name="Previous">The year before that has notices.</param>
public sealed record YearView(
    HeadView Head,
    string Title,
    LinkView Parent,
    string CountText,
    ChartView Chart,
    IReadOnlyList<MonthGroupView> Months,
    IReadOnlyList<PeriodView> Years,
    LinkView? Previous,
    LinkView? Next,
    FeedBoxView? Feed);

/// <summary>A month of a series or rubric whose year has over 200 entries.</summary>
public sealed record MonthView(
    HeadView Head,
    string Title,
    LinkView Parent,
    string CountText,
    IReadOnlyList<NoticeItemView> Notices,
    IReadOnlyList<PaperItemView> Papers,
    LinkView? Previous,
    LinkView? Next);

public sealed record RubricTreeView(HeadView Head, string Title, IReadOnlyList<RubricCardView> Rubrics);

/// <param name="Chart">Notices by month of the last twelve months before the data date.</param>
public sealed record RubricView(
    HeadView Head,
    string Title,
    string Description,
    string CountText,
    BodyView? Introduction,
    ContactView Contact,
    IReadOnlyList<DownloadView> Downloads,
    LinkView? AllDownloads,
    LinkView? MoreDownloads,
    IReadOnlyList<RubricCardView> Children,
    IReadOnlyList<DeadlineItemView> Deadlines,
    IReadOnlyList<NoticeItemView> Notices,
    ChartView Chart,
    IReadOnlyList<PeriodView> Years,
    FeedBoxView? Feed);
