using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>Plain pages such as the Impressum, and the page for addresses that do not exist.</summary>
public static class PlainPages
{
    private const int FewestHeadingsForContents = 4;

    public static IEnumerable<Page> Plan(PageContext context)
    {
        foreach (var page in context.Site.Pages)
        {
            yield return new TemplatePage(page.Route, "page", () => Plain(context, page), page.Document.Source) { OnlyBody = page.Document.Source, Body = () => ItemViews.Body(context, page.Body) };
        }
    }

    /// <summary>What a host shows to who is not a member, for hosts that take it from a file.</summary>
    public static Page PlanGate(PageContext context) => new TemplatePage(Addresses.Gate, "gate", () => Gate(context));

    public static Page PlanNotFound(PageContext context) => new TemplatePage(Addresses.NotFound, "not-found", () => NotFound(context)) { OnlyBody = default(SourcePath) };

    private static PlainPageView Plain(PageContext context, PlainPage page)
    {
        var data = page.Document.Data;
        var description = data.Summary ?? (!data.Body.FirstParagraph.IsEmpty
            ? data.Body.FirstParagraph.ToString()
            : context.Words.Fill("page.plainDescription", ("title", page.Title), ("site", context.Site.Configuration.Title)));
        var open = page.Downloads.ToLookup(context.Site.IsOpen);
        var headings = data.Headings.Where(heading => heading.Level == 2).ToList();
        return new PlainPageView(
            HeadBuilder.Build(context, new HeadInput(page.Route, default, page.Title, description, Above(context, page))),
            page.Title,
            data.Summary ?? "",
            ItemViews.Body(context, page.Body),
            ItemViews.Downloads(context, open[true], LockedDownload.Neutral(open[false]), page.Route),
            FileArchive.Link(context, page.Route, open[true]),
            ItemViews.Contact(data.Contact),
            data.Updated is { } updated ? context.Date(updated) : null,
            headings.Count < FewestHeadingsForContents ? [] : [.. headings.Select(heading => new LinkView(heading.Text, "#" + heading.Id))]);
    }

    /// <summary>The pages of the folders above, where there are any: <c>/redaktion/</c> for <c>/redaktion/felder/</c>.</summary>
    private static List<(string Text, Route Route)> Above(PageContext context, PlainPage page)
    {
        var segments = page.Route.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var above = new List<(string, Route)>();
        for (var length = 1; length < segments.Length; length++)
        {
            var route = new Route("/" + string.Join('/', segments.Take(length)) + "/");
            if (context.Site.Pages.FirstOrDefault(other => other.Route == route) is { } parent)
            {
                above.Add((parent.Title, route));
            }
        }

        return above;
    }

    private static NotFoundView Gate(PageContext context)
    {
        var title = context.Words["page.gate"];
        var head = HeadBuilder.Build(context, new HeadInput(Addresses.Gate, default, title, context.Words["page.gateDescription"], []) { IsIndexed = false });
        return new NotFoundView(head, title, [new LinkView(context.Words["page.home"], context.Href(Route.Home))]);
    }

    private static NotFoundView NotFound(PageContext context)
    {
        var title = context.Words["page.notFound"];
        var head = HeadBuilder.Build(context, new HeadInput(Addresses.NotFound, default, title, context.Words["page.notFoundDescription"], []) { IsIndexed = false });
        return new NotFoundView(
            head,
            title,
            [new LinkView(context.Words["page.home"], context.Href(Route.Home)), .. head.Navigation.Select(entry => new LinkView(entry.Text, entry.Href))]);
    }
}
