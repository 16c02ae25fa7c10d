using System.Collections.Immutable;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>A deadline with its notice.</summary>
/// <param name="Place">Which one of the notice it is, from 0.</param>
/// <param name="Changed">The day of the notice's last change.</param>
public sealed record NoticeDeadline(ListedNotice Listed, Deadline Deadline, int Place, DateOnly Changed)
{
    public NoticeHead Head => Listed.Head;

    /// <summary>Gets the hash of what a feed or calendar shows of it; it does not depend on the day.</summary>
    public ContentHash Fingerprint { get; } = new HashBuilder()
        .Add(Listed.Head.Route.Path)
        .Add(Listed.Head.Title)
        .Add(Listed.Head.Date.DayNumber)
        .Add(Deadline.Date.DayNumber)
        .Add(Deadline.Label)
        .Add(Place)
        .Add(Changed.DayNumber)
        .Add(string.Join('|', Listed.Head.Rubrics.Select(rubric => rubric.SlugPath)))
        .Add(string.Join('|', Listed.Head.FileReferences.Select(reference => reference.Text)))
        .ToHash();
}

/// <summary>All public deadlines, the earliest first.</summary>
public sealed class DeadlineIndex
{
    private readonly PageContext context;

    public DeadlineIndex(PageContext context)
    {
        this.context = context;
        var withDeadline = context.Site.Listing.Where(listed => !listed.Deadlines.IsEmpty).ToList();
        var corrected = new Dictionary<Route, DateOnly>();
        foreach (var notice in context.Site.Notices.Where(notice => notice.Updated is not null && !notice.Deadlines.IsEmpty))
        {
            corrected[notice.Head.Route] = notice.Updated!.Value;
        }

        All =
        [
            .. withDeadline
                .SelectMany(listed => listed.Deadlines.Select((deadline, place) => new NoticeDeadline(listed, deadline, place, ChangeOf(listed, corrected))))
                .OrderBy(entry => entry.Deadline.Date)
                .ThenBy(entry => entry.Head, NoticeHead.NewestFirst)
                .ThenBy(entry => entry.Place),
        ];
    }

    public ImmutableArray<NoticeDeadline> All { get; }

    public IEnumerable<NoticeDeadline> Running => All.Where(IsRunning);

    /// <summary>Gets those that are over, the last one first.</summary>
    public IEnumerable<NoticeDeadline> Past => All.Reverse().Where(entry => !IsRunning(entry));

    /// <summary>All of each rubric and of those below it, by slug path, the earliest first.</summary>
    public ILookup<string, NoticeDeadline> ByRubric() => All
        .SelectMany(entry => entry.Head.Rubrics.SelectMany(rubric => rubric.PathsFromTop).Distinct(StringComparer.Ordinal).Select(path => (Path: path, Entry: entry)))
        .ToLookup(pair => pair.Path, pair => pair.Entry, StringComparer.Ordinal);

    /// <summary>What belongs in a calendar: the last year up to the newest change of the site, and everything later.</summary>
    /// <param name="all">The earliest first.</param>
    /// <remarks>The clock has no part in it. Where all are older the last one stays, since a calendar may not be empty.</remarks>
    public ImmutableArray<NoticeDeadline> ForCalendar(IEnumerable<NoticeDeadline> all)
    {
        var first = (context.Site.DataDate ?? DateOnly.MinValue.AddYears(1)).AddYears(-1);
        NoticeDeadline? last = null;
        var recent = ImmutableArray.CreateBuilder<NoticeDeadline>();
        foreach (var entry in all)
        {
            last = entry;
            if (entry.Deadline.Date >= first)
            {
                recent.Add(entry);
            }
        }

        return recent.Count == 0 && last is not null ? [last] : recent.DrainToImmutable();
    }

    private bool IsRunning(NoticeDeadline entry) => entry.Deadline.Date >= context.Site.Today;

    private static DateOnly ChangeOf(ListedNotice listed, Dictionary<Route, DateOnly> corrected) =>
        corrected.TryGetValue(listed.Head.Route, out var day) && day > listed.Head.Date ? day : listed.Head.Date;
}
