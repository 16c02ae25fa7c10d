using System.Text.Json;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.Council;

/// <summary>The page of each paper: what it is about, where it was consulted with which result, its files.</summary>
internal static class PaperPages
{
    public static IEnumerable<Page> Plan(PageContext context, Body body) => body.Papers.Select(paper => new TemplatePage(paper.Route, "council-paper", () => Paper(context, paper), paper.Source)
    {
        // Where links lead in the members' area depends on what else is there: there the page itself is its fingerprint.
        Inputs = context.Site.IsPublic ? () => Inputs(context, paper) : null,
    });

    /// <summary>Everything that the page is made of, besides what all pages share.</summary>
    private static ContentHash Inputs(PageContext context, Paper paper)
    {
        var hash = CouncilParts.AddFrame(new HashBuilder().Add(paper.Document.Body.Hash).Add(paper.Route.Path), paper.Body);
        foreach (var target in paper.Text.Targets)
        {
            hash.Add(target);
        }

        foreach (var consultation in paper.Consultations)
        {
            hash.Add(consultation.Organization.Label).Add(consultation.Organization.Route.Path).Add(consultation.Day?.DayNumber ?? 0)
                .Add(CouncilParts.IsUpcoming(context, consultation.Day)).Add(consultation.Meeting?.Route.Path)
                .Add(consultation.Item?.Key).Add(consultation.AgendaNumber).Add(consultation.Result);
        }

        foreach (var organization in paper.UnderDirectionOf.Concat(paper.Originators))
        {
            hash.Add(organization.Label).Add(organization.Route.Path);
        }

        hash.Add(paper.HasLockedFiles ? context.MembersHref(paper.Route, Notice.Members) : null).Add(paper.Originators.Length);
        CouncilParts.AddFiles(hash, paper.Files);
        foreach (var related in paper.Related)
        {
            CouncilParts.AddPaper(hash, related);
        }

        foreach (var notice in Notices(context, paper))
        {
            hash.Add(context.ItemHash(notice));
        }

        return hash.ToHash();
    }

    private static PaperView Paper(PageContext context, Paper paper)
    {
        var (content, body, words) = (paper.Content, paper.Body, context.Words);
        return new PaperView(
            Head(context, paper),
            CouncilParts.Frame(context, body),
            words.Fill("council.kicker", ("body", body.Label), ("type", words["council.papers"])),
            Headline(context, paper),
            paper.Label,
            content.Title.Value,
            CouncilParts.Date(context, content.Date),
            content.PaperType ?? "",
            content.Reference?.Value ?? "",
            content.Department ?? "",
            FileReferencePages.Links(context, paper.FileReferences),
            [.. paper.UnderDirectionOf.Select(organization => CouncilParts.Link(context, organization))],
            [.. paper.Originators.Select(organization => CouncilParts.Link(context, organization))],
            [.. paper.Consultations.Select(one => Consultation(context, one))],
            content.Text.HasText ? ItemViews.Body(context, paper.Text) : null,
            CouncilParts.Files(context, paper.Files, paper.HasLockedFiles ? paper.Route : default),
            [.. paper.Related.Select(related => CouncilParts.Paper(context, related))],
            ItemViews.Notices(context, Notices(context, paper)),
            words.Fill("council.citation", ("label", Headline(context, paper)), ("body", body.Content.Name.Value)),
            CitationText.BibTex(context, CitedWork.Of(paper)),
            CitationText.Ris(context, CitedWork.Of(paper)));
    }

    private static IEnumerable<ListedNotice> Notices(PageContext context, Paper paper) =>
        paper.RelatedNotices.Select(context.Site.BySource).OfType<ListedNotice>().OrderBy(listed => listed.Head, NoticeHead.NewestFirst);

    private static ConsultationView Consultation(PageContext context, Consultation consultation)
    {
        var isUpcoming = CouncilParts.IsUpcoming(context, consultation.Day);
        var meeting = consultation.Meeting is { } one ? context.Href(one.Route) : "";
        return new ConsultationView(
            CouncilParts.Link(context, consultation.Organization),
            CouncilParts.Date(context, consultation.Day),
            meeting,
            new LinkView(consultation.AgendaNumber ?? "", consultation is { Meeting: { } held, Item: { } item } ? context.Href(held.Route, CouncilParts.ItemId(item)) : ""),
            consultation.Entry.Role ?? "",
            consultation.Result ?? context.Words[isUpcoming ? "council.planned" : "council.noResult"],
            isUpcoming);
    }

    private static HeadView Head(PageContext context, Paper paper)
    {
        var (body, words) = (paper.Body, context.Words);
        var description = words.Fill(
            "council.paperDescription",
            ("label", Headline(context, paper)),
            ("body", body.Content.Name.Value),
            ("title", paper.Content.Title.Value));
        MetaView[] meta =
        [
            new("DC.type", "Text"),
            new("DC.identifier", paper.Label),
            new("DC.publisher", body.Content.Name.Value),
            .. paper.Day is { } day ? [new MetaView("DC.date", PageContext.Iso(day))] : Array.Empty<MetaView>(),
            .. paper.FileReferences.Where(reference => reference.Text.Length > 0).Select(reference => new MetaView("DC.source", "Az. " + reference.Text)),
        ];
        return HeadBuilder.Build(context, new HeadInput(
            paper.Route,
            Addresses.Council,
            words.Fill("council.paperTitle", ("title", paper.Content.Title.Value), ("label", paper.Label), ("body", body.Label)),
            description,
            CouncilYearPages.Above(context, body, paper.Day))
        {
            ShortTitle = paper.Label,
            Feed = CouncilParts.Feed(context, body),
            Meta = meta,
            IsArticle = true,
            StructuredData = json => Write(json, context, paper, description),
        });
    }

    /// <summary>schema.org/Report: a paper of a public body.</summary>
    private static void Write(Utf8JsonWriter json, PageContext context, Paper paper, string description)
    {
        json.WriteString("@type", "Report");
        json.WriteString("name", paper.Content.Title.Value);
        json.WriteString("description", description);
        json.WriteString("reportNumber", paper.Reference);
        if (paper.Day is { } day)
        {
            json.WriteString("datePublished", PageContext.Iso(day));
        }

        json.WriteString("inLanguage", context.Site.Configuration.Language);
        HeadBuilder.WriteAddress(json, "url", context, paper.Route);
        json.WriteStartObject("author");
        json.WriteString("@type", "GovernmentOrganization");
        json.WriteString("name", paper.Body.Content.Name.Value);
        json.WriteEndObject();
    }

    private static string Headline(PageContext context, Paper paper) => paper.Content.Date is { } date
        ? context.Words.Fill("page.headline", ("label", paper.Label), ("date", context.Date(date).Short))
        : paper.Label;
}
