using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Fachinfo.CouncilImport;

namespace Fachinfo.Commands;

/// <summary>The words of <c>import oparl</c>.</summary>
internal sealed class OParlOptions
{
    public Argument<string> Source { get; } = new("quelle") { Description = "Adresse des Servers (System oder Body), oder ein Ordner mit JSON", HelpName = "URL|ORDNER" };

    public Option<string?> Body { get; } = new("--body") { Description = "Kommune: Adressteil, Name oder Kennung; nötig, wenn es mehrere gibt", HelpName = "KOMMUNE" };

    public Option<string?> Into { get; } = new("--into") { Description = "Zielordner; sonst <Inhalt>/ratsarchiv/<Kommune>", HelpName = "ORDNER" };

    public Option<string> Content { get; } = new("--content") { Description = "Ordner mit den Inhalten", DefaultValueFactory = _ => "content", HelpName = "ORDNER" };

    public Option<bool> Files { get; } = new("--files") { Description = "Auch die Dateien selbst herunterladen" };

    public Option<bool> Persons { get; } = new("--persons") { Description = "Auch Personen und Mitgliedschaften übernehmen; nur Namen und Rollen" };

    public Option<UnknownVisibility> Unknown { get; } = new("--unknown")
    {
        Description = "Was mit dem geschieht, bei dem nicht steht, ob es öffentlich ist: public oder hold (zurückhalten)",
        DefaultValueFactory = _ => UnknownVisibility.Public,
        HelpName = "REGEL",
    };

    public Option<DateOnly?> Since { get; } = new("--since") { Description = "Nur Vorlagen und Sitzungen, die sich seit diesem Tag geändert haben", HelpName = "JJJJ-MM-TT", CustomParser = ParseDate };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Nur zeigen, was geschehen würde" };

    public Option<bool> AllowRemovals { get; } = new("--allow-removals") { Description = "Auch mehr als 5 % auf einmal zurückziehen" };

    public Option<string[]> AllowHost { get; } = new("--allow-host") { Description = "Weiterer Server, der gefragt werden darf; private IP-Adressen nur, wenn sie hier stehen", HelpName = "HOST" };

    public Option<string?> Cache { get; } = new("--cache") { Description = "Ordner für abgerufene Antworten; sonst .import.cache neben dem Inhalt", HelpName = "ORDNER" };

    public void AddTo(Command command)
    {
        command.Add(Source);
        command.Add(Body);
        command.Add(Into);
        command.Add(Content);
        command.Add(Files);
        command.Add(Persons);
        command.Add(Unknown);
        command.Add(Since);
        command.Add(DryRun);
        command.Add(AllowRemovals);
        command.Add(AllowHost);
        command.Add(Cache);
    }

    public ImportOptions ToImport(ParseResult parsed, DateOnly today) => new(today)
    {
        Body = parsed.GetValue(Body),
        WithFiles = parsed.GetValue(Files),
        WithPersons = parsed.GetValue(Persons),
        Unknown = parsed.GetValue(Unknown),
        Since = parsed.GetValue(Since),
        IsDryRun = parsed.GetValue(DryRun),
        AllowRemovals = parsed.GetValue(AllowRemovals),
    };

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        result.AddError($"--since: „{text}“ ist kein Datum der Form 2024-02-20.");
        return null;
    }
}
