using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>A file of the content or theme folder, as listed; its bytes come from <see cref="IInput"/>.</summary>
/// <param name="Path">The name that diagnostics and links use.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Modified">Time of the last change in ticks of UTC; only ever compared for equality and order.</param>
public sealed record SourceFile(SourcePath Path, long Length, long Modified);

/// <summary>All files that a build reads. Implemented on disk, in memory, and by the theme inside the program.</summary>
public interface IInput
{
    /// <summary>Lists all files, sorted by path; what cannot be used at all is reported and left out.</summary>
    IReadOnlyList<SourceFile> List(ICollection<Diagnostic> findings);

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="IOException">The file is gone or cannot be read.</exception>
    byte[] Read(SourceFile file);

    /// <summary>Opens a file for streaming, for what may be large.</summary>
    Stream Open(SourceFile file);
}
