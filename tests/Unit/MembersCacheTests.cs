using System.IO.Compression;
using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Sealing;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>Clear text of members' sources lies in a part of the cache of its own, and the rest of the cache does without it.</summary>
public sealed class MembersCacheTests : IDisposable
{
    private const string Hidden = "Wortlaut";

    private readonly ProjectFolder project = new($$"""
        -- mitteilungen/2024/1.md --
        ---
        title: Offene Mitteilung
        number: 1
        date: 2024-01-02
        rubric: Umwelt
        ---
        Für alle bestimmt.
        -- mitteilungen/2024/2.md --
        ---
        title: Titel mit {{Hidden}} eins
        number: 2
        date: 2024-01-03
        rubric: Umwelt
        az: kein {{Hidden}} zwei
        access: members
        teaser: none
        downloads: [bogen.txt]
        ---
        Geheimer {{Hidden}} drei.
        -- mitteilungen/2024/bogen.txt --
        Bogen mit {{Hidden}} vier.
        -- mitteilungen/2024/3.md --
        ---
        title: Offen mit Anlage
        number: 3
        date: 2024-01-04
        rubric: Umwelt
        downloads: [{file: bogen.txt, title: "{{Hidden}} fünf", access: members}]
        ---
        Text.
        -- seiten/intern.md --
        ---
        title: Intern
        access: members
        unbekannt: {{Hidden}} sechs
        ---
        Seite mit {{Hidden}} sieben.
        -- fachinformationen/umwelt/index.md --
        ---
        access: members
        ---
        Einführung mit {{Hidden}} acht.
        -- ratsarchiv/stadt/kommune.yml --
        name: Stadt
        -- ratsarchiv/stadt/gremien.yml --
        - name: Rat
        -- ratsarchiv/stadt/vorlagen/2024/geheim.md --
        ---
        titel: Vorlage mit {{Hidden}} neun
        nummer: 5/2024
        datum: 2024-01-02
        art: Antrag
        zugang: mitglieder
        dateien: [{datei: a.txt, titel: A, zugang: mitglieder}]
        ---
        Text mit {{Hidden}} zehn.
        -- ratsarchiv/stadt/vorlagen/2024/a.txt --
        Datei mit {{Hidden}} elf.
        -- ratsarchiv/stadt/vorlagen/2024/a.txt.inhalt.txt --
        Inhalt mit {{Hidden}} zwölf.
        -- ratsarchiv/stadt/sitzungen/2024/rat.md --
        ---
        gremium: rat
        beginn: 20.02.2024 18:00
        tagesordnung:
          - {top: "1", titel: "Punkt mit {{Hidden}} dreizehn", zugang: nichtöffentlich}
        ---
        -- mitglieder.yml --

        """ + RosterText.Write(new RosterChange(SiteFixture.Today, () => "00000000000000aa").Add(MemberRoster.Empty, "hidden", $"Gemeinde {Hidden}", ["members"])));

    public MembersCacheTests() => project.Variables["FACHINFO_SECRET"] = new SiteSecret([.. Enumerable.Range(5, 32).Select(i => (byte)i)]).Reveal();

    public void Dispose() => project.Dispose();

    [Fact]
    public void Nothing_that_members_sources_say_lies_outside_of_their_part()
    {
        Assert.Contains($"Das Aktenzeichen „kein {Hidden} zwei“", Build(), StringComparison.Ordinal);
        Assert.DoesNotContain(OpenPart(), file => Says(file.Value));
        Assert.Contains(ProjectFolder.Snapshot(project.Cache), file => IsMembersPart(file.Key) && Says(file.Value));
        Assert.Contains(OpenPart(), file => Encoding.UTF8.GetString(file.Value).Contains("Für alle bestimmt", StringComparison.Ordinal));
    }

    [Fact]
    public void Cache_without_the_members_part_builds_the_same_site_and_says_the_same()
    {
        var findings = Build();
        var expected = ProjectFolder.Snapshot(project.Output);
        Directory.Delete(Path.Combine(project.Cache, FolderCache.MembersFolder), recursive: true);
        Assert.Equal(findings, Build());
        ProjectFolder.AssertSame(expected, ProjectFolder.Snapshot(project.Output));
        Assert.Equal(findings, Build());
        Assert.DoesNotContain(OpenPart(), file => Says(file.Value));
    }

    /// <summary>A copy of one part meets the other part of a later build.</summary>
    [Fact]
    public void Members_part_of_another_build_is_not_believed()
    {
        Build();
        var early = ProjectFolder.Snapshot(Path.Combine(project.Cache, FolderCache.MembersFolder));
        project.Write("content/mitteilungen/2024/2.md", project.Read("content/mitteilungen/2024/2.md").Replace("Geheimer", "Anderer", StringComparison.Ordinal));
        project.Write("content/seiten/intern.md", project.Read("content/seiten/intern.md").Replace("Seite", "Ganz andere Seite", StringComparison.Ordinal));
        var findings = Build();
        var expected = ProjectFolder.Snapshot(project.Output);
        foreach (var (path, bytes) in early)
        {
            File.WriteAllBytes(Path.Combine(project.Cache, FolderCache.MembersFolder, path), bytes);
        }

        Assert.Equal(findings, Build());
        ProjectFolder.AssertSame(expected, ProjectFolder.Snapshot(project.Output));
    }

    [Fact]
    public void Site_without_members_has_no_such_part()
    {
        using var plain = new ProjectFolder(ProjectFolder.Notice);
        plain.Build().RequireGood();
        Assert.False(Directory.Exists(Path.Combine(plain.Cache, FolderCache.MembersFolder)));
    }

    [Fact]
    public void Store_that_is_mostly_waste_is_written_anew()
    {
        var document = new byte[1024 * 1024];
        using (var cache = FolderCache.TryOpen(project.Cache, "test")!)
        {
            var open = cache.Append("offen"u8, [], isMembersOnly: false);
            var last = open;
            for (var i = 0; i < 40; i++)
            {
                document[0] = (byte)i;
                last = cache.Append(document, "geheim"u8, isMembersOnly: true);
            }

            cache.Save(Manifest.Empty with
            {
                Sources = new Dictionary<SourcePath, SourceEntry>
                {
                    [new("a.md")] = new(1, 1, default, "notices", default, open.Record, 5, open.Body),
                    [new("b.md")] = new(1, 1, default, "notices", default, last.Record, document.Length, last.Body, 6),
                },
            });
        }

        Assert.Equal(document.Length, new FileInfo(Path.Combine(project.Cache, FolderCache.MembersFolder, "records")).Length);
        Assert.Equal(6, new FileInfo(Path.Combine(project.Cache, FolderCache.MembersFolder, "documents")).Length);
        using var reopened = FolderCache.TryOpen(project.Cache, "test")!;
        var (first, second) = (reopened.Previous.Sources[new("a.md")], reopened.Previous.Sources[new("b.md")]);
        Assert.Equal("offen"u8.ToArray(), Record(reopened, first));
        Assert.Equal(39, Record(reopened, second)[0]);
        var body = new byte[second.BodyLength];
        reopened.ReadBody(second.Body.Offset, body);
        Assert.Equal("geheim"u8.ToArray(), body);
    }

    private static byte[] Record(FolderCache cache, SourceEntry entry)
    {
        var reader = new RecordReader();
        reader.Begin(cache, entry.Offset, entry.PayloadLength);
        return reader.Record.ToArray();
    }

    private string Build() => project.Build().RequireGood().Error;

    private IEnumerable<KeyValuePair<string, byte[]>> OpenPart() => ProjectFolder.Snapshot(project.Cache).Where(file => !IsMembersPart(file.Key));

    private static bool IsMembersPart(string path) => path.StartsWith(FolderCache.MembersFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Texts of files are kept compressed.</summary>
    private static bool Says(byte[] bytes) => Contains(bytes) || Contains(Unpacked(bytes));

    private static bool Contains(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Encoding.UTF8.GetBytes(Hidden)) >= 0;

    private static byte[] Unpacked(byte[] bytes)
    {
        try
        {
            using var unpacked = new MemoryStream();
            using var deflate = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
            deflate.CopyTo(unpacked);
            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
