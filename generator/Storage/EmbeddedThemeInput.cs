using System.Reflection;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>The default theme, which travels inside the program.</summary>
public sealed class EmbeddedThemeInput : IInput
{
    private const string ResourcePrefix = "theme/";
    private readonly Assembly assembly = typeof(EmbeddedThemeInput).Assembly;

    /// <inheritdoc/>
    /// <remarks>The time of change is always 0: another theme means another program, which starts a new cache.</remarks>
    public IReadOnlyList<SourceFile> List(ICollection<Diagnostic> findings) =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new SourceFile(new SourcePath(SourcePath.ThemePrefix + name[ResourcePrefix.Length..]), LengthOf(name), 0)),
    ];

    public byte[] Read(SourceFile file)
    {
        using var stream = Open(file);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public Stream Open(SourceFile file) => OpenResource(ResourcePrefix + file.Path.Value[SourcePath.ThemePrefix.Length..]);

    private long LengthOf(string name)
    {
        using var stream = OpenResource(name);
        return stream.Length;
    }

    private Stream OpenResource(string name) => assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The program does not hold {name}.");
}
