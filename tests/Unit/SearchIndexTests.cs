using System.Globalization;
using System.Text;
using Fachinfo.Execution;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>What stands in the index of a site, and that it does not depend on anything else.</summary>
public class SearchIndexTests
{
    private const string Haushalt = """
        -- mitteilungen/2024/1.md --
        ---
        title: Muster einer Haushaltssatzung
        number: 1
        date: 2024-01-02
        rubric: Recht
        az: 13.0.70-001
        ---
        Die **Gebühren** und das Hochspannungsnetzgerät. Mehr steht in der [Verordnung](https://www.land.example/).
        """;

    private const string Members = """

        -- mitteilungen/2024/2.md --
        ---
        title: Anrisstitel
        number: 2
        date: 2024-01-03
        rubric: Recht
        summary: Anrisstext.
        access: members
        ---
        Geheimnis
        -- mitteilungen/2024/3.md --
        ---
        title: Titel allein
        number: 3
        date: 2024-01-04
        rubric: Recht
        summary: Verborgenheit
        access: members
        teaser: title
        ---
        Geheimnis
        -- mitteilungen/2024/4.md --
        ---
        title: Verschwiegenheit
        number: 4
        date: 2024-01-05
        rubric: Recht
        access: members
        teaser: none
        ---
        Geheimnis
        -- mitteilungen/2024/5.md --
        ---
        title: Widerruf
        number: 5
        date: 2024-01-06
        rubric: Recht
        withdrawn: {date: 2024-02-01}
        ---
        Geheimnis
        """;

    [Theory]
    [InlineData("haushaltssatzung")]
    [InlineData("satzung")]
    [InlineData("must")]
    [InlineData("gebuhr")]
    [InlineData("hochspannungsnetzgerat")]
    [InlineData("netzgerat")]
    [InlineData("gerat")]
    [InlineData("13.0.70-001")]
    [InlineData("verordnung")]
    public void Notice_is_found_by_its_words_and_their_parts(string key) =>
        Assert.Contains("/mitteilungen/2024/1/", new SearchedSite(SiteFixture.Check(Haushalt).Bytes).With(key));

    [Theory]
    [InlineData("www")]
    [InlineData("strong")]
    [InlineData("href")]
    [InlineData("atzung")]
    public void Markup_and_parts_that_are_no_words_are_not_indexed(string key) =>
        Assert.Empty(new SearchedSite(SiteFixture.Check(Haushalt).Bytes).With(key));

    [Fact]
    public void Title_weighs_more_than_text_and_a_word_more_than_its_part()
    {
        var keys = new SearchedSite(SiteFixture.Check(Haushalt).Bytes).Keys();
        var levels = new[] { "haushaltssatzung", "satzung", "gebuhr", "netzgerat" }.Select(key => keys[key].Single(document => document.Address.EndsWith("/1/", StringComparison.Ordinal)).Level).ToList();
        Assert.Equal(levels.OrderDescending(), levels);
        Assert.Equal(levels.Distinct().Count(), levels.Count);
    }

    [Fact]
    public void Words_stand_in_the_spelling_lists_by_beginning_and_by_end()
    {
        var index = new SearchedSite(SiteFixture.Check(Haushalt).Bytes);
        var spellings = index.Spellings();
        Assert.Equal(spellings.Order(StringComparer.Ordinal), spellings);
        var words = spellings.Where(entry => entry[0] == 'a').Select(entry => entry[1..]).ToList();
        Assert.Equal(words.Order(StringComparer.Ordinal), spellings.Where(entry => entry[0] == 'b').Select(entry => new string([.. entry[1..].Reverse()])).Order(StringComparer.Ordinal));

        // All keys of letters, and what stands at the beginning of compounds only: a search for it finds the compounds.
        var keys = index.Keys().Keys.Where(key => key.Length >= 3 && key.All(char.IsAsciiLetterLower)).ToList();
        Assert.Empty(keys.Except(words));
        Assert.Contains("spannung", words);
        Assert.Superset(new HashSet<string> { "hochspannung", "haushalt", "hoch", "netz" }, words.Except(keys).ToHashSet());
        Assert.Contains("cgebuhr", spellings);
        Assert.Contains("drhubeg", spellings);
        Assert.Contains("bgnuztasstlahsuah", spellings);
        Assert.DoesNotContain("chaushaltssatzung", spellings);
        Assert.DoesNotContain(spellings, entry => entry.Any(char.IsAsciiDigit));
    }

    [Fact]
    public void Members_notice_is_found_by_what_its_teaser_says_and_by_nothing_else()
    {
        var index = new SearchedSite(SiteFixture.Check(Haushalt + Members).Bytes);
        Assert.Equal(["/mitteilungen/2024/2/"], index.With("anrisstext"));
        Assert.Equal(["/mitteilungen/2024/3/"], index.With("allein"));
        var everything = index.Everything();
        Assert.All(["eheimnis", "erborgenheit", "erschwiegenheit", "iderruf"], word => Assert.DoesNotContain(word, everything, StringComparison.Ordinal));
        Assert.DoesNotContain("/2024/4/", everything, StringComparison.Ordinal);
    }

    [Fact]
    public void Council_archive_is_found_by_municipality_committee_paper_and_meeting()
    {
        var index = new SearchedSite(SiteFixture.Check(Haushalt + """

            -- ratsarchiv/juelich/kommune.yml --
            name: Stadt Jülich
            kurzname: Jülich
            -- ratsarchiv/juelich/gremien.yml --
            - {name: Ausschuss für Kultur, kurzname: Kulturausschuss, adressteil: kultur, beschreibung: Berät über Märkte.}
            -- ratsarchiv/juelich/sitzungen/2017/a.md --
            ---
            gremium: kultur
            beginn: 19.10.2017 18:00
            tagesordnung: [{top: "1", titel: Fragestunde, zugang: öffentlich}, {top: "2", titel: Grundstücksverkauf, zugang: nichtöffentlich}]
            ---
            -- ratsarchiv/juelich/vorlagen/2017/325.md --
            ---
            nummer: 325/2017
            titel: Wochenmarkt
            zugang: öffentlich
            az: 13.0.70-002
            beratungen: [{gremium: kultur, datum: 19.10.2017}]
            ---
            Die Stände ziehen um.
            """).Bytes);
        Assert.Equal(["ratsarchiv/gremien", "ratsarchiv/kommunen", "ratsarchiv/sitzungen", "ratsarchiv/vorlagen"], index.Groups().Select(group => group.Kind).Where(kind => kind.StartsWith("ratsarchiv", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains(("ratsarchiv/vorlagen", 2017), index.Groups());
        Assert.Contains("ratsarchiv/juelich", index.Places());
        const string Place = "/ratsarchiv/juelich/";
        Assert.Equal([Place, Place + "gremien/kultur/", Place + "sitzungen/2017-10-19-kultur/", Place + "vorlagen/325-2017/"], index.With("julich").Order(StringComparer.Ordinal));
        Assert.Equal([Place + "gremien/kultur/", Place + "sitzungen/2017-10-19-kultur/", Place + "vorlagen/325-2017/"], index.With("kulturausschus").Order(StringComparer.Ordinal));
        Assert.Contains(Place + "gremien/kultur/", index.With("markt"));
        Assert.Contains(Place + "vorlagen/325-2017/", index.With("wochenmarkt"));
        Assert.DoesNotContain("grundstucksverkauf", index.Everything(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"\"13.0.70-002\":[[\"Vorlage 325/2017, Jülich\",\"{Place}vorlagen/325-2017/\"]]", index.Jumps(), StringComparison.Ordinal);
    }

    [Fact]
    public void Papers_of_a_year_are_numbered_together_and_so_are_its_meetings()
    {
        var papers = string.Concat(Enumerable.Range(1, 3).Select(i => $"-- ratsarchiv/juelich/vorlagen/{i}.md --\n---\nnummer: {i}\ntitel: Vorlage {i}\ndatum: 0{i}.03.2017\nzugang: öffentlich\n---\n"));
        var meetings = string.Concat(Enumerable.Range(1, 3).Select(i => $"-- ratsarchiv/juelich/sitzungen/{i}.md --\n---\ngremium: rat\nbeginn: 0{i}.04.2017\n---\n"));
        var index = new SearchedSite(SiteFixture.Check(Haushalt + $"\n-- ratsarchiv/juelich/kommune.yml --\nname: Jülich\n-- ratsarchiv/juelich/gremien.yml --\n- {{name: Rat}}\n{papers}{meetings}").Bytes);
        Assert.Equal(index.Groups().Distinct(), index.Groups());
    }

    [Fact]
    public void Number_leads_straight_to_the_notice() =>
        Assert.Contains("""
            "1/2024":[["Mitteilung 1/2024","/mitteilungen/2024/1/"]]
            """.Trim(), new SearchedSite(SiteFixture.Check(Haushalt).Bytes).Jumps(), StringComparison.Ordinal);

    [Fact]
    public void File_reference_leads_to_its_page_in_the_register_or_to_the_notice()
    {
        var site = SiteFixture.Check(Haushalt);
        var jumps = new SearchedSite(site.Bytes).Jumps();
        foreach (var number in (string[])["13.0", "13.0.70"])
        {
            Assert.Contains($"\"{number}\":[[\"Az. {number}\",\"/aktenzeichen/{number}/\"]]", jumps, StringComparison.Ordinal);
            Assert.True(site.Has($"aktenzeichen/{number}/index.html"));
        }

        Assert.Contains("\"13.0.70-001\":[[\"Mitteilung 1/2024\",\"/mitteilungen/2024/1/\"]]", jumps, StringComparison.Ordinal);
        Assert.DoesNotContain("\"13\":", jumps, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_does_not_depend_on_the_order_of_work()
    {
        var site = Repository.PathOf("tests", "Golden", "kitchen-sink", "content");
        var expected = Pieces(new FolderInput(site), 1);
        ProjectFolder.AssertSame(expected, Pieces(new FolderInput(site), 4));
        var reversed = new MemoryInput();
        foreach (var (path, bytes) in ProjectFolder.Snapshot(site).Reverse())
        {
            reversed.Write(path, bytes);
        }

        ProjectFolder.AssertSame(expected, Pieces(reversed, 2));
    }

    [Fact]
    public void Edit_changes_only_pieces_that_hold_changed_words()
    {
        var site = SiteFixture.Create(ManyNotices(400), PlainTheme.Input());
        site.Rebuild();
        var before = new SearchedSite(site.Bytes).PieceFiles().ToHashSet();
        site.Content.Write("mitteilungen/2024/200.md", Encoding.UTF8.GetBytes(NoticeText(200) + "Ein Wort mehr: Wattwanderung.\n"));
        site.Rebuild();
        var after = new SearchedSite(site.Bytes);
        Assert.InRange(after.PieceFiles("shards", "records", "facets", "jumps").Count(file => !before.Contains(file)), 1, 3);
        Assert.InRange(after.PieceFiles("spellings").Count(file => !before.Contains(file)), 2, 6);
        Assert.True(after.PieceFiles().Count() > 20);
        Assert.Contains("/mitteilungen/2024/200/", new SearchedSite(site.Bytes).With("wattwanderung"));
    }

    [Fact]
    public void New_notice_moves_no_other()
    {
        var site = SiteFixture.Create(ManyNotices(40), PlainTheme.Input());
        site.Rebuild();
        var before = new SearchedSite(site.Bytes).PieceFiles().ToHashSet();
        site.Content.Write("mitteilungen/2024/41.md", Encoding.UTF8.GetBytes("---\ntitle: Neu\nnumber: 41\ndate: 2024-01-05\nrubric: Umwelt\n---\nText.\n"));
        site.Rebuild();
        var records = new SearchedSite(site.Bytes).PieceFiles().Where(file => before.Contains(file));
        Assert.NotEmpty(records);
        var cold = SiteFixture.Create(ManyNotices(40), PlainTheme.Input());
        cold.Content.Write("mitteilungen/2024/41.md", Encoding.UTF8.GetBytes("---\ntitle: Neu\nnumber: 41\ndate: 2024-01-05\nrubric: Umwelt\n---\nText.\n"));
        cold.Rebuild();
        ProjectFolder.AssertSame(cold.Bytes, site.Bytes);
    }

    [Fact]
    public void Pieces_are_small_and_open()
    {
        var site = SiteFixture.Create(ManyNotices(400), PlainTheme.Input());
        site.Rebuild();
        Assert.All(new SearchedSite(site.Bytes).PieceFiles(), file => Assert.InRange(site.Bytes[file].Length, 1, 32 * 1024));
        Assert.True(new SearchedSite(site.Bytes).Keys().Count > 400);
    }

    [Fact]
    public void Site_without_notices_has_an_index() => Assert.Empty(new SearchedSite(SiteFixture.Check("").Bytes).With("satzung"));

    private static Dictionary<string, byte[]> Pieces(IInput content, int threads)
    {
        var output = new MemoryOutput();
        new Engine<LinkedSite>(SiteFixture.Definition, new CombinedInput(content, PlainTheme.Input()), new MemoryCache(), output).Build(new(SiteFixture.Today) { Threads = threads });
        return output.Files.Where(file => file.Key.StartsWith("suche/", StringComparison.Ordinal)).ToDictionary();
    }

    private static string ManyNotices(int count) => string.Concat(Enumerable.Range(1, count).Select(number => $"-- mitteilungen/2024/{number}.md --\n{NoticeText(number)}"));

    /// <summary>Words of letters that differ from notice to notice, so that there are many keys.</summary>
    private static string NoticeText(int number)
    {
        var words = Enumerable.Range(0, 60).Select(i => "w" + Letters((number * 37) + (i * i * 101)) + "ung");
        return $"---\ntitle: Titel {Letters(number)}\nnumber: {number}\ndate: 2024-01-02\nrubric: Umwelt\n---\n{string.Join(' ', words)}\n";
    }

    private static string Letters(int number) => string.Concat((number * 7919L % 1_000_003).ToString(CultureInfo.InvariantCulture).Select(digit => (char)('b' + digit - '0')));
}
