using System.Buffers;
using System.Collections.Immutable;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages.Feeds;

/// <summary>Makes feed entries of notices: public ones whole, members' ones as their teaser, withdrawn ones as the fact that they are.</summary>
public sealed class NoticeFeedItems(PageContext context, Func<BodyReference, RentedBytes> readBody)
{
    private readonly SiteConfiguration site = context.Site.Configuration;
    private readonly string origin = context.Site.Configuration.Origin;

    /// <summary>One place in the feeds, and by what it is found.</summary>
    /// <param name="Head"><see langword="null"/> for a withdrawal: it has no rubric and no file reference.</param>
    public sealed record Entry(FeedItem Item, NoticeSeries Series, int Year, NoticeHead? Head);

    /// <summary>All entries by the day of their last change, the newest first; on one day withdrawals first, then as listings have them.</summary>
    public ImmutableArray<Entry> All()
    {
        Func<PublicNotice, FeedEntry> describe = Describe;
        var notices = new Dictionary<Route, PublicNotice>();
        foreach (var notice in context.Site.Notices)
        {
            notices.TryAdd(notice.Head.Route, notice);
        }

        var listed = context.Site.Listing.Select(one => new Entry(
            notices.TryGetValue(one.Head.Route, out var notice) ? OfNotice(notice, describe) : OfTeaser(one),
            one.Head.Series,
            one.Head.Number.Year,
            one.Head));
        var withdrawn = context.Site.Tombstones
            .OrderByDescending(tombstone => tombstone.Number)
            .ThenBy(tombstone => tombstone.Series.Id, StringComparer.Ordinal)
            .Select(tombstone => new Entry(OfWithdrawal(tombstone), tombstone.Series, tombstone.Number.Year, null));
        return [.. withdrawn.Concat(listed).OrderByDescending(entry => entry.Item.Updated)];
    }

    private FeedItem<PublicNotice> OfNotice(PublicNotice notice, Func<PublicNotice, FeedEntry> describe)
    {
        var hash = notice.Body.Reference.Hash;
        if (!notice.Body.Targets.IsEmpty || !notice.Downloads.IsEmpty)
        {
            hash = notice.Downloads.Aggregate(
                notice.Body.Targets.Aggregate(new HashBuilder().Add(hash), (all, target) => all.Add(target)),
                (all, download) => ItemViews.AddDownload(all, context, download)).ToHash();
        }

        var updated = notice.Updated is { } day && day > notice.Head.Date ? day : notice.Head.Date;
        return new FeedItem<PublicNotice>(notice.Head.Date, updated, hash, notice, describe);
    }

    private FeedEntry Describe(PublicNotice notice) => Describe(notice.Head) with { WriteContent = into => WriteContent(notice, into) };

    private FeedItem<NoticeHead> OfTeaser(ListedNotice teaser) => new(teaser.Head.Date, teaser.Head.Date, TeaserHash(teaser.Head), teaser.Head, DescribeTeaser);

    private FeedEntry DescribeTeaser(NoticeHead head) => Describe(head) with
    {
        WriteContent = into =>
        {
            var html = new XmlText(into);
            if (!head.Summary.IsEmpty)
            {
                html.Element("p", head.Summary.ToString());
            }

            html.Element("p", context.Words["feed.members"]);
        },
    };

    /// <summary>Nothing of the members' file itself may enter, not even its hash.</summary>
    private static ContentHash TeaserHash(NoticeHead head)
    {
        var hash = new HashBuilder().Add(head.Title).Add(head.Summary).Add(head.Number.ToString()).Add(head.Series.Id);
        foreach (var rubric in head.Rubrics)
        {
            hash.Add(rubric.SlugPath);
        }

        return head.FileReferences.Aggregate(hash, (all, reference) => all.Add(reference.Text)).ToHash();
    }

    private FeedItem<Tombstone> OfWithdrawal(Tombstone tombstone)
    {
        var (day, reason) = (tombstone.Withdrawal.Date, tombstone.Withdrawal.Reason ?? "");
        var hash = new HashBuilder().Add(tombstone.Series.Id).Add(LabelOf(tombstone)).Add(day.DayNumber).Add(reason).ToHash();
        return new FeedItem<Tombstone>(day, day, hash, tombstone, DescribeWithdrawal);
    }

    private FeedEntry DescribeWithdrawal(Tombstone tombstone)
    {
        var (label, reason) = (LabelOf(tombstone), tombstone.Withdrawal.Reason ?? "");
        var sentence = context.Words.Fill("feed.withdrawnText", ("label", label), ("date", context.Words.LongDate(tombstone.Withdrawal.Date)));
        var text = reason.Length > 0 ? context.Words.Fill("feed.withdrawnReason", ("sentence", sentence), ("reason", reason)) : sentence;
        return new FeedEntry(
            FeedIds.Withdrawal(site, tombstone.Series, tombstone.Number),
            context.Words.Fill("page.withdrawnTitle", ("label", label)),
            tombstone.Route,
            text,
            into => new XmlText(into).Element("p", text))
        {
            Identifier = label,
        };
    }

    private static string LabelOf(Tombstone tombstone) => tombstone.Series.Label + " " + tombstone.Number;

    private FeedEntry Describe(NoticeHead head) => new(FeedIds.Notice(site, head.Series, head.Number), head.Title, head.Route, head.Summary.ToString(), _ => { })
    {
        Identifier = head.NumberedLabel,
        Sources = [.. head.FileReferences.Where(reference => reference.Text.Length > 0).Select(reference => context.Words.Fill("feed.fileReference", ("reference", reference.Text)))],
        Categories = [.. head.Rubrics.Select(rubric => new FeedCategory(rubric.SlugPath, rubric.DisplayPath))],
    };

    private void WriteContent(PublicNotice notice, IBufferWriter<byte> into)
    {
        var html = new XmlText(into);
        foreach (var deadline in notice.Deadlines.OrderBy(deadline => deadline.Date))
        {
            // The day alone: whether it has passed depends on when the entry is read.
            var day = context.Words.Fill("feed.deadline", ("date", context.Words.LongDate(deadline.Date)));
            html.Raw("<p><strong>"u8).Value(day).Raw("</strong>"u8);
            html.Value(deadline.Label is { } label ? " – " + label : "").Raw("</p>\n"u8);
        }

        if (!notice.Body.Reference.IsEmpty)
        {
            var page = new AbsolutePage(origin, context.Absolute(notice.Head.Route));
            using var body = readBody(notice.Body.Reference);
            BodyFiller.FillAbsolute(body.Span, notice.Body.Targets, context.Words, page, into);
        }

        WriteDownloads(notice, html);
        foreach (var reference in notice.Head.FileReferences.Where(reference => reference.Text.Length > 0))
        {
            html.Element("p", context.Words.Fill("feed.fileReference", ("reference", reference.Text)));
        }
    }

    private void WriteDownloads(PublicNotice notice, XmlText html)
    {
        if (notice.Downloads.IsEmpty && notice.LockedDownloads.IsEmpty)
        {
            return;
        }

        html.Element("h2", context.Words["feed.downloads"]).Raw("<ul>\n"u8);
        foreach (var view in ItemViews.Downloads(context, notice.Downloads, notice.LockedDownloads, notice.Head.Route))
        {
            html.Raw("<li>"u8);
            if (!view.IsLocked)
            {
                html.Raw("<a href=\""u8).Value(view.IsElsewhere ? view.Href : origin + view.Href).Raw("\">"u8).Value(view.Title).Raw("</a> ("u8).Value(view.Meta).Raw(")"u8);
            }
            else
            {
                html.Value(view.Title);
            }

            html.Raw("</li>\n"u8);
        }

        html.Raw("</ul>\n"u8);
    }
}
