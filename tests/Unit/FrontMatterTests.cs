using Fachinfo.Diagnostics;

namespace Fachinfo.Tests;

/// <summary>Front matter and YAML: each problem is one finding at its place, and the rest of the site is still checked.</summary>
public class FrontMatterTests
{
    [Theory]
    [InlineData("Text ohne Kopf.", "FM001", 1, 1)]
    [InlineData(" ---\ntitle: A\n---\nText", "FM001", 1, 1)]
    [InlineData("---\ntitle: A\n", "FM002", 1, 1)]
    [InlineData("---", "FM002", 1, 1)]
    [InlineData("---\n---\nText", "FM003", 1, 1)]
    [InlineData("---\n# nur ein Kommentar\n---\nText", "FM003", 1, 1)]
    [InlineData("---\ntitle: A\nsummary: Achtung: Doppelpunkt\n---\nText", "FM004", 3, 17)]
    [InlineData("---\ntitle: \"offen\n---\nText", "FM004", 2, 8)]
    [InlineData("---\nnur ein Satz\n---\nText", "FM004", 2, 1)]
    [InlineData("---\n- eine\n- Liste\n---\nText", "FM004", 2, 1)]
    [InlineData("---\ntitle: A\n? [a, b]\n: c\n---\nText", "FM004", 3, 3)]
    [InlineData("---\ntitle: &a A\n---\nText", "FM005", 2, 8)]
    [InlineData("---\ntitle: A\nsummary: *a\n---\nText", "FM005", 3, 10)]
    [InlineData("---\ntitle: A\ncontact:\n  name: &a B\n---\nText", "FM005", 4, 9)]
    [InlineData("---\ntitle: !!str A\n---\nText", "FM006", 2, 8)]
    [InlineData("---\ntitle: !ruby/object A\n---\nText", "FM006", 2, 8)]
    [InlineData("---\ntitle: ! A\n---\nText", "FM006", 2, 8)]
    [InlineData("---\ntitle: A\ntitle: B\n---\nText", "FM007", 3, 1)]
    [InlineData("---\ntitle: A\nsummary: B\nTitel: C\n---\nText", "FM007", 4, 1)]
    [InlineData("---\ntitle: A\ncontact: {name: B, name: C}\n---\nText", "FM007", 3, 20)]
    [InlineData("---\ntitle: A\nsummary: [[[[[[[[1]]]]]]]]\n---\nText", "FM009", 3, 17)]
    [InlineData("---\ntitle: A\nfarbe: rot\n---\nText", "FM010", 3, 1)]
    [InlineData("---\nsummary: A\n---\nText", "FM011", 2, 1)]
    [InlineData("---\ntitle: \"\"\n---\nText", "FM011", 2, 1)]
    [InlineData("---\ntitle: [A, B]\n---\nText", "FM012", 2, 8)]
    [InlineData("---\ntitle: A\ncontact: Referat Recht\n---\nText", "FM012", 3, 10)]
    [InlineData("---\ntitle: A\ndownloads: [[a.pdf]]\n---\nText", "FM012", 3, 13)]
    [InlineData("---\ntitle: A\nupdated: 31.04.2024\n---\nText", "FM013", 3, 10)]
    [InlineData("---\ntitle: A\ndraft: vielleicht\n---\nText", "FM015", 3, 8)]
    [InlineData("---\ntitle: A\nsummary:\n---\nText", "FM018", 3, 1)]
    [InlineData("---\ntitle: A\nsummary: ~\n---\nText", "FM018", 3, 1)]
    public void Problem_is_reported_at_its_place(string text, string code, int line, int column) =>
        Assert.Equal([$"seiten/a.md({line},{column}): {code}"], SiteFixture.Check($"-- seiten/a.md --\n{text}").Findings);

    [Theory]
    [InlineData("title: Neues: das Gesetz", "hier steht ein weiteres „: “ im Wert")]
    [InlineData("title: A\n  summary: B", "falsch eingerückt")]
    [InlineData("title A\nsummary: B", "in der Zeile davor fehlt „: “")]
    [InlineData("title: \"offen\nsummary: B", "ein Anführungszeichen wird nicht geschlossen")]
    [InlineData("title: 'offen\nsummary: B", "ein Anführungszeichen wird nicht geschlossen")]
    [InlineData("title: \"A\" B", "hinter einem Wert steht noch etwas")]
    [InlineData("title: \"C:\\Queue\"", "schreiben Sie „\\\\“")]
    [InlineData("title: A\n\tsummary: B", "mit einem Tabulator eingerückt")]
    [InlineData("title: @A", "kann ein Wert nicht beginnen")]
    [InlineData("- title\nsummary: B", "steht eine Zeile ohne „- “")]
    [InlineData("title: - A", "beginnt in einer neuen Zeile")]
    [InlineData("title: A\ncontact: {name: B email: C}", "zwischen „{“ und „}“ fehlt ein Komma")]
    [InlineData("title: [A", "zwischen „[“ und „]“ fehlt ein Komma")]
    [InlineData("title: ]", "hier fehlt ein Wert")]
    [InlineData("title: >A", "hinter „|“ oder „>“ steht noch etwas")]
    public void Text_that_is_no_yaml_is_explained_in_german(string yaml, string explanation)
    {
        var message = SiteFixture.Check($"-- seiten/a.md --\n---\n{yaml}\n---\nText").Result.Findings.First(finding => finding.Code == "FM004").Message;
        Assert.Contains(explanation, message, StringComparison.Ordinal);
        Assert.DoesNotContain("While", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Eight_levels_are_read_and_more_are_refused()
    {
        // The map of the front matter is the first level, the value itself the last one.
        Assert.DoesNotContain("seiten/a.md(3,16): FM009", SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\nsummary: [[[[[[1]]]]]]\n---\nText").Findings);
        Assert.Contains("seiten/a.md(3,17): FM009", SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\nsummary: [[[[[[[1]]]]]]]\n---\nText").Findings);
    }

    [Theory]
    [InlineData(60_000, false)]
    [InlineData(70_000, true)]
    public void Front_matter_over_64_kB_is_refused(int length, bool isRefused)
    {
        var site = SiteFixture.Check($"-- seiten/a.md --\n---\ntitle: A\nsummary: {new string('a', length)}\n---\nText");
        Assert.Equal(isRefused ? ["seiten/a.md(2,1): FM008"] : [], site.Findings);
    }

    [Fact]
    public void Yaml_bomb_is_refused_where_it_starts()
    {
        var site = SiteFixture.Check("""
            -- seiten/a.md --
            ---
            title: A
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            ---
            Text
            """);
        Assert.Equal(["seiten/a.md(3,4): FM005"], site.Findings);
    }

    [Fact]
    public void Problems_of_all_files_are_shown_in_one_run_in_order()
    {
        var site = SiteFixture.Check("""
            -- seiten/b.md --
            ---
            title: B
            farbe: rot
            updated: gestern
            ---
            [x](fehlt.md)
            -- seiten/a.md --
            Text
            -- mitteilungen/2024/1.md --
            ---
            title: A
            number: eins
            date: morgen
            ---
            <b>Text</b>
            """);
        Assert.Equal(
            [
                "mitteilungen/2024/1.md(2,1): FM011",
                "mitteilungen/2024/1.md(3,9): FM014",
                "mitteilungen/2024/1.md(4,7): FM013",
                "mitteilungen/2024/1.md(6,1): MD001",
                "mitteilungen/2024/1.md(6,8): MD001",
                "seiten/a.md(1,1): FM001",
                "seiten/b.md(3,1): FM010",
                "seiten/b.md(4,10): FM013",
                "seiten/b.md(6,5): LK001",
            ],
            site.Findings);
    }

    [Fact]
    public void Lines_of_the_text_count_from_the_start_of_the_file()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\n---\n\nErste Zeile.\n\nZweite mit [Link](fehlt.md).\n");
        Assert.Equal(["seiten/a.md(7,19): LK001"], site.Findings);
    }

    [Theory]
    [InlineData("farbe", "Bekannt sind")]
    [InlineData("zusammenfasung", "Meinten Sie „zusammenfassung“?")]
    [InlineData("tilte", "Meinten Sie „title“?")]
    [InlineData("Aktualisirt", "Meinten Sie „aktualisiert“?")]
    public void Unknown_key_names_the_nearest_known_one(string key, string advice)
    {
        var site = SiteFixture.Check($"-- seiten/a.md --\n---\ntitle: A\n{key}: x\n---\nText");
        Assert.Contains(advice, site.Only(Codes.UnknownKey).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_names_field_value_and_what_to_do()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\nupdated: 30.02.2024\n---\nText");
        Assert.Equal(
            "Das Feld „aktualisiert“ enthält „30.02.2024“; erwartet wird ein Datum der Jahre 1900 bis 2200, das es gibt. Schreiben Sie es als 20.02.2024 oder 2024-02-20.",
            site.Only(Codes.InvalidDate).Message);
    }

    [Fact]
    public void Braces_in_a_value_do_not_disturb_its_message()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\n\"{0} {x}\": \"{1}\"\nupdated: \"{0}{\"\n---\nText");
        Assert.Contains("„{0} {x}“", site.Only(Codes.UnknownKey).Message, StringComparison.Ordinal);
        Assert.Contains("„{0}{“", site.Only(Codes.InvalidDate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepted_warnings_are_not_shown()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\nfarbe: rot\nhinnehmen: [fm010, MD001]\n---\n<b>Text</b>");
        Assert.Empty(site.Findings);
    }

    [Fact]
    public void Errors_cannot_be_accepted()
    {
        var site = SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\naccept: [LK001]\n---\n[x](fehlt.md)");
        Assert.Equal(["seiten/a.md(3,10): FM020", "seiten/a.md(5,5): LK001"], site.Findings);
    }

    [Theory]
    [InlineData("MD0004", "diese Kennung gibt es nicht. Meinten Sie „MD004“?")]
    [InlineData("alle", "diese Kennung gibt es nicht. Die Kennung steht vor jeder Meldung, zum Beispiel MD004.")]
    [InlineData("LK001", "das ist die Kennung eines Fehlers. Hinnehmen lassen sich nur Warnungen; beheben Sie den Fehler.")]
    public void Code_that_accepts_nothing_is_named(string code, string advice) => Assert.Equal(
        $"„{code}“ im Feld „hinnehmen“ bleibt ohne Wirkung: {advice}",
        SiteFixture.Check($"-- seiten/a.md --\n---\ntitle: A\naccept: [MD004, {code}]\n---\nText").Only(Codes.NothingToAccept).Message);

    [Theory]
    [InlineData("datei: x", "dateien")]
    [InlineData("beratungn: []", "beratungen")]
    [InlineData("beratungen: [{gremium: rat, masgeblich: ja}]", "maßgeblich")]
    public void Key_that_is_suggested_is_the_german_one(string line, string key) => Assert.EndsWith(
        $"Meinten Sie „{key}“?",
        SiteFixture.Check($"-- ratsarchiv/m/kommune.yml --\nname: M\n-- ratsarchiv/m/gremien.yml --\n- name: Rat\n-- ratsarchiv/m/vorlagen/2024/1.md --\n---\ntitel: A\nnummer: 1\nzugang: öffentlich\n{line}\n---\n").Only(Codes.UnknownKey).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Missing_file_of_a_paper_is_named_with_its_field()
    {
        var site = SiteFixture.Check("-- ratsarchiv/m/kommune.yml --\nname: M\n-- ratsarchiv/m/vorlagen/2024/1.md --\n---\ntitel: A\nnummer: 1\nzugang: öffentlich\ndateien: [{datei: fehlt.pdf, zugang: öffentlich}]\n---\n");
        Assert.Equal("Die Datei „fehlt.pdf“ im Feld „dateien“ fehlt. Legen Sie sie dorthin, oder berichtigen Sie den Pfad; er gilt vom Ordner dieser Datei aus.", site.Only(Codes.DownloadMissing).Message);
    }

    [Fact]
    public void Short_form_of_a_deadline_names_the_field_that_is_written() => Assert.StartsWith(
        "Das Feld „frist“ enthält „bald“;",
        SiteFixture.Check("-- mitteilungen/2024/1.md --\n---\ntitel: A\nnummer: 1\ndatum: 02.01.2024\nrubrik: Umwelt\nfrist: bald\n---\nText").Only(Codes.InvalidDate).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Fence_may_be_followed_by_blanks() =>
        Assert.Empty(SiteFixture.Check("-- seiten/a.md --\n---  \ntitle: A\n--- \nText").Findings);

    [Theory]
    [InlineData("- title: A\n  title: B", "rubriken.yml(2,3): FM007")]
    [InlineData("- title: A\n  farbe: rot", "rubriken.yml(2,3): FM010")]
    [InlineData("- slug: a", "rubriken.yml(1,3): FM011")]
    [InlineData("title: A", "rubriken.yml(1,1): FM004")]
    [InlineData("- title: *a", "rubriken.yml(1,10): FM005")]
    public void Problems_of_the_rubric_file_have_places_too(string text, string finding) =>
        Assert.Contains(finding, SiteFixture.Check($"-- rubriken.yml --\n{text}").Findings);
}
