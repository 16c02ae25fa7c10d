using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages.Calendars;
using Fachinfo.Pages.Feeds;

namespace Fachinfo.Pages;

/// <summary>The deadlines of all notices: a page of running and past ones, and calendars of everything and of each rubric.</summary>
public static class DeadlinePages
{
    /// <summary>More past ones are split by years.</summary>
    private const int LongestList = 100;

    private const int ReminderDays = 3;

    public static IEnumerable<Page> Plan(PageContext context, DeadlineIndex index)
    {
        var past = index.Past.ToImmutableArray();
        var years = past.Length > LongestList ? past.Select(entry => entry.Deadline.Date.Year).Distinct().ToImmutableArray() : [];
        ImmutableArray<NoticeDeadline> running = [.. index.Running];
        yield return Page(context, new DeadlineList(null, running, [.. past.Take(LongestList)], years, !index.All.IsEmpty));
        foreach (var year in years)
        {
            yield return Page(context, new DeadlineList(
                year,
                [.. running.Where(entry => entry.Deadline.Date.Year == year)],
                [.. past.Where(entry => entry.Deadline.Date.Year == year)],
                years,
                true));
        }

        foreach (var calendar in Calendars(context, index))
        {
            yield return calendar;
        }
    }

    /// <summary>The feed of deadlines: those of the newest notices first. None of it depends on the day.</summary>
    public static FeedGroup? Feed(PageContext context, DeadlineIndex index)
    {
        if (index.All.IsEmpty)
        {
            return null;
        }

        var (words, site) = (context.Words, context.Site.Configuration);
        var items = index.All
            .OrderByDescending(entry => entry.Changed)
            .ThenBy(entry => entry.Head, NoticeHead.NewestFirst)
            .ThenBy(entry => entry.Place)
            .Take(site.FeedItems)
            .Select(entry => new FeedItem<NoticeDeadline>(entry.Head.Date, entry.Changed, entry.Fingerprint, entry, of => Entry(context, of)));
        var name = words["page.deadlines"];
        var feed = new Feed(
            "fristen",
            words.Fill("page.titleSuffix", ("title", name), ("site", site.Title)),
            words.Fill("feed.deadlinesDescription", ("site", site.Title)),
            Addresses.Deadlines,
            Addresses.Deadlines,
            [.. items]);
        return new FeedGroup(name, [new FeedNode(name, feed, [])]);
    }

    /// <param name="Year">None for the page of all.</param>
    /// <param name="HasAny">There is a feed and a calendar.</param>
    private sealed record DeadlineList(int? Year, ImmutableArray<NoticeDeadline> Running, ImmutableArray<NoticeDeadline> Past, ImmutableArray<int> Years, bool HasAny);

    private static TemplatePage Page(PageContext context, DeadlineList list) =>
        new(list.Year is { } year ? Addresses.Year(Addresses.Deadlines, year) : Addresses.Deadlines, "deadlines", () => Deadlines(context, list), SiteLinker.ConfigurationPath)
        {
            OnlyBody = default(SourcePath),
            Inputs = () =>
            {
                var hash = new HashBuilder().Add(list.Running.Length).Add(list.HasAny);
                foreach (var entry in list.Running.Concat(list.Past))
                {
                    hash.Add(entry.Fingerprint);
                }

                return list.Years.Aggregate(hash, (all, one) => all.Add(one)).ToHash();
            },
        };

    private static DeadlinesView Deadlines(PageContext context, DeadlineList list)
    {
        var words = context.Words;
        var name = words["page.deadlines"];
        var title = list.Year is { } year ? words.Fill("page.year", ("title", name), ("year", Text(year))) : words["page.deadlinesTitle"];
        var description = list.Year is { } of
            ? words.Fill("page.deadlinesYearDescription", ("site", context.Site.Configuration.Title), ("year", Text(of)))
            : words.Fill("page.deadlinesDescription", ("site", context.Site.Configuration.Title));
        var route = list.Year is { } one ? Addresses.Year(Addresses.Deadlines, one) : Addresses.Deadlines;
        var head = HeadBuilder.Build(context, new HeadInput(route, Addresses.Deadlines, title, description, list.Year is null ? [] : [(name, Addresses.Deadlines)])
        {
            ShortTitle = list.Year is { } only ? Text(only) : name,
            Feed = list.HasAny ? (name, Addresses.Deadlines) : null,
        });
        return new DeadlinesView(
            head,
            title,
            [.. list.Running.Select(entry => Item(context, entry))],
            [.. list.Past.Select(entry => Item(context, entry))],
            [.. list.Years.Select(other => new PeriodView(Text(other), context.Href(Addresses.Year(Addresses.Deadlines, other)), 0, "", other == list.Year))],
            list.HasAny ? FeedLinks.Box(context, name, Addresses.Deadlines, Addresses.Calendar(Route.Home)) : null);
    }

    private static DeadlineItemView Item(PageContext context, NoticeDeadline entry) =>
        new(ItemViews.Deadline(context, entry.Deadline), entry.Head.NumberedLabel, entry.Head.Title, context.Href(entry.Head.Route));

    private static IEnumerable<Page> Calendars(PageContext context, DeadlineIndex index)
    {
        var words = context.Words;
        var name = words.Fill("page.titleSuffix", ("title", words["page.deadlines"]), ("site", context.Site.Configuration.Title));
        if (index.ForCalendar(index.All) is { IsEmpty: false } all)
        {
            yield return Calendar(context, Addresses.Calendar(Route.Home), name, all);
        }

        var byRubric = index.ByRubric();
        foreach (var rubric in context.Site.Rubrics.All)
        {
            if (index.ForCalendar(byRubric[rubric.SlugPath]) is { IsEmpty: false } own)
            {
                yield return Calendar(context, Addresses.Calendar(Addresses.Rubric(rubric)), words.Fill("page.deadlinesOf", ("title", rubric.DisplayPath), ("site", context.Site.Configuration.Title)), own);
            }
        }
    }

    private static WrittenPage Calendar(PageContext context, Route route, string name, ImmutableArray<NoticeDeadline> deadlines) => new(
        route,
        "calendar",
        () => deadlines.Aggregate(new HashBuilder().Add(name).Add(context.Words.Fingerprint).Add(context.Site.SettingsHash), (hash, entry) => hash.Add(entry.Fingerprint)).ToHash(),
        into => CalendarFormat.Write(name, deadlines.Select(entry => Event(context, entry)), into));

    private static CalendarEvent Event(PageContext context, NoticeDeadline entry)
    {
        var head = entry.Head;
        var address = context.Absolute(head.Route);
        return new CalendarEvent(
            FeedIds.Deadline(context.Site.Configuration, head, entry.Place)["urn:uuid:".Length..],
            entry.Changed,
            entry.Deadline.Date,
            context.Words.Fill("feed.deadlineEvent", ("label", entry.Deadline.Label ?? head.Title)),
            string.Join('\n', head.Title, head.NumberedLabel, address),
            address)
        {
            Categories = [.. head.Rubrics.Select(rubric => rubric.DisplayPath)],
            ReminderDays = ReminderDays,
        };
    }

    private static FeedEntry Entry(PageContext context, NoticeDeadline entry)
    {
        var (head, words) = (entry.Head, context.Words);
        var day = words.Fill("feed.deadline", ("date", words.LongDate(entry.Deadline.Date)));
        var text = entry.Deadline.Label is { } label ? day + " – " + label : day;
        return new FeedEntry(
            FeedIds.Deadline(context.Site.Configuration, head, entry.Place),
            words.Fill("feed.deadlineTitle", ("date", words.ShortDate(entry.Deadline.Date)), ("label", entry.Deadline.Label ?? head.Title)),
            head.Route,
            text,
            into => new XmlText(into).Element("p", text).Element("p", head.Title))
        {
            Identifier = head.NumberedLabel,
            Categories = [.. head.Rubrics.Select(rubric => new FeedCategory(rubric.SlugPath, rubric.DisplayPath))],
            Sources = [.. head.FileReferences.Where(reference => reference.Text.Length > 0).Select(reference => words.Fill("feed.fileReference", ("reference", reference.Text)))],
        };
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
