namespace Fachinfo.HtmlImport;

/// <summary>A page to import.</summary>
/// <param name="Name">For messages: path below the folder, or address.</param>
/// <param name="Address">Where it was: an absolute address, or a path that starts with a slash.</param>
/// <param name="Bytes">As saved or sent; the encoding is found by byte-order mark, header and meta element.</param>
/// <param name="ContentType">As a server sent it; <see langword="null"/> for files.</param>
public sealed record ImportPage(string Name, string Address, byte[] Bytes, string? ContentType = null)
{
    /// <summary>Gets where a server led to from the address; empty if it did not.</summary>
    public string RedirectedTo { get; init; } = "";
}

/// <summary>A file of the content folder that the import makes, with its path below that folder.</summary>
public sealed record ImportedFile(string Path, byte[] Bytes);

/// <summary>What an import made of its pages.</summary>
/// <param name="Files">Notices and the files that they link to, in the order of the pages.</param>
/// <param name="Problems">What could not be read, in German: page and reason.</param>
/// <param name="Rubrics">All rubrics that the notices name.</param>
/// <param name="Notices">How many pages became notices.</param>
/// <param name="Furniture">Texts that were left out because they stand on most pages.</param>
public sealed record ImportResult(
    IReadOnlyList<ImportedFile> Files,
    IReadOnlyList<(string Page, string Reason)> Problems,
    IReadOnlyCollection<string> Rubrics,
    int Notices,
    IReadOnlyCollection<string> Furniture);
