using System.Security.Cryptography;
using System.Text;
using Fachinfo.Model;

namespace Fachinfo.Sealing;

/// <summary>The hash that <c>mitglieder.yml</c> keeps for each audience.</summary>
public static class RosterHash
{
    /// <summary>First 8 bytes of SHA-256 over the sorted lines <c>id/serial</c> of those entitled, each ended by a line feed.</summary>
    public static string Of(MemberRoster roster, string audience)
    {
        var lines = roster.EntitledTo(audience).Select(member => member.Id + "/" + member.Serial + "\n").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))).AsSpan(0, 8));
    }

    /// <summary>The audiences whose hash differs from who is entitled: edited by hand, or merged.</summary>
    public static IEnumerable<string> FindDifferences(MemberRoster roster, IEnumerable<string> audiences) =>
        audiences.Where(audience => roster.Audiences.FirstOrDefault(state => state.Id == audience) is { } state
            ? state.Roster != Of(roster, audience)
            : roster.EntitledTo(audience).Any());
}
