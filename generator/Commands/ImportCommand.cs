using System.CommandLine;

namespace Fachinfo.Commands;

/// <summary><c>import</c>: content from elsewhere.</summary>
internal static class ImportCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("import", "Übernimmt Inhalte von anderswo.");
        command.Add(ImportHtmlCommand.Create(host));
        command.Add(ImportOParlCommand.Create(host));
        return command;
    }
}
