using System.CommandLine;
using System.Security.Cryptography;
using Fachinfo.Model;
using Fachinfo.Sealing;

namespace Fachinfo.Commands;

/// <summary><c>members</c>: who may open the members' area, and with which codes.</summary>
internal static class MembersCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("members", "Verwaltet den Mitgliederbereich: Geheimnis, Mitglieder und Zugangscodes.");
        command.Add(Secret(host));
        command.Add(Add(host));
        command.Add(Remove(host));
        command.Add(Change(host, "renew", "Gibt einem Mitglied einen neuen Code; der alte gilt nicht mehr.", (change, roster, id) => change.Renew(roster, id)));
        command.Add(Rotate(host));
        command.Add(Apply(host));
        command.Add(List(host));
        command.Add(CodesCommand.Create(host));
        return command;
    }

    private static Command Secret(Host host)
    {
        var command = new Command("secret", "Macht ein neues Geheimnis und schreibt es auf die Standardausgabe.");
        command.SetAction(_ =>
        {
            host.Output.WriteLine(new SiteSecret(RandomNumberGenerator.GetBytes(SiteSecret.SizeInBytes)).Reveal());
            host.Error.WriteLine("Bewahren Sie es wie einen Schlüssel auf: Wer es hat, kann alles lesen, und ohne es gibt es neue Codes für alle.");
            return CommandLine.Good;
        });
        return command;
    }

    private static Command Add(Host host)
    {
        var command = new Command("add", "Nimmt ein Mitglied auf, oder gibt ihm weitere Gruppen.");
        var (id, options) = (IdArgument(), new MembersOptions());
        var name = new Option<string?>("--name") { Description = "Name der Organisation, nicht einer Person", HelpName = "NAME" };
        var audiences = AudienceOption("Gruppe; mehrfach möglich, sonst members");
        command.Add(id);
        command.Add(name);
        command.Add(audiences);
        options.AddTo(command);
        command.SetAction(parsed => new MembersRun(host, options, parsed).Change(run =>
        {
            var known = run.Find(parsed.GetValue(id)!);
            if ((parsed.GetValue(name) ?? known?.Name) is not { } called)
            {
                return run.Refuse("Es fehlt --name mit dem Namen der Organisation.");
            }

            string[] wanted = parsed.GetValue(audiences) is { Length: > 0 } given ? given : ["members"];
            return run.RequireAudiences(wanted)
                ? run.Draw().Add(run.Roster, parsed.GetValue(id)!, called, [.. wanted])
                : null;
        }));
        return command;
    }

    private static Command Remove(Host host)
    {
        var command = new Command("remove", "Nimmt ein Mitglied heraus, oder mit --audience nur aus dieser Gruppe.");
        var (id, options) = (IdArgument(), new MembersOptions());
        var audiences = AudienceOption("Nur aus dieser Gruppe");
        command.Add(id);
        command.Add(audiences);
        options.AddTo(command);
        command.SetAction(parsed => new MembersRun(host, options, parsed).Change(run =>
        {
            var member = parsed.GetValue(id)!;
            var given = parsed.GetValue(audiences) ?? [];
            if (!run.RequireMember(member) || !run.RequireAudiences(given))
            {
                return null;
            }

            return given.Length == 0
                ? run.Draw().Remove(run.Roster, member)
                : given.Aggregate(run.Roster, (roster, audience) => run.Draw().TakeAway(roster, member, audience));
        }));
        return command;
    }

    private static Command Change(Host host, string name, string description, Func<RosterChange, MemberRoster, string, MemberRoster> change)
    {
        var command = new Command(name, description);
        var (id, options) = (IdArgument(), new MembersOptions());
        command.Add(id);
        options.AddTo(command);
        command.SetAction(parsed => new MembersRun(host, options, parsed).Change(run =>
            run.RequireMember(parsed.GetValue(id)!) ? change(run.Draw(), run.Roster, parsed.GetValue(id)!) : null));
        return command;
    }

    private static Command Rotate(Host host)
    {
        var command = new Command("rotate", "Zieht neue Schlüssel; alle Codes bleiben gültig.");
        var options = new MembersOptions();
        var audiences = AudienceOption("Nur für diese Gruppe");
        command.Add(audiences);
        options.AddTo(command);
        command.SetAction(parsed => new MembersRun(host, options, parsed).Change(run =>
        {
            var given = parsed.GetValue(audiences) is { Length: > 0 } some ? some : [.. run.Audiences];
            return run.RequireAudiences(given) ? run.Draw().Rotate(run.Roster, given) : null;
        }));
        return command;
    }

    private static Command Apply(Host host)
    {
        var command = new Command("apply", "Übernimmt, was in mitglieder.yml von Hand geändert oder zusammengeführt wurde.");
        var options = new MembersOptions();
        options.AddTo(command);
        command.SetAction(parsed => new MembersRun(host, options, parsed).Change(run => run.Draw().Apply(run.Roster, run.Audiences)));
        return command;
    }

    private static Command List(Host host)
    {
        var command = new Command("list", "Zeigt die Mitglieder, ohne Codes.");
        var options = new MembersOptions();
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new MembersRun(host, options, parsed);
            if (!run.Open(needsSecret: false))
            {
                return run.Status;
            }

            foreach (var member in run.Roster.Members)
            {
                var state = member.Removed is { } day ? $"ausgeschieden {day:dd.MM.yyyy}" : string.Join(", ", member.Audiences);
                host.Output.WriteLine($"{member.Id}\t{member.Name}\t{state}");
            }

            if (run.Roster.Members.IsEmpty)
            {
                host.Error.WriteLine("Noch ist kein Mitglied eingetragen. Das erste nimmt auf: fachinfo members add ID --name NAME");
            }

            return CommandLine.Good;
        });
        return command;
    }

    private static Argument<string> IdArgument()
    {
        var id = new Argument<string>("ID") { Description = "Kennung aus Kleinbuchstaben, Ziffern und Bindestrichen" };
        id.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Pipelines.MembersSources.IsId(token.Value))
            {
                result.AddError($"Die Kennung „{token.Value}“ ist nicht erlaubt: bis zu 64 Kleinbuchstaben, Ziffern und Bindestriche.");
            }
        });
        return id;
    }

    private static Option<string[]> AudienceOption(string description) =>
        new("--audience") { Description = description, HelpName = "GRUPPE" };
}
