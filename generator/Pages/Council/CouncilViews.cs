using Fachinfo.Execution;

namespace Fachinfo.Pages.Council;

// What the templates of the council archive show; see Views.cs.

/// <summary>A paper in a list.</summary>
/// <param name="Label"><c>Mitteilung 325/2017</c>.</param>
/// <param name="Stations">The committees that it went through.</param>
public sealed record PaperItemView(string Label, DateView? Date, string Title, string Href, IReadOnlyList<LinkView> Stations, bool IsMembersOnly);

/// <summary>A meeting in a list.</summary>
/// <param name="Time"><c>18:00 Uhr</c>; empty where only the day is known.</param>
public sealed record MeetingItemView(DateView Date, string Time, string Title, string Href, IReadOnlyList<LinkView> Organizations, string Place, bool IsUpcoming, bool IsCancelled, bool IsMembersOnly);

/// <summary>A municipality in the overview.</summary>
public sealed record MunicipalityCardView(string Title, string Href, string CountText, string DataDate, bool IsFrozen);

/// <summary>The overview of the archive.</summary>
public sealed record CouncilView(HeadView Head, string Title, string Lead, IReadOnlyList<MunicipalityCardView> Municipalities, IReadOnlyList<PaperItemView> Papers);

/// <summary>An organization in a list.</summary>
public sealed record OrganizationItemView(string Title, string FullName, string Href, string TypeText, string CountText, bool IsPast);

/// <summary>A municipality.</summary>
/// <param name="License">Text and address; the text says so where there is none.</param>
public sealed record MunicipalityView(
    HeadView Head,
    string Title,
    string FullName,
    string CountText,
    bool IsFrozen,
    DateView? Updated,
    string Ags,
    LinkView? Website,
    LinkView License,
    string Origin,
    ContactView Contact,
    IReadOnlyList<PaperItemView> Papers,
    IReadOnlyList<MeetingItemView> Upcoming,
    IReadOnlyList<MeetingItemView> Meetings,
    IReadOnlyList<OrganizationItemView> Organizations,
    IReadOnlyList<PeriodView> Years,
    FeedBoxView? Feed);

/// <summary>What the pages of a municipality share.</summary>
public sealed record CouncilFrameView(LinkView Municipality, bool IsFrozen, string DataDate);

/// <summary>A committee, faction or department.</summary>
/// <param name="Years">Links to years, where there is more than the page shows.</param>
public sealed record OrganizationView(
    HeadView Head,
    CouncilFrameView Frame,
    string Title,
    string ShortName,
    string TypeText,
    string Period,
    string Description,
    LinkView? Website,
    string CountText,
    IReadOnlyList<MemberView> Members,
    IReadOnlyList<MeetingItemView> Upcoming,
    IReadOnlyList<MeetingItemView> Meetings,
    IReadOnlyList<PaperItemView> Papers,
    string CalendarHref,
    FeedBoxView? Feed,
    IReadOnlyList<PeriodView> Years);

public sealed record MemberView(string Name, string Role, string Period);

/// <summary>A meeting with its agenda.</summary>
/// <param name="MembersAgenda">Items for members of a meeting that is public; empty in public.</param>
/// <param name="HasClosedPart">A part was not public; its titles are shown only where they may stand there.</param>
public sealed record MeetingView(
    HeadView Head,
    CouncilFrameView Frame,
    string Kicker,
    string Title,
    DateView Date,
    string Time,
    string Place,
    bool IsCancelled,
    bool IsUpcoming,
    IReadOnlyList<LinkView> Organizations,
    BodyView? Body,
    IReadOnlyList<AgendaItemView> Agenda,
    IReadOnlyList<AgendaItemView> MembersAgenda,
    bool HasClosedPart,
    IReadOnlyList<ClosedItemView> ClosedItems,
    IReadOnlyList<DownloadView> Files);

/// <param name="Id">For links to the item: <c>top_5</c>.</param>
public sealed record AgendaItemView(string Id, string Number, string Title, LinkView? Paper, string Result, string Resolution, IReadOnlyList<DownloadView> Files);

public sealed record ClosedItemView(string Number, string Title);

/// <summary>A paper with its consultations.</summary>
/// <param name="BibTex">The citation for reference managers.</param>
/// <param name="Ris">Likewise.</param>
public sealed record PaperView(
    HeadView Head,
    CouncilFrameView Frame,
    string Kicker,
    string Headline,
    string Label,
    string Title,
    DateView? Date,
    string PaperType,
    string Reference,
    string Department,
    IReadOnlyList<LinkView> FileReferences,
    IReadOnlyList<LinkView> UnderDirectionOf,
    IReadOnlyList<LinkView> Originators,
    IReadOnlyList<ConsultationView> Consultations,
    BodyView? Body,
    IReadOnlyList<DownloadView> Files,
    IReadOnlyList<PaperItemView> Related,
    IReadOnlyList<NoticeItemView> Notices,
    string Citation,
    WrittenText BibTex,
    WrittenText Ris);

/// <param name="Item">Number on the agenda, and the address of the item if it is known.</param>
/// <param name="Status">The result, else whether it lies ahead; the status of this consultation, not of the paper.</param>
public sealed record ConsultationView(LinkView Organization, DateView? Date, string MeetingHref, LinkView Item, string Role, string Status, bool IsUpcoming);

/// <summary>A file with all that is known of it, and its text.</summary>
/// <param name="OpenHref">The bytes, or where they lie elsewhere; empty if nowhere.</param>
/// <param name="File">What is known from the bytes, where they are kept here.</param>
/// <param name="Text">The extracted text that came with the record.</param>
public sealed record CouncilFileView(
    HeadView Head,
    CouncilFrameView Frame,
    string Kicker,
    string Title,
    LinkView Owner,
    string FileName,
    string TypeText,
    string SizeText,
    DateView? Date,
    string Created,
    string Modified,
    LinkView License,
    string OpenHref,
    bool IsElsewhere,
    string ReportHref,
    FileView? File,
    BodyView? Text);

/// <summary>A year or a month of a municipality or committee: papers and meetings.</summary>
/// <param name="Months">Links to months, where the year is too long for one page.</param>
public sealed record CouncilYearView(
    HeadView Head,
    CouncilFrameView Frame,
    string Title,
    string CountText,
    IReadOnlyList<PeriodView> Months,
    IReadOnlyList<CouncilMonthView> Groups,
    IReadOnlyList<PeriodView> Years,
    LinkView? Previous,
    LinkView? Next,
    FeedBoxView? Feed,
    LinkView Up);

public sealed record CouncilMonthView(string Id, string Title, IReadOnlyList<MeetingItemView> Meetings, IReadOnlyList<PaperItemView> Papers);

/// <summary>What remains of something withdrawn.</summary>
public sealed record CouncilTombstoneView(HeadView Head, CouncilFrameView Frame, string Headline, string Label, DateView Withdrawn, string Reason);
