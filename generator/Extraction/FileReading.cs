using Fachinfo.Model;

namespace Fachinfo.Extraction;

/// <summary>What a reader found in one file.</summary>
internal sealed record FileReading
{
    public FileText Text { get; init; } = FileText.Empty;

    /// <summary>Gets the number of pages, sheets or slides; 0 if not known.</summary>
    public int PageCount { get; init; }

    public DateOnly? Created { get; init; }

    public DateOnly? Modified { get; init; }

    /// <summary>Gets a JPEG of the first page; may be empty.</summary>
    public byte[] Picture { get; init; } = [];

    public ExtractionProblem Problem { get; init; }

    public static FileReading Failed(ExtractionProblem problem) => new() { Problem = problem };
}

/// <summary>A file is made to exhaust its reader.</summary>
internal sealed class HostileFileException(string message) : Exception(message);

/// <summary>A file needs a password.</summary>
internal sealed class EncryptedFileException(string message) : Exception(message);
