using System.Text;
using System.Text.RegularExpressions;
using Fachinfo.Analyzers.Leaks;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Extraction;
using Fachinfo.Model;
using Fachinfo.Sealing;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>For each code of the catalogue the smallest situation that raises it.</summary>
/// <remarks>A new code needs a row in one of the tables, or a case of its own in <see cref="Special"/>.</remarks>
internal static partial class CodeCases
{
    private const string Body = "-- ratsarchiv/musterstadt/kommune.yml --\nname: Musterstadt\n";

    private const string OParl = Body + "-- site.yml --\ntitle: A\nbaseUrl: https://a.example\noparl: ja\n";

    private const string TwoAudiences = "-- site.yml --\ntitle: A\nbaseUrl: https://a.example\naccess: {audiences: [members, vorstand]}\n";

    private const string Head = "---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n";

    /// <summary>Lines that are added to the front matter of an otherwise good notice.</summary>
    private static readonly Dictionary<string, string> FrontMatters = new()
    {
        ["FM004"] = "az: a: b",
        ["FM005"] = "az: &anker 1",
        ["FM006"] = "az: !!str 1",
        ["FM007"] = "titel: B",
        ["FM008"] = "summary: " + new string('a', 70_000),
        ["FM009"] = "az: [[[[[[[[[1]]]]]]]]]",
        ["FM010"] = "farbe: rot",
        ["FM012"] = "summary: [a, b]",
        ["FM013"] = "updated: 30.02.2024",
        ["FM015"] = "draft: vielleicht",
        ["FM017"] = "downloads: [{url: kein/netz}]",
        ["FM018"] = "summary:",
        ["LK006"] = "related: [99/1999]",
        ["LK007"] = "downloads: [fehlt.pdf]",
        ["NO002"] = "access: gibtsnicht",
        ["NO004"] = "az: -10-",
        ["NO006"] = "deadline: 2023-01-01",
        ["AD002"] = "aliases: [ohne-schraegstrich]",
    };

    /// <summary>The text under the front matter of a good notice.</summary>
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["MD001"] = "<b>fett</b>",
        ["MD002"] = "# Eins\n\n### Drei",
        ["MD003"] = "[x](javascript:alert(1))",
        ["MD004"] = "![](bild.png)",
        ["MD005"] = "[](https://www.land.example)",
        ["MD006"] = new string('>', 500) + " tief",
        ["MD008"] = "## \n\nText",
        ["MD009"] = "Text[^1]",
        ["MD007"] = "![Bild](https://www.land.example/bild.png)",
        ["LK001"] = "[x](fehlt.md)",
        ["LK002"] = "[x](#fehlt)",
        ["LK008"] = "Siehe Mitteilung 99/1999.",
        ["LK003"] = "![Bild](fehlt.png)",
        ["NO007"] = "",
        ["NO008"] = "Die Antragsfrist endet am Freitag, 1. März 2024.",
    };

    /// <summary>Files besides, or instead of, the good notice.</summary>
    private static readonly Dictionary<string, string> Sites = new()
    {
        ["SF006"] = "-- verirrt.md --\nText",
        ["FM001"] = "-- seiten/a.md --\nText",
        ["FM002"] = "-- seiten/a.md --\n---\ntitle: A",
        ["FM003"] = "-- seiten/a.md --\n---\n---\nText",
        ["FM011"] = "-- seiten/a.md --\n---\nsummary: A\n---\nText",
        ["FM014"] = "-- mitteilungen/2024/2.md --\n---\ntitle: A\nnumber: II/2024\ndate: 2024-01-02\nrubric: Umwelt\n---\nText",
        ["FM016"] = "-- seiten/a.md --\n---\ntitle: A\n---\nText\n-- mitteilungen/2024/2.md --\n---\ntitle: " + new string('a', 500) + "\nnumber: 2\ndate: 2024-01-02\nrubric: Umwelt\n---\nText",
        ["FM020"] = "-- seiten/a.md --\n---\ntitle: A\naccept: [MD0004]\n---\nText",
        ["SI002"] = "-- site.yml --\ntitle: A\nbaseUrl: https://a.example\nseries: [{id: mitteilungen}, {id: mitteilungen}]",
        ["SI003"] = "-- site.yml --\ntitle: A\nbaseUrl: https://a.example\nseries: [{id: downloads}]",
        ["SI004"] = "",
        ["SI005"] = "-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\ndraft: ja\n---\nText",
        ["SI006"] = "-- site.yml --\ntitle: A\nbaseUrl: https://a.example\nlanguage: xx",
        ["RU001"] = "-- mitteilungen/2024/2.md --\n---\ntitle: A\nnumber: 2\ndate: 2024-01-02\nrubric: Sport\n---\nText",
        ["RU002"] = "-- rubriken.yml --\n- {title: Recht, slug: monat-recht}\n- title: Umwelt",
        ["RU003"] = "-- rubriken.yml --\n- title: Umwelt\n- title: Umwelt",
        ["RU004"] = "-- rubriken.yml --\n- title: Umwelt\n- {title: A, children: [{title: Wahl}]}\n- {title: B, children: [{title: Wahl}]}\n"
            + "-- mitteilungen/2024/2.md --\n---\ntitle: A\nnumber: 2\ndate: 2024-01-02\nrubric: Wahl\n---\nText",
        ["RU005"] = "-- fachinformationen/sport/index.md --\n---\nsummary: A\n---\nText",
        ["LK004"] = "-- seiten/a.md --\n---\ntitle: A\n---\n[x](b.md)\n-- seiten/b.md --\n---\ntitle: B\naccess: members\n---\nText",
        ["LK010"] = "-- seiten/a.md --\n---\ntitle: A\n---\n![Plan](plan.pdf)\n-- seiten/plan.pdf --\n%PDF-1.7",
        ["LK011"] = "-- site.yml --\ntitle: A\nbaseUrl: https://a.example\n-- seiten/a.md --\n---\ntitle: A\n---\n[x](https://a.example/weg/)",
        ["LK009"] = TwoAudiences + "-- seiten/a.md --\n---\ntitle: A\naccess: members\n---\n[x](b.md)\n-- seiten/b.md --\n---\ntitle: B\naccess: vorstand\n---\nText",
        ["DL009"] = TwoAudiences + "-- seiten/a.md --\n---\ntitle: A\naccess: members\ndownloads: [{url: https://www.land.example, access: vorstand}]\n---\nText",
        ["LK005"] = "-- seiten/a.md --\n---\ntitle: A\n---\n[x](b.md)\n-- seiten/b.md --\n---\ntitle: B\ndraft: ja\n---\nText",
        ["NO001"] = "-- mitteilungen/2024/nochmal.md --\n" + Head + "---\nText",
        ["NO003"] = "-- mitteilungen/2023/2.md --\n---\ntitle: A\nnumber: 2/2024\ndate: 2024-01-02\nrubric: Umwelt\n---\nText",
        ["NO005"] = "-- mitteilungen/2024/2.md --\n---\ntitle: A\nnumber: 2\ndate: 2024-12-31\nrubric: Umwelt\n---\nText",
        ["MB001"] = "-- seiten/a.md --\n---\ntitle: A\ndownloads: [{url: https://www.land.example, access: members}]\n---\nText",
        ["MB002"] = "-- site.yml --\ntitle: A\nbaseUrl: https://a.example\naccess: {required: ja}",
        ["MB005"] = "-- mitglieder.yml --\nmembers: [{id: a, name: A, audiences: [members], serial: x}]",
        ["MB006"] = "-- mitglieder.yml --\naudiences: [{id: b, period: x, roster: y}]",
        ["MB009"] = "-- mitglieder.yml --\nmembers: [{id: Ä, name: A, serial: x}]",
        ["MB010"] = "-- mitglieder.yml --\nmembers: [{id: a, name: A, serial: x}, {id: a, name: A, serial: y}]",
        ["MB011"] = "-- site.yml --\ntitle: A\nbaseUrl: https://a.example\naccess: {protection: host}",
        ["MB012"] = "-- site.yml --\ntitle: A\nbaseUrl: https://a.example\naccess: {audiences: [Süd & West]}",
        ["PG001"] = "-- seiten/a.md --\n---\ntitle: A\naliases: [/mitteilungen/2024/1/]\n---\nText",
        ["PG002"] = "-- seiten/fristen.md --\n---\ntitle: A\n---\nText",
        ["TH001"] = "-- theme/templates/notice.hbs --\n{{#if page.title}}",
        ["TH003"] = "-- theme/templates/notice.hbs --\n{{t \"gibt.es.nicht\"}}",
        ["TH004"] = "-- theme/templates/notice.hbs --\n{{asset \"fehlt.png\"}}",
        ["TH005"] = "-- theme/partials/unbekannt.hbs --\nText",
        ["TH006"] = "-- theme/templates/notice.hbs --\n{{page.gibtEsNicht}}",
        ["TH009"] = "-- theme/strings/de.yml --\nui: {newst: Neu}",
        ["TH010"] = "-- theme/variables.css --\n@import url(https://schriften.example/a.css);",
        ["TH011"] = "-- theme/variables.css --\n@font-face { font-family: Haus; }",
        ["TH012"] = "-- theme/variables.css --\nbody { background: url(wappen.svg); }",
        ["FM019"] = "-- ratsarchiv/musterstadt/sitzungen/2024/1.md --\n---\ngremium: rat\nbeginn: 25 Uhr\n---\n",
        ["CO001"] = "-- ratsarchiv/musterstadt/vorlagen/2024/1.md --\n---\ntitel: A\nnummer: 1/2024\n---\n",
        ["CO002"] = Body + "-- ratsarchiv/musterstadt/vorlagen/2024/1.md --\n---\ntitel: A\nnummer: 1/2024\nzugang: nichtöffentlich\n---\nText",
        ["CO003"] = Body + "-- ratsarchiv/musterstadt/vorlagen/2024/1.md --\n---\ntitel: A\nnummer: 1/2024\nzugang: public\n---\n\n-- ratsarchiv/musterstadt/vorlagen/2024/2.md --\n---\ntitel: A\nnummer: 1-2024\nzugang: public\n---\n",
        ["CO004"] = Body + "-- ratsarchiv/musterstadt/sitzungen/2024/1.md --\n---\ngremium: rat\nbeginn: 19.10.2024\n---\n",
        ["CO005"] = Body + "-- ratsarchiv/musterstadt/gremien.yml --\n- name: Rat\n-- ratsarchiv/musterstadt/vorlagen/2024/1.md --\n---\ntitel: A\nnummer: 1/2024\nzugang: public\nberatungen: [{gremium: rat, sitzung: fehlt}]\n---\n",
        ["CO006"] = Body + "-- ratsarchiv/musterstadt/vorlagen/2024/1.md --\n---\ntitel: A\nnummer: 1/2024\nzugang: public\nverwandt: [2/2024]\n---\n",
        ["CO007"] = "-- ratsarchiv/musterstadt/gremien.yml --\n- name: Rat\n",
        ["CO008"] = "-- ratsarchiv/musterstadt/gremien.yml --\n- name: Rat\n- name: Rat\n",
        ["CO009"] = "-- ratsarchiv/Musterstadt/kommune.yml --\nname: Musterstadt\n",
        ["CO010"] = Body + "-- ratsarchiv/musterstadt/vorlagen/2024/1.pdf.inhalt.txt --\nText\n",
        ["CO017"] = Body + "-- ratsarchiv/musterstadt/gremien.yml --\n- {name: Rat, von: 01.06.2014, bis: 31.10.2004}\n",
        ["CO018"] = Body + "-- ratsarchiv/musterstadt/gremien.yml --\n- name: Rat\n-- ratsarchiv/musterstadt/sitzungen/2024/1.md --\n---\ngremium: rat\nbeginn: 19.10.2024\ntagesordnung: [{top: 1, titel: A, zugang: public}]\n---\n"
            + "-- ratsarchiv/musterstadt/vorlagen/2024/1.md --\n---\ntitel: A\nnummer: 1/2024\nzugang: public\nberatungen: [{gremium: rat, datum: 19.10.2024, top: 2}]\n---\n",
        ["CO011"] = "-- ratsarchiv/musterstadt/kommune.yml --\nname: Musterstadt\nags: 5358024\n",
        ["CO012"] = "-- ratsarchiv/musterstadt/vorlagen/2024/1.md --\n---\ntitel: A\nnummer: 1/2024\nzugang: public\ndateien: [{zugang: public}]\n---\n",
        ["CO013"] = OParl + "-- ratsarchiv/musterstadt/.oparl-state.json --\n{\"baseUrl\": \"https://alt.example\", \"objects\": {}}\n",
        ["CO014"] = OParl + "-- ratsarchiv/musterstadt/.oparl-state.json --\nkaputt\n",
        ["AD001"] = "-- .addresses --\n/verloren/",
    };

    /// <summary>Situations that need bytes, another theme, or a disk.</summary>
    private static readonly Dictionary<string, Func<IEnumerable<string>>> Special = new()
    {
        ["SF001"] = () => WithBytes("seiten/a.md", [0x2D, 0xC3, 0x28]),
        ["SF002"] = () => WithBytes("seiten/a.md", Encoding.UTF8.GetBytes("---\ntitle: A\n---\n" + new string('a', 5_000_000))),
        ["SF003"] = () => WithBytes("seiten/a.md", []),
        ["SF004"] = () => OnDisk(project => File.CreateSymbolicLink(project.PathOf("content/seiten/a.md"), "/etc/hostname")),
        ["SF005"] = () => OnDisk(project => project.Write("content/seiten/Impressum.md", "---\ntitle: A\n---\nText")),
        ["SF007"] = () => OnDisk(project => File.CreateSymbolicLink(project.PathOf("content/seiten/a.md"), project.PathOf("content/fehlt.md"))),
        ["CO015"] = () => CodesIn(project => CheckOParl(project, "{\"baseUrl\": \"https://a.example\", \"objects\": {}}")),
        ["CO016"] = () => CodesIn(project => CheckOParl(project, "{\"baseUrl\": \"https://a.example\", \"objects\": {\"paper/1\": [\"x\", \"2024-01-01T00:00:00+01:00\", \"2024-01-01T00:00:00+01:00\"]}}")),
        ["SI001"] = WithoutSite,
        ["MB003"] = () => Sealed("-- mitglieder.yml --\ncheck: \"00\"", PlainTheme.Input()),
        ["MB004"] = () => Sealed("", PlainTheme.Input()),
        ["MB007"] = () => Sealed("-- theme/partials/members-nav.hbs --\n<script>x</script>", new EmbeddedThemeInput()),
        ["LE001"] = () => Leaking("Sieben Netzbetreiber haben gleichlautende Rügen gegen die Kriterien erhoben"),
        ["LE002"] = () => Leaking("geheimes-raster.txt"),
        ["LE003"] = () => Inspected(patterns => patterns.AddFile(ContentHash.Of("Bytes"u8), new SourcePath("a.bin")), "Bytes"),
        ["LE004"] = () => Inspected(patterns => patterns.AddKey("00112233445566778899", "einen Schlüssel"), "00112233445566778899"),
        ["MB008"] = () => CodesOf(SiteFixture.Check(ForMembers, new BuildOptions(SiteFixture.Today) { IsInPublicRepository = _ => true }).Result),
        ["NO009"] = () => CodesOf(SiteFixture.Check("-- seiten/a.md --\n---\ntitle: A\ndraft: ja\n---\nText", new BuildOptions(SiteFixture.Today) { IncludeUnpublished = true }).Result),
        ["TH002"] = WithoutTemplate,
        ["TH007"] = () => WithTheme(theme => theme.Delete("@theme/theme.yml")),
        ["TH008"] = () => WithTheme(theme => theme.Write("@theme/theme.yml", "name: alt\nversion: 0\n"u8.ToArray())),
        ["DL001"] = () => WithFile("a.bat", "echo"u8.ToArray()),
        ["DL002"] = () => WithFile("a.pdf", "Text"u8.ToArray()),
        ["DL003"] = () => WithFile("a.odt", TestFiles.Zip(("mimetype", "application/vnd.oasis.opendocument.text"))),
        ["DL004"] = () => WithFile("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        ["DL005"] = () => WithFile("a.odt", TestFiles.OpenDocument("text", "", "<!DOCTYPE x [<!ENTITY a \"a\">]>")),
        ["DL006"] = () => WithPdf(ExtractionProblem.TooCostly),
        ["DL007"] = () => WithPdf(ExtractionProblem.NoText),
        ["DL008"] = () => WithFile("a.pdf", TestFiles.Pdf("A")),
        ["OU001"] = () => OnDisk(project => project.Write("output/fremd.txt", "fremd")),
        ["OU002"] = () => CodesIn(project => project.Run("build", "--content", project.Content, "--theme", project.PathOf("theme"), "--output", project.PathOf("content/output"))),
        ["OU003"] = RunTwice,
        ["OU004"] = ReplaceByForeignFile,
        ["OU005"] = () => OnDisk(project => project.Write(".output.cache", "eine Datei")),
    };

    public static IEnumerable<string> Ids => FrontMatters.Keys.Concat(Bodies.Keys).Concat(Sites.Keys).Concat(Special.Keys);

    /// <summary>Runs the case of a code and returns all codes that it raised.</summary>
    public static IEnumerable<string> Raise(string id)
    {
        var good = $"-- mitteilungen/2024/1.md --\n{Head}";
        return FrontMatters.TryGetValue(id, out var lines) ? InMemory($"{good}{lines}\n---\nText\n")
            : Bodies.TryGetValue(id, out var body) ? InMemory($"{good}---\n{body}\n")
            : Sites.TryGetValue(id, out var files) ? InMemory($"{good}---\nText\n{files}\n")
            : Special[id]();
    }

    private static IEnumerable<string> InMemory(string files) => CodesOf(SiteFixture.Check(files).Result);

    private static IEnumerable<string> WithBytes(string path, byte[] bytes)
    {
        var site = SiteFixture.Create("", PlainTheme.Input());
        site.Content.Write(path, bytes);
        return CodesOf(site.Rebuild());
    }

    /// <summary>A notice that offers this file.</summary>
    private static IEnumerable<string> WithFile(string name, byte[] bytes)
    {
        var site = SiteFixture.Create($"-- mitteilungen/2024/1.md --\n{Head}downloads: [{name}]\n---\nText\n", PlainTheme.Input());
        site.Content.Write("mitteilungen/2024/" + name, bytes);
        return CodesOf(site.Rebuild());
    }

    private static IEnumerable<string> WithPdf(ExtractionProblem problem) =>
        ExtractionFixture.Read("a.pdf", TestFiles.Pdf("A"), new FakePdfReader(FileReading.Failed(problem))).Codes;

    private static IEnumerable<string> WithoutSite()
    {
        var site = SiteFixture.Create("", PlainTheme.Input());
        site.Content.Delete("site.yml");
        return CodesOf(site.Rebuild());
    }

    private static IEnumerable<string> Inspected(Action<LeakPatterns> add, string text)
    {
        var patterns = new LeakPatterns();
        add(patterns);
        return new LeakWatch(patterns, () => []).Inspect(new Route("/a"), Encoding.UTF8.GetBytes(text)).Select(finding => finding.Code);
    }

    private static IEnumerable<string> Leaking(string text)
    {
        var site = SiteFixture.Create(ForMembers.Replace("Text", "Sieben Netzbetreiber haben gleichlautende Rügen gegen die Kriterien erhoben.", StringComparison.Ordinal)
            .Replace("access:", "downloads: [geheimes-raster.txt]\naccess:", StringComparison.Ordinal)
            + "\n-- seiten/geheimes-raster.txt --\nRaster\n-- theme/templates/not-found.hbs --\n" + text, PlainTheme.Input());
        return CodesOf(site.Rebuild());
    }

    private const string ForMembers = "-- seiten/a.md --\n---\ntitle: A\naccess: members\n---\nText";

    private static IEnumerable<string> Sealed(string files, IInput theme)
    {
        var secret = new SiteSecret(new byte[SiteSecret.SizeInBytes]);
        var site = SiteFixture.Create(files, theme);
        site.Options = new BuildOptions(SiteFixture.Today) { Secret = new BuildSecret(secret, secret.Fingerprint) };
        return CodesOf(site.Rebuild());
    }

    private static IEnumerable<string> WithoutTemplate() => WithTheme(theme => theme.Delete("@theme/templates/notice.hbs"));

    private static IEnumerable<string> WithTheme(Action<MemoryInput> change)
    {
        var theme = PlainTheme.Input();
        change(theme);
        return CodesOf(SiteFixture.Create("", theme).Rebuild());
    }

    private static IEnumerable<string> OnDisk(Action<ProjectFolder> prepare) => CodesIn(project =>
    {
        prepare(project);
        return project.Build();
    });

    private static CommandResult CheckOParl(ProjectFolder project, string state)
    {
        foreach (var (path, text) in SiteFixture.Files(OParl))
        {
            project.Write("content/" + path, text);
        }

        project.Write("content/ratsarchiv/musterstadt/.oparl-state.json", state);
        return project.Check();
    }

    private static IEnumerable<string> RunTwice() => CodesIn(project =>
    {
        using var other = FolderOutput.TryOpen(project.Output, clean: false);
        return project.Build();
    });

    private static IEnumerable<string> ReplaceByForeignFile() => CodesIn(project =>
    {
        project.Build().RequireGood();
        project.Write("output/neu/index.html", "fremd");
        project.Write("content/seiten/neu.md", "---\ntitle: Neu\n---\nText");
        return project.Build();
    });

    private static IEnumerable<string> CodesIn(Func<ProjectFolder, CommandResult> run)
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        return [.. Code().Matches(run(project).Error).Select(match => match.Groups["code"].Value)];
    }

    private static IEnumerable<string> CodesOf(BuildResult result) => result.Findings.Select(finding => finding.Code);

    [GeneratedRegex(@"(?:error|warning|info) (?<code>[A-Z]{2}\d{3}): ", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
