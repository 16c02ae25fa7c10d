using System.Collections.Immutable;
using Fachinfo.Analyzers;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Extraction;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Pages;
using Fachinfo.Pages.Council;
using Fachinfo.Pages.Feeds;
using Fachinfo.Pages.OParl;
using Fachinfo.Reading;
using Fachinfo.Reading.Council;
using Fachinfo.Searching;
using Fachinfo.Theming;

namespace Fachinfo.Pipelines;

/// <summary>The closed list of what is read and which pages are made. A new kind of page is one file, one line here, one template.</summary>
public static class SiteDefinition
{
    private const string CouncilFolder = "ratsarchiv/";

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Reserved =
        Addresses.Reserved.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Outside programs that a build uses where they are installed.</summary>
    public static readonly ImmutableArray<string> Programs = ["pdfinfo", "pdftotext", "pdftoppm", "prlimit"];

    /// <summary>What is read. The first pipeline that takes a file processes it.</summary>
    public static readonly ImmutableArray<Pipeline> Pipelines =
    [
        new Pipeline<SiteConfiguration>("site", path => path.Value == "site.yml", SiteConfigurationReader.Read),
        new Pipeline<RubricTreeContent>("rubrics", path => path.Value == "rubriken.yml", RubricTreeReader.Read),
        new Pipeline<FilePlan>("file-plan", path => path.Value == "aktenplan.yml", FilePlanReader.Read),
        new Pipeline<MemberRoster>("members", path => path.Value == MemberRoster.FileName, MemberRosterReader.Read) { IsMembersOnly = _ => true },
        new Pipeline<PublishedAddresses>("addresses", path => path.Value == ".addresses", PublishedAddressesReader.Read),
        new Pipeline<PlainPageContent>("pages", path => IsMarkdownIn(path, "seiten/"), PlainPageReader.ReadPage, PlainPageFormat.Pages) { IsMembersOnly = MembersText.IsIn },
        new Pipeline<RubricIntroductionContent>("introductions", IsIntroduction, PlainPageReader.ReadIntroduction, PlainPageFormat.Introductions) { IsMembersOnly = introduction => MembersText.IsIn(introduction.Page) },
        new Pipeline<BodyContent>("council-bodies", path => IsInBody(path, "kommune.yml"), BodyReader.Read),
        new Pipeline<OrganizationsContent>("council-organizations", path => IsInBody(path, "gremien.yml"), OrganizationsReader.Read),
        new Pipeline<PersonsContent>("council-persons", path => IsInBody(path, "personen.yml"), OrganizationsReader.ReadPersons),
        new Pipeline<PaperContent>("council-papers", path => IsCouncilText(path, "vorlagen"), PaperReader.Read, PaperFormat.Instance) { IsMembersOnly = MembersText.IsIn },
        new Pipeline<MeetingContent>("council-meetings", path => IsCouncilText(path, "sitzungen"), MeetingReader.Read, MeetingFormat.Instance) { IsMembersOnly = MembersText.IsIn },
        new Pipeline<OParlStateContent>("council-state", path => IsInBody(path, OParlState.FileName), OParlStateReader.Read, OParlStateReader.Format),
        new Pipeline<CouncilText>("council-texts", IsExtractedText, CouncilTextReader.Read, MeetingFormat.Text) { IsMembersOnly = _ => true }, // Only the paper says for whom.
        new Pipeline<NoticeContent>("notices", IsNotice, NoticeReader.Read, NoticeFormat.Instance) { IsMembersOnly = MembersText.IsIn },
    ];

    /// <summary>Which pages are made, kind by kind, in the order in which a collision of addresses is told.</summary>
    private static readonly ImmutableArray<Func<LinkedSite, IEnumerable<Page>>> Kinds =
    [
        site => [HomePage.Plan(site.Context)],
        site => SeriesPages.Plan(site.Context),
        site => NoticePages.Plan(site.Context),
        site => RubricPages.Plan(site.Context),
        site => CouncilPages.Plan(site.Context),
        site => FileReferencePages.Plan(site.Context),
        site => OParlPages.Plan(site.Context),
        site => PlainPages.Plan(site.Context),
        site => [PlainPages.PlanNotFound(site.Context)],
        site => [SearchPage.Plan(site.Context)],
        site => Aliases.Plan(site.Context),
        site => DeadlinePages.Plan(site.Context, site.Deadlines.Value),
        Feeds,
        site => FilePages.Plan(site.PublicSite),
        site => DownloadPages.Plan(site.Context),
        site => DownloadLists.Plan(site.Context),
        site => ReportPages.Plan(site.Context),
        site => site.Assets.Pages,
    ];

    /// <summary>Plans all pages. The kinds do not know each other, so the registers of one are made beside those of another.</summary>
    public static IEnumerable<Page> Plan(LinkedSite site)
    {
        var planned = new Page[Kinds.Length][];
        ParallelRanges.Run(Kinds.Length, site.Input.Options.Threads, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                planned[i] = [.. Kinds[i](site)];
            }
        });
        Page[] pages = [.. planned.SelectMany(kind => kind)];
        return pages.Concat(HostingFiles.Plan(site.Context, pages)).Concat(MembersArea.Plan(site, pages));
    }

    /// <summary>The files of the search index. They take as long as all other pages together, and need none of them.</summary>
    private static IEnumerable<Page> PlanSearch(LinkedSite site) =>
    [
        .. SearchIndex.Plan(site.Searched.Value, site.Input.Results, site.Input.Options, site.Stored.Value),
        .. SearchIndex.Plan(FileDocuments.Of(site.PublicSite, site.Input.ReadBody), site.Input.Results, site.Input.Options),
    ];

    private static IEnumerable<Page> Feeds(LinkedSite site)
    {
        var context = site.Context;
        var items = new NoticeFeedItems(context, site.Input.ReadBody).All();
        var council = new CouncilFeeds(context, site.Input.ReadBody);
        var groups = FeedTree.Build(context, items, council.ByPlanNumber()).AddRange(council.Groups());
        groups = DeadlinePages.Feed(context, site.Deadlines.Value) is { } ofDeadlines ? groups.Add(ofDeadlines) : groups;
        var styleSheet = site.Assets.Find("feed.css") is { } route ? context.Href(route) : "";
        return FeedPages.Plan(context, new FeedRenderer(context, styleSheet), groups);
    }

    /// <summary>Whether a result says something of a single file, good for whatever site has it, and not of this build.</summary>
    /// <param name="name">As <see cref="IResultStore"/> has it.</param>
    public static bool IsOfOneFile(string name) => name is not (RelatedNotices.ResultName or ThemePolicy.ResultName) && !name.Contains(SearchIndex.ResultFolder, StringComparison.Ordinal);

    /// <summary>The engine's definition: the steps after reading, wired.</summary>
    /// <remarks>It keeps compiled templates for further builds.</remarks>
    public static EngineDefinition<LinkedSite> Create()
    {
        var templates = new TemplateCache();
        return new EngineDefinition<LinkedSite>(
            Pipelines,
            input => Link(input, templates),
            Plan,
            (site, pages) => PlanChecks.Run(site.Site, site.PublicSite, pages, site.Input.ReadBody),
            site => site.Theme.RendererFor(Shell.Build(site.Context)))
        {
            PlanLate = PlanSearch,
            PartOf = ThemeSource.PartOf,
            Watch = LeakSources.WatchFor,
        };
    }

    /// <summary>Links the documents, which takes one core; beside it loads the theme and reads what the cache has of the search.</summary>
    private static Linked<LinkedSite> Link(LinkInput input, TemplateCache templates)
    {
        // The linked site has of notices what pages show, and there is no room for the rest of a hundred thousand.
        var later = input with { Documents = [.. input.Documents.Where(document => document is not Document<NoticeContent>)] };
        Linked<Site>? linked = null;
        PublicSite? publicSite = null;
        LoadedTheme? theme = null;
        var stored = new Lazy<StoredSearch>(() => StoredSearch.Read(PublicDocuments.Name, isMembersOnly: false, later.Results, later.Options));
        Parallel.Invoke(
            () =>
            {
                linked = Extract(SiteLinker.Link(input), later);
                publicSite = linked.Site is null ? null : PublicSite.From(linked.Site);
                publicSite?.Related.Remember(later.Results, later.Options);
            },
            () => theme = SiteLinker.ConfigurationOf(input) is { } configuration ? LoadedTheme.Load(later, configuration, templates) : null,
            () => _ = later.KeepsLatePages ? null : stored.Value);
        if (linked!.Site is null || theme is null)
        {
            return new Linked<LinkedSite>(null, linked.Findings);
        }

        return new Linked<LinkedSite>(
            Wire(linked.Site, publicSite!, theme, stored, later),
            [.. linked.Findings, .. theme.Findings, .. MembersArea.Check(linked.Site, publicSite!, input.Options)]);
    }

    private static LinkedSite Wire(Site site, PublicSite publicSite, LoadedTheme theme, Lazy<StoredSearch> stored, LinkInput input) => new(site, publicSite, new PageContext(publicSite, theme.Words), theme.Theme, theme.Assets)
    {
        Input = input,
        Searched = new(() => PublicDocuments.Of(publicSite, input.ReadBody)),
        Stored = stored,
    };

    /// <summary>Reads what the files say that the site offers for download.</summary>
    private static Linked<Site> Extract(Linked<Site> linked, LinkInput input)
    {
        if (linked.Site is not { } site)
        {
            return linked;
        }

        var (files, findings) = FileExtraction.Run(input, AttachedFiles.Of(site));
        return new Linked<Site>(site with { Files = files }, [.. linked.Findings, .. findings]);
    }

    private static bool IsMarkdownIn(SourcePath path, string folder) =>
        path.Value.StartsWith(folder, StringComparison.Ordinal) && path.Extension == ".md" && !path.IsReadme;

    private static bool IsIntroduction(SourcePath path) => path.Value.EndsWith("/index.md", StringComparison.Ordinal) && IsMarkdownIn(path, "fachinformationen/");

    /// <summary>A file directly in the folder of a municipality: <c>ratsarchiv/juelich/kommune.yml</c>.</summary>
    private static bool IsInBody(SourcePath path, string fileName) =>
        path.Value.StartsWith(CouncilFolder, StringComparison.Ordinal) && path.Value.EndsWith(fileName, StringComparison.Ordinal) && path.FileName == fileName && path.Value.AsSpan().Count('/') == 2;

    /// <summary>A Markdown file below <c>ratsarchiv/juelich/vorlagen/</c>.</summary>
    private static bool IsCouncilText(SourcePath path, string folder) =>
        path.Value.StartsWith(CouncilFolder, StringComparison.Ordinal)
        && path.Extension == ".md"
        && !path.IsReadme
        && path.Value.IndexOf('/', CouncilFolder.Length) is var slash and > 0
        && path.Value.AsSpan(slash + 1).StartsWith(folder + "/", StringComparison.Ordinal);

    private static bool IsExtractedText(SourcePath path) =>
        path.Value.StartsWith(CouncilFolder, StringComparison.Ordinal) && path.Value.EndsWith(CouncilTextReader.Ending, StringComparison.Ordinal);

    /// <summary>Every Markdown file in a folder that is not one of the site's own; the link step knows which folders are series.</summary>
    private static bool IsNotice(SourcePath path)
    {
        var slash = path.Value.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && path.Extension == ".md" && !path.IsReadme && !path.IsTheme && !Reserved.Contains(path.Value.AsSpan(0, slash));
    }
}
