using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>An input that begins to list its files at once, while output and cache are still being opened.</summary>
public sealed class ListedAhead(IInput input) : IInput
{
    private readonly Task<(IReadOnlyList<SourceFile> Files, List<Diagnostic> Findings)> listing = Task.Run(() =>
    {
        var findings = new List<Diagnostic>();
        return (input.List(findings), findings);
    });

    public IReadOnlyList<SourceFile> List(ICollection<Diagnostic> findings)
    {
        var (files, found) = listing.GetAwaiter().GetResult();
        found.ForEach(findings.Add);
        return files;
    }

    public byte[] Read(SourceFile file) => input.Read(file);

    public Stream Open(SourceFile file) => input.Open(file);
}
