using System.Globalization;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>The one place where addresses are made. Once published they stay: change nothing here without redirects.</summary>
public static class Addresses
{
    public static readonly Route Rubrics = new("/fachinformationen/");
    public static readonly Route Search = new("/suche/");
    public static readonly Route SearchPieces = new("/suche/index/");
    public static readonly Route SearchedFiles = new("/suche/texte/");
    public static readonly Route NotFound = new("/404.html");
    public static readonly Route Gate = new("/401.html");
    public static readonly Route Sitemap = new("/sitemap.xml");
    public static readonly Route Robots = new("/robots.txt");
    public static readonly Route Headers = new("/_headers");
    public static readonly Route Redirects = new("/_redirects");
    public static readonly Route Downloads = new("/downloads/");
    public static readonly Route Report = new("/melden/");
    public static readonly Route ReportThanks = new("/melden/danke/");
    public static readonly Route Assets = new("/assets/");

    /// <summary>The members' area: one page that opens what is sealed, or the gate to what the host protects.</summary>
    public static readonly Route Members = new("/mitglieder/");

    /// <summary>The archive of council papers.</summary>
    public static readonly Route Council = new("/ratsarchiv/");

    public static readonly Route Feeds = new("/feeds/");
    public static readonly Route FeedList = new("/feeds.opml");
    public static readonly Route Deadlines = new("/fristen/");
    public static readonly Route FileReferences = new("/aktenzeichen/");

    /// <summary>File references that have no place in the file plan.</summary>
    public static readonly Route OtherFileReferences = new("/aktenzeichen/sonstige/");

    /// <summary>The archive for programs, as OParl 1.1; these addresses are the ids of all objects.</summary>
    public static readonly Route OParl = new("/oparl/v1.1/");

    public static readonly Route OParlSystem = new("/oparl/v1.1/system.json");

    /// <summary>First segments that belong to the site itself, and so to no plain page and no series.</summary>
    public static readonly IReadOnlyList<string> Reserved =
    [
        "aktenzeichen", "assets", "downloads", "fachinformationen", "feeds", "fristen", "melden", "mitglieder", "oparl", "ratsarchiv", "seiten",
        "suche", "theme",
    ];

    /// <summary>Pages that the law asks for: slug, and the law as a reader would cite it.</summary>
    public static readonly IReadOnlyList<(string Slug, string Law)> LegalPages =
    [
        ("impressum", "§ 5 DDG, § 18 Abs. 2 MStV"),
        ("datenschutz", "Art. 13 DSGVO"),
        ("barrierefreiheit", "§ 10b BGG NRW, BITV NRW"),
    ];

    public static Route Series(string id) => Route.Home.Folder(id);

    public static Route Year(Route listing, int year) => listing.Folder(year.ToString("0000", CultureInfo.InvariantCulture));

    public static Route Month(Route listing, int year, int month) =>
        Year(listing, year).Folder("monat-" + month.ToString("00", CultureInfo.InvariantCulture));

    public static Route Notice(string series, NoticeNumber number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"/{series}/{number.Year:0000}/{number.Number}/"));

    public static Route Rubric(Rubric rubric) => rubric.Route;

    /// <summary>A prefix of a plan number: <c>/aktenzeichen/13.0.70/</c>.</summary>
    public static Route FileReference(string prefix) => FileReferences.Folder(prefix);

    /// <summary>RSS 2.0, in the folder of what the feed follows.</summary>
    public static Route Rss(Route folder) => folder.File("feed.xml");

    /// <summary>Atom 1.0.</summary>
    public static Route Atom(Route folder) => folder.File("atom.xml");

    /// <summary>JSON Feed 1.1.</summary>
    public static Route JsonFeed(Route folder) => folder.File("feed.json");

    /// <summary>The folder of an archive feed: the year of a listing; for the feed of everything, which has none, below the list of feeds.</summary>
    public static Route FeedArchive(Route folder, int year) => Year(folder == Route.Home ? Feeds : folder, year);

    /// <summary>The calendar of deadlines of a listing: <c>/fristen.ics</c>.</summary>
    public static Route Calendar(Route folder) => folder.File("fristen.ics");

    /// <summary>The address of a page under <c>seiten/</c>: <c>seiten/a/B c.md</c> becomes <c>/a/b-c/</c>.</summary>
    public static Route PlainPage(string pathBelowPages) => new(
        "/" + string.Concat(pathBelowPages[..^".md".Length].Split('/').Select(segment => Slug.Of(segment) + "/")));

    /// <summary>The bytes of a file that belongs to a page.</summary>
    public static Route AttachedFile(Route page, string fileName) => page.Folder("dateien").File(Slug.OfFileName(fileName));

    /// <summary>The text of a page of a file on the page about it, with its fragment; the whole page for 0.</summary>
    public static string DownloadText(Route downloadPage, int number) =>
        downloadPage.Path + (number > 0 ? "#seite_" + number.ToString(CultureInfo.InvariantCulture) : "");

    /// <summary>The page about a download of a page.</summary>
    /// <param name="slug">Of the file name, without its extension.</param>
    public static Route DownloadPage(Route page, string slug) => page.Folder("downloads").Folder(slug);

    /// <summary>The picture of the first page of a download, beside its page.</summary>
    public static Route DownloadPicture(Route downloadPage) => downloadPage.File("seite-1.jpg");

    /// <summary>All files of a page in one archive, named after the page: <c>/mitteilungen/2024/145/downloads/mitteilungen-2024-145.zip</c>.</summary>
    public static Route AllFiles(Route page) => page.Folder("downloads").File(string.Join('-', page.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)) + ".zip");

    /// <summary>All downloads of a rubric, where there are too many for <see cref="Downloads"/>.</summary>
    public static Route RubricDownloads(Rubric rubric) => Rubric(rubric).Folder("downloads");

    /// <summary>A municipality of the council archive; its years lie below it like those of a series.</summary>
    public static Route CouncilBody(string body) => Council.Folder(body);

    public static Route CouncilPaper(string body, string slug) => CouncilBody(body).Folder("vorlagen").Folder(slug);

    public static Route CouncilMeeting(string body, string slug) => CouncilBody(body).Folder("sitzungen").Folder(slug);

    public static Route CouncilOrganization(string body, string slug) => CouncilBody(body).Folder("gremien").Folder(slug);

    public static Route CouncilFile(string body, string slug) => CouncilBody(body).Folder("dateien").Folder(slug);

    public static Route OParlObject(string body, string kind, string key) => kind == "body"
        ? OParlBody(body).File("body.json")
        : OParlObjects(body, kind).File(key + ".json");

    /// <summary>The folder of all objects of a kind.</summary>
    public static Route OParlObjects(string body, string kind) => OParlBody(body).Folder(kind).Folder("id");

    /// <summary>A page of a list: <c>paper/index.json</c>, <c>paper/2.json</c>.</summary>
    public static Route OParlList(string body, string kind, int page) => OParlBody(body).Folder(kind).File(PageName("index", page));

    public static Route OParlBodies(int page) => OParl.Folder("body").File(PageName("index", page));

    /// <summary>Everything that changed, newest first: <c>changes.json</c>, <c>changes/2.json</c>.</summary>
    public static Route OParlChanges(string body, int page) => page == 1 ? OParlBody(body).File("changes.json") : OParlBody(body).Folder("changes").File(PageName("", page));

    /// <summary>The feed of one type of paper lies here.</summary>
    public static Route CouncilPaperType(string body, string slug) => CouncilBody(body).Folder("arten").Folder(slug);

    /// <summary>The meetings of an organization as a calendar.</summary>
    public static Route CouncilCalendar(Route organization) => organization.File("sitzungen.ics");

    /// <summary>Papers of which no day is known.</summary>
    public static Route CouncilWithoutYear(string body) => CouncilBody(body).Folder("ohne-datum");

    /// <summary>A page or file inside the members' area, as a link of the public site: <c>/mitglieder/#/mitteilungen/2024/146/</c>.</summary>
    public static string InMembersArea(Route route, string audience, bool isSealed) =>
        isSealed ? Members.Path + Fragment(route) : BehindGate(route, audience).Path;

    /// <summary>The same address below the folder of an audience, where the host lets only those in.</summary>
    public static Route BehindGate(Route route, string audience) => new(GateFolder(audience).Path + route.Path[1..]);

    /// <summary>The folder that a host opens to an audience: <c>/mitglieder/</c> to the members, <c>/mitglieder/gruppen/vorstand/</c> to another one.</summary>
    public static Route GateFolder(string audience) => audience == Model.Notice.Members ? Members : Members.Folder("gruppen").Folder(audience);

    /// <summary>The address of a sealed page or file inside the page that opens it.</summary>
    public static string Fragment(Route route) => (route.IsFolder ? "#" : "#/file") + route.Path;

    /// <summary>Tells whether a slug is free for a rubric: no year, month, or folder of a page.</summary>
    public static bool IsRubricSlug(string slug) =>
        slug.Length > 0
        && slug == Slug.Of(slug)
        && !(slug.Length == 4 && slug.All(char.IsAsciiDigit))
        && !slug.StartsWith("monat-", StringComparison.Ordinal)
        && slug is not ("downloads" or "dateien");

    private static Route OParlBody(string body) => OParl.Folder("body").Folder(body);

    private static string PageName(string first, int page) => (page == 1 ? first : page.ToString(CultureInfo.InvariantCulture)) + ".json";
}
