using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>The papers of a municipality with their addresses, found by any of their names.</summary>
internal sealed class PaperNames
{
    private readonly Dictionary<string, Paper?> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SourcePath, Paper?> bySource = [];

    public PaperNames(LinkContext context, LinkTargets targets, Body body, IReadOnlyList<Document<PaperContent>> documents)
    {
        Hidden = [.. documents.Where(document => document.Data.Visibility.Value != Visibility.Public)];
        var slugs = new Dictionary<string, SourcePath>(documents.Count, StringComparer.Ordinal);
        var papers = new List<Paper>(documents.Count);
        var tombstones = ImmutableArray.CreateBuilder<CouncilTombstone>();

        // What has no record id keeps the plain address; of the others the older one does. Hidden papers take no address away.
        foreach (var document in documents
            .Where(document => document.Data.Visibility.Value == Visibility.Public)
            .OrderBy(document => document.Data.Record.Id is not null)
            .ThenBy(document => document.Data.Date ?? DateOnly.MaxValue)
            .ThenBy(document => document.Source))
        {
            var slug = RequireSlug(context, document, slugs);
            var paper = new Paper(body, document, slug);
            targets.Add(document.Source, new LinkTarget(paper.Route, document.Data.Withdrawn is null ? document.Data.Text : BodyFacts.Empty, false, false, null));
            if (document.Data.Withdrawn is { } withdrawn)
            {
                tombstones.Add(new CouncilTombstone(body, CouncilKind.Paper, paper.Reference, slug, withdrawn, paper.Route, document.Source)
                {
                    Record = document.Data.Record,
                    Aliases = [.. document.Data.Aliases.Select(alias => alias.Value)],
                });
                Name(document, slug, null);
            }
            else
            {
                papers.Add(paper);
                Name(document, slug, paper);
            }
        }

        foreach (var document in Hidden)
        {
            targets.Add(document.Source, new LinkTarget(Addresses.CouncilPaper(body.Content.Folder, SlugOf(document.Data)), BodyFacts.Empty, false, true, null));
            Name(document, SlugOf(document.Data), null);
        }

        Public = [.. papers.OrderByDescending(paper => paper.Day ?? DateOnly.MinValue).ThenBy(paper => paper.Slug, StringComparer.Ordinal)];
        Tombstones = tombstones.ToImmutable();
    }

    /// <summary>Gets the public papers, newest first.</summary>
    public ImmutableArray<Paper> Public { get; }

    public ImmutableArray<CouncilTombstone> Tombstones { get; }

    public IReadOnlyList<Document<PaperContent>> Hidden { get; }

    public bool Knows(SourcePath source) => bySource.ContainsKey(source);

    /// <summary>Finds a paper by number, address part, record id or path; words before the number do not count.</summary>
    /// <returns>Whether there is one; and the paper if it is public and not withdrawn.</returns>
    public (bool IsFound, Paper? Paper) Find(SourcePath from, string name)
    {
        if (byName.TryGetValue(name, out var paper))
        {
            return (true, paper);
        }

        if (name.Contains(".md", StringComparison.Ordinal) && from.Resolve(UmlautComposition.Compose(name)) is { } path && bySource.TryGetValue(path, out paper))
        {
            return (true, paper);
        }

        // "Vorlage 325/2017", "Vorlagen-Nr. 325/2017", "Mitteilung 325/2017".
        var space = name.LastIndexOf(' ');
        return space > 0 && name.StartsWith("vorlage", StringComparison.OrdinalIgnoreCase) && byName.TryGetValue(name[(space + 1)..], out paper)
            ? (true, paper)
            : (false, null);
    }

    private void Name(Document<PaperContent> document, string slug, Paper? paper)
    {
        bySource.TryAdd(document.Source, paper);
        foreach (var name in new[] { document.Data.Reference?.Value, slug, document.Data.Record.Id }.OfType<string>())
        {
            byName.TryAdd(name, paper);
        }
    }

    private static string RequireSlug(LinkContext context, Document<PaperContent> document, Dictionary<string, SourcePath> slugs)
    {
        var slug = SlugOf(document.Data);
        if (slugs.TryAdd(slug, document.Source))
        {
            return slug;
        }

        if (document.Data.Record.Id is not { } id)
        {
            context.Findings.Add(Codes.PaperAddressTaken.At(document.Data.Reference!.Value.In(document.Source), document.Data.Reference.Value.Value, slugs[slug]));
            return slug;
        }

        var longer = slug + "-" + SlugOfId(id);
        var unique = longer;
        for (var i = 2; !slugs.TryAdd(unique, document.Source); i++)
        {
            unique = longer + "-" + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    /// <summary>The slug of the number; of the record id where there is none, or nothing of it remains.</summary>
    private static string SlugOf(PaperContent paper)
    {
        var slug = Slug.Of(paper.Reference?.Value ?? "");
        return slug.Length > 0 ? slug : paper.Record.Id is { } id ? SlugOfId(id) : "vorlage";
    }

    /// <summary>The last part of an id that is a URL, or the whole of any other.</summary>
    private static string SlugOfId(string id)
    {
        var trimmed = id.TrimEnd('/');
        var slug = Slug.Of(trimmed[(trimmed.LastIndexOf('/') + 1)..]);
        return slug.Length > 0 ? slug : "vorlage";
    }
}
