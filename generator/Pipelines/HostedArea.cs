using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages;

namespace Fachinfo.Pipelines;

/// <summary>The members' area in clear below <c>/mitglieder/</c>, for a host that lets members in only, and each other audience into a folder of its own.</summary>
internal static class HostedArea
{
    public static IEnumerable<Page> Plan(LinkedSite site) =>
        site.PublicSite.HasMembersArea ? site.Site.Configuration.Access.Audiences.SelectMany(audience => Plan(site, audience)) : [];

    private static IEnumerable<Page> Plan(LinkedSite site, string audience)
    {
        var places = new MembersPlaces(audience, isSealed: false);
        var context = new PageContext(PublicSite.ForAudience(site.Site, audience), site.Context.Words, places);
        var pages = MembersPages.Plan(context).ToList();
        var attached = MembersPages.Files(site.Site, audience).Select(entry => entry.File).DistinctBy(file => file.Route).ToList();
        pages.ForEach(page => places.Add(page.Route));
        attached.ForEach(file => places.Add(file.Route));
        var renderer = site.Theme.RendererFor(Shell.Build(context));
        return pages.Select(page => page is TemplatePage template ? template with { Renderer = renderer } : page)
            .Select(page => page with { Route = Addresses.BehindGate(page.Route, audience) })
            .Concat(attached.Select(file => new FilePage(Addresses.BehindGate(file.Route, audience), file.Source)));
    }
}
