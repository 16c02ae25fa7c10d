using System.Collections.Immutable;
using Fachinfo.Diagnostics;

namespace Fachinfo.Model.Council;

/// <summary>Links the council archive: addresses first, so that texts and notices can name papers, then everything else.</summary>
internal sealed class CouncilLinker
{
    private readonly LinkContext context;
    private readonly List<BodyLinking> bodies = [];
    private readonly Dictionary<SourcePath, List<Paper>> papersOfNotices = [];

    public CouncilLinker(LinkContext context, LinkTargets targets, BodyLinker texts)
    {
        this.context = context;
        var documents = new CouncilDocuments(context.Input);
        var files = new CouncilFileLinker(context, texts, documents.Texts);
        foreach (var folder in documents.Folders)
        {
            if (documents.BodyOf(folder) is { } body)
            {
                bodies.Add(new BodyLinking(context, targets, texts, files, documents, body));
            }
            else if (!context.Input.HasSource(new SourcePath($"ratsarchiv/{folder}/kommune.yml")))
            {
                context.Findings.Add(Codes.BodyMissing.At(documents.FirstOf(folder), "ratsarchiv/" + folder));
            }
        }

        Files = files;
    }

    private CouncilFileLinker Files { get; }

    /// <summary>Finds a paper that a notice names: <c>Vorlage 325/2017 (juelich)</c>, its path, or its number where only one has it.</summary>
    /// <returns>Whether there is one; and the paper if it is public.</returns>
    public (bool IsFound, Paper? Paper) FindPaper(SourcePath from, string text)
    {
        var (name, folder) = SplitBody(text);
        var candidates = bodies.Where(body => folder.Length == 0 || Matches(body.Body, folder)).ToList();
        var found = candidates.Select(body => body.FindPaper(from, name)).Where(result => result.IsFound).ToList();
        return found.Count == 1 ? found[0] : (false, null);
    }

    public bool HasBodies => bodies.Count > 0;

    /// <summary>Finds the paper that a text cites by its number alone, and notes that they belong together.</summary>
    /// <returns>How many papers have the number; and the one, if there is just one and it is public.</returns>
    public (int Count, Paper? Paper) Cite(SourcePath from, string number, bool isPublic)
    {
        var found = bodies.Select(body => body.FindPaper(from, number)).Where(result => result.IsFound).ToList();
        var paper = found.Count == 1 ? found[0].Paper : null;
        if (paper is not null && isPublic && !IsPaper(from))
        {
            Join(from, paper);
        }

        return (found.Count, paper);
    }

    /// <summary>Tells whether a source is a paper.</summary>
    public bool IsPaper(SourcePath source) => bodies.Any(body => body.IsPaper(source));

    /// <summary>Notes that a public notice names a paper.</summary>
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

    /// <summary>Links everything.</summary>
    /// <param name="findNotice">Finds a notice by label and number, or path.</param>
    public PublicCouncil Link(Func<SourcePath, string, SourcePath?> findNotice)
    {
        foreach (var body in bodies)
        {
            body.Link();
        }

        foreach (var paper in bodies.SelectMany(body => body.Body.Papers))
        {
            LinkRelated(paper, findNotice);
        }

        Files.ReportUnusedTexts();
        return new PublicCouncil(
            [.. bodies.Select(body => body.Body).OrderBy(body => body.Label, GermanCollation.Instance)],
            papersOfNotices.ToDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray()));
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
