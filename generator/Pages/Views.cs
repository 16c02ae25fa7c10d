using Fachinfo.Execution;
using Fachinfo.Pages.Council;

namespace Fachinfo.Pages;

// What templates show: records of ready strings, nothing to compute. An empty string or list means "not there".
// A template reaches the page as {{page.…}} and what all pages share as {{site.…}} ({{@root.site.…}} inside a loop).

/// <summary>What all pages of the site share.</summary>
/// <param name="Root">Path of the base URL without a slash at the end, for scripts: empty, or <c>/verband</c>.</param>
/// <param name="Home">Address of the start page.</param>
/// <param name="MembersHref">The members' area; empty if this build makes none.</param>
/// <param name="LegalLinks">Impressum, Datenschutz, Barrierefreiheit and other plain pages of the footer.</param>
/// <param name="Generator">Name and version of the program.</param>
/// <param name="IsFragment">Only the main part is rendered, to be sealed.</param>
/// <param name="SettingsHash">Of all settings (site.yml, rubriken.yml), so that a change of them makes every page anew; not shown.</param>
public sealed record ShellView(
    string Language,
    string Title,
    string Description,
    string Root,
    string Home,
    string RubricsHref,
    string MembersHref,
    string SearchHref,
    ContactView Publisher,
    IReadOnlyList<LinkView> LegalLinks,
    IReadOnlyList<LinkView> Series,
    string FeedsHref,
    string DeadlinesHref,
    string Generator,
    bool IsFragment,
    string SettingsHash);

/// <summary>What the head of a page and the frame around its content need.</summary>
/// <param name="Title">Unique over the site; ends with the name of the site.</param>
/// <param name="Description">Unique over the site, plain text.</param>
/// <param name="Canonical">The absolute address; empty for pages that must not be indexed.</param>
/// <param name="JsonLd">A JSON document, safe inside a script element; may be empty.</param>
/// <param name="Meta">Further meta elements by name (Dublin Core).</param>
/// <param name="Properties">Further meta elements by property (Open Graph).</param>
/// <param name="Navigation">The main navigation with the current entry marked.</param>
/// <param name="Breadcrumbs">From the start page to the page itself, which is last and has no address.</param>
/// <param name="Feeds">The feeds of the page, for feed readers.</param>
/// <param name="DataDate">The newest date of the site, on start pages and the fronts of listings; elsewhere it would make every page anew with each notice.</param>
public sealed record HeadView(
    string Title,
    string Description,
    string Canonical,
    string JsonLd,
    IReadOnlyList<MetaView> Meta,
    IReadOnlyList<MetaView> Properties,
    IReadOnlyList<NavigationView> Navigation,
    IReadOnlyList<LinkView> Breadcrumbs,
    IReadOnlyList<FeedLinkView> Feeds,
    DateView? DataDate);

/// <param name="Type">The media type.</param>
public sealed record FeedLinkView(string Title, string Type, string Href);

public sealed record MetaView(string Name, string Content);

/// <param name="IsCurrent">The page itself lies in this part of the site.</param>
public sealed record NavigationView(string Text, string Href, bool IsCurrent);

/// <param name="Href">Empty where the entry is the page itself.</param>
public sealed record LinkView(string Text, string Href);

/// <param name="Name">May be empty, like all others.</param>
/// <param name="PhoneHref">The number for a tel: link, without blanks.</param>
/// <param name="AddressLines">The postal address, a line each.</param>
public sealed record ContactView(bool IsGiven, string Name, string Email, string Phone, string PhoneHref, IReadOnlyList<string> AddressLines);

/// <summary>A date for reading and for machines.</summary>
/// <param name="Text"><c>20. Februar 2024</c>.</param>
/// <param name="Short"><c>20.02.2024</c>.</param>
/// <param name="Iso"><c>2024-02-20</c>, for <c>datetime</c>.</param>
public sealed record DateView(string Text, string Short, string Iso);

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
    DeadlineView? Deadline);

/// <param name="Label">What ends; may be empty.</param>
/// <param name="IsRunning">As of the build day; a deadline runs to the end of its day.</param>
public sealed record DeadlineView(DateView Date, string Label, bool IsRunning);

/// <summary>A running deadline in a list, with the notice that it belongs to.</summary>
public sealed record DeadlineItemView(DeadlineView Deadline, string NoticeLabel, string NoticeTitle, string Href);

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

/// <summary>A download in a list.</summary>
/// <param name="Href">The page about the file, or the address elsewhere.</param>
/// <param name="FileHref">The file itself; empty for an address elsewhere.</param>
/// <param name="Meta">Kind, size and pages: <c>PDF, 90 kB, 3 Seiten</c>; for an address elsewhere its host.</param>
/// <param name="IsLocked">Only members can have it; the address leads to its page in the members' area and is empty if there is none.</param>
public sealed record DownloadView(string Title, string Href, string FileHref, string Meta, string Description, DateView? Date, string License, bool IsLocked, bool IsElsewhere);

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
    string BibTex,
    string Ris,
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

public sealed record PlainPageView(
    HeadView Head,
    string Title,
    string Summary,
    BodyView Body,
    IReadOnlyList<DownloadView> Downloads,
    LinkView? AllDownloads,
    ContactView Contact,
    DateView? Updated,
    IReadOnlyList<LinkView> Contents);

/// <summary>The one public page of the members' area; a script fills it with what it unseals.</summary>
/// <param name="Policy">The content security policy, for hosts that set no headers.</param>
/// <param name="IsAvailable">The build has sealed something; otherwise the page says that there is no area.</param>
/// <param name="ContactText">Whom a member asks about a code, in one line.</param>
/// <param name="Search">The search inside of the area, of which this page knows no more than everybody may.</param>
public sealed record MembersView(HeadView Head, string Title, string Policy, bool IsAvailable, string ContactText, SearchFormView Search);

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

public sealed record NotFoundView(HeadView Head, string Title, IReadOnlyList<LinkView> Suggestions);

/// <summary>A former address, for hosts that know no redirects.</summary>
public sealed record RedirectView(HeadView Head, LinkView Target);

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
    IReadOnlyList<RubricCardView> Rubrics);

/// <summary>Downloads of a first-level rubric, or of pages that belong to none.</summary>
public sealed record DownloadGroupView(LinkView Rubric, IReadOnlyList<DownloadItemView> Downloads);
