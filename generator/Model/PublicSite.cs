using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model.Council;

namespace Fachinfo.Model;

/// <summary>All that the public may see, and the only thing that public pages can be made from.</summary>
/// <remarks>
/// Public things are whole; of a members' notice there is a <see cref="Teaser"/>, of a withdrawn one a <see cref="Tombstone"/>,
/// of a members' download of a public notice a <see cref="LockedDownload"/>; of what has <c>teaser: none</c> there is nothing.
/// </remarks>
public sealed class PublicSite
{
    private readonly Dictionary<string, ImmutableArray<ListedNotice>> byRubric = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<ListedNotice>> byHome = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<ListedNotice>> bySeries = new(StringComparer.Ordinal);
    private readonly Dictionary<SourcePath, ListedNotice> bySource = [];

    // By place in the listing.
    private readonly int[] placeAtHome;
    private readonly string rootPath;
    private readonly Dictionary<string, List<ListedNotice>> citing = new(StringComparer.Ordinal);

    private PublicSite(Site site, string audience)
    {
        Audience = audience;
        Configuration = site.Configuration;
        rootPath = site.Configuration.RootPath;
        Rubrics = site.Rubrics;
        FilePlan = site.FilePlan;
        Today = site.Today;
        SettingsHash = site.SettingsHash;
        Council = IsPublic ? site.Council : audience == Notice.Members ? site.MembersCouncil : CouncilArchive.Empty;
        Notices = [.. site.Notices.Where(notice => notice.Withdrawn is null && Shows(notice.Audience, notice.Downloads)).Select(ToPublic)];
        Teasers = IsPublic ? [.. site.Notices.Where(notice => !notice.IsPublic && notice.Withdrawn is null).Select(ToTeaser).OfType<Teaser>()] : [];
        Tombstones = IsPublic ? [.. site.Notices.Where(notice => notice.Withdrawn is not null).Select(ToTombstone).OfType<Tombstone>()] : [];
        Pages = [.. site.Pages.Where(page => Shows(page.Audience, page.Downloads))];
        Introductions = site.Introductions.Where(pair => pair.Value.Audience == Notice.Public || pair.Value.Audience == audience).ToImmutableDictionary();
        Listing = List();
        placeAtHome = new int[Listing.Length];
        Files = site.Files.Of(AttachedFiles.For(site, audience).Select(file => file.Source));
        HasMembersArea = site.Roster is not null
            || site.Configuration.Access.IsGiven
            || !Teasers.IsEmpty
            || Notices.Any(notice => !notice.LockedDownloads.IsEmpty)
            || site.Council.Bodies.Any(body => body.Papers.Any(paper => paper.HasLockedFiles) || body.Meetings.Any(meeting => meeting.HasLockedFiles))
            || Pages.SelectMany(page => page.Downloads).Concat(Introductions.Values.SelectMany(one => one.Downloads)).Any(download => !IsOpen(download));
        RelatedNotices? related = null;
        Parallel.Invoke(() => Index(site), () => related = new RelatedNotices(this));
        Related = related!;
    }

    public SiteConfiguration Configuration { get; }

    public RubricTree Rubrics { get; }

    public FilePlan FilePlan { get; }

    /// <summary>Gets the build day; enters pages only as a state such as "expired".</summary>
    public DateOnly Today { get; }

    /// <inheritdoc cref="Site.SettingsHash"/>
    public ContentHash SettingsHash { get; }

    public ImmutableArray<PublicNotice> Notices { get; }

    public ImmutableArray<Teaser> Teasers { get; }

    public ImmutableArray<Tombstone> Tombstones { get; }

    public ImmutableArray<PlainPage> Pages { get; }

    public CouncilArchive Council { get; }

    /// <summary>Gets introductions by slug path of their rubric.</summary>
    public ImmutableDictionary<string, RubricIntroduction> Introductions { get; }

    /// <summary>Gets public notices and teasers of all series, newest first.</summary>
    public ImmutableArray<ListedNotice> Listing { get; }

    public RelatedNotices Related { get; }

    /// <summary>Gets what was read out of the files that a reader of this site may have, and of no others.</summary>
    public ExtractedFiles Files { get; }

    /// <summary>Gets the newest date of anything public: a date, a correction or a withdrawal, never the clock.</summary>
    public DateOnly? DataDate { get; private set; }

    /// <summary>Gets who sees this: the public, or an audience of the members' area.</summary>
    public string Audience { get; }

    public bool IsPublic => Audience == Notice.Public;

    /// <summary>Gets a value indicating whether there is a members' area; depends on nothing that is hidden.</summary>
    public bool HasMembersArea { get; }

    public static PublicSite From(Site site) => new(site, Notice.Public);

    /// <summary>What an audience sees beyond the public: what is for it, and public things with downloads for it.</summary>
    /// <remarks>The same shape, so that the same pages show it; those pages may only be written sealed or behind the host's gate.</remarks>
    public static PublicSite ForAudience(Site site, string audience) => new(site, audience);

    /// <summary>Tells whether a reader of this site may have the download.</summary>
    public bool IsOpen(Download download) => download.Audience == Notice.Public || download.Audience == Audience;

    public ImmutableArray<ListedNotice> InSeries(NoticeSeries series) => bySeries.GetValueOrDefault(series.Id, []);

    /// <summary>Notices of a rubric and its sub-rubrics, newest first.</summary>
    public ImmutableArray<ListedNotice> InRubric(Rubric rubric) => byRubric.GetValueOrDefault(rubric.SlugPath, []);

    /// <summary>The notice before (older) and after (newer) in the rubric that is this notice's home.</summary>
    public (ListedNotice? Previous, ListedNotice? Next) Neighbours(ListedNotice notice)
    {
        if (notice.Head.Rubrics.IsEmpty)
        {
            return (null, null);
        }

        var home = byHome[notice.Head.Rubrics[0].SlugPath];
        var place = placeAtHome[notice.Place];
        return (place + 1 < home.Length ? home[place + 1] : null, place > 0 ? home[place - 1] : null);
    }

    /// <summary>Notices whose text cites or links this one, newest first.</summary>
    public IReadOnlyList<ListedNotice> CitedBy(NoticeHead head) => citing.TryGetValue(rootPath + head.Route.Path, out var notices) ? notices : [];

    /// <summary>Finds what stands in public of a source; <see langword="null"/> if nothing does.</summary>
    public ListedNotice? BySource(SourcePath source) => bySource.GetValueOrDefault(source);

    private bool Shows(string audience, ImmutableArray<Download> downloads) =>
        audience == Audience || (!IsPublic && audience == Notice.Public && downloads.Any(download => download.Audience == Audience));

    private PublicNotice ToPublic(Notice notice)
    {
        return new PublicNotice(notice.Head, notice.Source, notice.Body)
        {
            IsMembersOnly = !notice.IsPublic,
            Keywords = notice.Keywords,
            Downloads = notice.Downloads.IsEmpty ? [] : [.. notice.Downloads.Where(IsOpen)],
            LockedDownloads = notice.Downloads.IsEmpty ? [] : [.. Locked(notice.Downloads.Where(download => !IsOpen(download)))],
            Deadlines = notice.Deadlines,
            Contact = notice.Contact,
            Updated = notice.Updated,
            NamedRelated = notice.Related,
            Aliases = notice.Aliases,
        };
    }

    /// <summary>The titles that may be told, and one neutral line for all others.</summary>
    private static IEnumerable<LockedDownload> Locked(IEnumerable<Download> closed)
    {
        var told = closed.ToLookup(download => download.Entry.TeasesTitle);
        return told[true].Select(download => new LockedDownload(download.Title, download.Audience)).Concat(LockedDownload.Neutral(told[false]));
    }

    private static Teaser? ToTeaser(Notice notice) => notice.Teaser switch
    {
        // Only a summary that the editor wrote: the first paragraph is members' text.
        TeaserKind.Summary => new Teaser(notice.Head with { Summary = notice.WrittenSummary ?? default }, notice.Source) { Audience = notice.Audience, Aliases = notice.Aliases },
        TeaserKind.Title => new Teaser(notice.Head with { Summary = default }, notice.Source) { Audience = notice.Audience, Aliases = notice.Aliases },
        _ => null,
    };

    private static Tombstone? ToTombstone(Notice notice) => !notice.IsPublic && notice.Teaser == TeaserKind.None
        ? null
        : new Tombstone(
            notice.Head.Series,
            notice.Head.Number,
            notice.Head.Date,
            notice.Withdrawn!,
            notice.Head.Route,
            notice.Source)
        {
            Aliases = notice.Aliases,
        };

    /// <summary>Links to pages that are no notices stay in the index; nobody asks for them.</summary>
    private void IndexCitations()
    {
        foreach (var notice in Notices.Where(notice => !notice.Body.Targets.IsEmpty))
        {
            var listed = bySource[notice.Source];
            foreach (var address in notice.Body.Targets.Where(target => target.StartsWith('/')))
            {
                var target = address.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? address[..hash] : address;
                if (IsOf(notice, target))
                {
                    continue;
                }

                if (!citing.TryGetValue(target, out var notices))
                {
                    citing.Add(target, notices = []);
                }

                // A notice that cites the same one again has just been added.
                if (notices.Count == 0 || !ReferenceEquals(notices[^1], listed))
                {
                    notices.Add(listed);
                }
            }
        }

        foreach (var notices in citing.Values.Where(notices => notices.Count > 1))
        {
            notices.Sort((left, right) => NoticeHead.NewestFirst.Compare(left.Head, right.Head));
        }
    }

    private bool IsOf(PublicNotice notice, string target) =>
        target.Length == rootPath.Length + notice.Head.Route.Path.Length
        && target.StartsWith(rootPath, StringComparison.Ordinal)
        && target.EndsWith(notice.Head.Route.Path, StringComparison.Ordinal);

    private void Index(Site site)
    {
        foreach (var group in Listing.GroupBy(listed => listed.Head.Series.Id))
        {
            bySeries.Add(group.Key, [.. group]);
        }

        var inRubrics = new Dictionary<string, List<ListedNotice>>(StringComparer.Ordinal);
        var atHomes = new Dictionary<string, List<ListedNotice>>(StringComparer.Ordinal);
        foreach (var listed in Listing)
        {
            foreach (var path in PathsOf(listed.Head.Rubrics))
            {
                Add(inRubrics, path, listed);
            }

            if (listed.Head.Rubrics.Length > 0)
            {
                var home = listed.Head.Rubrics[0].SlugPath;
                Add(atHomes, home, listed);
                placeAtHome[listed.Place] = atHomes[home].Count - 1;
            }
        }

        foreach (var (path, notices) in inRubrics)
        {
            byRubric.Add(path, [.. notices]);
        }

        foreach (var (path, notices) in atHomes)
        {
            byHome.Add(path, [.. notices]);
        }

        IndexCitations();

        DataDate = Listing.Select(listed => (DateOnly?)listed.Head.Date)
            .Concat(Notices.Select(notice => notice.Updated))
            .Concat(Pages.Select(page => page.Document.Data.Updated))
            .Concat(Tombstones.Select(tombstone => (DateOnly?)tombstone.Withdrawal.Date))
            .Concat(Council.Bodies.Select(body => body.DataDate))
            .Where(date => date <= site.Today)
            .Max();
    }

    private ImmutableArray<ListedNotice> List()
    {
        var shown = new (NoticeHead Head, SourcePath Source, PublicNotice? Notice)[Notices.Length + Teasers.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = i < Notices.Length
                ? (Notices[i].Head, Notices[i].Source, Notices[i])
                : (Teasers[i - Notices.Length].Head, Teasers[i - Notices.Length].Source, null);
        }

        Array.Sort(shown, (left, right) => NoticeHead.NewestFirst.Compare(left.Head, right.Head) is var order and not 0 ? order : left.Source.CompareTo(right.Source));
        var listing = ImmutableArray.CreateBuilder<ListedNotice>(shown.Length);
        bySource.EnsureCapacity(shown.Length);
        foreach (var (head, source, notice) in shown)
        {
            var listed = new ListedNotice(head, notice is null, notice?.Deadlines ?? []) { Place = listing.Count };
            listing.Add(listed);
            bySource.Add(source, listed);
        }

        return listing.MoveToImmutable();
    }

    private static IEnumerable<string> PathsOf(ImmutableArray<Rubric> rubrics) =>
        rubrics.Length == 1 ? rubrics[0].PathsFromTop : rubrics.SelectMany(rubric => rubric.PathsFromTop).Distinct();

    private static void Add(Dictionary<string, List<ListedNotice>> index, string key, ListedNotice listed)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index.Add(key, list = []);
        }

        list.Add(listed);
    }
}
