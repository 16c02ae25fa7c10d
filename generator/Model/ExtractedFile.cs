using System.Collections.Immutable;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>What was read out of an attached file: facts only; its text stays in the cache and is read when a page shows it.</summary>
/// <param name="Hash">Of the content, and so the key of everything that is kept about the file.</param>
/// <param name="Kind">As the bytes show it, whatever the extension says.</param>
/// <param name="Sha512">64 bytes, of the content.</param>
public sealed record ExtractedFile(ContentHash Hash, long SizeInBytes, FileKind Kind, ImmutableArray<byte> Sha512)
{
    /// <summary>Gets the number of pages, sheets or slides; 0 if the file has none or they are not known.</summary>
    public int PageCount { get; init; }

    /// <summary>Gets the day on which the file was made, as it says itself.</summary>
    public DateOnly? Created { get; init; }

    /// <summary>Gets the day on which the file was changed last, as it says itself.</summary>
    public DateOnly? Modified { get; init; }

    public bool HasText { get; init; }

    /// <summary>Gets a value indicating whether there is a picture of the first page, a JPEG.</summary>
    public bool HasPicture { get; init; }

    /// <summary>Gets width and height of the picture in pixels.</summary>
    public (int Width, int Height) PictureSize { get; init; }

    public ExtractionProblem Problem { get; init; }

    /// <summary>Gets a value indicating whether what was read lies in the part of the cache for members' files.</summary>
    public bool IsMembersOnly { get; init; }
}

/// <summary>Why a file could not be read completely.</summary>
public enum ExtractionProblem
{
    None,

    /// <summary>Damaged, or not of the shape that its kind has.</summary>
    Broken,

    /// <summary>Needs a password, or forbids to copy its text.</summary>
    Encrypted,

    /// <summary>Made to exhaust the reader: it unpacks to too much, or names outside files.</summary>
    Hostile,

    /// <summary>Took too long, or too much memory.</summary>
    TooCostly,

    /// <summary>A PDF whose pages are pictures.</summary>
    NoText,

    /// <summary>The program that reads this kind is not installed.</summary>
    ToolMissing,
}

/// <summary>The text of a file as people can read it.</summary>
/// <param name="Pages">Pages, sheets or slides; one for a file without pages.</param>
/// <param name="IsCut">The file has more text than is kept.</param>
public sealed record FileText(ImmutableArray<FileTextPage> Pages, bool IsCut)
{
    public static readonly FileText Empty = new([], false);
}

/// <param name="Title">The name of a sheet; else empty.</param>
/// <param name="Paragraphs">Each without line breaks.</param>
public sealed record FileTextPage(string Title, ImmutableArray<string> Paragraphs);
