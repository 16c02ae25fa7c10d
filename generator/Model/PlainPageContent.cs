using System.Collections.Immutable;

namespace Fachinfo.Model;

/// <summary>A page under <c>seiten/</c>, or the introduction of a rubric.</summary>
/// <param name="Title">May be missing for a rubric, whose title is in <c>rubriken.yml</c>.</param>
public sealed record PlainPageContent(Located<string>? Title, BodyFacts Body)
{
    /// <summary>Gets the headings of the text, in its order.</summary>
    public ImmutableArray<Heading> Headings { get; init; } = [];

    public string? Summary { get; init; }

    public DateOnly? Updated { get; init; }

    public Located<string>? Access { get; init; }

    public Contact Contact { get; init; } = Contact.Empty;

    public ImmutableArray<DownloadEntry> Downloads { get; init; } = [];

    public ImmutableArray<Located<string>> Aliases { get; init; } = [];

    public bool IsDraft { get; init; }
}

/// <summary>The introduction of a rubric: <c>fachinformationen/&lt;rubric path&gt;/index.md</c>.</summary>
public sealed record RubricIntroductionContent(PlainPageContent Page);

/// <summary>What <c>rubriken.yml</c> holds; the places are needed to report names that occur twice.</summary>
public sealed record RubricTreeContent(ImmutableArray<Rubric> Roots);
