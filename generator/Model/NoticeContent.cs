using System.Collections.Immutable;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>A notice as its file gives it: all keys of the front matter, and the facts of the text.</summary>
/// <param name="Series">The folder that it lies in: <c>mitteilungen</c>.</param>
/// <param name="Number">With its year.</param>
public sealed record NoticeContent(
    string Series,
    Located<string> Title,
    Located<NoticeNumber> Number,
    Located<DateOnly> Date,
    ImmutableArray<Located<string>> Rubrics,
    BodyFacts Body)
{
    /// <summary>Gets the file references; usually one, may be none.</summary>
    public ImmutableArray<Located<FileReference>> FileReferences { get; init; } = [];

    /// <summary>Gets the summary; <see langword="null"/> means the first paragraph.</summary>
    public PackedText? Summary { get; init; }

    public ImmutableArray<Located<Deadline>> Deadlines { get; init; } = [];

    /// <summary>Gets who may read it, as written; <see langword="null"/> means the public.</summary>
    public Located<string>? Access { get; init; }

    public TeaserKind Teaser { get; init; }

    public ImmutableArray<DownloadEntry> Downloads { get; init; } = [];

    public Contact Contact { get; init; } = Contact.Empty;

    public ImmutableArray<Located<string>> Related { get; init; } = [];

    public DateOnly? Updated { get; init; }

    public ImmutableArray<Located<string>> Aliases { get; init; } = [];

    public Withdrawal? Withdrawn { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>Gets a value indicating whether title, number and date are there; a notice without them is checked, but has no page.</summary>
    public bool IsWhole => Number.Line > 0 && Date.Line > 0 && (Title.Line > 0 || Withdrawn is not null);

    /// <summary>Gets hashes of the words of title and summary, sorted, for finding related notices.</summary>
    public ImmutableArray<int> Keywords { get; init; } = [];
}

/// <summary>A day by which something must be done.</summary>
/// <param name="Label">What ends then, in a few words; may be missing.</param>
public sealed record Deadline(DateOnly Date, string? Label);

/// <summary>What stands in public of a notice that is not public.</summary>
public enum TeaserKind
{
    Summary,
    Title,
    None,
}

/// <summary>A notice taken back: its text is gone, its number stays.</summary>
public sealed record Withdrawal(DateOnly Date, string? Reason);

/// <summary>A line of <c>downloads</c>: a file beside the document, or an address elsewhere.</summary>
public sealed record DownloadEntry(Located<string>? File, Located<string>? Url)
{
    public string? Title { get; init; }

    public Located<string>? Access { get; init; }

    /// <summary>Gets a value indicating whether the title may stand in public although the file may not.</summary>
    public bool TeasesTitle { get; init; }

    public string? Description { get; init; }

    public DateOnly? Date { get; init; }

    public DateOnly? Updated { get; init; }

    public string? License { get; init; }
}
