using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Execution;
using Fachinfo.Pipelines;

namespace Fachinfo.Commands;

/// <summary>Console, clock and environment, as far as commands use them; tests give their own.</summary>
public sealed class Host
{
    public TextWriter Output { get; init; } = Console.Out;

    public TextWriter Error { get; init; } = Console.Error;

    /// <summary>Gets how long a build may take before it shows how far it is.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    public bool IsInteractive { get; init; } = !Console.IsErrorRedirected;

    /// <summary>Gets a value indicating whether standard output is a screen rather than a file or pipe.</summary>
    public bool IsTerminal { get; init; } = !Console.IsOutputRedirected;

    /// <summary>Gets today's date where the machine is: a notice dated today appears today.</summary>
    public Func<DateOnly> Today { get; init; } = () => DateOnly.FromDateTime(DateTime.Now);

    /// <summary>Gets the moment, for records of what changed when.</summary>
    public Func<DateTimeOffset> Now { get; init; } = () => DateTimeOffset.Now;

    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Gets what takes a variable out of the environment, so that no child process inherits it.</summary>
    public Action<string> Forget { get; init; } = name => Environment.SetEnvironmentVariable(name, null);

    /// <summary>Gets how to wait between two requests; tests do not wait.</summary>
    public Action<TimeSpan> Wait { get; init; } = Thread.Sleep;

    /// <summary>Gets a function that tells whether somebody can be asked something.</summary>
    public Func<bool> CanAsk { get; init; } = () => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Gets a function that reads a line that somebody types; <see langword="null"/> at the end.</summary>
    public Func<string?> ReadLine { get; init; } = Console.ReadLine;

    /// <summary>Gets what ends a command that runs until it is told to; Ctrl+C does as well.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Gets what a site is made by.</summary>
    public EngineDefinition<LinkedSite> Definition { get; init; } = SiteDefinition.Create();

    /// <summary>Gets what is called when a build may find most of its work done; a process that is not ours alone is not tuned.</summary>
    public Action PutOffCollection { get; init; } = static () => { };

    /// <summary>Gets what is called when it then has much to do after all.</summary>
    public Action CollectAgain { get; init; } = static () => { };

    /// <summary>Gets what is called when a build has let go of much.</summary>
    public Action CollectFreed { get; init; } = static () => { };

    public int Processors { get; init; } = Environment.ProcessorCount;

    /// <summary>Finds outside programs in the folders of PATH.</summary>
    /// <returns>The full paths of those that are there, by name.</returns>
    public ImmutableSortedDictionary<string, string> FindPrograms(IEnumerable<string> names)
    {
        var folders = (Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathFullyQualified).ToList();
        string[] endings = OperatingSystem.IsWindows() ? [".exe"] : [""];
        return names
            .Select(name => (Name: name, Path: folders.SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending))).FirstOrDefault(File.Exists)))
            .Where(program => program.Path is not null)
            .ToImmutableSortedDictionary(program => program.Name, program => program.Path!, StringComparer.Ordinal);
    }

    /// <summary>Gets the version of the program, without the hash of its source.</summary>
    public static string Version => typeof(Host).Assembly.GetName().Version!.ToString(3);

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') + " s";
}
