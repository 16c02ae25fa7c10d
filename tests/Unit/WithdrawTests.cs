using Fachinfo.Commands;

namespace Fachinfo.Tests;

/// <summary><c>withdraw</c> takes a thing out of the content folder, and only a tombstone stays.</summary>
public class WithdrawTests
{
    private const string Site = """
        -- mitteilungen/2024/1.md --
        ---
        titel: Geheimer Titel
        nummer: 1/2024
        datum: 2024-01-02
        rubrik: Umwelt
        az: 13.0.70
        zusammenfassung: Geheime Zusammenfassung
        ansprechpartner: {name: Geheimer Name}
        anlagen: [{file: geheim.pdf, title: Geheim}, {file: beide.txt}]
        aliase: [/alt/1]
        ---
        Geheimer Text mit ![Bild](geheim.svg).
        -- mitteilungen/2024/geheim.pdf --
        Geheim
        -- mitteilungen/2024/geheim.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- mitteilungen/2024/beide.txt --
        Für beide
        -- mitteilungen/2024/2.md --
        ---
        titel: Andere
        nummer: 2/2024
        datum: 2024-01-03
        rubrik: Umwelt
        anlagen: [beide.txt]
        ---
        Text
        -- ratsarchiv/juelich/kommune.yml --
        name: Jülich
        -- ratsarchiv/juelich/gremien.yml --
        - name: Rat
        -- ratsarchiv/juelich/vorlagen/2017/a.md --
        ---
        # Ein Kommentar
        titel: Geheime Vorlage
        nummer: 325/2017
        datum: 04.10.2017
        zugang: öffentlich
        beratungen: [{gremium: rat, datum: 19.10.2017, ergebnis: "geheim: beschlossen"}]
        dateien:
          - {datei: geheim.pdf, titel: "Geheime \"Anlage\"", zugang: öffentlich, rolle: hauptdatei, id: f1}
          - datei: offen.txt
            titel: Offen
            zugang: öffentlich
        verwandt: []
        ---
        Geheimer Text
        -- ratsarchiv/juelich/vorlagen/2017/geheim.pdf --
        %PDF-1.4
        -- ratsarchiv/juelich/vorlagen/2017/geheim.pdf.inhalt.txt --
        Geheimer Inhalt
        -- ratsarchiv/juelich/vorlagen/2017/offen.txt --
        Offen
        -- ratsarchiv/juelich/sitzungen/2017/a.md --
        ---
        name: Geheime Sitzung
        gremium: rat
        beginn: 19.10.2017 18:00
        tagesordnung: [{top: "1", titel: Geheim, zugang: public, vorlage: 325/2017}]
        ---

        """;

    [Fact]
    public void Notice_keeps_its_number_and_address_only()
    {
        using var project = new ProjectFolder(Site);
        var answer = Withdraw(project, "mitteilungen/2024/1.md", "--reason", "Namen standen: darin");
        Assert.Contains("Versionsverwaltung behält", answer.Output, StringComparison.Ordinal);
        Assert.Contains("beide.txt wird auch in mitteilungen/2024/2.md verwendet", answer.Output, StringComparison.Ordinal);
        Assert.Equal(
            "---\ntitel: Zurückgezogen\nnummer: 1/2024\ndatum: 2024-01-02\nrubrik: Umwelt\naliase:\n  - /alt/1\nzurückgezogen:\n  datum: 2024-03-15\n  grund: \"Namen standen: darin\"\n---\n",
            project.Read("content/mitteilungen/2024/1.md"));
        Assert.False(project.Has("content/mitteilungen/2024/geheim.pdf") || project.Has("content/mitteilungen/2024/geheim.svg"));
        Assert.True(project.Has("content/mitteilungen/2024/beide.txt"));
        project.Build().RequireGood();
        Assert.Contains("Namen standen: darin", project.Read("output/mitteilungen/2024/1/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Second_withdrawal_keeps_day_and_reason_of_the_first()
    {
        using var project = new ProjectFolder("-- mitteilungen/2024/7.md --\n---\ntitel: A\nnummer: 7\ndatum: 2024-01-02\nrubrik: Umwelt\nzurückgezogen: {datum: 2024-05-01, grund: Irrtum}\n---\nRest\n");
        var file = Path.Combine(project.Content, "mitteilungen/2024/7.md");
        project.Run("withdraw", file, "--content", project.Content).RequireGood();
        Assert.Contains("  datum: 2024-05-01\n  grund: \"Irrtum\"\n", File.ReadAllText(file), StringComparison.Ordinal);
        project.Run("withdraw", file, "--content", project.Content, "--reason", "Anders").RequireGood();
        Assert.Contains("  datum: 2024-05-01\n  grund: \"Anders\"\n", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_withdrawn_paper_is_left_in_content_or_output()
    {
        using var project = new ProjectFolder(Site);
        Withdraw(project, "ratsarchiv/juelich/sitzungen/2017/a.md");
        Withdraw(project, "ratsarchiv/juelich/vorlagen/2017/a.md");
        Withdraw(project, "mitteilungen/2024/1.md");
        project.Build().RequireGood();
        var left = Directory.EnumerateFiles(project.Content, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(project.Output, "*", SearchOption.AllDirectories))
            .Where(file => File.ReadAllText(file).Contains("geheim", StringComparison.OrdinalIgnoreCase) || file.Contains("geheim", StringComparison.OrdinalIgnoreCase));
        Expect.Nothing(left);
        Assert.True(project.Has("output/ratsarchiv/juelich/vorlagen/325-2017/index.html"));
        Assert.True(project.Has("output/ratsarchiv/juelich/sitzungen/2017-10-19-rat/index.html"));
        Assert.False(project.Has("output/ratsarchiv/juelich/dateien"));
    }

    [Fact]
    public void Single_file_goes_and_its_paper_stays()
    {
        using var project = new ProjectFolder(Site);
        Withdraw(project, "ratsarchiv/juelich/vorlagen/2017/geheim.pdf", "--reason", "Foto");
        var text = project.Read("content/ratsarchiv/juelich/vorlagen/2017/a.md");
        Assert.Contains("# Ein Kommentar", text, StringComparison.Ordinal);
        Assert.Contains("titel: Offen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anlage", text, StringComparison.Ordinal);
        Assert.EndsWith("verwandt: []\n---\nGeheimer Text\n", text, StringComparison.Ordinal);
        Assert.False(project.Has("content/ratsarchiv/juelich/vorlagen/2017/geheim.pdf") || project.Has("content/ratsarchiv/juelich/vorlagen/2017/geheim.pdf.inhalt.txt"));
        project.Build().RequireGood();
        Assert.Contains("Foto", project.Read("output/ratsarchiv/juelich/dateien/325-2017-geheim/index.html"), StringComparison.Ordinal);
        Assert.True(project.Has("output/ratsarchiv/juelich/dateien/325-2017-offen/offen.txt"));
        Assert.False(project.Has("output/ratsarchiv/juelich/dateien/325-2017-geheim/geheim.pdf"));
    }

    [Fact]
    public void Withdrawal_moves_the_dates_of_what_it_belonged_to()
    {
        using var project = new ProjectFolder(Site);
        project.Write("content/site.yml", "title: A\nbaseUrl: https://verband.example\noparl: ja\n");
        project.Check("--accept-addresses").RequireGood();
        var before = Record(project);
        Withdraw(project, "ratsarchiv/juelich/vorlagen/2017/geheim.pdf");
        var after = Record(project);
        Assert.True(after.Objects["file/325-2017-geheim"].IsDeleted);
        Assert.True(after.Objects["paper/325-2017"].Modified > before.Objects["paper/325-2017"].Modified);
        Assert.Equal(before.Objects["meeting/2017-10-19-rat"], after.Objects["meeting/2017-10-19-rat"]);

        // What went with the file is no lost address.
        var addresses = project.Read("content/.addresses");
        Assert.DoesNotContain("325-2017-geheim/geheim.pdf", addresses, StringComparison.Ordinal);
        Assert.Contains("/ratsarchiv/juelich/dateien/325-2017-geheim/\n", addresses, StringComparison.Ordinal);
        Assert.DoesNotContain(Diagnostics.Codes.AddressLost.Id, project.Check().Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rubriken.yml", "kann nicht zurückgezogen werden: Es ist keine Mitteilung")]
    [InlineData("mitteilungen/2024/geheim.pdf", "nehmen Sie aus deren „anlagen“ heraus")]
    [InlineData("fehlt.md", "content/fehlt.md“ gibt es im Inhaltsordner „")]
    public void What_cannot_be_withdrawn_is_told(string path, string expected)
    {
        using var project = new ProjectFolder(Site);
        var answer = project.Run("withdraw", project.PathOf("content/" + path), "--content", project.Content, "--theme", project.PathOf("theme"));
        Assert.Equal(CommandLine.WrongUsage, answer.Status);
        Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
    }

    private static Model.Council.OParlState Record(ProjectFolder project) =>
        Model.Council.OParlState.Parse(File.ReadAllBytes(project.PathOf("content/ratsarchiv/juelich/.oparl-state.json")))!;

    private static CommandResult Withdraw(ProjectFolder project, string path, params string[] options) =>
        project.Run(["withdraw", project.PathOf("content/" + path), "--content", project.Content, "--theme", project.PathOf("theme"), .. options]).RequireGood();
}
