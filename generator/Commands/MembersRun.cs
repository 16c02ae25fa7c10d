using System.CommandLine;
using System.Security.Cryptography;
using Fachinfo.Model;
using Fachinfo.Pipelines;
using Fachinfo.Sealing;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary>One run of a members' command: reads settings, members and secret, and writes the members back.</summary>
internal sealed class MembersRun(Host host, MembersOptions options, ParseResult parsed)
{
    private readonly string content = parsed.GetValue(options.Content)!;
    private readonly string path = parsed.GetValue(options.MembersFile) ?? Path.Combine(parsed.GetValue(options.Content)!, MemberRoster.FileName);
    private SiteSecret? secret;

    public MemberRoster Roster { get; private set; } = MemberRoster.Empty;

    public SiteConfiguration Configuration { get; private set; } = null!;

    public IEnumerable<string> Audiences => Configuration.Access.Audiences;

    public string Content => content;

    /// <summary>Gets the exit status after <see cref="Open"/> said no.</summary>
    public int Status { get; private set; } = CommandLine.Good;

    public SiteSecret Secret => secret!;

    /// <summary>Reads what the command works on; tells what is wrong with it.</summary>
    public bool Open(bool needsSecret)
    {
        var settings = Path.Combine(content, "site.yml");
        if (!File.Exists(settings))
        {
            return Stop(CommandLine.WrongUsage, $"In „{content}“ gibt es keine site.yml. Geben Sie den Inhaltsordner mit --content an.");
        }

        if (!SecretSource.TryRead(host, parsed.GetValue(options.SecretFile), out secret))
        {
            Status = CommandLine.WrongUsage;
            return false;
        }

        if (needsSecret && secret is null)
        {
            return Stop(CommandLine.WrongUsage, "Dafür wird das Geheimnis gebraucht: in der Variablen FACHINFO_SECRET oder mit --secret-file.");
        }

        var sources = MembersSources.Read(File.ReadAllBytes(settings), RosterFile.Read(path));
        if (sources is not { Configuration: { } configuration, Roster: { } roster } || sources.Findings.Count > 0)
        {
            _ = new FindingWriter(host, FindingFormat.Text, content, null).Write(sources.Findings);
            Status = CommandLine.ContentErrors;
            return false;
        }

        (Configuration, Roster) = (configuration, roster);
        return secret is null || roster.Check.Length == 0 || roster.Check == secret.Check
            || Stop(CommandLine.ContentErrors, "Das Geheimnis ist ein anderes als das, mit dem mitglieder.yml angelegt wurde. Nach einem Wechsel löschen Sie dort die Zeile „check“ und rufen „fachinfo members apply“ auf.");
    }

    /// <summary>Changes the members and writes them, unless the change says no by <see langword="null"/>.</summary>
    public int Change(Func<MembersRun, MemberRoster?> change)
    {
        if (!Open(needsSecret: false) || change(this) is not { } changed)
        {
            return Status == CommandLine.Good ? CommandLine.WrongUsage : Status;
        }

        changed = changed with { Check = secret?.Check ?? changed.Check };
        RosterFile.Write(path, RosterText.Write(changed));
        foreach (var audience in changed.Audiences.Where(state => Roster.PeriodOf(state.Id) is var period && period != state.Period && period != MemberRoster.NoPeriod))
        {
            host.Output.WriteLine($"Gruppe „{audience.Id}“: neue Schlüssel. Bauen Sie die Website neu und löschen Sie alte Stände beim Anbieter.");
        }

        var count = changed.Members.Count(member => member.Removed is null);
        host.Output.WriteLine($"„{path}“ geschrieben: {GermanText.Count(count, "Mitglied", "Mitglieder")}.");
        return CommandLine.Good;
    }

    public RosterChange Draw() => new(host.Today(), () => RandomNumberGenerator.GetHexString(16, lowercase: true));

    public Member? Find(string id) => Roster.Members.FirstOrDefault(member => member.Id == id);

    public bool RequireMember(string id) => Find(id) switch
    {
        { Removed: null } => true,
        { Removed: { } day } => Stop(CommandLine.WrongUsage, $"Das Mitglied „{id}“ ist seit dem {day:dd.MM.yyyy} ausgeschieden. Wieder aufnehmen: fachinfo members add {id}"),
        null => Stop(CommandLine.WrongUsage, $"Das Mitglied „{id}“ gibt es nicht. {NearestName.Suggest(id, Roster.Members.Where(member => member.Removed is null).Select(member => member.Id), "Alle zeigt: fachinfo members list.")}"),
    };

    public bool RequireAudiences(IEnumerable<string> audiences) =>
        audiences.Except(Audiences).FirstOrDefault() is not { } unknown
        || Stop(CommandLine.WrongUsage, $"Die Gruppe „{unknown}“ steht nicht in site.yml; dort stehen: {string.Join(", ", Audiences)}.");

    public MemberRoster? Refuse(string reason)
    {
        _ = Stop(CommandLine.WrongUsage, reason);
        return null;
    }

    public bool Stop(int status, string reason)
    {
        host.Error.WriteLine(reason);
        Status = status;
        return false;
    }
}
