using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>One input laid over another: a file of the upper one replaces that of the same path below.</summary>
public sealed class LayeredInput(IInput below, IInput above) : IInput
{
    private readonly HashSet<SourcePath> ofAbove = [];

    /// <summary>Tells whether a file comes from above; known once the files are listed.</summary>
    public bool IsAbove(SourcePath path) => ofAbove.Contains(path);

    public IReadOnlyList<SourceFile> List(ICollection<Diagnostic> findings)
    {
        var upper = above.List(findings);
        ofAbove.UnionWith(upper.Select(file => file.Path));
        return [.. below.List(findings).Where(file => !ofAbove.Contains(file.Path)).Concat(upper).OrderBy(file => file.Path)];
    }

    public byte[] Read(SourceFile file) => Of(file).Read(file);

    public Stream Open(SourceFile file) => Of(file).Open(file);

    private IInput Of(SourceFile file) => ofAbove.Contains(file.Path) ? above : below;
}
