using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Pages.Council;

namespace Fachinfo.Pages;

/// <summary>The register of file references: the tree, a page for each prefix, and those that have no place in the tree.</summary>
public static class FileReferencePages
{
    /// <summary>A prefix with more notices and papers shows its newest ones and splits all by years, like any other listing.</summary>
    private const int LongestList = 200;

    private const int Newest = 20;
    private static readonly SourcePath Origin = new("aktenplan.yml");

    public static IEnumerable<Page> Plan(PageContext context)
    {
        var tree = FileReferenceTree.Build(context.Site.FilePlan, context.Site.Listing, context.Site.Council);
        yield return new TemplatePage(Addresses.FileReferences, "references", () => Tree(context, tree), Origin) { Inputs = () => Inputs(tree), OnlyBody = default(SourcePath) };
        if (!tree.Others.IsEmpty)
        {
            yield return new TemplatePage(Addresses.OtherFileReferences, "other-references", () => Others(context, tree), Origin) { OnlyBody = default(SourcePath) };
        }

        foreach (var prefix in tree.All)
        {
            var listing = ToListing(context, prefix);
            yield return new TemplatePage(listing.Route, "reference", () => Prefix(context, prefix, listing), Origin) { Inputs = () => Inputs(context, prefix), OnlyBody = default(SourcePath) };
            foreach (var page in prefix.Count > LongestList ? ListingPages.Plan(context, listing) : [])
            {
                yield return page;
            }
        }
    }

    /// <summary>The number with its label: <c>13.0.70 Engagementstrategien</c>.</summary>
    private static string NameOf(FileReferencePrefix prefix) => prefix.Label is { } label ? prefix.Number + " " + label : prefix.Number;

    private static ContentHash Inputs(FileReferenceTree tree) =>
        tree.All.Aggregate(new HashBuilder().Add(tree.Others.Length), (hash, prefix) => AddCounts(hash, prefix)).ToHash();

    private static HashBuilder AddCounts(HashBuilder hash, FileReferencePrefix prefix) => hash.Add(prefix.Number).Add(prefix.Notices.Length).Add(prefix.Papers.Length);

    private static ContentHash Inputs(PageContext context, FileReferencePrefix prefix)
    {
        var hash = new HashBuilder().Add(prefix.Number).Add(context.Hash(prefix.Notices));
        foreach (var paper in prefix.Papers)
        {
            CouncilParts.AddPaper(hash, paper);
        }

        return prefix.Children.Aggregate(hash, AddCounts).ToHash();
    }

    private static FileReferencesView Tree(PageContext context, FileReferenceTree tree)
    {
        var title = context.Words["page.fileReferences"];
        var others = tree.Others.Length;
        return new FileReferencesView(
            HeadBuilder.Build(context, new HeadInput(
                Addresses.FileReferences,
                Addresses.FileReferences,
                title,
                context.Words.Fill("page.fileReferencesDescription", ("site", context.Site.Configuration.Title)),
                [])),
            title,
            [.. tree.Roots.Select(root => Branch(context, root))],
            others == 0 ? null : new LinkView(context.Words.Fill("page.otherReferencesLink", ("count", context.Words.Number(others))), context.Href(Addresses.OtherFileReferences)));
    }

    private static FileReferenceBranchView Branch(PageContext context, FileReferencePrefix prefix) => new(
        prefix.Number,
        prefix.Label ?? "",
        context.Href(Addresses.FileReference(prefix.Number)),
        Count(context, prefix),
        [.. prefix.Children.Select(child => Branch(context, child))]);

    private static FileReferenceView Prefix(PageContext context, FileReferencePrefix prefix, Listing listing)
    {
        var isLong = prefix.Count > LongestList;
        var count = Count(context, prefix);
        return new FileReferenceView(
            HeadBuilder.Build(context, new HeadInput(
                listing.Route,
                Addresses.FileReferences,
                listing.UniqueTitle,
                context.Words.Fill("page.referenceDescription", ("name", NameOf(prefix)), ("count", count)),
                listing.Breadcrumbs)
            {
                ShortTitle = prefix.Number,
                Feed = listing.Feed,
            }),
            prefix.Number,
            prefix.Label ?? "",
            count,
            [.. prefix.Children.Select(child => Branch(context, child) with { Children = [] })],
            ItemViews.Notices(context, isLong ? prefix.Notices.Take(Newest) : prefix.Notices),
            CouncilParts.PaperItems(context, isLong ? prefix.Papers.Take(Newest).Union(prefix.Papers.Where(paper => paper.Day is null)) : prefix.Papers),
            isLong ? ListingPages.Years(context, listing) : [],
            listing.FeedBox(context));
    }

    private static OtherReferencesView Others(PageContext context, FileReferenceTree tree)
    {
        var title = context.Words["page.otherReferences"];
        return new OtherReferencesView(
            HeadBuilder.Build(context, new HeadInput(
                Addresses.OtherFileReferences,
                Addresses.FileReferences,
                title,
                context.Words["page.otherReferencesDescription"],
                [(context.Words["page.fileReferences"], Addresses.FileReferences)])),
            title,
            [.. tree.Others.Select(other => Other(context, other))]);
    }

    private static OtherReferenceView Other(PageContext context, OtherFileReference other) => other switch
    {
        { Notice: { } listed } => new(other.Text, new LinkView(listed.Head.Title, context.Href(listed.Head.Route)), listed.Head.NumberedLabel),
        { Paper: { } paper } => new(other.Text, new LinkView(paper.Content.Title.Value, context.Href(paper.Route)), LabelOf(paper)),
        _ => throw new InvalidOperationException("A file reference is borne by a notice or a paper."),
    };

    private static string LabelOf(Paper paper) => $"{paper.Label}, {paper.Body.Label}";

    private static Listing ToListing(PageContext context, FileReferencePrefix prefix)
    {
        var name = NameOf(prefix);
        var first = prefix.Number.Split('.')[0];
        var above = FileReferenceTree.PrefixesOf(prefix.Number).SkipLast(1).Select(number => (number, Addresses.FileReference(number)));
        return new Listing(
            Addresses.FileReference(prefix.Number),
            Addresses.FileReferences,
            name,
            context.Words.Fill("page.referenceTitle", ("name", name)),
            [(context.Words["page.fileReferences"], Addresses.FileReferences), .. above],
            Noun(context),
            prefix.Notices)
        {
            Papers = prefix.Papers,
            Feed = (context.Words.Fill("feed.planTitle", ("number", first)), Addresses.FileReference(first)),
        };
    }

    private static string Count(PageContext context, FileReferencePrefix prefix) =>
        Listing.Count(context, Noun(context), prefix.Notices.Length, prefix.Papers.Length);

    private static (string One, string Many) Noun(PageContext context) => (context.Words["page.notice"], context.Words["page.noticePlural"]);

    /// <summary>File references as a page about their bearer shows them: each leads to its place in the register, which the members' area does not have.</summary>
    internal static IReadOnlyList<LinkView> Links(PageContext context, ImmutableArray<FileReference> references) => references.IsEmpty ? [] :
    [
        .. references.Where(reference => reference.Text.Length > 0)
            .Select(reference => new LinkView(reference.Text, reference.IsParsed && context.Site.IsPublic ? context.Href(Addresses.FileReference(reference.Plan)) : "")),
    ];
}
