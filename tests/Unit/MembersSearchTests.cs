using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Sealing;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>The search of the members' area: the same pieces as in public, sealed for each audience, and nothing of them in public.</summary>
public class MembersSearchTests
{
    private static readonly SiteSecret Secret = new([.. Enumerable.Range(9, 32).Select(i => (byte)i)]);

    private static readonly BuildOptions Sealing = new(SiteFixture.Today) { Secret = new BuildSecret(Secret, Secret.Fingerprint) };

    private static readonly MemberRoster Roster = new RosterChange(SiteFixture.Today, () => "00000000000000ff")
        .Add(MemberRoster.Empty with { Check = Secret.Check }, "musterdorf", "Gemeinde Musterdorf", ["members", "finanzen"]);

    private static readonly string Content = """
        -- site.yml --
        title: Verband
        baseUrl: https://verband.example
        access: {audiences: [members, finanzen]}
        -- mitteilungen/2024/1.md --
        ---
        title: Offener Hinweis
        number: 1
        date: 2024-01-02
        rubric: Umwelt
        downloads: [{file: bogen.txt, title: Bogen, access: members}]
        ---
        Allgemeines zur Gewässerkarte.
        -- mitteilungen/2024/bogen.txt --
        Kläranlage im Bogen.
        -- mitteilungen/2024/2.md --
        ---
        title: Anriss zur Lage
        number: 2
        date: 2024-01-03
        rubric: Recht / Ehrenamt
        az: 13.0.70-001
        deadline: 2024-04-01
        access: members
        ---
        Vertrauliches zur Trinkwasserpumpe.
        -- mitteilungen/2024/3.md --
        ---
        title: Zahlen der Kämmerei
        number: 3
        date: 2024-01-04
        rubric: Umwelt
        access: finanzen
        teaser: none
        ---
        Geheimes zur Kassenlage.
        -- mitteilungen/2024/4.md --
        ---
        title: Nur öffentlich
        number: 4
        date: 2024-01-05
        rubric: Umwelt
        ---
        Öffentliches zur Baumpflege.
        -- seiten/intern.md --
        ---
        title: Interne Seite
        access: members
        ---
        Passwortregeln für Mitglieder.
        -- mitglieder.yml --

        """ + RosterText.Write(Roster);

    private static readonly SiteFixture Site = SiteFixture.Build(Content, Sealing);

    [Fact]
    public void Members_things_are_found_in_the_area_and_their_words_stand_nowhere_else()
    {
        var index = new SearchedSite(Opened(Site, "members"));
        Assert.Equal(["/mitteilungen/2024/2/"], index.With("trinkwasserpump"));
        Assert.Equal(["/intern/"], index.With("passwortregel"));
        Assert.Equal(["/mitteilungen/2024/1/"], index.With("gewasserkart"));
        Assert.Empty(index.With("kassenlag"));
        Assert.Empty(index.With("baumpfleg"));
        Assert.Equal(["/mitteilungen/2024/3/"], new SearchedSite(Opened(Site, "finanzen")).With("kassenlag"));
        var open = new SearchedSite(Site.Bytes).Everything();
        Assert.All(["trinkwasser", "passwort", "kassenlag", "intern", "klaranlag"], word => Assert.DoesNotContain(word, open, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Texts_of_members_files_are_an_index_of_their_own()
    {
        var records = Inflate(Piece(Site, "members", "/suche/texte.bin"));
        Assert.Contains("\"count\":1", Encoding.UTF8.GetString(records), StringComparison.Ordinal);
        Assert.False(Site.Has(Key("finanzen").AddressOf("/suche/texte.bin")[1..]));
        Assert.Contains("\"count\":0", Encoding.UTF8.GetString(Inflate(Site.Bytes["suche/texte.bin"])), StringComparison.Ordinal);
    }

    [Fact]
    public void Record_says_who_may_read_and_shows_what_is_not_public()
    {
        var records = new SearchedSite(Opened(Site, "members")).Records();
        Assert.Contains("[\"Anriss zur Lage\",\"/mitteilungen/2024/2/\",\"Mitteilung 2/2024\",\"2024-01-03\",\"Vertrauliches zur Trinkwasserpumpe.\",\"Ehrenamt\",1,\"2024-04-01\"]", records, StringComparison.Ordinal);
        Assert.Contains("[\"Offener Hinweis\",\"/mitteilungen/2024/1/\",\"Mitteilung 1/2024\",\"2024-01-02\",\"Allgemeines zur Gewässerkarte.\",\"Umwelt\",0]", records, StringComparison.Ordinal);
    }

    /// <summary>The browser leaves out the public document of the same address.</summary>
    [Fact]
    public void Root_tells_which_public_documents_it_replaces()
    {
        var (own, open) = (Numbers(Opened(Site, "members")), Numbers(Site.Bytes));
        var pairs = JsonDocument.Parse(Inflate(Opened(Site, "members")["suche/index.bin"])).RootElement.GetProperty("replaces").EnumerateArray().Select(number => number.GetInt32()).Chunk(2).ToList();
        Assert.Equal(["/mitteilungen/2024/1/", "/mitteilungen/2024/2/"], pairs.Select(pair => own[pair[0]]));
        Assert.All(pairs, pair => Assert.Equal(own[pair[0]], open[pair[1]]));
    }

    [Fact]
    public void Numbers_of_members_notices_lead_to_them() =>
        Assert.Contains("\"3/2024\":[[\"Mitteilung 3/2024\",\"/mitteilungen/2024/3/\"]]", new SearchedSite(Opened(Site, "finanzen")).Jumps(), StringComparison.Ordinal);

    [Fact]
    public void Pieces_are_objects_like_all_others()
    {
        var path = new SearchedSite(Opened(Site, "members")).PieceFiles().First();
        var (header, _) = SealOpener.Open(Key("members").Bytes, Key("members").AddressOf("/" + path), Site.Bytes[Key("members").AddressOf("/" + path)[1..]]);
        Assert.Equal(("index", "identity", "members"), (header.GetProperty("type").GetString(), header.GetProperty("encoding").GetString(), header.GetProperty("audience").GetString()));
        Assert.Equal(Site.Bytes.Where(file => file.Key.StartsWith("mitglieder/o/", StringComparison.Ordinal)).Select(file => file.Value), SiteFixture.Build(Content, Sealing).Bytes.Where(file => file.Key.StartsWith("mitglieder/o/", StringComparison.Ordinal)).Select(file => file.Value));
    }

    [Fact]
    public void Unchanged_pieces_are_not_sealed_again()
    {
        var site = SiteFixture.Create(Content, new EmbeddedThemeInput());
        site.Options = Sealing;
        site.Rebuild();
        var before = Opened(site, "members").Keys.ToDictionary(path => path, path => site.Bytes[Key("members").AddressOf("/" + path)[1..]]);
        site.Content.Write("mitteilungen/2024/4.md", Encoding.UTF8.GetBytes("---\ntitle: Nur öffentlich\nnumber: 4\ndate: 2024-01-05\nrubric: Umwelt\n---\nAndere Worte.\n"));
        site.Rebuild();
        Assert.All(before, piece => Assert.Same(piece.Value, site.Bytes[Key("members").AddressOf("/" + piece.Key)[1..]]));
        site.Content.Write("seiten/intern.md", Encoding.UTF8.GetBytes("---\ntitle: Interne Seite\naccess: members\n---\nKennwortregeln für Mitglieder.\n"));
        site.Rebuild();
        var kept = new SearchedSite(Opened(site, "members")).PieceFiles("jumps", "facets").ToList();
        Assert.All(kept, path => Assert.Same(before[path], site.Bytes[Key("members").AddressOf("/" + path)[1..]]));
        Assert.Equal(["/intern/"], new SearchedSite(Opened(site, "members")).With("kennwortregel"));
        var cold = SiteFixture.Create(Content, new EmbeddedThemeInput());
        cold.Options = Sealing;
        cold.Content.Write("mitteilungen/2024/4.md", site.Content.Read(site.Content.List([]).Single(file => file.Path.Value.EndsWith("/4.md", StringComparison.Ordinal))));
        cold.Content.Write("seiten/intern.md", site.Content.Read(site.Content.List([]).Single(file => file.Path.FileName == "intern.md")));
        cold.Rebuild();
        ProjectFolder.AssertSame(cold.Bytes, site.Bytes);
    }

    [Fact]
    public void Terms_of_members_texts_lie_in_their_part_of_the_cache()
    {
        using var project = new ProjectFolder(Content);
        project.Variables["FACHINFO_SECRET"] = Secret.Reveal();
        project.Build().RequireGood();
        var files = ProjectFolder.Snapshot(project.Cache).Where(file => file.Value.AsSpan().IndexOf("trinkwasserpump"u8) >= 0).Select(file => file.Key).ToList();
        Assert.Equal([Path.Combine(FolderCache.MembersFolder, FolderCache.ResultsFolder, "search", "pages-members")], files);
    }

    [Fact]
    public void Shell_offers_the_search_and_knows_nothing_of_what_is_hidden()
    {
        var shell = Site["mitglieder/index.html"];
        Assert.Contains("<template id=\"mitglieder_vorlage_suche\"", shell, StringComparison.Ordinal);
        Assert.Contains("id=\"suche_nur\"", shell, StringComparison.Ordinal);
        Assert.DoesNotContain("2024", shell[shell.IndexOf("mitglieder_vorlage_suche", StringComparison.Ordinal)..].Replace("145/2024", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("href=\"#/suche/\"", SealOpener.OpenText(Key("members"), "/", Site.Bytes), StringComparison.Ordinal);
    }

    private static ContentKey Key(string audience) => Secret.KeyFor(audience, Roster.PeriodOf(audience));

    private static byte[] Piece(SiteFixture site, string audience, string path)
    {
        var address = Key(audience).AddressOf(path);
        return SealOpener.Open(Key(audience).Bytes, address, site.Bytes[address[1..]]).Body;
    }

    /// <summary>The pieces of an audience as they would lie in public.</summary>
    private static Dictionary<string, byte[]> Opened(SiteFixture site, string audience)
    {
        var pieces = new Dictionary<string, byte[]> { ["suche/index.bin"] = Piece(site, audience, "/suche/index.bin") };
        foreach (var path in new SearchedSite(pieces).PieceFiles())
        {
            pieces[path] = Piece(site, audience, "/" + path);
        }

        return pieces;
    }

    private static Dictionary<int, string> Numbers(IReadOnlyDictionary<string, byte[]> pieces)
    {
        var numbers = new Dictionary<int, string>();
        foreach (var (file, block) in new SearchedSite(pieces).PieceFiles("records").Select((file, block) => (file, block)))
        {
            foreach (var (record, place) in JsonDocument.Parse(Inflate(pieces[file])).RootElement.EnumerateArray().Select((record, place) => (record, place)).Where(pair => pair.record.ValueKind == JsonValueKind.Array))
            {
                numbers.Add((32 * block) + place, record[1].GetString()!);
            }
        }

        return numbers;
    }

    private static byte[] Inflate(byte[] bytes)
    {
        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }
}
