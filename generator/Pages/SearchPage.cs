using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>The page that searches; without scripts it leads to the registers.</summary>
public static class SearchPage
{
    /// <summary>What can be filtered by besides series: plain pages and rubrics, as the index names them.</summary>
    private static readonly (string Kind, string Word)[] OtherKinds = [("seiten", "page.searchPages"), ("rubriken", "page.rubrics")];

    /// <summary>The kinds of the council archive, as the index names them; the first one is all of them.</summary>
    private static readonly (string Kind, string Word)[] CouncilKinds =
    [
        ("ratsarchiv", ""), ("ratsarchiv/vorlagen", "council.papers"), ("ratsarchiv/sitzungen", "council.meetings"),
        ("ratsarchiv/gremien", "council.organizations"), ("ratsarchiv/kommunen", "council.municipalities"),
    ];

    /// <summary>Not a filter, but an index of its own.</summary>
    private const string FileKind = "dateien";

    public static Page Plan(PageContext context) => new TemplatePage(Addresses.Search, "search", () => Search(context)) { OnlyBody = default(SourcePath) };

    /// <summary>The form inside of the members' area. It stands in a public page, so it is made of public things only.</summary>
    internal static SearchFormView FormOfArea(PageContext context)
    {
        var words = context.Words;
        var series = context.Site.Configuration.Series.Select(one => new LinkView(one.PluralLabel, Addresses.Fragment(Addresses.Series(one.Id))));
        var form = Form(context);
        return form with
        {
            Kinds = [.. form.Kinds.Where(kind => kind.Value != FileKind), new OptionView(FileKind, words["page.searchFiles"])],
            Years = [],
            Registers =
            [
                new LinkView(words["page.membersHome"], Addresses.Fragment(Route.Home)),
                .. series,
                new LinkView(words["page.rubrics"], Addresses.Fragment(Addresses.Rubrics)),
            ],
            IsInArea = true,
        };
    }

    private static SearchView Search(PageContext context)
    {
        var words = context.Words;
        var title = words["page.search"];
        var head = HeadBuilder.Build(context, new HeadInput(Addresses.Search, default, title, words.Fill("page.searchDescription", ("site", context.Site.Configuration.Title)), []));
        return new SearchView(head, title, Form(context) with { Registers = [.. head.Navigation.Select(entry => new LinkView(entry.Text, entry.Href))] });
    }

    private static SearchFormView Form(PageContext context)
    {
        var (words, site) = (context.Words, context.Site);
        var years = site.Listing.Select(listed => listed.Head.Number.Year).Concat(CouncilYears(site)).Distinct().OrderDescending().Select(year => year.ToString(CultureInfo.InvariantCulture));
        return new SearchFormView(
            [
                .. site.Configuration.Series.Select(series => new OptionView(series.Id, series.PluralLabel)),
                .. site.Council.IsEmpty ? [] : CouncilKinds.Select(kind => new OptionView(kind.Kind, CouncilKindName(words, kind.Word))),
                .. OtherKinds.Select(kind => new OptionView(kind.Kind, words[kind.Word])),
                .. HasFiles(site) ? [new OptionView(FileKind, words["page.searchFiles"])] : Array.Empty<OptionView>(),
            ],
            [.. site.Rubrics.All.Select(rubric => new OptionView(rubric.SlugPath, rubric.DisplayPath))],
            [.. site.Council.Bodies.Select(body => new OptionView("ratsarchiv/" + body.Content.Folder, body.Label))],
            [.. years.Select(year => new OptionView(year, year))],
            [],
            context.Href(Addresses.SearchPieces),
            HasFiles(site) ? context.Href(Addresses.SearchedFiles) : "",
            IsInArea: false);
    }

    private static string CouncilKindName(Words words, string word) => word.Length == 0 ? words["council.title"] : $"{words["council.title"]}: {words[word]}";

    private static IEnumerable<int> CouncilYears(PublicSite site) => site.Council.Bodies
        .SelectMany(body => body.Papers.Select(paper => paper.Day?.Year ?? 0).Concat(body.Meetings.Select(meeting => meeting.Day.Year)))
        .Where(year => year > 0);

    private static bool HasFiles(PublicSite site) => site.Files.All.Count > 0 || site.Council.Bodies.Any(body => body.Files.Any());
}
