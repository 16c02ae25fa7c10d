using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Analyzers;

/// <summary>Checks that need every planned address: links from the root, published addresses, pages that the law asks for.</summary>
public static class PlanChecks
{
    public static readonly SourcePath AddressesFile = new(".addresses");

    public static IEnumerable<Diagnostic> Run(Site site, PublicSite publicSite, IReadOnlyDictionary<Route, Page> pages, Func<BodyReference, RentedBytes> readBody) =>
        DeadRootLinks(site, publicSite, pages, readBody)
            .Concat(LostAddresses(site, pages.Values).Select(route => Codes.AddressLost.At(AddressesFile, route)))
            .Concat(MissingLegalPages(pages))
            .Concat(publicSite.Listing.IsEmpty && publicSite.Council.IsEmpty ? [Codes.NothingToPublish.At(SiteLinker.ConfigurationPath)] : []);

    /// <summary>The public addresses of a plan, as <c>.addresses</c> keeps them: pages, documents and what people subscribe to, not the site's own files.</summary>
    public static IEnumerable<Route> PublicAddresses(IEnumerable<Page> pages) => pages
        .Where(page => page is FilePage or TemplatePage { Template: not ("redirect" or "gate" or "not-found") } or WrittenPage { Format: "rss" or "atom" or "json-feed" or "calendar" or "opml" })
        .Select(page => page.Route)
        .Where(route => !route.Path.StartsWith(Addresses.Assets.Path, StringComparison.Ordinal))
        .Where(route => route == Addresses.Members || !route.Path.StartsWith(Addresses.Members.Path, StringComparison.Ordinal))
        .Order();

    /// <summary>Published addresses that a plan neither makes nor redirects.</summary>
    public static IEnumerable<Route> LostAddresses(Site site, IEnumerable<Page> pages) => site.PublishedAddresses.IsEmpty ? [] : site.PublishedAddresses.Except(pages.Select(page => page.Route));

    private static IEnumerable<Diagnostic> DeadRootLinks(Site site, PublicSite publicSite, IReadOnlyDictionary<Route, Page> pages, Func<BodyReference, RentedBytes> readBody)
    {
        var bodies = new Lazy<Dictionary<Route, BodyReference>>(() => BodiesOf(publicSite));
        foreach (var link in site.RootLinks)
        {
            if (!pages.ContainsKey(link.Route))
            {
                yield return link.Absolute is null
                    ? Codes.DeadLink.At(link.Location, link.Route, SuggestRoute(link.Route, site.Configuration.RootPath, pages))
                    : Codes.OwnAddressDead.At(link.Location, link.Absolute, SuggestRoute(link.Route, "", pages));
            }
            else if (link.Fragment.Length > 0 && BodyIds.Of(bodies.Value.GetValueOrDefault(link.Route), readBody) is var ids && !ids.Contains(link.Fragment))
            {
                var hint = NearestName.Suggest(link.Fragment, ids.Headings, "Prüfen Sie die Überschriften der Zielseite.");
                yield return Codes.DeadFragment.At(link.Location, link.Route, link.Fragment, hint);
            }
        }
    }

    private static Dictionary<Route, BodyReference> BodiesOf(PublicSite site)
    {
        var bodies = new Dictionary<Route, BodyReference>();
        foreach (var (route, body) in site.Notices.Select(notice => (notice.Head.Route, notice.Body.Reference))
            .Concat(site.Pages.Select(page => (page.Route, page.Body.Reference)))
            .Concat(site.Introductions.Values.Select(one => (Addresses.Rubric(one.Rubric), one.Body.Reference))))
        {
            bodies.TryAdd(route, body);
        }

        return bodies;
    }

    private static string SuggestRoute(Route route, string rootPath, IReadOnlyDictionary<Route, Page> pages)
    {
        if (rootPath.Length > 0 && route.Path.StartsWith(rootPath + "/", StringComparison.Ordinal))
        {
            return $"Lassen Sie „{rootPath}“ am Anfang weg; der Pfad der baseUrl kommt von selbst davor.";
        }

        var asFolder = new Route(route.Path + "/");
        if (pages.ContainsKey(asFolder))
        {
            return $"Am Ende fehlt der Schrägstrich: {asFolder}.";
        }

        var parent = route.Path.TrimEnd('/');
        parent = parent[..(parent.LastIndexOf('/') + 1)];
        var near = pages.Keys.Select(known => known.Path).Where(path => path.StartsWith(parent, StringComparison.Ordinal));
        return pages.Keys.Select(known => known.Path).FirstOrDefault(path => path.Equals(route.Path, StringComparison.OrdinalIgnoreCase)) is { } other
            ? $"Es heißt „{other}“; Groß- und Kleinschreibung zählt."
            : NearestName.Suggest(route.Path, near, "Prüfen Sie die Adresse, oder verweisen Sie auf die Datei: [Text](../2024/145.md).");
    }

    private static IEnumerable<Diagnostic> MissingLegalPages(IReadOnlyDictionary<Route, Page> pages) => Addresses.LegalPages
        .Where(page => !pages.ContainsKey(new Route($"/{page.Slug}/")))
        .Select(page => Codes.LegalPageMissing.At(SiteLinker.ConfigurationPath, page.Slug, page.Law));
}
