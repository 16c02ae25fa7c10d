using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Fachinfo.Reading;

namespace Fachinfo.Pipelines;

/// <summary>What the members' commands need of the content: the settings and who the members are.</summary>
public sealed record MembersSources(SiteConfiguration? Configuration, MemberRoster? Roster, IReadOnlyList<Diagnostic> Findings)
{
    /// <param name="roster">Bytes of <c>mitglieder.yml</c>; <see langword="null"/> if there is none yet.</param>
    public static MembersSources Read(byte[] settings, byte[]? roster)
    {
        var site = SiteConfigurationReader.Read(SiteLinker.ConfigurationPath, settings);
        var members = roster is null ? null : MemberRosterReader.Read(new SourcePath(MemberRoster.FileName), roster);
        return new MembersSources(
            site.Data,
            members is null ? MemberRoster.Empty : members.Data,
            [.. site.Findings.Concat(members?.Findings ?? []).Where(finding => finding.Severity == Severity.Error)]);
    }

    /// <inheritdoc cref="MemberRosterReader.IsId"/>
    public static bool IsId(string id) => MemberRosterReader.IsId(id);
}
