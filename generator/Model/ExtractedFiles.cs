using System.Collections.Frozen;
using Fachinfo.Diagnostics;

namespace Fachinfo.Model;

/// <summary>What is known about attached files, and the ways to their texts, pictures and bytes, which are never held in memory.</summary>
/// <param name="readers">Read from cache and content when a page is rendered. Safe on many threads.</param>
public sealed class ExtractedFiles(IReadOnlyDictionary<SourcePath, ExtractedFile> files, FileReaders readers)
{
    public static readonly ExtractedFiles None = new(
        FrozenDictionary<SourcePath, ExtractedFile>.Empty,
        new FileReaders(_ => FileText.Empty, _ => Stream.Null, _ => Stream.Null));

    /// <summary>Gets all files with their sources.</summary>
    public IReadOnlyDictionary<SourcePath, ExtractedFile> All => files;

    public ExtractedFile? Find(SourcePath source) => files.GetValueOrDefault(source);

    /// <summary>Reads the text of a file, page by page; empty if it has none.</summary>
    public FileText TextOf(ExtractedFile file) => file.HasText ? readers.Text(file) : FileText.Empty;

    /// <summary>Opens the picture of the first page.</summary>
    public Stream OpenPicture(ExtractedFile file) => readers.Picture(file);

    /// <summary>Opens the bytes of the file itself.</summary>
    public Stream Open(SourcePath source) => readers.Bytes(source);

    /// <summary>The same for some of the files only: what public pages get knows of public files only.</summary>
    public ExtractedFiles Of(IEnumerable<SourcePath> sources) => new(
        sources.Where(files.ContainsKey).Distinct().ToFrozenDictionary(source => source, source => files[source]),
        readers);
}

/// <summary>The ways to what lies in cache and content.</summary>
public sealed record FileReaders(Func<ExtractedFile, FileText> Text, Func<ExtractedFile, Stream> Picture, Func<SourcePath, Stream> Bytes);
