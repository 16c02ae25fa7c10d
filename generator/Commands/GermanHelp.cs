using System.CommandLine;
using System.CommandLine.Invocation;

namespace Fachinfo.Commands;

/// <summary>The help of every command in German; the library's own is English only.</summary>
internal sealed class GermanHelp(Host host) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = host.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine("Aufruf:");
        output.WriteLine($"  {PathOf(parseResult)}{ArgumentsOf(command)}{(command.Subcommands.Count > 0 ? " [Befehl]" : "")} [Optionen]");
        Table("Befehle:", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description ?? "")));
        Table("Optionen:", command.Options.Concat(Inherited(parseResult)).Where(option => !option.Hidden).Select(option => (NamesOf(option), DescriptionOf(option))));
        return CommandLine.Good;
    }

    /// <summary>The words that follow a command: <c> &lt;TITEL&gt;</c>, in brackets where they can be left out.</summary>
    public static string ArgumentsOf(Command command) => string.Concat(command.Arguments.Select(argument =>
        argument.Arity.MinimumNumberOfValues == 0 ? $" [<{argument.HelpName ?? argument.Name}>]" : $" <{argument.HelpName ?? argument.Name}>"));

    private void Table(string title, IEnumerable<(string Name, string Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        host.Output.WriteLine();
        host.Output.WriteLine(title);
        var width = all.Max(row => row.Name.Length);
        foreach (var (name, text) in all)
        {
            host.Output.WriteLine($"  {name.PadRight(width)}  {text}");
        }
    }

    public static string PathOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (System.CommandLine.Parsing.SymbolResult? result = parsed.CommandResult; result is not null; result = result.Parent)
        {
            if (result is System.CommandLine.Parsing.CommandResult command)
            {
                names.Insert(0, command.Command.Name);
            }
        }

        return string.Join(' ', names);
    }

    /// <summary>Options of the commands above that hold here too.</summary>
    private static IEnumerable<Option> Inherited(ParseResult parsed) => parsed.CommandResult.Parent is System.CommandLine.Parsing.CommandResult
        ? parsed.RootCommandResult.Command.Options.Where(option => option.Recursive)
        : [];

    private static string NamesOf(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias is not ("-?" or "/?" or "/h")).Append(option.Name).OrderBy(name => name.Length));
        return option.HelpName is { } value && option.ValueType != typeof(bool) ? $"{names} <{value}>" : names;
    }

    private static string DescriptionOf(Option option) => option switch
    {
        System.CommandLine.Help.HelpOption => "Zeigt diese Hilfe",
        VersionOption => "Zeigt die Version",
        { HasDefaultValue: true } when option.ValueType != typeof(bool) && option.GetDefaultValue() is { } value =>
            $"{option.Description} [sonst: {value.ToString()!.ToLowerInvariant()}]",
        _ => option.Description ?? "",
    };
}
