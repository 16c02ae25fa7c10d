using System.CommandLine;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pipelines;
using Fachinfo.Reading;
using Fachinfo.Sealing;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary>What the commands that read a site have in common: where it lies, and how findings are shown.</summary>
internal sealed class SiteRun(Host host, SiteOptions options, ParseResult parsed)
{
    public const string DefaultTheme = "themes/fachinfo";

    public string Content { get; } = parsed.GetValue(options.Content)!;

    public FindingFormat Format { get; } = parsed.GetValue(options.Format);

    public string? ThemeFolder { get; } = parsed.GetValue(options.Theme) ?? (Directory.Exists(DefaultTheme) ? DefaultTheme : null);

    private readonly string? membersContent = parsed.GetValue(options.MembersContent);
    private readonly string? membersFile = parsed.GetValue(options.MembersFile);
    private SiteSecret? secret;
    private LayeredInput? overlay;

    /// <summary>Reports folders that are not there; a wrong path is wrong usage, not wrong content.</summary>
    public bool RequireFolders()
    {
        if (!Directory.Exists(Content))
        {
            host.Error.WriteLine($"Den Inhaltsordner „{Content}“ gibt es nicht. Geben Sie ihn mit --content an.");
            return false;
        }

        if (ThemeFolder is { } theme && !Directory.Exists(theme))
        {
            host.Error.WriteLine($"Den Theme-Ordner „{theme}“ gibt es nicht. Geben Sie ihn mit --theme an.");
            return false;
        }

        if (membersContent is not null && !Directory.Exists(membersContent))
        {
            host.Error.WriteLine($"Den Ordner „{membersContent}“ gibt es nicht. Geben Sie ihn mit --members-content an.");
            return false;
        }

        if (membersFile is not null && !File.Exists(membersFile))
        {
            host.Error.WriteLine($"Die Datei „{membersFile}“ gibt es nicht. Geben Sie sie mit --members-file an.");
            return false;
        }

        return SecretSource.TryRead(host, parsed.GetValue(options.SecretFile), out secret);
    }

    public IInput Input() => new CombinedInput(
        ContentInput(),
        ThemeFolder is { } theme ? new FolderInput(theme, SourcePath.ThemePrefix) : new EmbeddedThemeInput());

    public BuildOptions BuildOptions() => new(parsed.GetValue(options.Today) ?? host.Today())
    {
        BaseUrl = BaseUrl?.TrimEnd('/'),
        HasOwnTheme = ThemeFolder is not null,
        AllowsNewIds = parsed.GetValue(options.AllowNewIds),
        Strict = parsed.GetValue(options.Strict),
        Threads = host.Processors,
        Programs = host.FindPrograms(SiteDefinition.Programs),
        Secret = SecretSource.ForBuild(secret),
        IsInPublicRepository = PublicRepository.IsSaidBy(host) ? path => overlay?.IsAbove(path) != true : null,
    };

    public BuildResult Build(IInput input, ICache cache, IOutput output, BuildOptions buildOptions) =>
        new Engine<LinkedSite>(host.Definition, input, cache, output).Build(buildOptions);

    /// <summary>Builds everything and writes nothing.</summary>
    public BuildResult Rehearse() => Build(Input(), new MemoryCache(), new DiscardedOutput(), BuildOptions());

    /// <summary>Reads and checks the site without writing anything.</summary>
    /// <param name="linked">Gets the linked site, if the content makes one.</param>
    public BuildResult Check(ICache cache, Action<LinkedSite> linked)
    {
        var listening = host.Definition with
        {
            Plan = site =>
            {
                linked(site);
                return host.Definition.Plan(site);
            },
        };
        return new Engine<LinkedSite>(listening, Input(), cache, new DiscardedOutput()).Build(BuildOptions());
    }

    private IInput ContentInput()
    {
        IInput content = new FolderInput(Content);
        if (membersContent is not null)
        {
            content = overlay = new LayeredInput(content, new FolderInput(membersContent));
        }

        return membersFile is null ? content : new LayeredInput(content, new SingleFileInput(membersFile, new SourcePath(MemberRoster.FileName)));
    }

    /// <summary>Joins findings of a later check to those of the build, weighed by the same rule.</summary>
    public IReadOnlyList<Diagnostic> Escalate(IEnumerable<Diagnostic> findings, IEnumerable<Diagnostic> later)
    {
        var isStrict = parsed.GetValue(options.Strict);
        return [.. findings.Concat(later.Select(finding => isStrict && finding.Severity == Severity.Warning ? finding with { Severity = Severity.Error } : finding)).Order()];
    }

    /// <summary>Gets the folders that the site is made of, but for a theme inside the program.</summary>
    public IEnumerable<string> Folders => new[] { Content, ThemeFolder, membersContent }.OfType<string>();

    public string? BaseUrl { get; } = parsed.GetValue(options.BaseUrl) is { } address ? WebAddress.ToAscii(address) : null;

    /// <summary>Reads <c>site.yml</c> alone; <see langword="null"/> if it is not there or says too little.</summary>
    public SiteConfiguration? ReadConfiguration()
    {
        var path = Path.Combine(Content, SiteLinker.ConfigurationPath.Value);
        return File.Exists(path) ? SiteOutline.ReadConfiguration(File.ReadAllBytes(path)) : null;
    }

    public FindingWriter Writer() => new(host, Format, Content, ThemeFolder);

    /// <summary>Writes all findings to standard error and returns the exit status that follows from them.</summary>
    public int Report(IEnumerable<Diagnostic> findings)
    {
        return Writer().Write(findings) ? CommandLine.Good : CommandLine.ContentErrors;
    }
}
