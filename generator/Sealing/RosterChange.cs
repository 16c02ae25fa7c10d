using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Model;

namespace Fachinfo.Sealing;

/// <summary>The changes of <c>mitglieder.yml</c>: who loses something gets a new period drawn for it, so that old keys open nothing new.</summary>
/// <param name="Today">Starts the name of a new period.</param>
/// <param name="Draw">Draws 8 random bytes in hex.</param>
public sealed record RosterChange(DateOnly Today, Func<string> Draw)
{
    /// <summary>Adds a member, or adds audiences to it; a member that was removed comes back with a new code.</summary>
    public MemberRoster Add(MemberRoster roster, string id, string name, ImmutableArray<string> audiences)
    {
        var known = Find(roster, id);
        var member = known switch
        {
            null => new Member(id, name, audiences, Draw(), [], null),
            { Removed: not null } => known with { Name = name, Audiences = audiences, Serial = Draw(), Revoked = known.Revoked.Add(known.Serial), Removed = null },
            _ => known with { Name = name, Audiences = [.. known.Audiences.Union(audiences)] },
        };
        return Settle(Replace(roster, member), audiences, []);
    }

    /// <summary>Takes a member out of everything; it stays listed as removed.</summary>
    public MemberRoster Remove(MemberRoster roster, string id)
    {
        var member = Find(roster, id)!;
        return Settle(Replace(roster, member with { Audiences = [], Removed = Today }), [], member.Audiences);
    }

    /// <summary>Takes one audience away from a member.</summary>
    public MemberRoster TakeAway(MemberRoster roster, string id, string audience)
    {
        var member = Find(roster, id)!;
        return Settle(Replace(roster, member with { Audiences = member.Audiences.Remove(audience) }), [], [audience]);
    }

    /// <summary>Gives a member a new code, after the old one was lost or seen by others.</summary>
    public MemberRoster Renew(MemberRoster roster, string id)
    {
        var member = Find(roster, id)!;
        return Settle(Replace(roster, member with { Serial = Draw(), Revoked = member.Revoked.Add(member.Serial) }), [], member.Audiences);
    }

    /// <summary>Draws new periods: all sealed things get new keys and addresses, all codes stay.</summary>
    public MemberRoster Rotate(MemberRoster roster, IEnumerable<string> audiences) => Settle(roster, [], audiences);

    /// <summary>Takes over what was edited by hand or merged.</summary>
    public MemberRoster Apply(MemberRoster roster, IEnumerable<string> audiences) =>
        Settle(roster, [], RosterHash.FindDifferences(roster, audiences).ToList());

    private static Member? Find(MemberRoster roster, string id) => roster.Members.FirstOrDefault(member => member.Id == id);

    private static MemberRoster Replace(MemberRoster roster, Member member) => roster with
    {
        Members = [.. roster.Members.Where(other => other.Id != member.Id).Append(member).OrderBy(one => one.Id, StringComparer.Ordinal)],
    };

    /// <summary>Brings periods and hashes up to date.</summary>
    /// <param name="grown">Audiences that somebody came to: their period stays.</param>
    /// <param name="shrunk">Audiences that somebody left: their period is drawn anew.</param>
    private MemberRoster Settle(MemberRoster roster, IEnumerable<string> grown, IEnumerable<string> shrunk)
    {
        var fresh = shrunk.ToHashSet(StringComparer.Ordinal);
        var ids = roster.Audiences.Select(state => state.Id).Union(grown).Union(fresh).Order(StringComparer.Ordinal);
        var touched = grown.Union(fresh).ToHashSet(StringComparer.Ordinal);
        return roster with
        {
            Audiences =
            [
                .. ids.Select(id => roster.Audiences.FirstOrDefault(state => state.Id == id) switch
                {
                    { } state when !touched.Contains(id) => state,
                    { } state when !fresh.Contains(id) => state with { Roster = RosterHash.Of(roster, id) },
                    _ => new AudienceState(id, NewPeriod(), RosterHash.Of(roster, id)),
                }),
            ],
        };
    }

    private string NewPeriod() => Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "-" + Draw();
}
