using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Sealing;

namespace Fachinfo.Tests;

/// <summary>What the build makes of content for members: sealed objects, and nothing of it in clear.</summary>
public class MembersAreaTests
{
    private static readonly SiteSecret Secret = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    private static readonly BuildOptions Sealing = new(SiteFixture.Today) { Secret = new BuildSecret(Secret, Secret.Fingerprint) };

    private static readonly MemberRoster Roster = new RosterChange(SiteFixture.Today, () => "00000000000000aa")
        .Add(MemberRoster.Empty with { Check = Secret.Check }, "musterdorf", "Gemeinde Musterdorf", ["members"]);

    private const string Content = """
        -- mitteilungen/2024/1.md --
        ---
        title: Vertrauliche Lage
        number: 1
        date: 2024-01-02
        rubric: Umwelt
        access: members
        downloads: [{file: plan.txt, title: Der Plan}]
        ---
        ## Lage

        Geheimer Text mit [Verweis](2.md#ort), [Anhang](plan.txt) und [öffentlicher Seite](3.md).
        -- mitteilungen/2024/plan.txt --
        Geheimer Plan.
        -- mitteilungen/2024/2.md --
        ---
        title: Ohne Anriss
        number: 2
        date: 2024-01-03
        rubric: Umwelt
        access: members
        teaser: none
        ---
        ## Ort

        Text.
        -- mitteilungen/2024/3.md --
        ---
        title: Offen
        number: 3
        date: 2024-01-04
        rubric: Recht
        downloads: [{file: bogen.txt, title: Bogen, access: members}]
        ---
        Offener Text.
        -- mitteilungen/2024/bogen.txt --
        Geheimer Bogen.
        -- seiten/intern.md --
        ---
        title: Interne Seite
        access: members
        ---
        Nur für Mitglieder.
        -- mitglieder.yml --

        """;

    private static readonly string WithRoster = Content + RosterText.Write(Roster);

    private static ContentKey Key => Secret.KeyFor("members", Roster.PeriodOf("members"));

    private static SiteFixture Build() => SiteFixture.Build(WithRoster, Sealing);

    private static string Open(SiteFixture site, string path) => SealOpener.OpenText(Key, path, site.Bytes);

    [Fact]
    public void Notice_for_members_is_sealed_in_the_same_theme()
    {
        var site = Build();
        Assert.Empty(site.Findings);
        var page = Open(site, "/mitteilungen/2024/1/");
        Assert.StartsWith("<main id=\"haupt_inhalt\"", page, StringComparison.Ordinal);
        Assert.EndsWith("</main>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Vertrauliche Lage</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Geheimer Text mit", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_of_a_sealed_page_lead_into_the_members_area_where_it_has_the_target()
    {
        var page = Open(Build(), "/mitteilungen/2024/1/");
        Assert.Contains("href=\"#/mitteilungen/2024/2/!ort\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#/file/mitteilungen/2024/1/dateien/plan.txt\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#/mitteilungen/2024/3/\">öffentlicher Seite", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#/fachinformationen/umwelt/\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_page_lists_everything_for_members()
    {
        var page = Open(Build(), "/");
        Assert.All(["Vertrauliche Lage", "Ohne Anriss", "Offen", "Der Plan", "Bogen"], title => Assert.Contains(title, page, StringComparison.Ordinal));
        Assert.Contains("Interne Seite", Open(Build(), "/intern/"), StringComparison.Ordinal);
        Assert.Contains("Ohne Anriss", Open(Build(), "/fachinformationen/umwelt/"), StringComparison.Ordinal);
        Assert.Contains("Ohne Anriss", Open(Build(), "/mitteilungen/2024/"), StringComparison.Ordinal);
    }

    [Fact]
    public void File_for_members_opens_to_the_bytes_of_the_source()
    {
        var site = Build();
        const string Path = "/mitteilungen/2024/3/dateien/bogen.txt";
        var (header, body) = SealOpener.Open(Key.Bytes, Key.AddressOf(Path), site.Bytes[Key.AddressOf(Path)[1..]]);
        Assert.Equal("Geheimer Bogen.\n", Encoding.UTF8.GetString(body));
        Assert.Equal("bogen.txt", header.GetProperty("name").GetString());
        Assert.Equal("text/plain", header.GetProperty("mediaType").GetString());
    }

    [Fact]
    public void Code_of_a_member_opens_its_record()
    {
        var site = Build();
        var member = Roster.Members[0];
        var record = SealOpener.OpenRecord(Secret.CodeFor(member.Id, member.Serial), first => site.Bytes[MemberRecords.AddressOf(first)[1..]])!.Value;
        Assert.Equal("Gemeinde Musterdorf", record.GetProperty("name").GetString());
        Assert.Equal(Key.Bytes.ToArray(), record.GetProperty("audiences")[0].GetProperty("key").GetBytesFromBase64());
        Assert.Equal(256, site.Outputs.Count(path => path.StartsWith("mitglieder/k/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_for_members_stands_in_clear()
    {
        var site = Build();
        Assert.DoesNotContain(site.Bytes, file => Encoding.UTF8.GetString(file.Value).Contains("Geheim", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Bytes, file => Encoding.UTF8.GetString(file.Value).Contains("Ohne Anriss", StringComparison.Ordinal));
        Assert.DoesNotContain("mitglieder/o", site["sitemap.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Teaser_leads_into_the_members_area() =>
        Assert.Contains("href=\"/mitglieder/#/mitteilungen/2024/1/\"", Build()["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);

    [Fact]
    public void Without_a_secret_members_things_are_left_out_and_the_area_says_so()
    {
        var site = SiteFixture.Build(WithRoster);
        Assert.Empty(site.Findings);
        site.Only(Codes.NoSecret);
        Assert.Equal(["mitglieder/index.html"], site.Outputs.Where(path => path.StartsWith("mitglieder/", StringComparison.Ordinal)));
        Assert.Contains("zurzeit keinen Mitgliederbereich", site["mitglieder/index.html"], StringComparison.Ordinal);
        Assert.Contains("JavaScript", Build()["mitglieder/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Public_pages_do_not_depend_on_the_secret()
    {
        var (with, without) = (Build(), SiteFixture.Build(WithRoster));
        Assert.All(without.Bytes.Where(file => !file.Key.StartsWith("mitglieder/", StringComparison.Ordinal)), file => Assert.Equal(file.Value, with.Bytes[file.Key]));
    }

    [Fact]
    public void Site_without_anything_for_members_does_not_speak_of_an_area()
    {
        var site = SiteFixture.Build("-- seiten/a.md --\n---\ntitle: A\n---\nText");
        Assert.DoesNotContain("/mitglieder/", site["a/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("mitglieder", site["_headers"], StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_rewrites_its_own_objects_only_and_a_warm_build_equals_a_cold_one()
    {
        var site = SiteFixture.Create(WithRoster, new Storage.EmbeddedThemeInput());
        site.Options = Sealing;
        site.Rebuild();
        var before = site.Bytes.ToDictionary();
        site.Content.Write("mitteilungen/2024/bogen.txt", Encoding.UTF8.GetBytes("Anderer Bogen mit Umlauten: ä"));
        site.Content.Write("mitteilungen/2024/2.md", Encoding.UTF8.GetBytes("---\ntitle: Ohne Anriss\nnumber: 2\ndate: 2024-01-03\nrubric: Umwelt\naccess: members\nteaser: none\n---\n## Ort\n\nAnderer Text."));
        site.Rebuild();
        var changed = site.Bytes.Where(file => file.Key.EndsWith(".bin", StringComparison.Ordinal) && !(before.TryGetValue(file.Key, out var old) && file.Value.AsSpan().SequenceEqual(old))).Select(file => "/" + file.Key).ToHashSet();
        Assert.Contains(Key.AddressOf("/mitteilungen/2024/2/"), changed);
        Assert.Contains(Key.AddressOf("/mitteilungen/2024/3/dateien/bogen.txt"), changed);
        Assert.DoesNotContain(Key.AddressOf("/intern/"), changed);
        Assert.DoesNotContain(changed, path => path.StartsWith("/mitglieder/k/", StringComparison.Ordinal));
        var cold = SiteFixture.Create(WithRoster, new Storage.EmbeddedThemeInput());
        cold.Options = Sealing;
        cold.Content.Write("mitteilungen/2024/bogen.txt", Encoding.UTF8.GetBytes("Anderer Bogen mit Umlauten: ä"));
        cold.Content.Write("mitteilungen/2024/2.md", Encoding.UTF8.GetBytes("---\ntitle: Ohne Anriss\nnumber: 2\ndate: 2024-01-03\nrubric: Umwelt\naccess: members\nteaser: none\n---\n## Ort\n\nAnderer Text."));
        cold.Rebuild();
        ProjectFolder.AssertSame(cold.Bytes, site.Bytes);
    }

    [Fact]
    public void Thousand_members_are_read()
    {
        var members = Enumerable.Range(0, 1000).Select(i => new Member($"m{i}", $"Gemeinde Nummer {i}", ["members"], $"{i:x16}", [], null));
        var roster = new RosterChange(SiteFixture.Today, () => "00000000000000dd").Apply(new MemberRoster(Secret.Check, [], [.. members]), ["members"]);
        var site = SiteFixture.Check(Content + RosterText.Write(roster), Sealing);
        Assert.Empty(site.Findings);
        Assert.Equal("Gemeinde Nummer 999", SealOpener.OpenRecord(Secret.CodeFor("m999", $"{999:x16}"), first => site.Bytes[MemberRecords.AddressOf(first)[1..]])!.Value.GetProperty("name").GetString());
    }

    [Fact]
    public void New_period_moves_every_object()
    {
        var rotated = new RosterChange(SiteFixture.Today, () => "00000000000000bb").Rotate(Roster, ["members"]);
        var site = SiteFixture.Build(Content + RosterText.Write(rotated), Sealing);
        var old = Build().Outputs.Where(path => path.StartsWith("mitglieder/o/", StringComparison.Ordinal)).ToHashSet();
        Assert.DoesNotContain(site.Outputs, old.Contains);
    }

    [Fact]
    public void Audiences_see_their_own_things_only()
    {
        var roster = new RosterChange(SiteFixture.Today, () => "00000000000000cc").Add(MemberRoster.Empty, "a", "A", ["members", "finanzen"]);
        var site = SiteFixture.Build(
            "-- site.yml --\ntitle: V\nbaseUrl: https://v.example/unter\naccess: {audiences: [members, finanzen]}\n"
            + "-- mitteilungen/2024/1.md --\n---\ntitle: Für Finanzen\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\naccess: finanzen\n---\nText\n"
            + "-- mitteilungen/2024/2.md --\n---\ntitle: Für alle\nnumber: 2\ndate: 2024-01-02\nrubric: Umwelt\naccess: members\n---\n[Finanzen](1.md)\n"
            + "-- mitglieder.yml --\n" + RosterText.Write(roster),
            Sealing);
        var (members, finances) = (Secret.KeyFor("members", roster.PeriodOf("members")), Secret.KeyFor("finanzen", roster.PeriodOf("finanzen")));
        Assert.DoesNotContain("Für Finanzen", SealOpener.OpenText(members, "/", site.Bytes), StringComparison.Ordinal);
        Assert.Contains("Für Finanzen", SealOpener.OpenText(finances, "/", site.Bytes), StringComparison.Ordinal);
        Assert.Contains("href=\"/unter/mitteilungen/2024/1/\"", SealOpener.OpenText(members, "/mitteilungen/2024/2/", site.Bytes), StringComparison.Ordinal);
        Assert.False(site.Has(members.AddressOf("/mitteilungen/2024/1/")[1..]));
    }

    [Fact]
    public void Script_in_a_template_is_refused_before_sealing()
    {
        var site = SiteFixture.Create(WithRoster + "\n-- theme/partials/contact.hbs --\n<p onclick=\"x()\">x</p>\n", new Storage.EmbeddedThemeInput());
        site.Options = Sealing;
        site.Content.Write("mitteilungen/2024/2.md", Encoding.UTF8.GetBytes("---\ntitle: A\nnumber: 2\ndate: 2024-01-03\nrubric: Umwelt\naccess: members\ncontact: {name: Referat}\n---\n## Ort\n\nText."));
        site.Rebuild();
        Assert.Contains("onclick", site.Only(Codes.FragmentForbidden).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<main><p>Gut</p></main>", null)]
    [InlineData("<main><p title=\"a > b onclick=\">Gut</p></main>", null)]
    [InlineData("<main><p>1 < 2</p></main>", null)]
    [InlineData("<main><script>x</script></main>", "das Element „script“")]
    [InlineData("<main><IFRAME src=x></main>", "das Element „iframe“")]
    [InlineData("<main><p class=a ONLOAD = 'x'></main>", "das Attribut „onload“")]
    [InlineData("<main><p/style=x></main>", "das Attribut „style“")]
    [InlineData("", "kein Element „main“")]
    public void Fragment_holds_nothing_active(string html, string? expected) => Assert.Equal(expected, FragmentCheck.FindForbidden(Encoding.UTF8.GetBytes(html)));

    [Fact]
    public void Roster_and_secret_must_fit()
    {
        Assert.Equal(["mitglieder.yml(0,0): MB005"], SiteFixture.Check(Content + RosterText.Write(Roster).Replace("musterdorf", "anderswo", StringComparison.Ordinal), Sealing).Findings);
        Assert.Equal(["mitglieder.yml(0,0): MB003"], SiteFixture.Check(Content + RosterText.Write(Roster with { Check = "0000000000000000" }), Sealing).Findings);
        Assert.Equal(["site.yml(0,0): MB004"], SiteFixture.Check(Content.Replace("-- mitglieder.yml --", "", StringComparison.Ordinal), Sealing).Findings);
        Assert.Equal(["site.yml(0,0): MB002"], SiteFixture.Check("-- site.yml --\ntitle: V\nbaseUrl: https://v.example\naccess: {required: ja}\n").Findings);
    }

    [Fact]
    public void Host_mode_writes_pages_in_clear_below_the_gate_only()
    {
        var site = SiteFixture.Build("-- site.yml --\ntitle: V\nbaseUrl: https://v.example\naccess: {protection: host, host: netlify}\n" + WithRoster);
        Assert.Contains("Geheimer Text", site["mitglieder/mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        Assert.Contains("href=\"/mitglieder/mitteilungen/2024/2/#ort\"", site["mitglieder/mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        Assert.Contains("Geheimer Bogen", site["mitglieder/mitteilungen/2024/3/dateien/bogen.txt"], StringComparison.Ordinal);
        Assert.DoesNotContain(site.Bytes.Where(file => !file.Key.StartsWith("mitglieder/", StringComparison.Ordinal)), file => Encoding.UTF8.GetString(file.Value).Contains("Geheim", StringComparison.Ordinal));
        Assert.Contains("noindex", site["mitglieder/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("/mitglieder/", site["sitemap.xml"], StringComparison.Ordinal);
    }
}
