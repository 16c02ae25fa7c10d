using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>What every page is made from: the public site, the words, and the parts that all pages share.</summary>
public sealed class PageContext
{
    private readonly Dictionary<string, IReadOnlyList<NavigationView>> navigations = new(StringComparer.Ordinal);

    public PageContext(PublicSite site, Words words)
    {
        Site = site;
        Words = words;
        foreach (var section in site.Configuration.Series.Select(series => Addresses.Series(series.Id)).Append(Addresses.Rubrics).Append(Route.Home).Append(default))
        {
            navigations[section.Path ?? ""] = MakeNavigation(section);
        }
    }

    public PublicSite Site { get; }

    public Words Words { get; }

    /// <summary>The address that HTML uses: root-relative, with the path of the base URL in front.</summary>
    public string Href(Route route) => Site.Configuration.RootPath + route.Path;

    /// <summary>The absolute address, for canonical links, feeds and the sitemap.</summary>
    public string Absolute(Route route) => Site.Configuration.BaseUrl + route.Path;

    public IReadOnlyList<NavigationView> NavigationFor(Route section) => navigations[section.Path ?? ""];

    public DateView Date(DateOnly date) => new(Words.LongDate(date), Words.ShortDate(date), Iso(date));

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private NavigationView[] MakeNavigation(Route section)
    {
        var series = Site.Configuration.Series.Select(one => (one.PluralLabel, Route: Addresses.Series(one.Id)));
        return
        [
            .. series.Append((Words["page.rubrics"], Addresses.Rubrics))
                .Select(entry => new NavigationView(entry.Item1, Href(entry.Item2), entry.Item2 == section)),
        ];
    }
}
