using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages;
using Fachinfo.Sealing;

namespace Fachinfo.Pipelines;

/// <summary>The members' area as sealed objects: what each audience sees, under its key, and the records that open it.</summary>
internal sealed class SealedArea
{
    private const int CopyBuffer = 1024 * 1024;

    private readonly LinkedSite site;
    private readonly ContentKey key;
    private readonly HashSet<Route> publicRoutes;
    private readonly Dictionary<SourcePath, PlainFile> files;

    private SealedArea(LinkedSite site, ContentKey key, HashSet<Route> publicRoutes, Dictionary<SourcePath, PlainFile> files)
    {
        this.site = site;
        this.key = key;
        this.publicRoutes = publicRoutes;
        this.files = files;
    }

    public static IEnumerable<Page> Plan(LinkedSite site, SiteSecret secret, IEnumerable<Page> publicPages)
    {
        var configuration = site.Site.Configuration;
        var roster = site.Site.Roster ?? MemberRoster.Empty;
        var twins = publicPages.Where(page => page is TemplatePage { Template: not "redirect" }).Select(page => page.Route).ToHashSet();
        var sources = site.Input.Files.ToDictionary(file => file.Source.Path);
        foreach (var audience in configuration.Access.Audiences)
        {
            var area = new SealedArea(site, secret.KeyFor(audience, roster.PeriodOf(audience)), twins, sources);
            foreach (var page in area.Plan())
            {
                yield return page;
            }
        }

        var records = new MemberRecords(secret, roster, configuration.Access.Audiences, ContactOf(configuration));
        var fingerprint = ContentHash.Of(records.Fingerprint);
        for (var first = 0; first < MemberRecords.Files; first++)
        {
            var own = (byte)first;
            yield return new StreamPage(new Route(MemberRecords.AddressOf(own)), "records", fingerprint, stream => stream.Write(records.File(own)));
        }
    }

    private IEnumerable<Page> Plan()
    {
        var places = new MembersPlaces(key.Audience, isSealed: true);
        var audience = PublicSite.ForAudience(site.Site, key.Audience);
        var context = new PageContext(audience, site.Context.Words, places);
        var pages = MembersPages.Plan(context).ToList();
        var attached = MembersPages.Files(site.Site, key.Audience).DistinctBy(entry => entry.File.Route).ToList();
        pages.ForEach(page => places.Add(page.Route));
        attached.ForEach(entry => places.Add(entry.File.Route));
        places.Add(Addresses.Search);
        var renderer = site.Theme.RendererFor(Shell.Build(context) with { IsFragment = true });
        return pages.Select(page => page is StreamPage made ? Seal(made) : (Page)Seal((TemplatePage)page with { Renderer = renderer }))
            .Concat(attached.Select(entry => Seal(entry.File, entry.Title)))
            .Concat(MembersSearch.Plan(site, audience).Select(SealPiece));
    }

    private SealedPage Seal(TemplatePage page)
    {
        var path = page.Route.Path;
        var twin = publicRoutes.Contains(page.Route) ? site.Context.Href(page.Route) : null;
        var type = MembersPages.IsList(page) ? "list" : "page";
        return new SealedPage(new Route(key.AddressOf(path)), page, ContentHash.Of($"{key.Fingerprint}|{path}|{twin}"), (model, html) =>
        {
            var main = FragmentCheck.MainOf(html);
            if (FragmentCheck.FindForbidden(main) is { } forbidden)
            {
                throw new RenderException(Codes.FragmentForbidden.At(page.Origin, path, forbidden));
            }

            return Sealer.SealText(key, path, new SealedHeader(type, MembersPages.TitleOf(model), key.Audience) { PublicTwin = twin }, main);
        });
    }

    private StreamPage Seal(AttachedFile file, string title)
    {
        var source = files[file.Source];
        var body = new SealedBody(source.Source.Length, into =>
        {
            using var stream = site.Input.Open(source.Source);
            stream.CopyTo(into, CopyBuffer);
        });
        return Seal(file.Route, HeaderOf(source.Source.Path.FileName, title), source.Hash, () => body, source.Source.Path);
    }

    /// <summary>An archive, or the picture of a first page: made as it is sealed.</summary>
    private StreamPage Seal(StreamPage made)
    {
        var name = made.Route.Path[(made.Route.Path.LastIndexOf('/') + 1)..];
        return Seal(made.Route, HeaderOf(name, name), made.Fingerprint, () => new SealedBody(made.Length!(), made.Write), made.Origin);
    }

    /// <summary>A piece of the search: small, compressed already, and named after its content, so an unchanged one is not sealed again.</summary>
    private StreamPage SealPiece(StreamPage piece) => Seal(piece.Route, new SealedHeader("index", "", key.Audience) { MediaType = "application/octet-stream" }, piece.Fingerprint, () =>
    {
        using var memory = new MemoryStream();
        piece.Write(memory);
        var bytes = memory.ToArray();
        return new SealedBody(bytes.Length, into => into.Write(bytes));
    }, default);

    private StreamPage Seal(Route route, SealedHeader header, ContentHash content, Func<SealedBody> body, SourcePath origin)
    {
        var fingerprint = ContentHash.Of($"{key.Fingerprint}|{route}|{header.Title}|{header.FileName}|{content}");
        return new StreamPage(new Route(key.AddressOf(route.Path)), "sealed-file", fingerprint, into => Sealer.SealFile(key, route.Path, header, body(), into), origin);
    }

    private SealedHeader HeaderOf(string fileName, string title) => new("file", title, key.Audience)
    {
        FileName = SealedHeader.SafeFileName(fileName),
        MediaType = (FileKind.ByExtension(Path.GetExtension(fileName).ToLowerInvariant()) ?? FileKind.Unknown).MediaType,
    };

    private static string ContactOf(SiteConfiguration configuration) => string.Join(
        ", ",
        new[] { configuration.Publisher.Name ?? configuration.Title, configuration.Publisher.Email, configuration.Publisher.Phone }.OfType<string>());
}
