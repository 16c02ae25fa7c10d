using System.Collections.Immutable;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>What a listing shows of a notice, public or teased.</summary>
/// <param name="Rubrics">Resolved; the first one is the notice's home.</param>
/// <param name="Summary">Plain text; empty for a teaser without one.</param>
public sealed record NoticeHead(
    NoticeSeries Series,
    NoticeNumber Number,
    DateOnly Date,
    string Title,
    ImmutableArray<Rubric> Rubrics,
    ImmutableArray<FileReference> FileReferences,
    PackedText Summary,
    Route Route)
{
    /// <summary>Gets the newest first; within a day the higher number first.</summary>
    public static readonly IComparer<NoticeHead> NewestFirst = Comparer<NoticeHead>.Create((left, right) =>
    {
        var order = right.Date.CompareTo(left.Date);
        order = order != 0 ? order : right.Number.CompareTo(left.Number);
        return order != 0 ? order : string.CompareOrdinal(left.Series.Id, right.Series.Id);
    });

    /// <summary>Gets <c>Mitteilung 145/2024</c>.</summary>
    public string NumberedLabel => Series.Label + " " + Number;
}
