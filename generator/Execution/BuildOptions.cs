using System.Collections.Immutable;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>What a build is asked to do, as values: no part of the engine looks at clock or environment.</summary>
/// <param name="Today">The build day.</param>
public sealed record BuildOptions(DateOnly Today)
{
    /// <summary>Gets the base URL that replaces the one of the configuration, or <see langword="null"/>.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Gets a value indicating whether warnings stop the build like errors.</summary>
    public bool Strict { get; init; }

    /// <summary>Gets a value indicating whether file contents are hashed instead of trusting size and time.</summary>
    public bool Verify { get; init; }

    /// <summary>Gets a value indicating whether drafts and notices of a later date are shown too.</summary>
    public bool IncludeUnpublished { get; init; }

    /// <summary>Gets the secret of the members' area, or <see langword="null"/>.</summary>
    public BuildSecret? Secret { get; init; }

    /// <summary>Gets what tells whether a source lies in a repository that everyone can read; <see langword="null"/> if none does, as far as known.</summary>
    public Func<SourcePath, bool>? IsInPublicRepository { get; init; }

    /// <summary>Gets a value indicating whether a changed base URL may give every OParl object a new id.</summary>
    public bool AllowsNewIds { get; init; }

    /// <summary>Gets a value indicating whether the theme is another than the one inside the program, which the tests of the program check.</summary>
    public bool HasOwnTheme { get; init; }

    /// <summary>Gets a value indicating whether text files get compressed twins (<c>.gz</c>, <c>.br</c>).</summary>
    public bool Precompress { get; init; }

    /// <summary>Gets the number of threads; the output does not depend on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Gets a value that differs between any two versions of the program that may write different bytes.</summary>
    public string ProgramId { get; init; } = typeof(BuildOptions).Module.ModuleVersionId.ToString("N");

    /// <summary>Gets where outside programs lie that are at hand, by name: <c>pdftotext</c>. A build is made anew when another one is there.</summary>
    public ImmutableSortedDictionary<string, string> Programs { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>
    /// Gets what is told when all pages are in place that somebody looks at: before feeds, archives, and what takes long to know
    /// (<see cref="EngineDefinition{TSite}.PlanLate"/>). <see langword="null"/> if everything goes into place at once.
    /// </summary>
    public Action<BuildResult>? PagesReady { get; init; }

    /// <summary>Gets what is told, once or twice and on any thread, when a build finds that it has more to do than after an edit, or a change of the theme.</summary>
    public Action? MuchToDo { get; init; }

    /// <summary>The number of sources parsed or files written that no edit reaches.</summary>
    internal const int Many = 256;

    /// <summary>Gets what is called when much of what a build held may not be needed any more: its documents, what the search is made of, or what pages were made of. Called often, and on any thread.</summary>
    public Action? MuchIsFree { get; init; }

    /// <summary>Gets where progress is told, or <see langword="null"/>. Called on any thread.</summary>
    public Action<BuildProgress>? Progress { get; init; }
}

/// <summary>A secret on its way through the engine, which does not look inside.</summary>
/// <remarks>A class, so that no record's <c>ToString</c> prints it.</remarks>
/// <param name="value">What the sealing makes its keys of.</param>
/// <param name="fingerprint">Tells two secrets apart in the cache, and nothing else.</param>
public sealed class BuildSecret(object value, string fingerprint)
{
    public object Value { get; } = value;

    public string Fingerprint { get; } = fingerprint;

    public override string ToString() => "BuildSecret";
}

/// <summary>How far a step is.</summary>
public readonly record struct BuildProgress(BuildStep Step, int Done, int Total);

public enum BuildStep
{
    Read,
    Parse,
    Link,
    Plan,
    Render,
    Write,
}
