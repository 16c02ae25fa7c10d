using System.Buffers;
using System.Collections.Immutable;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Pages.Feeds;

namespace Fachinfo.Pages.Council;

/// <summary>Feeds of the archive: each municipality, each organization with papers, each type of paper. Withdrawals stand in that of the municipality.</summary>
public sealed class CouncilFeeds
{
    private readonly PageContext context;
    private readonly Func<BodyReference, RentedBytes> readBody;
    private readonly Dictionary<Paper, FeedItem> items = [];

    public CouncilFeeds(PageContext context, Func<BodyReference, RentedBytes> readBody)
    {
        this.context = context;
        this.readBody = readBody;
    }

    /// <summary>The feeds under one heading; none without an archive.</summary>
    public ImmutableArray<FeedGroup> Groups() => context.Site.Council.IsEmpty
        ? []
        : [new FeedGroup(context.Words["council.title"], [.. context.Site.Council.Bodies.Select(BodyNode)])];

    /// <summary>The newest papers under each first-level number of the file plan.</summary>
    public IEnumerable<(string PlanNumber, FeedItem Item)> ByPlanNumber() => FileReferenceTree.PapersOf(context.Site.Council)
        .SelectMany(paper => paper.FileReferences.Where(reference => reference.IsParsed).Select(reference => reference.MainGroup).Distinct().Select(number => (Number: number, Paper: paper)))
        .GroupBy(pair => pair.Number, pair => pair.Paper, StringComparer.Ordinal)
        .SelectMany(group => ItemsOf(group).Select(item => (group.Key, item)));

    private FeedNode BodyNode(Body body)
    {
        var withdrawn = body.Tombstones.Select(OfTombstone);
        var organizations = body.Organizations.Where(organization => body.PapersOf(organization).Any())
            .Select(organization => Node(body, organization.Label, "gremium/" + organization.Entry.Slug, organization.Route, organization.Route, ItemsOf(body.PapersOf(organization))));
        var types = body.Papers.Where(paper => paper.Content.PaperType is not null)
            .GroupBy(paper => Slug.Of(paper.Content.PaperType!), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .OrderBy(group => group.First().Content.PaperType!, GermanCollation.Instance)
            .Select(group => Node(body, group.First().Content.PaperType!, "art/" + group.Key, Addresses.CouncilPaperType(body.Content.Folder, group.Key), body.Route, ItemsOf(group)));
        var node = Node(body, body.Label, "", body.Route, body.Route, withdrawn.Concat(ItemsOf(body.Papers)));
        return node with { Children = [.. organizations.Concat(types)] };
    }

    private FeedNode Node(Body body, string name, string key, Route folder, Route page, IEnumerable<FeedItem> all)
    {
        var title = context.Words.Fill("council.bodyTitle", ("body", body.Label));
        title = key.Length == 0 ? title : context.Words.Fill("council.labelledTitle", ("label", title), ("title", name));
        var feed = new Feed(
            $"ratsarchiv/{body.Content.Folder}/{key}",
            context.Words.Fill("page.titleSuffix", ("title", title), ("site", context.Site.Configuration.Title)),
            context.Words.Fill("council.feedDescription", ("title", title)),
            folder,
            page,
            [.. all.OrderByDescending(item => item.Updated).Take(context.Site.Configuration.FeedItems)]);
        return new FeedNode(name, feed, []);
    }

    /// <summary>Papers of which no day is known have no place in a feed. They come newest first, so the first ones are enough.</summary>
    private IEnumerable<FeedItem> ItemsOf(IEnumerable<Paper> papers) => papers
        .Where(paper => paper.Day is not null)
        .OrderByDescending(UpdatedOf)
        .Take(context.Site.Configuration.FeedItems)
        .Select(paper =>
        {
            if (!items.TryGetValue(paper, out var item))
            {
                items.Add(paper, item = OfPaper(paper));
            }

            return item;
        });

    private FeedItem<Paper> OfPaper(Paper paper)
    {
        var hash = CouncilParts.AddFiles(CouncilParts.AddPaper(new HashBuilder().Add(paper.Document.Body.Hash), paper), paper.Files);
        foreach (var target in paper.Text.Targets)
        {
            hash.Add(target);
        }

        foreach (var consultation in paper.Consultations)
        {
            hash.Add(consultation.Organization.Entry.Name.Value).Add(consultation.Day?.DayNumber ?? 0).Add(consultation.Result);
        }

        return new FeedItem<Paper>(paper.Day!.Value, UpdatedOf(paper), hash.ToHash(), paper, Describe);
    }

    private FeedEntry Describe(Paper paper) => new(
        FeedIds.Council(context.Site.Configuration, paper.Body.Content.Folder, "paper/" + paper.Slug),
        paper.Content.Title.Value,
        paper.Route,
        paper.Label,
        into => WriteContent(paper, into))
    {
        Identifier = paper.Label,
        Sources = [.. paper.FileReferences.Where(reference => reference.Text.Length > 0).Select(reference => context.Words.Fill("feed.fileReference", ("reference", reference.Text)))],
        Categories = [.. paper.Consultations.Select(one => one.Organization).Distinct().Select(organization => new FeedCategory($"{paper.Body.Content.Folder}/{organization.Entry.Slug}", organization.Entry.Name.Value))],
    };

    private static DateOnly UpdatedOf(Paper paper) =>
        paper.Content.Record.Modified is { } modified && DateOnly.FromDateTime(modified) is var day && day > paper.Day ? day : paper.Day ?? DateOnly.MinValue;

    private FeedItem<CouncilTombstone> OfTombstone(CouncilTombstone tombstone)
    {
        var day = tombstone.Withdrawal.Date;
        return new FeedItem<CouncilTombstone>(day, day, new HashBuilder().Add(TextOf(tombstone)).Add(tombstone.Route.Path).ToHash(), tombstone, Describe);
    }

    private FeedEntry Describe(CouncilTombstone tombstone)
    {
        var (label, text) = (CouncilPages.LabelOf(context, tombstone), TextOf(tombstone));
        return new FeedEntry(
            FeedIds.Council(context.Site.Configuration, tombstone.Body.Content.Folder, tombstone.Kind + "/" + tombstone.Key + " withdrawn"),
            context.Words.Fill("page.withdrawnTitle", ("label", label)),
            tombstone.Route,
            text,
            into => new XmlText(into).Element("p", text))
        {
            Identifier = label,
        };
    }

    private string TextOf(CouncilTombstone tombstone)
    {
        var sentence = context.Words.Fill("feed.withdrawnText", ("label", CouncilPages.LabelOf(context, tombstone)), ("date", context.Words.LongDate(tombstone.Withdrawal.Date)));
        return tombstone.Withdrawal.Reason is { } reason ? context.Words.Fill("feed.withdrawnReason", ("sentence", sentence), ("reason", reason)) : sentence;
    }

    private void WriteContent(Paper paper, IBufferWriter<byte> into)
    {
        var html = new XmlText(into);
        html.Element("p", paper.Label);
        if (!paper.Text.Reference.IsEmpty)
        {
            var page = new AbsolutePage(context.Site.Configuration.Origin, context.Absolute(paper.Route));
            using var body = readBody(paper.Text.Reference);
            BodyFiller.FillAbsolute(body.Span, paper.Text.Targets, context.Words, page, into);
        }

        foreach (var consultation in paper.Consultations)
        {
            var parts = new[] { consultation.Organization.Entry.Name.Value, consultation.Day is { } day ? context.Date(day).Short : "", consultation.Entry.Role ?? "", consultation.Result ?? "" };
            html.Element("p", string.Join(", ", parts.Where(part => part.Length > 0)));
        }

        foreach (var file in paper.Files)
        {
            html.Raw("<p><a href=\""u8).Value(context.Absolute(file.Route)).Raw("\">"u8).Value(file.Label).Raw("</a> ("u8).Value(CouncilParts.Meta(context, file)).Raw(")</p>\n"u8);
        }
    }
}
