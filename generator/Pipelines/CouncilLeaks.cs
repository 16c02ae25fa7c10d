using Fachinfo.Analyzers.Leaks;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pipelines;

/// <summary>Tells the leak analyzer what of the council archive is hidden, and what of it stands in public anyway.</summary>
/// <remarks>Hidden is what a document itself says is not public, whether it is for members or for nobody.</remarks>
internal sealed class CouncilLeaks(Site site, LinkInput input)
{
    /// <param name="Titles">Of papers, meetings, agenda items and files.</param>
    /// <param name="Texts">Results and resolutions.</param>
    private sealed record Hidden(SourcePath Source, BodyReference Body, IReadOnlyList<string> Titles, IReadOnlyList<string> Texts, IReadOnlyList<string> FileNames);

    public bool Any => Documents().Any();

    public void AddTo(HashBuilder hash)
    {
        foreach (var document in Documents())
        {
            hash.Add(document.Source.Value).Add(document.Body.Hash);
            foreach (var text in document.Titles.Concat(document.Texts).Concat(document.FileNames))
            {
                hash.Add(text);
            }
        }

        foreach (var file in Files())
        {
            hash.Add(file.Hash).Add(file.Text.Hash);
        }
    }

    /// <param name="open">Files that the public may have, by path and by content.</param>
    public void AddTo(LeakPatterns patterns, OpenFiles open)
    {
        foreach (var document in Documents())
        {
            AddBody(patterns, document.Body, document.Source);
            foreach (var title in document.Titles)
            {
                patterns.AddTitle(title, document.Source);
            }

            foreach (var text in document.Texts)
            {
                patterns.AddText(text, document.Source);
            }

            foreach (var name in document.FileNames)
            {
                patterns.AddName(name[(name.LastIndexOf('/') + 1)..], document.Source);
            }
        }

        foreach (var file in Files().Where(file => file.File is null || !open.Sources.Contains(file.File.Source)))
        {
            var source = file.File?.Source ?? file.OwnerSource;
            AddBody(patterns, file.Text, source);
            if (file.File is { } bytes && !open.Hashes.Contains(file.Hash))
            {
                patterns.AddName(bytes.Route.Path[(bytes.Route.Path.LastIndexOf('/') + 1)..], source);
                patterns.AddFile(file.Hash, source);
                patterns.AddText(site.Files.Find(bytes.Source) is { } extracted ? LeakSources.TextOf(site.Files, extracted) : "", source);
            }
        }
    }

    private void AddBody(LeakPatterns patterns, BodyReference reference, SourcePath source)
    {
        using var body = input.ReadBody(reference);
        patterns.AddText(body.Span, source);
    }

    /// <summary>Bodies that anyone may read.</summary>
    public static IEnumerable<BodyReference> PublicBodies(CouncilArchive open) => open.Bodies.SelectMany(body => body.Papers.Select(paper => paper.Text.Reference)
        .Concat(body.Meetings.Select(meeting => meeting.Text.Reference))
        .Concat(body.Files.Select(file => file.Text)));

    /// <summary>Titles, names and results that anyone may read.</summary>
    public static IEnumerable<string?> PublicLines(CouncilArchive open) => open.Bodies.SelectMany(body => body.Organizations.SelectMany(one => new[] { one.Entry.Name.Value, one.Entry.Description })
        .Concat(body.Papers.SelectMany(paper => paper.Consultations.Select(one => one.Result).Append($"{paper.Content.Title.Value} {paper.Content.Text.FirstParagraph}")))
        .Concat(body.Meetings.SelectMany(meeting => meeting.Agenda.SelectMany(item => new[] { item.Entry.Title.Value, item.Entry.Result, item.Entry.Resolution })
            .Concat(meeting.ClosedItems.Select(item => item.Title))
            .Append(meeting.Label)))
        .Concat(body.Files.SelectMany(file => new[] { file.Label, file.FileName, file.File?.Route.Path })));

    private IEnumerable<CouncilFile> Files() => site.MembersCouncil.Bodies.SelectMany(body => body.Files);

    private IEnumerable<Hidden> Documents() => input.Of<PaperContent>().Select(OfPaper).Concat(input.Of<MeetingContent>().Select(OfMeeting)).OfType<Hidden>();

    private static Hidden? OfPaper(Document<PaperContent> document)
    {
        var data = document.Data;
        var isHidden = data.Visibility.Value != Visibility.Public;
        var files = data.Files.Where(file => isHidden || file.Visibility.Value != Visibility.Public).ToList();
        return !isHidden && files.Count == 0 ? null : new Hidden(
            document.Source,
            isHidden ? document.Body : default,
            [.. files.Select(file => file.Label), .. isHidden ? [data.Title.Value] : Array.Empty<string>()],
            isHidden ? [.. data.Consultations.Select(one => one.Result).OfType<string>()] : [],
            [.. files.Select(file => file.File?.Value).OfType<string>()]);
    }

    private static Hidden? OfMeeting(Document<MeetingContent> document)
    {
        var data = document.Data;
        var isHidden = data.Visibility != Visibility.Public;
        var items = data.Agenda.Where(item => isHidden || item.Visibility.Value != Visibility.Public).ToList();
        var files = data.Files.Where(file => isHidden || file.Visibility.Value != Visibility.Public)
            .Concat(data.Agenda.SelectMany(item => item.Files.Where(file => isHidden || item.Visibility.Value != Visibility.Public || file.Visibility.Value != Visibility.Public)))
            .ToList();
        return !isHidden && items.Count == 0 && files.Count == 0 ? null : new Hidden(
            document.Source,
            isHidden ? document.Body : default,
            [
                .. items.Where(item => isHidden || !item.TeasesTitle).Select(item => item.Title.Value),
                .. files.Select(file => file.Label),
                .. isHidden ? [data.Name ?? ""] : Array.Empty<string>(),
            ],
            [.. items.SelectMany(item => new[] { item.Result, item.Resolution }).OfType<string>()],
            [.. files.Select(file => file.File?.Value).OfType<string>()]);
    }
}

/// <summary>Files that the public may have: a hidden one that is the same is no leak.</summary>
internal sealed record OpenFiles(IReadOnlySet<SourcePath> Sources, IReadOnlySet<ContentHash> Hashes);
