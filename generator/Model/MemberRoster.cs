using System.Collections.Immutable;

namespace Fachinfo.Model;

/// <summary>Who may open what: <c>mitglieder.yml</c>. Holds no key and no code, and names of organisations, not of persons.</summary>
/// <param name="Check">Tells another secret apart; empty where nobody was added yet.</param>
public sealed record MemberRoster(string Check, ImmutableArray<AudienceState> Audiences, ImmutableArray<Member> Members)
{
    /// <summary>The name of the file in the content folder.</summary>
    public const string FileName = "mitglieder.yml";

    /// <summary>The period of an audience that nobody was ever entitled to.</summary>
    public const string NoPeriod = "none";

    public static readonly MemberRoster Empty = new("", [], []);

    /// <summary>The members who may see what is for this audience.</summary>
    public IEnumerable<Member> EntitledTo(string audience) =>
        Members.Where(member => member.Removed is null && member.Audiences.Contains(audience));

    public string PeriodOf(string audience) => Audiences.FirstOrDefault(state => state.Id == audience)?.Period ?? NoPeriod;
}

/// <summary>The time since somebody was last taken out of an audience; its keys are made of it.</summary>
/// <param name="Period">Drawn, never counted, so that no revert or merge brings old keys back.</param>
/// <param name="Roster">Hash of who is entitled, so that an edit by hand is noticed.</param>
public sealed record AudienceState(string Id, string Period, string Roster);

/// <param name="Id"><c>[a-z0-9-]{1,64}</c>.</param>
/// <param name="Serial">Drawn when the code is made; another serial, another code.</param>
/// <param name="Revoked">Serials of codes that are no longer good.</param>
/// <param name="Removed">When the member left; it stays listed, so that its code can be told from a mistyped one.</param>
public sealed record Member(
    string Id,
    string Name,
    ImmutableArray<string> Audiences,
    string Serial,
    ImmutableArray<string> Revoked,
    DateOnly? Removed);
