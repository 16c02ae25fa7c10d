using System.Globalization;
using System.Text;
using Fachinfo.Execution;
using Fachinfo.Sealing;
using Fachinfo.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Fachinfo.Tests;

/// <summary>Two sites that differ in hidden things only look the same to the public, byte for byte.</summary>
/// <remarks>This finds what no search for words does: counts, gaps, neighbours, dates, names of files, related notices.</remarks>
public class TwoWorldsTests
{
    private static readonly string[] Words = ["Haushalt", "Engagement", "Werkstatt", "Umfrage", "Steuer", "Kita", "geheim", "Straße", "Ehrenamt", "Fünfte"];

    /// <summary>Numbers that decide everything about what is hidden.</summary>
    private sealed record World(int[] Numbers)
    {
        private int next;

        public int Draw(int limit) => Numbers[next++ % Numbers.Length] % limit;

        public string Text() => string.Join(' ', Enumerable.Range(0, 2 + Draw(6)).Select(_ => Words[Draw(Words.Length)]));

        public string Day() => string.Create(CultureInfo.InvariantCulture, $"2024-0{1 + Draw(3)}-1{Draw(5)}");

        public string Audience() => Draw(3) == 0 ? "vorstand" : "members";

        public string Rubric() => new[] { "Umwelt", "Recht", "Recht / Ehrenamt" }[Draw(3)];
    }

    [Fact]
    public void Hidden_things_leave_no_trace_in_public() => Property.Holds(
        Gen.Choose(0, 1_000_000).ArrayOf(40).Two(),
        4,
        worlds =>
        {
            var (one, other) = (Build(worlds.Item1), Build(worlds.Item2));
            ProjectFolder.AssertSame(one, other);
        });

    [Fact]
    public void Sealed_things_change_nothing_outside_the_members_area() => Property.Holds(
        Gen.Choose(0, 1_000_000).ArrayOf(40).Two(),
        4,
        worlds =>
        {
            var secret = new SiteSecret([.. Enumerable.Range(3, 32).Select(i => (byte)i)]);
            var options = new BuildOptions(SiteFixture.Today) { Secret = new BuildSecret(secret, secret.Fingerprint) };
            var (one, other) = (Build(worlds.Item1, options), Build(worlds.Item2, options));
            Assert.Contains(one.Keys, path => path.StartsWith("mitglieder/o/", StringComparison.Ordinal));
            ProjectFolder.AssertSame(OutsideOf(one), OutsideOf(other));
            Assert.Equal(one["mitglieder/index.html"], other["mitglieder/index.html"]);
        });

    private static Dictionary<string, byte[]> OutsideOf(IReadOnlyDictionary<string, byte[]> files) =>
        files.Where(file => !file.Key.StartsWith("mitglieder/", StringComparison.Ordinal)).ToDictionary();

    [Fact]
    public void The_property_can_fail()
    {
        var site = SiteFixture.Check("-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\naccess: members\n---\nText");
        var other = SiteFixture.Check("-- mitteilungen/2024/1.md --\n---\ntitle: B\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\naccess: members\n---\nText");
        Assert.NotEqual(site["mitteilungen/2024/1/index.html"], other["mitteilungen/2024/1/index.html"]);
    }

    private static IReadOnlyDictionary<string, byte[]> Build(int[] numbers, BuildOptions? options = null)
    {
        var site = SiteFixture.Create(PublicFiles, new EmbeddedThemeInput());
        site.Options = options ?? site.Options;
        foreach (var (path, text) in HiddenFiles(new World(numbers)))
        {
            site.Content.Write(path, Encoding.UTF8.GetBytes(text));
        }

        site.Rebuild();
        Assert.True(site.Result.Succeeded, string.Join('\n', site.Result.Findings.Select(finding => $"{SiteFixture.Show(finding)} {finding.Message}")));
        return site.Bytes;
    }

    private const string PublicFiles = """
        -- mitteilungen/2024/1.md --
        ---
        title: Werkstatt für Engagement
        number: 1
        date: 2024-01-05
        rubric: Recht / Ehrenamt
        az: 13.0.70-001
        related: [3/2024]
        ---
        Öffentlicher Text.
        -- mitteilungen/2024/2.md --
        ---
        title: Umfrage zur Steuer
        number: 2
        date: 2024-02-05
        rubric: Umwelt
        az: 13.0.70-001
        ---
        Öffentlicher Text.
        -- mitteilungen/2024/4.md --
        ---
        title: Haushalt und Kita
        number: 4
        date: 2024-03-05
        rubric: Umwelt
        ---
        Öffentlicher Text mit [Verweis](5.md).
        -- site.yml --
        title: Verband
        baseUrl: https://verband.example
        oparl: ja
        access: {audiences: [members, vorstand]}
        -- ratsarchiv/stadt/kommune.yml --
        name: Stadt
        -- ratsarchiv/stadt/gremien.yml --
        - name: Rat
        -- mitteilungen/2024/offen.txt --
        Offen.

        """;

    private static IEnumerable<(string Path, string Text)> HiddenFiles(World world)
    {
        // A public notice with downloads for members: one neutral line, however many, and one title that may be seen.
        var hidden = Enumerable.Range(0, 1 + world.Draw(3)).Select(i => $"{(world.Draw(2) == 0 ? "a/" : "")}{(world.Draw(3) == 0 ? "offen" : $"geheim-{world.Draw(50)}")}{i}.txt").ToList();
        foreach (var name in hidden)
        {
            yield return ($"mitteilungen/2024/{name}", world.Text());
        }

        var lastName = world.Draw(2) == 0 ? "b/offen.txt" : "b/geheim.txt"; // One is called like the public file.
        yield return ($"mitteilungen/2024/{lastName}", world.Text());
        yield return ("mitteilungen/2024/bogen.txt", world.Text());
        yield return ("mitteilungen/2024/c/bild.svg", "<svg/>");
        yield return ("mitteilungen/2024/d/bild.svg", world.Text());
        yield return ("mitteilungen/2024/bild.svg", world.Text());
        var downloads = hidden.Concat(world.Draw(2) == 0 ? [lastName, "bild.svg"] : [lastName]).Select(name => $"  - {{file: {name}, title: {world.Text()}, access: {world.Audience()}, description: {world.Text()}, date: {world.Day()}}}\n");
        yield return ("mitteilungen/2024/10.md",
            $"---\ntitle: Mit Anlagen\nnumber: 10\ndate: 2024-02-10\nrubric: Umwelt\ndownloads:\n{string.Concat(downloads)}"
            + "  - {file: offen.txt, title: Offen}\n  - {file: bogen.txt, title: Bogen, access: members, teaser: title}\n---\nÖffentlicher Text.\n\n![Bild](c/bild.svg)\n");

        // Notices for members with a teaser: title, number, date, rubric, reference and summary are public, all else is not.
        yield return ("mitteilungen/2024/3.md",
            $"---\ntitle: Anriss mit Zusammenfassung\nnumber: 3\ndate: 2024-01-20\nrubric: Recht / Ehrenamt\naz: 13.0.70-001\nsummary: Öffentlich.\naccess: members\n"
            + $"contact: {{name: {world.Text()}}}\nupdated: {world.Day()}\ndeadline: 2024-05-1{world.Draw(9)}\nrelated: [1/2024]\ndownloads: [{hidden[0]}]\n---\n{world.Text()} [Datei]({hidden[0]}) ![Bild](d/bild.svg)\n\n## {world.Text()}\n");
        yield return ("mitteilungen/2024/5.md",
            $"---\ntitle: Nur der Titel\nnumber: 5\ndate: 2024-01-25\nrubric: Umwelt\nsummary: {world.Text()}\naccess: members\nteaser: title\n---\n{world.Text()}\n");
        yield return ("mitteilungen/2024/6.md",
            $"---\ntitle: Ohne Zusammenfassung\nnumber: 6\ndate: 2024-01-26\nrubric: Umwelt\naccess: members\n---\n{world.Text()}\n");

        // Notices without a teaser, drafts and later ones: nothing at all, not even that they exist.
        for (var i = world.Draw(4); i > 0; i--)
        {
            var number = 100 + (10 * i) + world.Draw(10);
            var withdrawn = world.Draw(3) == 0 ? $"withdrawn: {{date: {world.Day()}, reason: {world.Text()}}}\n" : "";
            yield return ($"mitteilungen/202{3 + world.Draw(2)}/nichts-{i}.md",
                $"---\ntitle: {world.Text()}\nnumber: {number}/202{3 + world.Draw(2)}\ndate: {world.Day()}\nrubric: {world.Rubric()}\naz: 13.0.{world.Draw(90)}-00{world.Draw(9)}\naccess: members\nteaser: none\n"
                + $"aliases: [/geheim/{number}/]\nupdated: 2024-03-1{world.Draw(5)}\ndeadline: 2024-06-01\n{withdrawn}---\n{world.Text()}\n");
        }

        if (world.Draw(2) == 0)
        {
            yield return ("mitteilungen/2024/entwurf.md", $"---\ntitle: {world.Text()}\nnumber: {300 + world.Draw(9)}\ndate: {world.Day()}\nrubric: {world.Rubric()}\ndraft: ja\n---\n{world.Text()}\n");
            yield return ("mitteilungen/2024/spaeter.md", $"---\ntitle: {world.Text()}\nnumber: {400 + world.Draw(9)}\ndate: 2024-12-0{1 + world.Draw(9)}\nrubric: {world.Rubric()}\n---\n{world.Text()}\n");
        }

        foreach (var file in CouncilFiles(world))
        {
            yield return file;
        }

        // Pages and introductions for members.
        if (world.Draw(2) == 0)
        {
            yield return ($"seiten/intern-{world.Draw(9)}.md", $"---\ntitle: {world.Text()}\naccess: members\nupdated: 2024-03-1{world.Draw(5)}\naliases: [/alt-{world.Draw(9)}/]\n---\n{world.Text()}\n");
            yield return ("fachinformationen/umwelt/index.md", $"---\naccess: members\ncontact: {{name: {world.Text()}}}\ndownloads: [liste.txt]\naliases: [/noch-aelter/]\n---\n{world.Text()}\n");
            yield return ("fachinformationen/umwelt/liste.txt", world.Text());
        }
    }

    /// <summary>Papers, meetings, agenda items and files of a council that are not public: how many there are, what they say, and where they get in the way.</summary>
    private static IEnumerable<(string Path, string Text)> CouncilFiles(World world)
    {
        string Hidden() => world.Draw(2) == 0 ? "mitglieder" : "nichtöffentlich";
        var files = Enumerable.Range(0, 1 + world.Draw(3)).Select(i => $"  - {{titel: {world.Text()} {i}, zugang: mitglieder, datum: {world.Day()}}}\n").ToList();
        yield return ("ratsarchiv/stadt/vorlagen/2024/offen.md",
            "---\ntitel: Offene Vorlage\nnummer: 5/2024\ndatum: 2024-02-01\nart: Antrag\nzugang: öffentlich\nberatungen: [{gremium: rat, datum: 2024-02-20, top: \"1\"}]\n"
            + $"dateien:\n  - {{titel: Offen, zugang: öffentlich}}\n{string.Concat(files)}---\nText\n");
        var items = Enumerable.Range(0, 1 + world.Draw(3)).Select(i => $"  - {{top: \"{2 + world.Draw(9)}\", titel: {world.Text()}, zugang: {Hidden()}, ergebnis: {world.Text()}, vorlage: {6 + i}/2024}}\n").ToList();
        yield return ("ratsarchiv/stadt/sitzungen/2024/rat.md",
            $"---\ngremium: rat\nbeginn: 20.02.2024 18:00\ntagesordnung:\n  - {{top: \"1\", titel: Offener Punkt, zugang: öffentlich}}\n{string.Concat(items)}---\n");
        for (var i = 0; i < 4; i++)
        {
            // The first one has the slug of the public one.
            yield return ($"ratsarchiv/stadt/vorlagen/2024/a-geheim-{i}.md",
                $"---\ntitel: {world.Text()}\nnummer: {(i == 0 ? "5-2024" : $"{5 + i}/2024")}\ndatum: {world.Day()}\naz: 13.0.{world.Draw(90)}\nart: {world.Text()}\nzugang: {Hidden()}\n"
                + $"beratungen: [{{gremium: rat, datum: {world.Day()}, ergebnis: {world.Text()}}}]\nverwandt: [5/2024]\n---\n");
        }

        for (var i = world.Draw(3); i > 0; i--)
        {
            yield return ($"ratsarchiv/stadt/sitzungen/2024/a-geheim-{i}.md",
                $"---\nname: {world.Text()}\ngremium: rat\nbeginn: {(world.Draw(2) == 0 ? "20.02.2024 17:00" : world.Day())}\nzugang: {Hidden()}\n---\n");
        }
    }
}
