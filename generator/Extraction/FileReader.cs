using System.Security.Cryptography;
using System.Runtime.InteropServices;
using System.Xml;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Extraction;

/// <summary>Reads one file by the reader for its kind; whatever is wrong with it becomes a problem of the result.</summary>
internal sealed class FileReader(Func<SourceFile, Stream> open, IPdfReader? pdf)
{
    public bool CanReadPdf => pdf is not null;

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public (ExtractedFile File, FileReading Reading) Read(PlainFile source, bool isMembersOnly)
    {
        using var content = open(source.Source);
        var sha512 = SHA512.HashData(content);
        var kind = FileSniffer.Sniff(content, source.Source.Path.Extension);
        var reading = Read(kind, content, () => open(source.Source));
        var size = JpegSize.Of(reading.Picture);
        var file = new ExtractedFile(source.Hash, source.Source.Length, kind, ImmutableCollectionsMarshal.AsImmutableArray(sha512))
        {
            PageCount = Math.Clamp(reading.PageCount, 0, 100_000),
            Created = reading.Created,
            Modified = reading.Modified,
            HasText = !reading.Text.Pages.IsEmpty,
            HasPicture = size.Width > 0,
            PictureSize = size,
            Problem = reading.Problem,
            IsMembersOnly = isMembersOnly,
        };
        return (file, reading);
    }

    private FileReading Read(FileKind kind, Stream content, Func<Stream> reopen)
    {
        try
        {
            return kind.Id switch
            {
                "pdf" => pdf?.Read(reopen) ?? FileReading.Failed(ExtractionProblem.ToolMissing),
                "docx" => OfficeReader.ReadDocument(content),
                "xlsx" => SpreadsheetReader.Read(content),
                "pptx" => OfficeReader.ReadPresentation(content),
                "odt" or "ods" or "odp" => OpenDocumentReader.Read(content),
                "text" => PlainTextReader.ReadText(content),
                "csv" => PlainTextReader.ReadCsv(content),
                _ => new FileReading(),
            };
        }
        catch (EncryptedFileException)
        {
            return FileReading.Failed(ExtractionProblem.Encrypted);
        }
        catch (Exception problem) when (IsHostile(problem))
        {
            return FileReading.Failed(ExtractionProblem.Hostile);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or ThreadInterruptedException))
        {
            // The libraries throw many kinds of exceptions on broken files; none of them may end the build.
            return FileReading.Failed(ExtractionProblem.Broken);
        }
    }

    /// <summary>An archive or XML file that is larger than its limits, or has a DTD, which these formats never do.</summary>
    private static bool IsHostile(Exception problem) =>
        problem is HostileFileException
        || problem is XmlException { Message: var message } && (message.Contains("DTD", StringComparison.Ordinal) || message.Contains("MaxCharacters", StringComparison.Ordinal));
}
