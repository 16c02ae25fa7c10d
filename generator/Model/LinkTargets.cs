using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>What a document that can be linked to looks like from outside.</summary>
/// <param name="PublishedOn">The day from which it is there, if that is not yet; the last day for a draft.</param>
internal sealed record LinkTarget(Route Route, BodyReference Body, bool IsTeaser, bool IsHidden, DateOnly? PublishedOn)
{
    /// <summary>Gets what a text for the same audience can link to: all of it, where the public sees a teaser or nothing.</summary>
    public BodyReference WholeBody { get; init; } = Body;

    /// <summary>Gets whom it is for; <see langword="null"/> for what is hidden from the public and open to any text for members.</summary>
    public string? Audience { get; init; }

    /// <summary>Tells whether the readers of a text find nothing at all behind a link to it.</summary>
    public bool IsHiddenFrom(string audience) => IsHidden && !IsWholeFor(audience);

    /// <summary>What the readers of a text find there.</summary>
    public BodyReference BodyFor(string audience) => IsWholeFor(audience) ? WholeBody : Body;

    private bool IsWholeFor(string audience) => Audience is { } own ? own == audience : audience != Notice.Public;
}

/// <summary>All documents that texts can link to, by source. There are many, and few are linked to: each is described when it is asked for.</summary>
internal sealed class LinkTargets
{
    private readonly LinkContext context;
    private readonly Dictionary<SourcePath, Document<NoticeContent>> notices = [];
    private readonly Dictionary<SourcePath, LinkTarget> others = [];
    private readonly Lazy<Dictionary<string, SourcePath>> byFoldedPath;
    private readonly Lazy<ILookup<string, string>> namesByFolder;
    private readonly HashSet<SourcePath> openDownloads = [];
    private readonly Dictionary<SourcePath, HashSet<string>> closedDownloads = [];

    public LinkTargets(LinkContext context)
    {
        this.context = context;
        byFoldedPath = new(FoldPaths);
        namesByFolder = new(() => byFoldedPath.Value.Values.ToLookup(path => path.Folder, path => path.FileName));
        foreach (var notice in context.Input.Of<NoticeContent>().Where(notice => context.SeriesOf(notice.Data.Series) is not null))
        {
            notices.Add(notice.Source, notice);
            AddDownloads(notice.Source, notice.Data.Access, notice.Data.Downloads);
        }

        foreach (var page in context.Input.Of<PlainPageContent>())
        {
            AddDownloads(page.Source, page.Data.Access, page.Data.Downloads);
            var isHidden = page.Data.Access is { } access && access.Value != Notice.Public;
            var draft = context.IsUnpublished(page.Data.IsDraft, DateOnly.MinValue) ? DateOnly.MaxValue : (DateOnly?)null;
            Add(page.Source, new LinkTarget(Addresses.PlainPage(page.Source.Value["seiten/".Length..]), page.Body, false, isHidden, draft) { Audience = AudienceOf(page.Data.Access) });
        }

        foreach (var introduction in context.Input.Of<RubricIntroductionContent>())
        {
            AddDownloads(introduction.Source, introduction.Data.Page.Access, introduction.Data.Page.Downloads);
            if (context.Rubrics.BySlugPath(PageLinker.SlugPathOf(introduction.Source)) is { } rubric)
            {
                // The page of the rubric is there for everyone; a members' introduction is not on it.
                var isOpen = introduction.Data.Page.Access is not { } access || access.Value == Notice.Public;
                Add(introduction.Source, new LinkTarget(Addresses.Rubric(rubric), isOpen ? introduction.Body : default, false, false, null) { WholeBody = introduction.Body, Audience = AudienceOf(introduction.Data.Page.Access) });
            }
        }
    }

    public LinkTarget? Find(SourcePath source) =>
        others.TryGetValue(source, out var other) ? other : notices.TryGetValue(source, out var notice) ? ToTarget(notice) : null;

    public bool Has(SourcePath source) => notices.ContainsKey(source) || others.ContainsKey(source);

    /// <summary>Tells whether a file is a download that no document opens to an audience.</summary>
    public bool IsClosedTo(string audience, SourcePath file) =>
        closedDownloads.TryGetValue(file, out var audiences) && !audiences.Contains(audience) && !openDownloads.Contains(file);

    /// <summary>Says what might have been meant by a path that does not exist.</summary>
    public string Suggest(SourcePath path)
    {
        if (byFoldedPath.Value.TryGetValue(path.Value, out var other))
        {
            return $"Die Datei heißt „{other.FileName}“; Groß- und Kleinschreibung zählt.";
        }

        return NearestName.Suggest(path.FileName, namesByFolder.Value[path.Folder], "Prüfen Sie den Pfad; er gilt vom Ordner dieser Datei aus.");
    }

    private Dictionary<string, SourcePath> FoldPaths()
    {
        var folded = new Dictionary<string, SourcePath>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in notices.Keys.Concat(others.Keys).Concat(context.Input.Files.Select(file => file.Source.Path)))
        {
            folded.TryAdd(path.Value, path);
        }

        return folded;
    }

    private LinkTarget ToTarget(Document<NoticeContent> notice)
    {
        var data = notice.Data;
        var isRestricted = data.Access is { } access && access.Value != Notice.Public;
        var publishedOn = context.IsUnpublished(data.IsDraft, data.Date.Value) ? (data.IsDraft ? DateOnly.MaxValue : data.Date.Value) : (DateOnly?)null;
        var isGone = data.Withdrawn is not null;
        return new LinkTarget(
            Addresses.Notice(data.Series, data.Number.Value),
            isRestricted || isGone ? default : notice.Body,
            isRestricted,
            isRestricted && data.Teaser == TeaserKind.None,
            publishedOn)
        {
            WholeBody = isGone ? default : notice.Body,
            Audience = AudienceOf(data.Access),
        };
    }

    private void AddDownloads(SourcePath source, Located<string>? access, ImmutableArray<DownloadEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.File is not { } file || source.Resolve(UmlautComposition.Compose(file.Value)) is not { } path)
            {
                continue;
            }

            var audience = AudienceOf(access) is var own && own != Notice.Public ? own : AudienceOf(entry.Access);
            if (audience == Notice.Public)
            {
                openDownloads.Add(path);
            }
            else if (!closedDownloads.TryAdd(path, [audience]))
            {
                closedDownloads[path].Add(audience);
            }
        }
    }

    public void Add(SourcePath source, LinkTarget target) => others.Add(source, target);

    private static string AudienceOf(Located<string>? access) => access?.Value ?? Notice.Public;
}
