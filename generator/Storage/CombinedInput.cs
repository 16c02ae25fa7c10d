using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>Content and theme as one input; each file is read from where it lies.</summary>
public sealed class CombinedInput(IInput content, IInput theme) : IInput
{
    public IReadOnlyList<SourceFile> List(ICollection<Diagnostic> findings) => [.. theme.List(findings), .. content.List(findings)];

    public byte[] Read(SourceFile file) => Of(file).Read(file);

    public Stream Open(SourceFile file) => Of(file).Open(file);

    private IInput Of(SourceFile file) => file.Path.IsTheme ? theme : content;
}
