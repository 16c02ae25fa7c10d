using System.Collections.Immutable;
using System.Text.Json;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages.Council;

namespace Fachinfo.Pages;

/// <summary>The page of each notice, of each teaser, and of each notice that was withdrawn.</summary>
public static class NoticePages
{
    /// <summary>The template of a notice.</summary>
    public const string Template = "notice";

    public static IEnumerable<Page> Plan(PageContext context)
    {
        foreach (var notice in context.Site.Notices)
        {
            yield return new TemplatePage(notice.Head.Route, Template, new NoticeSource(context, notice), notice.Source) { OnlyBody = notice.Source };
        }

        foreach (var teaser in context.Site.Teasers)
        {
            yield return new TemplatePage(teaser.Head.Route, "teaser", () => Teaser(context, teaser), teaser.Source) { OnlyBody = default(SourcePath) };
        }

        foreach (var tombstone in context.Site.Tombstones)
        {
            yield return new TemplatePage(tombstone.Route, "tombstone", () => Tombstone(context, tombstone), tombstone.Source) { OnlyBody = default(SourcePath) };
        }
    }

    private sealed class NoticeSource(PageContext context, PublicNotice notice) : IPageSource
    {
        public bool HasInputs => true;

        public object MakeModel() => Notice(context, notice);

        public ContentHash HashInputs() => Inputs(context, notice);

        public BodyView MakeBody() => ItemViews.Body(context, notice.Body);
    }

    /// <summary>Everything that the page of a notice is made of, besides what all pages share.</summary>
    private static ContentHash Inputs(PageContext context, PublicNotice notice)
    {
        var hash = new HashBuilder().Add(notice.Body.Reference.Hash).Add(context.ItemHash(context.Site.BySource(notice.Source)));
        foreach (var target in context.Place(notice.Body.Targets))
        {
            hash.Add(target);
        }

        foreach (var download in notice.Downloads)
        {
            ItemViews.AddDownload(hash, context, download);
        }

        hash.Add(notice.LockedDownloads.Length);
        foreach (var locked in notice.LockedDownloads)
        {
            hash.Add(locked.Title).Add(locked.Audience);
        }

        foreach (var deadline in notice.Deadlines)
        {
            hash.Add(deadline.Date >= context.Site.Today);
        }

        var (previous, next) = context.Site.Neighbours(context.Site.BySource(notice.Source)!);
        hash.Add(context.ItemHash(previous)).Add(context.ItemHash(next));
        hash.Add(context.Hash(context.Site.Related.For(notice)));
        var citedBy = context.Site.CitedBy(notice.Head);
        hash.Add(citedBy.Count);
        foreach (var citing in citedBy)
        {
            hash.Add(context.ItemHash(citing));
        }

        foreach (var paper in context.Site.Council.PapersOf(notice.Source))
        {
            CouncilParts.AddPaper(hash, paper);
        }

        return hash.ToHash();
    }

    private static NoticeView Notice(PageContext context, PublicNotice notice)
    {
        var head = notice.Head;
        var (previous, next) = context.Site.Neighbours(context.Site.BySource(notice.Source)!);
        var words = context.Words;
        var label = head.NumberedLabel;
        var work = CitedWork.Of(context, head);
        var hasDownloads = !notice.Downloads.IsEmpty || !notice.LockedDownloads.IsEmpty;
        return new NoticeView(
            Head(context, head, label, Description(context, head, label), notice.Updated),
            Kicker(context, head),
            [new LinkView(head.Series.PluralLabel, context.Href(Addresses.Series(head.Series.Id)))],
            Rubrics(context, head.Rubrics),
            Headline(context, label, head.Date),
            label,
            context.Date(head.Date),
            head.Title,
            [.. notice.Deadlines.OrderBy(deadline => deadline.Date).Select(deadline => ItemViews.Deadline(context, deadline))],
            ItemViews.Body(context, notice.Body),
            hasDownloads ? ItemViews.Downloads(context, notice.Downloads, notice.LockedDownloads, head.Route) : [],
            hasDownloads ? FileArchive.Link(context, head.Route, notice.Downloads) : null,
            ItemViews.Contact(notice.Contact),
            FileReferencePages.Links(context, head.FileReferences),
            notice.Updated is { } updated ? context.Date(updated) : null,
            words.Fill("page.citation", ("citation", head.Series.Citation), ("number", head.Number.ToString()), ("date", context.Date(head.Date).Short)),
            CitationText.BibTex(context, work),
            CitationText.Ris(context, work),
            CitedBy(context, head),
            previous is null ? null : context.Item(previous),
            next is null ? null : context.Item(next),
            ItemViews.Notices(context, context.Site.Related.For(notice)),
            [.. context.Site.Council.PapersOf(notice.Source).Select(paper => CouncilParts.Paper(context, paper))]);
    }

    private static TeaserView Teaser(PageContext context, Teaser teaser)
    {
        var head = teaser.Head;
        var (previous, next) = context.Site.Neighbours(context.Site.BySource(teaser.Source)!);
        var label = head.NumberedLabel;
        var description = context.Words.Fill("page.teaserDescription", ("label", label), ("date", context.Date(head.Date).Short), ("title", head.Title));
        return new TeaserView(
            Head(context, head, label, description, null),
            Kicker(context, head),
            Rubrics(context, head.Rubrics),
            Headline(context, label, head.Date),
            label,
            context.Date(head.Date),
            head.Title,
            head.Summary.ToString(),
            context.MembersHref(head.Route, teaser.Audience),
            FileReferencePages.Links(context, head.FileReferences),
            CitedBy(context, head),
            previous is null ? null : context.Item(previous),
            next is null ? null : context.Item(next));
    }

    private static TombstoneView Tombstone(PageContext context, Tombstone tombstone)
    {
        var words = context.Words;
        var label = tombstone.Series.Label + " " + tombstone.Number;
        var series = Addresses.Series(tombstone.Series.Id);
        var head = HeadBuilder.Build(context, new HeadInput(
            tombstone.Route,
            series,
            words.Fill("page.withdrawnTitle", ("label", label)),
            words.Fill("page.withdrawnDescription", ("label", label), ("date", words.ShortDate(tombstone.Withdrawal.Date))),
            [(tombstone.Series.PluralLabel, series)])
        {
            IsIndexed = false,
        });
        return new TombstoneView(
            head,
            Headline(context, label, tombstone.Date),
            label,
            context.Date(tombstone.Withdrawal.Date),
            tombstone.Withdrawal.Reason ?? "",
            new LinkView(tombstone.Series.PluralLabel, context.Href(series)));
    }

    private static HeadView Head(PageContext context, NoticeHead head, string label, string description, DateOnly? updated)
    {
        var words = context.Words;
        var series = Addresses.Series(head.Series.Id);
        var year = Addresses.Year(series, head.Number.Year);
        var date = PageContext.Iso(head.Date);
        MetaView[] meta =
        [
            new("DC.type", "Text"),
            new("DC.identifier", label),
            new("DC.date", date),
            .. head.FileReferences.Where(reference => reference.Text.Length > 0).Select(reference => new MetaView("DC.source", "Az. " + reference.Text)),
            .. head.Rubrics.Select(rubric => new MetaView("DC.subject", rubric.DisplayPath)),
        ];
        return HeadBuilder.Build(context, new HeadInput(
            head.Route,
            series,
            words.Fill("page.noticeTitle", ("title", head.Title), ("label", label)),
            description,
            [(head.Series.PluralLabel, series), (head.Number.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), year)])
        {
            ShortTitle = label,
            StructuredData = json => WriteArticle(json, context, head, label, description, updated),
            Meta = meta,
            IsArticle = true,
            Feed = head.Rubrics.IsEmpty ? (head.Series.PluralLabel, series) : (head.Rubrics[0].DisplayPath, Addresses.Rubric(head.Rubrics[0])),
        });
    }

    /// <summary>schema.org/Article.</summary>
    private static void WriteArticle(Utf8JsonWriter json, PageContext context, NoticeHead head, string label, string description, DateOnly? updated)
    {
        json.WriteString("@type", "Article");
        json.WriteString("headline", head.Title);
        json.WriteString("description", description);
        json.WriteString("datePublished", PageContext.Iso(head.Date));
        json.WriteString("dateModified", PageContext.Iso(updated ?? head.Date));
        json.WriteString("inLanguage", context.Site.Configuration.Language);
        HeadBuilder.WriteAddress(json, "url", context, head.Route);
        json.WriteString("identifier", label);
        HeadBuilder.WritePublisher(json, context);
        json.WriteStartArray("articleSection");
        foreach (var rubric in head.Rubrics)
        {
            json.WriteStringValue(rubric.DisplayPath);
        }

        json.WriteEndArray();
    }

    private static IReadOnlyList<LinkView> CitedBy(PageContext context, NoticeHead head) =>
        [.. context.Site.CitedBy(head).Select(citing => new LinkView(context.Words.Fill("page.citing", ("label", citing.Head.NumberedLabel), ("title", citing.Head.Title)), context.Href(citing.Head.Route)))];

    private static string Description(PageContext context, NoticeHead head, string label) => context.Words.Fill(
        "page.noticeDescription",
        ("label", label),
        ("date", context.Date(head.Date).Short),
        ("summary", head.Summary.IsEmpty ? head.Title : head.Summary.ToString()));

    private static string Headline(PageContext context, string label, DateOnly date) =>
        context.Words.Fill("page.headline", ("label", label), ("date", context.Date(date).Short));

    private static string Kicker(PageContext context, NoticeHead head) => head.Rubrics.IsEmpty
        ? head.Series.PluralLabel
        : context.Words.Fill("page.kicker", ("series", head.Series.PluralLabel), ("rubric", head.Rubrics[0].DisplayPath));

    private static IReadOnlyList<LinkView> Rubrics(PageContext context, ImmutableArray<Rubric> rubrics) =>
        [.. rubrics.Select(rubric => new LinkView(rubric.DisplayPath, context.Href(Addresses.Rubric(rubric))))];
}
