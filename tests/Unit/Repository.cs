using System.Runtime.CompilerServices;

namespace Fachinfo.Tests;

/// <summary>Where the repository lies, known from the place of this source file.</summary>
public static class Repository
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    /// <summary>Gets a value indicating whether golden files are to be rewritten instead of compared.</summary>
    public static bool UpdatesGolden => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
