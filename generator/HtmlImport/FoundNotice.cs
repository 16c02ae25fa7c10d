using System.Collections.Immutable;
using Fachinfo.Model;

namespace Fachinfo.HtmlImport;

/// <summary>A notice as a page shows it.</summary>
/// <param name="Rubric">As written on the page; empty if there is none.</param>
/// <param name="Body">The blocks between title and file reference.</param>
internal sealed record FoundNotice(
    NoticeSeries Series,
    NoticeNumber Number,
    DateOnly Date,
    string Title,
    string Rubric,
    string FileReference,
    ImmutableArray<Block> Body);
