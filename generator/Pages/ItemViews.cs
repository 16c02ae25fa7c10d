using System.Collections.Immutable;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>Makes the parts that several pages show: lines of listings, deadlines, rubrics, downloads, contacts.</summary>
public static class ItemViews
{
    public const int SummaryLength = 220;

    internal static NoticeItemView Notice(PageContext context, ListedNotice listed)
    {
        var head = listed.Head;
        return new NoticeItemView(
            head.NumberedLabel,
            head.Number.ToString(),
            head.Series.Label,
            context.Date(head.Date),
            head.Title,
            context.Href(head.Route),
            GermanText.Shorten(head.Summary.ToString(), SummaryLength),
            head.Rubrics.IsEmpty ? null : new LinkView(head.Rubrics[0].Title, context.Href(Addresses.Rubric(head.Rubrics[0]))),
            listed.IsTeaser,
            Relevant(listed.Deadlines, context.Site.Today) is { } deadline ? Deadline(context, deadline) : null);
    }

    /// <summary>Hash of everything that <see cref="Notice"/> shows; keep both in step.</summary>
    internal static ContentHash Hash(PageContext context, ListedNotice listed)
    {
        var head = listed.Head;
        var deadline = Relevant(listed.Deadlines, context.Site.Today);
        return new HashBuilder()
            .Add(head.Route.Path)
            .Add(head.Date.DayNumber)
            .Add(head.Title)
            .Add(head.Summary)
            .Add(head.Rubrics.IsEmpty ? null : head.Rubrics[0].SlugPath)
            .Add(listed.IsTeaser)
            .Add(deadline?.Date.DayNumber ?? 0)
            .Add(deadline?.Label)
            .Add(deadline is not null && deadline.Date >= context.Site.Today)
            .ToHash();
    }

    public static IReadOnlyList<NoticeItemView> Notices(PageContext context, IEnumerable<ListedNotice> notices) =>
        [.. notices.Select(context.Item)];

    public static DeadlineView Deadline(PageContext context, Deadline deadline) =>
        new(context.Date(deadline.Date), GermanText.KeepSections(deadline.Label ?? ""), deadline.Date >= context.Site.Today);

    /// <summary>Running deadlines of these notices, the next one first.</summary>
    public static IReadOnlyList<DeadlineItemView> RunningDeadlines(PageContext context, IEnumerable<ListedNotice> notices, int most) =>
    [
        .. notices
            .Where(listed => !listed.Deadlines.IsEmpty)
            .SelectMany(listed => listed.Deadlines.Where(deadline => deadline.Date >= context.Site.Today).Select(deadline => (listed.Head, Deadline: deadline)))
            .OrderBy(entry => entry.Deadline.Date)
            .ThenBy(entry => entry.Head, NoticeHead.NewestFirst)
            .Take(most)
            .Select(entry => new DeadlineItemView(
                Deadline(context, entry.Deadline),
                entry.Head.NumberedLabel,
                entry.Head.Title,
                context.Href(entry.Head.Route))),
    ];

    public static RubricCardView Rubric(PageContext context, Rubric rubric)
    {
        var count = context.Site.InRubric(rubric).Length;
        return new RubricCardView(
            rubric.Title,
            context.Href(Addresses.Rubric(rubric)),
            rubric.Description,
            count,
            context.Words.Fill("page.count", ("count", context.Words.Number(count)), ("noun", context.Words[count == 1 ? "page.notice" : "page.noticePlural"])),
            [.. rubric.Children.Select(child => Rubric(context, child))]);
    }

    public static ContactView Contact(Contact contact) => contact.IsEmpty ? ContactView.None : new(
        IsGiven: true,
        contact.Name ?? "",
        contact.Email ?? "",
        contact.Phone ?? "",
        string.Concat((contact.Phone ?? "").Where(character => char.IsAsciiDigit(character) || character == '+')),
        (contact.Address ?? "").Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public static BodyView Body(PageContext context, LinkedBody body) => new(body.Reference, body.Reference.Hash.ToString(), context.Place(body.Targets));

    /// <summary>The downloads of a page; those that only members can have lead to the same page in the members' area.</summary>
    public static IReadOnlyList<DownloadView> Downloads(PageContext context, IEnumerable<Download> open, IEnumerable<LockedDownload> locked, Route page) =>
    [
        .. open.Select(download => Download(context, download)),
        .. locked.Select(download => new DownloadView(download.Title ?? context.Words["page.locked"], context.MembersHref(page, download.Audience), "", "", "", null, "", IsLocked: true, IsElsewhere: false)),
    ];

    internal static DownloadView Download(PageContext context, Download download)
    {
        var entry = download.Entry;
        var (href, fileHref, meta) = download.File is { } file
            ? (context.Href(file.Page), context.Href(file.Route), FileViews.Meta(context, file.Source, download.SizeInBytes))
            : (entry.Url!.Value.Value, "", context.Words.Fill("page.elsewhere", ("host", new Uri(entry.Url.Value.Value).Host)));
        var date = entry.Updated ?? entry.Date;
        return new DownloadView(
            download.Title,
            href,
            fileHref,
            meta,
            entry.Description ?? "",
            date is { } day ? context.Date(day) : null,
            entry.License ?? "",
            IsLocked: false,
            IsElsewhere: download.File is null);
    }

    /// <summary>Hash of everything that <see cref="Download"/> shows, besides what the document says of it.</summary>
    internal static HashBuilder AddDownload(HashBuilder hash, PageContext context, Download download)
    {
        hash.Add(download.File?.Route.Path).Add(download.File?.Page.Path).Add(download.SizeInBytes);
        return download.File is { } file && context.Files.Find(file.Source) is { } content ? hash.Add(content.Kind.Id).Add(content.PageCount) : hash;
    }

    /// <summary>The next running deadline, else the last one that expired.</summary>
    private static Deadline? Relevant(ImmutableArray<Deadline> deadlines, DateOnly today) =>
        deadlines.Where(deadline => deadline.Date >= today).MinBy(deadline => deadline.Date) ?? deadlines.MaxBy(deadline => deadline.Date);
}
