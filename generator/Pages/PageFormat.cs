using System.Text.Json.Serialization;
using Fachinfo.Pages.Council;

namespace Fachinfo.Pages;

/// <summary>View models as JSON: the fingerprint of a page is made from it, and the golden sites show it.</summary>
/// <remarks>Models are only ever written. Without what reading needs, a build loads a thousand types less.</remarks>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ShellView))]
[JsonSerializable(typeof(HomeView))]
[JsonSerializable(typeof(DeadlinesView))]
[JsonSerializable(typeof(FeedsView))]
[JsonSerializable(typeof(FileReferencesView))]
[JsonSerializable(typeof(FileReferenceView))]
[JsonSerializable(typeof(OtherReferencesView))]
[JsonSerializable(typeof(SeriesView))]
[JsonSerializable(typeof(YearView))]
[JsonSerializable(typeof(MonthView))]
[JsonSerializable(typeof(NoticeView))]
[JsonSerializable(typeof(TeaserView))]
[JsonSerializable(typeof(TombstoneView))]
[JsonSerializable(typeof(RubricTreeView))]
[JsonSerializable(typeof(RubricView))]
[JsonSerializable(typeof(PlainPageView))]
[JsonSerializable(typeof(MembersView))]
[JsonSerializable(typeof(SearchView))]
[JsonSerializable(typeof(DownloadPageView))]
[JsonSerializable(typeof(DownloadsView))]
[JsonSerializable(typeof(ReportView))]
[JsonSerializable(typeof(ReportThanksView))]
[JsonSerializable(typeof(NotFoundView))]
[JsonSerializable(typeof(RedirectView))]
[JsonSerializable(typeof(CouncilView))]
[JsonSerializable(typeof(MunicipalityView))]
[JsonSerializable(typeof(OrganizationView))]
[JsonSerializable(typeof(MeetingView))]
[JsonSerializable(typeof(PaperView))]
[JsonSerializable(typeof(CouncilFileView))]
[JsonSerializable(typeof(CouncilYearView))]
[JsonSerializable(typeof(CouncilTombstoneView))]
[JsonSerializable(typeof(MembersHomeView))]
public sealed partial class PageFormat : JsonSerializerContext
{
    /// <summary>The templates that the pages need; a theme without one of them is not complete.</summary>
    public static readonly IReadOnlyList<string> Templates =
        ["council", "council-body", "council-file", "council-meeting", "council-organization", "council-paper", "council-tombstone", "council-year", "deadlines", "download", "downloads", "feeds", "gate", "home", "members", "members-home", "month", "not-found", "notice", "other-references", "page", "redirect", "reference", "references", "report", "report-thanks", "rubric", "rubrics", "search", "series", "teaser", "tombstone", "year"];

    /// <summary>The words that the pages need, besides those that templates name themselves.</summary>
    public static readonly IReadOnlyList<string> Words =
    [
        "number.group", "date.short", "date.long",
        .. Enumerable.Range(1, 12).SelectMany(month => new[] { $"month.{month}", $"monthShort.{month}" }),
        "body.table", "body.footnotes", "body.footnote", "body.backlink",
        "page.titleSuffix", "page.home", "page.homeDescription", "page.rubrics", "page.rubricsDescription",
        "page.notice", "page.noticePlural", "page.count", "page.allOf", "page.seriesDescription", "page.year", "page.yearDescription",
        "page.month", "page.monthDescription", "page.monthTitle", "page.chart", "page.chartValue", "page.chartEmpty", "page.kicker",
        "page.headline", "page.noticeTitle", "page.noticeDescription", "page.citation", "page.teaserDescription",
        "page.withdrawnTitle", "page.withdrawnDescription", "page.rubricTitle", "page.rubricDescription", "page.plainDescription",
        "page.notFound", "page.notFoundDescription", "page.moved", "page.movedDescription", "page.locked", "page.file",
        "page.elsewhere", "page.lastTwelveMonths", "page.members", "page.membersHome", "page.gate", "page.gateDescription", "page.membersDescription",
        .. new[]
        {
            "title", "description", "bodyTitle", "bodyDescription", "inBody", "organizationDescription", "kicker", "paper", "papers", "meeting", "meetings",
            "counts", "paperTitle", "paperDescription", "citation", "planned", "noResult", "meetingTitle", "meetingShort", "meetingDescription", "fileTitle",
            "fileDescription", "labelledTitle", "yearTitle", "yearDescription", "organizationYearTitle", "organizationYearDescription", "withoutDate", "time", "timeSpan", "moment", "period", "since", "until",
            "noLicense", "type.council", "type.committee", "type.faction", "type.advisory", "type.department", "type.other", "role.attachment", "role.main",
            "role.invitation", "role.resultsProtocol", "role.verbatimProtocol", "role.resolution", "kind.paper", "kind.meeting", "kind.file", "kind.organization",
            "feedDescription", "lead", "membersLead", "membersLink",
        }.Select(word => "council." + word),
        "page.fileReferences", "page.fileReferencesDescription",
        "page.referenceTitle", "page.referenceDescription", "page.otherReferences", "page.otherReferencesDescription", "page.otherReferencesLink",
        "feed.everything", "feed.everythingDescription", "feed.seriesDescription", "feed.rubricDescription", "feed.planTitle", "feed.planDescription",
        "feed.archiveTitle", "feed.groupAll", "feed.pageTitle", "feed.pageDescription", "feed.boxText", "feed.members", "feed.withdrawnText",
        "page.citing", "page.deadlines", "page.deadlinesTitle", "page.deadlinesDescription", "page.deadlinesYearDescription", "page.deadlinesOf",
        "feed.deadlinesDescription", "feed.deadlineEvent", "feed.deadlineTitle", "feed.withdrawnReason", "feed.fileReference", "feed.deadline", "feed.downloads",
        "page.downloads", "page.downloadsDescription", "page.rubricDownloads", "page.rubricDownloadsDescription", "page.otherDownloads",
        "file.title", "file.description", "file.owner", "file.all", "file.ofRubric", "file.allOf", "file.count", "file.countOne", "file.pageTitle",
        "file.page", "file.pagePlural", "file.sheet", "file.sheetPlural", "file.slide", "file.slidePlural",
        "file.textMissing", "file.textNone", "file.textEncrypted", "file.textBroken", "file.textEmpty",
        .. Model.FileKind.All.Select(kind => "kind." + kind.Id),
        "report.title", "report.description", "report.template", "report.copyright", "report.personal", "report.wrong", "report.other",
        "report.thanksTitle", "report.thanksDescription",
        "page.search", "page.searchDescription", "page.searchPages", "page.searchFiles",
    ];
}
