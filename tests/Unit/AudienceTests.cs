using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Sealing;

namespace Fachinfo.Tests;

/// <summary>Groups of site.yml besides the members: what is for one of them is for no other.</summary>
public class AudienceTests
{
    private static readonly SiteSecret Secret = new([.. Enumerable.Range(11, 32).Select(i => (byte)i)]);

    private static readonly BuildOptions Sealing = new(SiteFixture.Today) { Secret = new BuildSecret(Secret, Secret.Fingerprint) };

    private static readonly MemberRoster Roster = new RosterChange(SiteFixture.Today, () => "00000000000000ab")
        .Add(MemberRoster.Empty with { Check = Secret.Check }, "musterdorf", "Gemeinde Musterdorf", ["members", "vorstand"]);

    private static readonly string Site = "-- site.yml --\ntitle: Verband\nbaseUrl: https://verband.example\naccess: {audiences: [members, vorstand]}\n-- mitglieder.yml --\n" + RosterText.Write(Roster);

    [Fact]
    public void Notice_download_rubric_download_and_page_can_be_for_a_group()
    {
        var site = SiteFixture.Build(
            Site
            + "-- mitteilungen/2024/1.md --\n---\ntitle: Sitzung\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\naccess: vorstand\nteaser: none\n---\nText\n"
            + "-- mitteilungen/2024/2.md --\n---\ntitle: Offen\nnumber: 2\ndate: 2024-01-02\nrubric: Umwelt\ndownloads: [{file: a.txt, title: Anlage, access: vorstand}]\n---\nText\n-- mitteilungen/2024/a.txt --\nA\n"
            + "-- fachinformationen/recht/index.md --\n---\ndownloads: [{file: b.txt, title: Beilage, access: vorstand}]\n---\nText\n-- fachinformationen/recht/b.txt --\nB\n"
            + "-- seiten/intern.md --\n---\ntitle: Interna\naccess: vorstand\n---\nText\n",
            Sealing);
        Assert.Empty(site.Findings);
        foreach (var path in new[] { "/mitteilungen/2024/1/", "/mitteilungen/2024/2/", "/mitteilungen/2024/2/downloads/a/", "/mitteilungen/2024/2/dateien/a.txt", "/fachinformationen/recht/downloads/b/", "/fachinformationen/recht/dateien/b.txt", "/intern/" })
        {
            Assert.True(site.Has(Key("vorstand").AddressOf(path)[1..]), path);
            Assert.False(site.Has(Key("members").AddressOf(path)[1..]), path);
        }

        Assert.Equal("A\n", System.Text.Encoding.UTF8.GetString(SealOpener.Open(Key("vorstand").Bytes, Key("vorstand").AddressOf("/mitteilungen/2024/2/dateien/a.txt"), site.Bytes[Key("vorstand").AddressOf("/mitteilungen/2024/2/dateien/a.txt")[1..]]).Body));
        Assert.DoesNotContain("Beilage", SealOpener.OpenText(Key("members"), "/fachinformationen/recht/", site.Bytes), StringComparison.Ordinal);
        Assert.Contains("Beilage", SealOpener.OpenText(Key("vorstand"), "/fachinformationen/recht/", site.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("Sitzung", SealOpener.OpenText(Key("members"), "/", site.Bytes), StringComparison.Ordinal);
    }

    /// <summary>It must not become open to the whole group of its document.</summary>
    [Fact]
    public void Download_for_another_group_than_its_document_is_an_error()
    {
        Assert.Equal(["mitteilungen/2024/1.md(7,35): DL009"], Check("access: members\ndownloads: [{file: a.txt, access: vorstand}]", "Text"));
        Assert.Empty(Check("access: members\ndownloads: [{file: a.txt, access: members}]", "Text"));
        Assert.Empty(Check("access: vorstand\ndownloads: [{file: a.txt, access: public}]", "Text"));
    }

    [Theory]
    [InlineData("[x](2.md)", "none", "LK009")]
    [InlineData("[x](2.md)", "title", null)]
    [InlineData("[x](2.md#punkt)", "title", "LK002")]
    [InlineData("[x](../../seiten/vorstand.md)", "title", "LK009")]
    [InlineData("[x](b.txt)", "title", "LK009")]
    [InlineData("Siehe Mitteilung 2/2024.", "none", null)]
    public void Text_for_members_leads_nobody_to_what_is_hidden_from_them(string text, string teaser, string? code)
    {
        var more = $"-- mitteilungen/2024/2.md --\n---\ntitle: B\nnumber: 2\ndate: 2024-01-02\nrubric: Umwelt\naccess: vorstand\nteaser: {teaser}\ndownloads: [b.txt]\n---\n## Punkt\n\nText [selbst](2.md#punkt) und [Anlage](b.txt)\n-- mitteilungen/2024/b.txt --\nB\n"
            + "-- seiten/vorstand.md --\n---\ntitle: V\naccess: vorstand\n---\nText mit [Mitteilung](../mitteilungen/2024/2.md#punkt)\n";
        var findings = Check("access: members", text, more);
        Assert.Equal(code is null ? [] : [code], findings.Select(finding => finding[^5..]));
    }

    [Fact]
    public void Citation_of_what_is_hidden_stays_text()
    {
        var site = SiteFixture.Build(
            Site + Notice("access: members", "Siehe Mitteilung 2/2024.")
            + "-- mitteilungen/2024/2.md --\n---\ntitle: B\nnumber: 2\ndate: 2024-01-02\nrubric: Umwelt\naccess: vorstand\nteaser: none\n---\nText\n",
            Sealing);
        Assert.Contains("<p>Siehe Mitteilung 2/2024.</p>", SealOpener.OpenText(Key("members"), "/mitteilungen/2024/1/", site.Bytes), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Check(string fields, string text, string more = "") => SiteFixture.Check(Site + Notice(fields, text) + more, Sealing).Findings;

    private static string Notice(string fields, string text) =>
        $"-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n{fields}\n---\n{text}\n-- mitteilungen/2024/a.txt --\nA\n";

    private static ContentKey Key(string audience) => Secret.KeyFor(audience, Roster.PeriodOf(audience));
}
