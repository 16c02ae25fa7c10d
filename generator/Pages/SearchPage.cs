using System.Globalization;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>The page that searches; without scripts it leads to the registers.</summary>
public static class SearchPage
{
    /// <summary>What can be filtered by besides series: plain pages and rubrics, as the index names them.</summary>
    private static readonly (string Kind, string Word)[] OtherKinds = [("seiten", "page.searchPages"), ("rubriken", "page.rubrics")];

    /// <summary>Not a filter, but an index of its own.</summary>
    private const string FileKind = "dateien";

    public static Page Plan(PageContext context) => new TemplatePage(Addresses.Search, "search", () => Search(context));

    private static SearchView Search(PageContext context)
    {
        var words = context.Words;
        var site = context.Site;
        var title = words["page.search"];
        var head = HeadBuilder.Build(context, new HeadInput(Addresses.Search, default, title, words.Fill("page.searchDescription", ("site", site.Configuration.Title)), []));
        var years = site.Listing.Select(listed => listed.Head.Number.Year).Distinct().OrderDescending().Select(year => year.ToString(CultureInfo.InvariantCulture));
        return new SearchView(
            head,
            title,
            [
                .. site.Configuration.Series.Select(series => new OptionView(series.Id, series.PluralLabel)),
                .. site.Council.IsEmpty ? Array.Empty<OptionView>() : [new OptionView("ratsarchiv", words["council.title"])],
                .. OtherKinds.Select(kind => new OptionView(kind.Kind, words[kind.Word])),
                .. HasFiles(site) ? [new OptionView(FileKind, words["page.searchFiles"])] : Array.Empty<OptionView>(),
            ],
            [.. site.Rubrics.All.Select(rubric => new OptionView(rubric.SlugPath, rubric.DisplayPath))],
            [.. years.Select(year => new OptionView(year, year))],
            [.. head.Navigation.Select(entry => new LinkView(entry.Text, entry.Href))],
            context.Href(Addresses.SearchPieces),
            HasFiles(site) ? context.Href(Addresses.SearchedFiles) : "");
    }
    private static bool HasFiles(PublicSite site) =>
        site.Files.All.Values.Any(file => file.HasText) || site.Council.Bodies.Any(body => body.Files.Any(file => !file.Text.IsEmpty));
}
