using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>One file from anywhere on the disk, under a path of the content.</summary>
public sealed class SingleFileInput(string location, SourcePath path) : IInput
{
    public IReadOnlyList<SourceFile> List(ICollection<Diagnostic> findings)
    {
        var info = new FileInfo(location);
        return [new SourceFile(path, info.Length, info.LastWriteTimeUtc.Ticks)];
    }

    public byte[] Read(SourceFile file) => File.ReadAllBytes(location);

    public Stream Open(SourceFile file) => File.OpenRead(location);
}
