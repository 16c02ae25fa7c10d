using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Fachinfo.Model;

namespace Fachinfo.Commands;

/// <summary>The list of commands. Exit status: 0 good, 1 errors of the content, 2 wrong usage, 3 a fault of program or machine.</summary>
public static class CommandLine
{
    public const int Good = 0;
    public const int ContentErrors = 1;
    public const int WrongUsage = 2;
    public const int Fault = 3;

    public static int Run(string[] args, Host host)
    {
        var root = new RootCommand("fachinfo: macht aus Markdown-Mitteilungen eine Website mit Fachinformationen.");
        root.Add(BuildCommand.Create(host));
        root.Add(CheckCommand.Create(host));
        root.Add(PreviewCommand.Create(host));
        root.Add(NewCommand.Create(host));
        root.Add(InspectCommand.Create(host));
        root.Add(MembersCommand.Create(host));
        root.Add(HostingCommand.Create(host));
        root.Add(WithdrawCommand.Create(host));
        root.Add(ImportCommand.Create(host));

        root.Options.OfType<HelpOption>().Single().Action = new GermanHelp(host);

        // Without a command, build: `dotnet run --project generator` is all that a newcomer needs to know.
        string[] all = NamesNoCommand(args) ? ["build", .. args] : args;
        var parsed = root.Parse(all);
        var isSuggestion = all[0].StartsWith("[suggest", StringComparison.Ordinal); // Half a line is no error then: the shell wants to complete it.
        if (parsed.Errors.Count > 0 && !isSuggestion && parsed.Action is not GermanHelp)
        {
            return ReportUsage(parsed, host);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = host.Output, Error = host.Error });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            host.Error.WriteLine($"Abgebrochen: {fault.Message}");
            host.Error.WriteLine("Die zuletzt gebaute Website ist unverändert nutzbar.");
            return Fault;
        }
#pragma warning disable CA1031 // The one place where a fault of the program itself ends: it is told, not thrown at an editor.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            host.Error.WriteLine("Fehler im Programm. Bitte melden Sie ihn mit den folgenden Zeilen; die zuletzt gebaute Website ist unverändert nutzbar.");
            host.Error.WriteLine(fault.ToString());
            return Fault;
        }
    }

    /// <summary>Tells whether a call reads the content, as far as its first word says.</summary>
    public static bool Reads(string[] args) => NamesNoCommand(args) || args is ["build" or "check" or "preview", ..];

    private static bool NamesNoCommand(string[] args) => args is [] || (args[0].StartsWith('-') && args[0] is not ("-h" or "--help" or "-?" or "--version"));

    /// <summary>Tells in German what is wrong with the words of the call.</summary>
    private static int ReportUsage(ParseResult parsed, Host host)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(sub => sub.Name)).ToList();
        foreach (var token in parsed.UnmatchedTokens)
        {
            host.Error.WriteLine($"„{token}“ ist hier nicht bekannt. {NearestName.Suggest(token, known, "")}".TrimEnd());
        }

        // Messages of our own validators are German already; those of the library are about a missing value or word.
        foreach (var error in parsed.Errors.Where(_ => parsed.UnmatchedTokens.Count == 0))
        {
            var isOurs = error.Message.Contains('„', StringComparison.Ordinal);
            host.Error.WriteLine(isOurs ? error.Message : error.SymbolResult is OptionResult result ? ExplainValue(result.Option) : ExplainWord(command, GermanHelp.PathOf(parsed)));
        }

        host.Error.WriteLine(command is RootCommand ? "Hilfe: fachinfo --help" : $"Hilfe: {GermanHelp.PathOf(parsed)} --help");
        return WrongUsage;
    }

    private static string ExplainValue(Option option) => option.ValueType.IsEnum
        ? $"Bei {option.Name} fehlt eine Angabe, oder sie ist nicht erlaubt; möglich sind: {string.Join(", ", Enum.GetNames(option.ValueType)).ToLowerInvariant()}."
        : $"Bei {option.Name} fehlt eine Angabe, oder sie ist nicht erlaubt.";

    private static string ExplainWord(Command command, string path) => command.Subcommands.Count > 0
        ? $"Hinter {path} fehlt ein Befehl; möglich sind: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}."
        : $"Bei {command.Name} fehlt eine Angabe, oder sie ist nicht erlaubt; erwartet wird: {path}{GermanHelp.ArgumentsOf(command)}";
}
