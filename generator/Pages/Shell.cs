using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>What all pages share: the site's name, its publisher, and the links of the footer.</summary>
public static class Shell
{
    public static ShellView Build(PageContext context)
    {
        var site = context.Site.Configuration;
        var topPages = context.Site.Pages.Where(page => page.Route.Path.Count(character => character == '/') == 2).ToList();
        var legal = Addresses.LegalPages.Select(one => topPages.FirstOrDefault(page => page.Route.Path == $"/{one.Slug}/")).OfType<PlainPage>().ToList();
        var others = topPages.Except(legal).OrderBy(page => page.Title, GermanCollation.Instance);
        return new ShellView(
            site.Language,
            site.Title,
            site.Description,
            site.RootPath,
            context.Href(Route.Home),
            context.Href(Addresses.Rubrics),
            context.Site.HasMembersArea ? context.Href(Addresses.Members) : "",
            context.Href(Addresses.Search),
            ItemViews.Contact(site.Publisher),
            [
                .. others.Concat(legal).Select(page => new LinkView(page.Title, context.Href(page.Route))),
                .. ReportPages.Exists(site) ? new[] { new LinkView(context.Words["report.title"], context.Href(Addresses.Report)) } : [],
            ],
            [.. site.Series.Select(series => new LinkView(series.PluralLabel, context.Href(Addresses.Series(series.Id))))],
            context.Href(Addresses.Feeds),
            context.Href(Addresses.Deadlines),
            "fachinfo",
            IsFragment: false,
            context.Site.SettingsHash.ToString());
    }
}
