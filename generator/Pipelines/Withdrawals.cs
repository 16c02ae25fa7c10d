using System.Collections.Immutable;
using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Reading;
using Fachinfo.Reading.Council;

namespace Fachinfo.Pipelines;

/// <summary>What a withdrawal does to the content folder.</summary>
/// <param name="Text">The new text of the document.</param>
/// <param name="Deleted">Files that go: bytes, extracted texts, pictures.</param>
/// <param name="Kept">Files that another document uses too, and by which.</param>
public sealed record WithdrawalPlan(SourcePath Document, string Text, ImmutableArray<SourcePath> Deleted, ImmutableArray<(SourcePath File, SourcePath UsedBy)> Kept);

/// <summary>Plans the withdrawal of a notice, a paper, a meeting, or a single file of the council archive.</summary>
public sealed class Withdrawals(IInput content)
{
    private const string CouncilFolder = "ratsarchiv/";

    private readonly Dictionary<SourcePath, SourceFile> files = content.List([]).DistinctBy(file => file.Path).ToDictionary(file => file.Path);

    /// <summary>Plans a withdrawal; <see langword="null"/> with findings if the source cannot be read, without if it is none that can be withdrawn.</summary>
    public WithdrawalPlan? Plan(SourcePath path, Withdrawal withdrawal, ICollection<Diagnostic> findings)
    {
        if (!files.TryGetValue(path, out var source))
        {
            return null;
        }

        if (path.Extension != ".md")
        {
            return PlanFile(path, withdrawal, findings);
        }

        var bytes = content.Read(source);
        var text = KindOf(path) switch
        {
            "vorlagen" => WithdrawalEditor.WithdrawPaper(path, bytes, withdrawal, findings),
            "sitzungen" => WithdrawalEditor.WithdrawMeeting(path, bytes, withdrawal, findings),
            "notice" => WithdrawalEditor.WithdrawNotice(path, bytes, withdrawal, findings),
            _ => null,
        };
        return text is null ? null : WithFiles(path, text, FilesOf(path, bytes));
    }

    /// <summary>A file of its own: the document that names it keeps everything else.</summary>
    private WithdrawalPlan? PlanFile(SourcePath path, Withdrawal withdrawal, ICollection<Diagnostic> findings)
    {
        if (!path.Value.StartsWith(CouncilFolder, StringComparison.Ordinal) || UsersOf(path).FirstOrDefault() is not { Value: not null } document)
        {
            return null;
        }

        var text = WithdrawalEditor.WithdrawFile(document, content.Read(files[document]), name => document.Resolve(UmlautComposition.Compose(name)) == path, withdrawal, findings);
        return text is null ? null : WithFiles(document, text, [path, new SourcePath(path.Value + CouncilTextReader.Ending)]);
    }

    private WithdrawalPlan WithFiles(SourcePath document, string text, IEnumerable<SourcePath> gone)
    {
        var deleted = ImmutableArray.CreateBuilder<SourcePath>();
        var kept = ImmutableArray.CreateBuilder<(SourcePath, SourcePath)>();
        foreach (var file in gone.Distinct().Where(files.ContainsKey).Order())
        {
            var user = UsersOf(file).FirstOrDefault(user => user != document);
            if (user.Value is null)
            {
                deleted.Add(file);
            }
            else
            {
                kept.Add((file, user));
            }
        }

        return new WithdrawalPlan(document, text, deleted.ToImmutable(), kept.ToImmutable());
    }

    /// <summary>Documents that use a file. Only those that hold its name are read.</summary>
    private IEnumerable<SourcePath> UsersOf(SourcePath file)
    {
        var name = Encoding.UTF8.GetBytes(file.FileName.EndsWith(CouncilTextReader.Ending, StringComparison.Ordinal) ? file.FileName[..^CouncilTextReader.Ending.Length] : file.FileName);
        foreach (var (path, source) in files.Where(entry => entry.Key.Extension == ".md").OrderBy(entry => entry.Key))
        {
            var bytes = content.Read(source);
            if (bytes.AsSpan().IndexOf(name) >= 0 && FilesOf(path, bytes).Contains(file))
            {
                yield return path;
            }
        }
    }

    /// <summary>The files beside a document that it names: downloads, council files with their texts, pictures and links of its text.</summary>
    private static IEnumerable<SourcePath> FilesOf(SourcePath path, byte[] bytes)
    {
        var names = KindOf(path) switch
        {
            "vorlagen" when PaperReader.Read(path, bytes).Data is { } paper => Names(paper.Files).Concat(Links(paper.Text)),
            "sitzungen" when MeetingReader.Read(path, bytes).Data is { } meeting => Names(meeting.Files).Concat(meeting.Agenda.SelectMany(item => Names(item.Files))).Concat(Links(meeting.Text)),
            "notice" when NoticeReader.Read(path, bytes).Data is { } notice => Names(notice.Downloads).Concat(Links(notice.Body)),
            "page" when PlainPageReader.ReadPage(path, bytes).Data is { } page => Names(page.Downloads).Concat(Links(page.Body)),
            _ => [],
        };
        return names.Select(name => path.Resolve(UmlautComposition.Compose(Uri.UnescapeDataString(name)))).OfType<SourcePath>();
    }

    private static IEnumerable<string> Names(ImmutableArray<FileEntry> entries) => entries.SelectMany(entry => new[]
    {
        entry.File?.Value,
        entry.Text?.Value ?? entry.File?.Value + CouncilTextReader.Ending,
    }).OfType<string>();

    private static IEnumerable<string> Names(ImmutableArray<DownloadEntry> entries) => entries.Select(entry => entry.File?.Value).OfType<string>();

    private static IEnumerable<string> Links(BodyFacts facts) => facts.Links.Where(link => !link.IsExternal && !link.Target.StartsWith('/') && !link.Target.StartsWith('#')).Select(link => link.Target).Where(target => !target.EndsWith(".md", StringComparison.Ordinal));

    private static string KindOf(SourcePath path)
    {
        var parts = path.Value.Split('/');
        return parts switch
        {
            ["ratsarchiv", _, var kind, .., _] => kind,
            ["seiten" or "fachinformationen", ..] => "page",
            [var folder, .., _] when !Addresses.Reserved.Contains(folder) => "notice",
            _ => "",
        };
    }
}
