using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>The papers of a municipality with their addresses, found by any of their names.</summary>
internal sealed class PaperNames
{
    private readonly Dictionary<string, FoundPaper> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SourcePath, FoundPaper> bySource = [];

    /// <param name="addresses">The last part of the address of each.</param>
    /// <param name="targets">Where texts find them; <see langword="null"/> if they are there already.</param>
    public PaperNames(CouncilReader reader, PaperAddresses addresses, LinkTargets? targets, Body body, IReadOnlyList<Document<PaperContent>> documents)
    {
        var bySight = documents.ToLookup(document => reader.Sees(document.Data.Visibility.Value));
        Hidden = [.. bySight[false]];
        var papers = new List<Paper>(documents.Count);
        var tombstones = ImmutableArray.CreateBuilder<CouncilTombstone>();
        foreach (var document in PaperAddresses.Sort(bySight[true]))
        {
            var slug = addresses.Of(document);
            var paper = new Paper(body, document, slug);
            targets?.Add(document.Source, new LinkTarget(paper.Route, document.Data.Withdrawn is null ? document.Body : default, false, false, null));
            if (document.Data.Withdrawn is { } withdrawn)
            {
                tombstones.Add(new CouncilTombstone(body, CouncilKind.Paper, paper.Reference, slug, withdrawn, paper.Route, document.Source)
                {
                    Record = document.Data.Record,
                    Aliases = document.Data.Aliases,
                });
                Name(document, slug, new FoundPaper(true, null, null));
            }
            else
            {
                papers.Add(paper);
                Name(document, slug, new FoundPaper(true, paper, paper.Route));
            }
        }

        foreach (var document in Hidden)
        {
            var slug = addresses.Of(document);
            var route = Addresses.CouncilPaper(body.Content.Folder, slug);
            targets?.Add(document.Source, new LinkTarget(route, default, false, true, null) { WholeBody = document.Body });
            Name(document, slug, new FoundPaper(true, null, CouncilReader.Members.Sees(document.Data.Visibility.Value) && document.Data.Withdrawn is null ? route : null) { IsHidden = true });
        }

        All = [.. papers.OrderByDescending(paper => paper.Day ?? DateOnly.MinValue).ThenBy(paper => paper.Slug, StringComparer.Ordinal)];
        Tombstones = tombstones.ToImmutable();
    }

    /// <summary>Gets the papers that the reader may see, newest first.</summary>
    public ImmutableArray<Paper> All { get; }

    public ImmutableArray<CouncilTombstone> Tombstones { get; }

    public IReadOnlyList<Document<PaperContent>> Hidden { get; }

    public bool Knows(SourcePath source) => bySource.ContainsKey(source);

    /// <summary>Finds a paper by number, address part, record id or path; words before the number do not count.</summary>
    public FoundPaper Find(SourcePath from, string name)
    {
        if (byName.TryGetValue(name, out var found))
        {
            return found;
        }

        if (name.Contains(".md", StringComparison.Ordinal) && from.Resolve(UmlautComposition.Compose(name)) is { } path && bySource.TryGetValue(path, out found))
        {
            return found;
        }

        // "Vorlage 325/2017", "Vorlagen-Nr. 325/2017", "Mitteilung 325/2017".
        var space = name.LastIndexOf(' ');
        return space > 0 && name.StartsWith("vorlage", StringComparison.OrdinalIgnoreCase) && byName.TryGetValue(name[(space + 1)..], out found) ? found : default;
    }

    private void Name(Document<PaperContent> document, string slug, FoundPaper found)
    {
        bySource.TryAdd(document.Source, found);
        foreach (var name in new[] { document.Data.Reference?.Value, slug, document.Data.Record.Id }.OfType<string>())
        {
            byName.TryAdd(name, found);
        }
    }
}

/// <summary>What a name of a paper led to.</summary>
/// <param name="IsFound">Whether there is one.</param>
/// <param name="Paper">The paper, if the reader may see it and it is not withdrawn.</param>
/// <param name="Route">Where members find it; the public has it only with a paper.</param>
internal readonly record struct FoundPaper(bool IsFound, Paper? Paper, Route? Route)
{
    /// <summary>Gets a value indicating whether the reader may not know of it.</summary>
    public bool IsHidden { get; init; }
}
