using System.Globalization;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Pages.Feeds;

namespace Fachinfo.Pages.Council;

/// <summary>Makes the parts that several pages of the council archive show.</summary>
internal static class CouncilParts
{
    public static PaperItemView Paper(PageContext context, Paper paper) => new(
        paper.Label,
        Date(context, paper.Day),
        paper.Content.Title.Value,
        context.Href(paper.Route),
        [.. paper.Consultations.Select(one => one.Organization).Distinct().Select(organization => Link(context, organization))],
        paper.IsMembersOnly);

    /// <summary>The feed that follows a municipality, as <see cref="HeadInput.Feed"/>.</summary>
    public static (string Name, Route Folder) Feed(PageContext context, Body body) => (context.Words.Fill("council.bodyTitle", ("body", body.Label)), body.Route);

    public static FeedBoxView? FeedBox(PageContext context, Body body)
    {
        var (name, folder) = Feed(context, body);
        return FeedLinks.Box(context, name, folder);
    }

    public static IReadOnlyList<PaperItemView> PaperItems(PageContext context, IEnumerable<Paper> papers) => [.. papers.Select(paper => Paper(context, paper))];

    /// <summary>Hash of everything that <see cref="Paper"/> shows; keep both in step.</summary>
    public static HashBuilder AddPaper(HashBuilder hash, Paper paper)
    {
        hash.Add(paper.Label).Add(paper.Day?.DayNumber ?? 0).Add(paper.Content.Title.Value).Add(paper.Route.Path);
        foreach (var consultation in paper.Consultations)
        {
            hash.Add(consultation.Organization.Route.Path).Add(consultation.Organization.Label);
        }

        return hash;
    }

    public static MeetingItemView Meeting(PageContext context, Meeting meeting) => new(
        context.Date(meeting.Day),
        Time(context, meeting),
        meeting.Label,
        context.Href(meeting.Route),
        [.. meeting.Organizations.Select(organization => Link(context, organization))],
        PlaceText(meeting.Content.Place),
        IsUpcoming(context, meeting.Day),
        meeting.Content.IsCancelled,
        meeting.IsMembersOnly);

    public static LinkView Link(PageContext context, Organization organization) => new(organization.Label, context.Href(organization.Route));

    public static CouncilFrameView Frame(PageContext context, Body body) => new(
        new LinkView(body.Label, context.Href(body.Route)),
        body.Content.IsFrozen,
        body.Content.IsFrozen && body.Content.Updated is { } day ? context.Date(day).Text : "");

    /// <summary>Hash of everything that <see cref="Frame"/> shows.</summary>
    public static HashBuilder AddFrame(HashBuilder hash, Body body) =>
        hash.Add(body.Label).Add(body.Content.IsFrozen).Add(body.Content.Updated?.DayNumber ?? 0).Add(body.Content.License).Add(body.Content.Name.Value);

    /// <param name="locked">The page in the members' area that has more of them; default if there is none.</param>
    public static IReadOnlyList<DownloadView> Files(PageContext context, IEnumerable<CouncilFile> files, Route locked = default) =>
    [
        .. files.Select(file => new DownloadView(
            file.Label,
            context.Href(file.Route),
            file.File is { } bytes ? context.Href(bytes.Route) : "",
            Meta(context, file),
            "",
            Date(context, file.Entry.Date),
            "",
            IsLocked: false,
            IsElsewhere: false)),
        .. locked != default ? [new DownloadView(context.Words["page.locked"], context.MembersHref(locked, Notice.Members), "", "", "", null, "", IsLocked: true, IsElsewhere: false)] : Array.Empty<DownloadView>(),
    ];

    public static HashBuilder AddFiles(HashBuilder hash, IEnumerable<CouncilFile> files)
    {
        foreach (var file in files)
        {
            hash.Add(file.Route.Path).Add(file.File?.Route.Path).Add(file.SizeInBytes ?? -1);
        }

        return hash;
    }

    /// <summary><c>Hauptdatei, PDF, 90 kB</c>.</summary>
    public static string Meta(PageContext context, CouncilFile file) => string.Join(
        ", ",
        new[] { file.Entry.Role == FileRole.Attachment ? "" : Role(context, file), TypeText(context, file), SizeText(file) }.Where(part => part.Length > 0));

    public static string Role(PageContext context, CouncilFile file) => context.Words["council.role." + RoleKey(file.Entry.Role)];

    public static string TypeText(PageContext context, CouncilFile file)
    {
        var extension = Path.GetExtension(file.FileName);
        return extension.Length > 1 ? extension[1..].ToUpperInvariant() : file.Entry.MimeType ?? context.Words["page.file"];
    }

    public static string SizeText(CouncilFile file) => file.SizeInBytes is { } size ? GermanText.Size(size) : "";

    public static DateView? Date(PageContext context, DateOnly? date) => date is { } day ? context.Date(day) : null;

    public static string Time(PageContext context, Meeting meeting)
    {
        if (!meeting.HasTime)
        {
            return "";
        }

        var start = Clock(meeting.Content.Start.Value);
        return meeting.Content.End is { } end && DateOnly.FromDateTime(end) == meeting.Day && end > meeting.Content.Start.Value
            ? context.Words.Fill("council.timeSpan", ("start", start), ("end", Clock(end)))
            : context.Words.Fill("council.time", ("start", start));
    }

    /// <summary>A day and time of a record: <c>05.10.2017, 14:30 Uhr</c>.</summary>
    public static string Moment(PageContext context, DateTime? time) => time is not { } moment
        ? ""
        : moment.TimeOfDay == TimeSpan.Zero
            ? context.Date(DateOnly.FromDateTime(moment)).Short
            : context.Words.Fill("council.moment", ("date", context.Date(DateOnly.FromDateTime(moment)).Short), ("time", Clock(moment)));

    public static string PlaceText(Place place) => string.Join(
        ", ",
        new[] { place.Description, place.Room, place.Street, string.Join(' ', new[] { place.PostalCode, place.Locality }.OfType<string>()) }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary><c>1. Juni 2014 bis 31. Oktober 2020</c>, or as much of it as is known.</summary>
    public static string Period(PageContext context, DateOnly? start, DateOnly? end) => (start, end) switch
    {
        ({ } from, { } to) => context.Words.Fill("council.period", ("from", context.Date(from).Text), ("to", context.Date(to).Text)),
        ({ } from, null) => context.Words.Fill("council.since", ("from", context.Date(from).Text)),
        (null, { } to) => context.Words.Fill("council.until", ("to", context.Date(to).Text)),
        _ => "",
    };

    public static bool IsUpcoming(PageContext context, DateOnly? day) => day > context.Site.Today;

    public static LinkView License(PageContext context, string? license) => string.IsNullOrEmpty(license)
        ? new LinkView(context.Words["council.noLicense"], "")
        : Uri.TryCreate(license, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? new LinkView(LicenseName(license), license) : new LinkView(license, "");

    public static string Papers(PageContext context, int count) => Count(context, count, "council.paper", "council.papers");

    public static string Meetings(PageContext context, int count) => Count(context, count, "council.meeting", "council.meetings");

    public static string Counts(PageContext context, int papers, int meetings) =>
        context.Words.Fill("council.counts", ("papers", Papers(context, papers)), ("meetings", Meetings(context, meetings)));

    /// <summary>The id of an agenda item on the page of its meeting: <c>top_5-1</c>.</summary>
    public static string ItemId(AgendaItem item) => "top_" + item.Key[(item.Meeting.Slug.Length + "-top".Length)..].TrimStart('-');

    private static string Count(PageContext context, int count, string one, string many) =>
        context.Words.Fill("page.count", ("count", context.Words.Number(count)), ("noun", context.Words[count == 1 ? one : many]));

    private static string Clock(DateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string RoleKey(FileRole role) => role switch
    {
        FileRole.Main => "main",
        FileRole.Invitation => "invitation",
        FileRole.ResultsProtocol => "resultsProtocol",
        FileRole.VerbatimProtocol => "verbatimProtocol",
        FileRole.Resolution => "resolution",
        _ => "attachment",
    };

    /// <summary>What the usual addresses of licences are called.</summary>
    private static string LicenseName(string address) => address.TrimEnd('/') switch
    {
        "https://www.govdata.de/dl-de/zero-2-0" => "Datenlizenz Deutschland Zero 2.0",
        "https://www.govdata.de/dl-de/by-2-0" => "Datenlizenz Deutschland Namensnennung 2.0",
        "https://creativecommons.org/publicdomain/zero/1.0" => "CC0 1.0",
        "https://creativecommons.org/licenses/by/4.0" => "CC BY 4.0",
        "https://creativecommons.org/licenses/by-sa/4.0" => "CC BY-SA 4.0",
        _ => address,
    };
}
