using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Reads <c>mitglieder.yml</c>.</summary>
public static class MemberRosterReader
{
    private const int LongestId = 64;

    /// <summary>Room for some ten thousand members with the serials of old codes.</summary>
    private const int LargestRoster = 4 * 1024 * 1024;

    public static Parsed<MemberRoster> Read(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var findings = new List<Diagnostic>();
        var roster = SourceText.Decode(path, bytes.Span, findings) is { } text && YamlReader.ReadMap(path, text, 0, findings, LargestRoster) is { } map
            ? Read(path, new FieldReader(path, map, Fields.Roster, findings), findings)
            : null;
        return new Parsed<MemberRoster>(roster, [.. findings], []);
    }

    /// <summary>Tells whether an id of a member or audience can go into keys and file: <c>[a-z0-9-]{1,64}</c>.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    private static MemberRoster Read(SourcePath path, FieldReader fields, List<Diagnostic> findings)
    {
        var audiences = ImmutableArray.CreateBuilder<AudienceState>();
        foreach (var entry in fields.MapList(Fields.RosterAudiences, Fields.RosterAudience))
        {
            if (RequireId(path, entry, findings) is { } id
                && entry.RequireText(Fields.RosterPeriod) is { } period
                && entry.RequireText(Fields.RosterHash) is { } hash)
            {
                audiences.Add(new AudienceState(id.Value, period.Value, hash.Value));
            }
        }

        var members = ImmutableArray.CreateBuilder<Member>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in fields.MapList(Fields.RosterMembers, Fields.RosterMember))
        {
            if (RequireId(path, entry, findings) is { } id
                && entry.RequireText(Fields.RosterName) is { } name
                && entry.RequireText(Fields.RosterSerial) is { } serial)
            {
                if (!known.Add(id.Value))
                {
                    findings.Add(Codes.DuplicateMember.At(id.In(path), id.Value));
                }

                members.Add(new Member(
                    id.Value,
                    name.Value,
                    [.. entry.TextValues(Fields.RosterEntitled)],
                    serial.Value,
                    [.. entry.TextValues(Fields.RosterRevoked)],
                    entry.Date(Fields.RosterRemoved)?.Value));
            }
        }

        return new MemberRoster(fields.TextValue(Fields.RosterCheck) ?? "", audiences.ToImmutable(), members.ToImmutable());
    }

    private static Located<string>? RequireId(SourcePath path, FieldReader entry, List<Diagnostic> findings)
    {
        if (entry.RequireText(Fields.RosterId) is not { } id)
        {
            return null;
        }

        if (IsId(id.Value))
        {
            return id;
        }

        findings.Add(Codes.InvalidMemberId.At(id.In(path), id.Value));
        return null;
    }
}
