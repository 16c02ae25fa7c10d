using Fachinfo.Diagnostics;
using Fachinfo.Model;

namespace Fachinfo.Extraction;

/// <summary>Says at the place of a download what is wrong with its file.</summary>
internal static class FileFindings
{
    public static IEnumerable<Diagnostic> For(ExtractedFile file, IEnumerable<OfferedFile> places) =>
        places.SelectMany(place => For(file, place.Source).Select(code => code.At(place.Place, place.Source.FileName)));

    /// <summary>One line for all files that a missing program would have read.</summary>
    public static IEnumerable<Diagnostic> ForTools(IEnumerable<ExtractedFile> files)
    {
        var count = files.Count(file => file.Problem == ExtractionProblem.ToolMissing);
        return count == 0 ? [] : [Codes.PopplerMissing.ForSite(GermanText.Number(count))];
    }

    private static IEnumerable<DiagnosticCode> For(ExtractedFile file, SourcePath source)
    {
        if (file.Kind == FileKind.Executable)
        {
            yield return Codes.ExecutableFile;
            yield break;
        }

        if (!Fits(file.Kind, source.Extension))
        {
            yield return Codes.FileKindDiffers;
        }

        var code = file.Problem switch
        {
            ExtractionProblem.Broken => Codes.FileBroken,
            ExtractionProblem.Encrypted => Codes.FileEncrypted,
            ExtractionProblem.Hostile => Codes.FileHostile,
            ExtractionProblem.TooCostly => Codes.FileTooCostly,
            ExtractionProblem.NoText => Codes.FileWithoutText,
            _ => null,
        };
        if (code is not null)
        {
            yield return code;
        }
    }

    /// <summary>An extension that promises nothing fits everything; text may be called as it likes, unless the name promises another kind.</summary>
    private static bool Fits(FileKind kind, string extension) =>
        kind.Extensions.Contains(extension)
        || FileKind.ByExtension(extension) is not { } promised
        || (kind == FileKind.Text && promised == FileKind.Xml);
}
