using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>Links the council archive for one kind of reader: addresses first, so that texts and notices can name papers, then everything else.</summary>
internal sealed class CouncilLinker
{
    private readonly LinkContext context;
    private readonly BodyLinker texts;
    private readonly CouncilDocuments documents;
    private readonly CouncilFileLinker files;
    private readonly List<(BodyLinking Linking, BodyAddresses Addresses, Document<BodyContent> Document)> linked = [];
    private readonly List<BodyLinking> bodies = [];
    private readonly Dictionary<SourcePath, List<Paper>> papersOfNotices = [];
    private readonly List<NamedPaper> named = [];

    /// <summary>Links for the public.</summary>
    public CouncilLinker(LinkContext context, LinkTargets targets, BodyLinker texts)
    {
        (this.context, this.texts) = (context, texts);
        documents = new CouncilDocuments(context.Input);
        files = new CouncilFileLinker(context, texts, documents.Texts);
        foreach (var folder in documents.Folders)
        {
            if (documents.BodyOf(folder) is { } body)
            {
                var addresses = new BodyAddresses(new PaperAddresses(context, documents.PapersOf(folder)), new MeetingAddresses(), new CouncilKeys(documents.HasMembersContent(folder)));
                bodies.Add(new BodyLinking(context, CouncilReader.Public, addresses, targets, texts, files, documents, body));
                linked.Add((bodies[^1], addresses, body));
            }
            else if (!context.Input.HasSource(new SourcePath($"ratsarchiv/{folder}/kommune.yml")))
            {
                context.Findings.Add(Codes.BodyMissing.At(documents.FirstOf(folder), "ratsarchiv/" + folder));
            }
        }
    }

    /// <summary>Links for members what the public was linked from before.</summary>
    private CouncilLinker(CouncilLinker open)
    {
        (context, texts, documents, files) = (open.context, open.texts, open.documents, open.files);
        foreach (var (_, addresses, body) in open.linked.Where(one => documents.HasMembersContent(one.Document.Data.Folder)))
        {
            bodies.Add(new BodyLinking(context, CouncilReader.Members, addresses, null, texts, files, documents, body));
        }
    }

    /// <summary>A paper that a document names.</summary>
    private readonly record struct NamedPaper(SourcePath From, string Text, bool IsCitation);

    public bool HasBodies => bodies.Count > 0;

    /// <summary>Finds a paper that a notice names: <c>Vorlage 325/2017 (juelich)</c>, its path, or its number where only one has it.</summary>
    public FoundPaper FindPaper(SourcePath from, string text)
    {
        var (name, folder) = SplitBody(text);
        var candidates = bodies.Where(body => folder.Length == 0 || Matches(body.Body, folder));
        return Single(candidates.Select(body => body.FindPaper(from, name))).Found;
    }

    /// <summary>Finds the paper that a text cites by its number alone, and notes that they belong together.</summary>
    /// <returns>How many papers have the number, and where the one is, if there is just one that the text may lead to.</returns>
    public (int Count, Route? Route) Cite(SourcePath from, string number, string audience)
    {
        var (count, found) = Single(bodies.Select(body => body.FindPaper(from, number)));
        if (!IsPaper(from))
        {
            named.Add(new NamedPaper(from, number, IsCitation: true));
            if (found.Paper is { } paper && audience == Notice.Public)
            {
                Join(from, paper);
            }
        }

        return (count, audience == Notice.Members ? found.Route : found.Paper?.Route);
    }

    /// <summary>Tells whether a source is a paper.</summary>
    public bool IsPaper(SourcePath source) => bodies.Any(body => body.IsPaper(source));

    /// <summary>Notes that a notice names a paper.</summary>
    public void Name(SourcePath notice, string text) => named.Add(new NamedPaper(notice, text, IsCitation: false));

    /// <summary>Joins a notice and a paper that the reader may both see.</summary>
    public void Join(SourcePath notice, Paper paper)
    {
        if (!papersOfNotices.TryGetValue(notice, out var papers))
        {
            papersOfNotices.Add(notice, papers = []);
        }

        if (!papers.Contains(paper))
        {
            papers.Add(paper);
        }

        if (!paper.RelatedNotices.Contains(notice))
        {
            paper.RelatedNotices = paper.RelatedNotices.Add(notice);
        }
    }

    /// <summary>Links everything for the public.</summary>
    /// <param name="findNotice">Finds a notice by label and number, or path.</param>
    public CouncilArchive Link(Func<SourcePath, string, SourcePath?> findNotice)
    {
        LinkBodies(findNotice);
        files.ReportUnusedTexts();
        return ToArchive();
    }

    /// <summary>What members see beyond the public: what is for them, and public papers and meetings that have something for them.</summary>
    public CouncilArchive LinkForMembers(Func<SourcePath, string, SourcePath?> findNotice)
    {
        var members = new CouncilLinker(this);
        if (!members.HasBodies)
        {
            return CouncilArchive.Empty;
        }

        var reported = context.Findings.Count;
        members.LinkBodies(findNotice);
        foreach (var (from, text, isCitation) in named)
        {
            var found = isCitation ? Single(members.bodies.Select(body => body.FindPaper(from, text))).Found : members.FindPaper(from, text);
            if (found.Paper is { } paper)
            {
                members.Join(from, paper);
            }
        }

        members.bodies.ForEach(body => body.KeepWhatIsForMembers());
        context.ForgetRepeated(reported);
        return members.ToArchive();
    }

    private void LinkBodies(Func<SourcePath, string, SourcePath?> findNotice)
    {
        foreach (var body in bodies)
        {
            body.Link();
        }

        foreach (var paper in bodies.SelectMany(body => body.Body.Papers))
        {
            LinkRelated(paper, findNotice);
        }
    }

    private CouncilArchive ToArchive() => new(
        [.. bodies.Select(body => body.Body).OrderBy(body => body.Label, GermanCollation.Instance)],
        papersOfNotices.ToDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray()));

    /// <summary>The only one of several, where what is hidden does not count next to what is not.</summary>
    private static (int Count, FoundPaper Found) Single(IEnumerable<FoundPaper> all)
    {
        var bySight = all.Where(found => found.IsFound).ToLookup(found => found.IsHidden);
        var found = (bySight[false].Any() ? bySight[false] : bySight[true]).ToList();
        return (found.Count, found.Count == 1 ? found[0] : default);
    }

    private void LinkRelated(Paper paper, Func<SourcePath, string, SourcePath?> findNotice)
    {
        foreach (var related in paper.Content.Related)
        {
            var own = bodies.First(body => body.Body == paper.Body).FindPaper(paper.Source, related.Value);
            var found = own.IsFound ? own : FindPaper(paper.Source, related.Value);
            if (found.Paper is { } other && other != paper)
            {
                Relate(paper, other);
                Relate(other, paper);
            }
            else if (!found.IsFound && findNotice(paper.Source, related.Value) is { } notice)
            {
                Join(notice, paper);
            }
            else if (!found.IsFound)
            {
                context.Findings.Add(Codes.PaperUnknown.At(related.In(paper.Source), related.Value));
            }
        }
    }

    private static void Relate(Paper paper, Paper other)
    {
        if (!paper.Related.Contains(other))
        {
            paper.Related = paper.Related.Add(other);
        }
    }

    /// <summary>Takes <c>Vorlage 325/2017 (juelich)</c> apart into <c>Vorlage 325/2017</c> and <c>juelich</c>.</summary>
    private static (string Name, string Body) SplitBody(string text)
    {
        var open = text.LastIndexOf('(');
        return open > 0 && text.EndsWith(')') ? (text[..open].Trim(), text[(open + 1)..^1].Trim()) : (text.Trim(), "");
    }

    private static bool Matches(Body body, string name) =>
        name.Equals(body.Content.Folder, StringComparison.OrdinalIgnoreCase)
        || name.Equals(body.Label, StringComparison.OrdinalIgnoreCase)
        || name.Equals(body.Content.Name.Value, StringComparison.OrdinalIgnoreCase);
}
