namespace Fachinfo.Diagnostics;

/// <summary>A place in a source file. Line and column count from 1 and point at the value; 0 means the file as a whole.</summary>
public readonly record struct SourceLocation(SourcePath Path, int Line, int Column)
{
    /// <summary>The file as a whole, or the site as a whole if <paramref name="path"/> is empty.</summary>
    public static SourceLocation Of(SourcePath path) => new(path, 0, 0);
}
