using System.CommandLine;

namespace Fachinfo.Commands;

/// <summary>Options of all members' commands.</summary>
internal sealed class MembersOptions
{
    public Option<string> Content { get; } = new("--content") { Description = "Ordner mit den Inhalten", DefaultValueFactory = _ => "content", HelpName = "ORDNER" };

    public Option<string?> MembersFile { get; } = new("--members-file") { Description = "Die Liste der Mitglieder statt der mitglieder.yml im Inhaltsordner", HelpName = "DATEI" };

    public Option<string?> SecretFile { get; } = new("--secret-file") { Description = "Datei mit dem Geheimnis; sonst die Variable FACHINFO_SECRET", HelpName = "DATEI" };

    public void AddTo(Command command)
    {
        command.Add(Content);
        command.Add(MembersFile);
        command.Add(SecretFile);
    }
}
