using System.Globalization;
using System.Text;
using Fachinfo.Model;

namespace Fachinfo.Sealing;

/// <summary>Writes <c>mitglieder.yml</c>: one member a block, sorted, so that a change shows as few lines.</summary>
public static class RosterText
{
    private const string Comment = """
        # Wer den Mitgliederbereich öffnen darf. Diese Datei enthält keine Schlüssel und keine Zugangscodes.
        # Bitte nur mit „fachinfo members“ ändern; nach einer Änderung von Hand: fachinfo members apply.
        # Namen von Organisationen, nicht von Personen.

        """;

    public static string Write(MemberRoster roster)
    {
        var text = new StringBuilder(Comment.ReplaceLineEndings("\n"));
        text.Append("check: \"").Append(roster.Check).Append("\"\n");
        text.Append(roster.Audiences.IsEmpty ? "audiences: []\n" : "audiences:\n");
        foreach (var audience in roster.Audiences)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: {audience.Id}\n    period: {audience.Period}\n    roster: \"{audience.Roster}\"\n");
        }

        text.Append(roster.Members.IsEmpty ? "members: []\n" : "members:\n");
        foreach (var member in roster.Members)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: {Quote(member.Id)}\n    name: {Quote(member.Name)}\n");
            text.Append(CultureInfo.InvariantCulture, $"    audiences: [{string.Join(", ", member.Audiences)}]\n    serial: \"{member.Serial}\"\n");
            if (!member.Revoked.IsEmpty)
            {
                text.Append(CultureInfo.InvariantCulture, $"    revoked: [{string.Join(", ", member.Revoked.Select(serial => $"\"{serial}\""))}]\n");
            }

            if (member.Removed is { } removed)
            {
                text.Append(CultureInfo.InvariantCulture, $"    removed: {removed:yyyy-MM-dd}\n");
            }
        }

        return text.ToString();
    }

    private static string Quote(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
