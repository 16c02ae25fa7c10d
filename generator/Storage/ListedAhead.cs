using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>An input that begins to list its files at once, while output and cache are still being opened.</summary>
public sealed class ListedAhead(IInput input) : IInput
{
    private Task<(IReadOnlyList<SourceFile> Files, List<Diagnostic> Findings)>? listing = Task.Run(() => ListNow(input));

    /// <summary>Hands the list out once and does not keep it; whoever asks again gets a new one.</summary>
    public IReadOnlyList<SourceFile> List(ICollection<Diagnostic> findings)
    {
        var (files, found) = listing is { } ahead ? ahead.GetAwaiter().GetResult() : ListNow(input);
        listing = null;
        found.ForEach(findings.Add);
        return files;
    }

    private static (IReadOnlyList<SourceFile> Files, List<Diagnostic> Findings) ListNow(IInput input)
    {
        var findings = new List<Diagnostic>();
        return (input.List(findings), findings);
    }

    public byte[] Read(SourceFile file) => input.Read(file);

    public Stream Open(SourceFile file) => input.Open(file);
}
