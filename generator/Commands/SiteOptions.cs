using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Fachinfo.Reading;

namespace Fachinfo.Commands;

/// <summary>Options that several commands share.</summary>
internal sealed class SiteOptions
{
    public Option<string> Content { get; } = new("--content") { Description = "Ordner mit den Inhalten", DefaultValueFactory = _ => "content", HelpName = "ORDNER" };

    public Option<string?> Theme { get; } = new("--theme") { Description = "Ordner des Themes; sonst themes/fachinfo, sonst das eingebaute", HelpName = "ORDNER" };

    public Option<string?> BaseUrl { get; } = new("--base-url") { Description = "Adresse der Website statt der aus site.yml", HelpName = "URL" };

    public Option<DateOnly?> Today { get; } = new("--today") { Description = "Tag, für den gebaut wird; sonst heute", HelpName = "JJJJ-MM-TT", CustomParser = ParseDate };

    public Option<string?> SecretFile { get; } = new("--secret-file") { Description = "Datei mit dem Geheimnis des Mitgliederbereichs; sonst die Variable FACHINFO_SECRET", HelpName = "DATEI" };

    public Option<string?> MembersContent { get; } = new("--members-content") { Description = "Ordner, dessen Dateien über die Inhalte gelegt werden, etwa aus einem privaten Repositorium", HelpName = "ORDNER" };

    public Option<string?> MembersFile { get; } = new("--members-file") { Description = "Die Liste der Mitglieder statt der mitglieder.yml im Inhaltsordner", HelpName = "DATEI" };

    public Option<bool> AllowNewIds { get; } = new("--allow-new-ids") { Description = "Hinnehmen, dass eine andere Adresse der Website neue OParl-Kennungen ergibt" };

    public Option<bool> Strict { get; } = new("--strict") { Description = "Warnungen wie Fehler behandeln" };

    public Option<FindingFormat> Format { get; } = new("--format")
    {
        Description = "Form der Meldungen: text, github oder json",
        DefaultValueFactory = _ => FindingFormat.Text,
        HelpName = "FORM",
    };

    public SiteOptions()
    {
        BaseUrl.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !WebAddress.IsBase(token.Value))
            {
                result.AddError($"--base-url: „{token.Value}“ ist keine Adresse mit http:// oder https://, ohne „?“ und „#“.");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Add(Content);
        command.Add(Theme);
        command.Add(BaseUrl);
        command.Add(Today);
        command.Add(SecretFile);
        command.Add(MembersContent);
        command.Add(MembersFile);
        command.Add(AllowNewIds);
        command.Add(Strict);
        command.Add(Format);
    }

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        result.AddError($"--today: „{text}“ ist kein Datum der Form 2024-02-20.");
        return null;
    }
}

internal enum FindingFormat
{
    Text,
    Github,
    Json,
}
