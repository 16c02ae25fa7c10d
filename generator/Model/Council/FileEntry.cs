namespace Fachinfo.Model.Council;

/// <summary>A file of a paper, a meeting or an agenda item, as written (OParl: File).</summary>
/// <param name="File">The bytes, beside the document; <see langword="null"/> if only what is known about them is kept.</param>
/// <param name="Url">Where the file lies elsewhere.</param>
/// <param name="Visibility">Never wider than what it belongs to.</param>
public sealed record FileEntry(Located<string>? File, Located<string>? Url, Located<Visibility> Visibility)
{
    public string? Title { get; init; }

    /// <summary>Gets the file name as the source gives it, where there are no bytes.</summary>
    public string? FileName { get; init; }

    /// <summary>Gets the file's place among its siblings: the one main file, an invitation ...; else an attachment.</summary>
    public FileRole Role { get; init; }

    public DateOnly? Date { get; init; }

    public string? License { get; init; }

    public string? MimeType { get; init; }

    /// <summary>Gets the size that the source gives, where there are no bytes.</summary>
    public long? SizeInBytes { get; init; }

    /// <summary>Gets the file with the extracted text; by default the sidecar <c>name.pdf.inhalt.txt</c>.</summary>
    public Located<string>? Text { get; init; }

    public Withdrawal? Withdrawn { get; init; }

    public RecordDates Record { get; init; } = RecordDates.None;

    /// <summary>Gets what a reader sees: the title, else the name.</summary>
    public string Label => Title ?? FileName ?? NameOf(File?.Value) ?? NameOf(Url?.Value) ?? "";

    private static string? NameOf(string? path) => path?[(path.LastIndexOf('/') + 1)..];
}

/// <summary>What a file is to its paper or meeting, in OParl's words.</summary>
public enum FileRole
{
    Attachment,
    Main,
    Invitation,
    ResultsProtocol,
    VerbatimProtocol,
    Resolution,
}

/// <summary>The extracted text of a file, in a sidecar; the text itself is the document's body.</summary>
/// <param name="Characters">How much there is.</param>
public sealed record CouncilText(int Characters);
