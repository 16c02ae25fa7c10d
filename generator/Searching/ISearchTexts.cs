using System.Collections.Immutable;

namespace Fachinfo.Searching;

/// <summary>What of a document is searched and shown besides its text.</summary>
public interface ISearchTexts
{
    string Title { get; }

    string Summary { get; }

    /// <summary>Gets names and numbers that belong to it and may not stand in its text, such as its rubric and file reference.</summary>
    ImmutableArray<string> Keywords { get; }

    /// <summary>Gets the address without the path of the base URL.</summary>
    string Address { get; }

    /// <summary>Gets what stands above the title in a list of hits: <c>Mitteilung 145/2024</c>.</summary>
    string Label { get; }

    DateOnly? Date { get; }

    /// <summary>Gets the days of its deadlines; the visitor's own day says which are still running.</summary>
    ImmutableArray<DateOnly> Deadlines { get; }

    /// <summary>Gets what a visitor may type to come straight here: <c>145/2024</c>.</summary>
    ImmutableArray<string> Jumps { get; }
}

/// <summary>Texts that are there.</summary>
public sealed record SearchTexts : ISearchTexts
{
    public required string Title { get; init; }

    public string Summary { get; init; } = "";

    public ImmutableArray<string> Keywords { get; init; } = [];

    public required string Address { get; init; }

    public string Label { get; init; } = "";

    public DateOnly? Date { get; init; }

    public ImmutableArray<DateOnly> Deadlines { get; init; } = [];

    public ImmutableArray<string> Jumps { get; init; } = [];
}
