using Fachinfo.Diagnostics;

namespace Fachinfo.Model;

/// <summary>A value and where it stands in its file, counted from 1, so that a later step can point at it.</summary>
public readonly record struct Located<T>(T Value, int Line, int Column)
{
    public SourceLocation In(SourcePath path) => new(path, Line, Column);
}
