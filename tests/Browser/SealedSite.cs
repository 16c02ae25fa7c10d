using System.Text;
using Fachinfo.Model;
using Fachinfo.Sealing;

namespace Fachinfo.BrowserTests;

/// <summary>The example site with a throw-away secret and some invented members, whose codes the tests know.</summary>
public sealed class SealedSite(BrowserFixture fixture) : IAsyncLifetime
{
    public const string Town = "beispielstadt";
    public const string Village = "beispieldorf";

    /// <summary>Belongs to two audiences.</summary>
    public const string County = "beispielkreis";

    /// <summary>A notice for the board, of which nothing is public.</summary>
    public const string BoardNotice = "901/2026";

    /// <summary>The secret of the test vectors.</summary>
    private const string Text = "fachinfo1_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private static readonly SiteSecret Secret = SiteSecret.TryParse(Text)!;

    private readonly string folder = Directory.CreateTempSubdirectory("fachinfo-sealed-").FullName;
    private int drawn;

    public BuiltSite Site { get; private set; } = null!;

    public MemberRoster Roster { get; private set; } = MemberRoster.Empty with { Check = Secret.Check };

    /// <summary>Gets the folder with the content of this site.</summary>
    public string Content => Path.Combine(folder, "content");

    /// <summary>Gets the changes that <c>fachinfo members</c> makes, with numbers instead of chance.</summary>
    public RosterChange Change => new(new DateOnly(2026, 11, 22), () => $"{++drawn:x16}");

    private string SecretFile => Path.Combine(folder, "secret");

    public async ValueTask InitializeAsync()
    {
        if (BrowserFixture.Executable is null)
        {
            return;
        }

        BuiltSite.Copy(Path.Combine(BuiltSite.Repository, "content"), Content);
        await File.WriteAllTextAsync(SecretFile, Text + "\n");
        var configuration = Path.Combine(Content, "site.yml");
        File.WriteAllText(configuration, File.ReadAllText(configuration).Replace("audiences: [members]", "audiences: [members, vorstand]", StringComparison.Ordinal));
        File.WriteAllText(
            Path.Combine(Content, "mitteilungen", "2026", "vorstand.md"),
            $"---\ntitel: Vorlage für die Sitzung des Vorstands\nnummer: {BoardNotice}\ndatum: 20.10.2026\nrubrik: Aus dem Verband\nzugang: vorstand\nanriss: keiner\n---\nÜber den Beitragsschlüssel wird in der Klausurtagung entschieden.\n");
        Roster = Change.Add(Change.Add(Roster, Town, "Stadt Beispielstadt", ["members"]), Village, "Gemeinde Beispieldorf", ["members"]);
        Roster = Change.Add(Roster, County, "Kreis Beispielland", ["members", "vorstand"]);
        Write();
        Site = await BuiltSite.Build(Content, fixture.Example, "--secret-file", SecretFile);
    }

    public async ValueTask DisposeAsync()
    {
        if (Site is not null)
        {
            await Site.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Deploys the site with other members.</summary>
    public void Deploy(MemberRoster roster)
    {
        Roster = roster;
        Write();
        Site.Rebuild(Content, "--secret-file", SecretFile);
    }

    /// <summary>Opens a page of the area as the town that is a member.</summary>
    public async Task<WatchedPage> Open(string route = "")
    {
        var page = await WatchedPage.Open(fixture, Site, "/mitglieder/" + route, 1280);
        await MembersArea.Unlock(page.Page, CodeOf(Town));
        return page;
    }

    /// <summary>The code on the letter to a member.</summary>
    public string CodeOf(string member) => Secret.CodeFor(member, Roster.Members.Single(one => one.Id == member).Serial).Reveal();

    /// <summary>A well-formed code that no record knows.</summary>
    public static string UnknownCode => Secret.CodeFor("niemand", "0000000000000000").Reveal();

    /// <summary>Puts a page into the area that the build would not make.</summary>
    public void PutPage(string path, string html, string audience = "members") =>
        Put(path, audience, Sealer.SealText(KeyOf(audience), path, new SealedHeader("page", "Testseite", audience), Encoding.UTF8.GetBytes(html)));

    /// <summary>Puts a file into the area.</summary>
    public void PutFile(string path, string mediaType, byte[] bytes)
    {
        var header = new SealedHeader("file", "Datei", "members") { FileName = Path.GetFileName(path), MediaType = mediaType };
        using var copy = new MemoryStream();
        Sealer.SealFile(KeyOf("members"), path, header, new SealedBody(bytes.Length, into => into.Write(bytes)), copy);
        Put(path, "members", copy.ToArray());
    }

    /// <summary>Where a page or file lies on the host.</summary>
    public string FileOf(string path, string audience = "members") => Path.Combine(Site.Output, KeyOf(audience).AddressOf(path)[1..]);

    private ContentKey KeyOf(string audience) => Secret.KeyFor(audience, Roster.PeriodOf(audience));

    private void Put(string path, string audience, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(path, audience))!);
        File.WriteAllBytes(FileOf(path, audience), bytes);
    }

    private void Write() => File.WriteAllText(Path.Combine(Content, MemberRoster.FileName), RosterText.Write(Roster));
}

/// <summary>One area for all tests that leave its members as they are.</summary>
[CollectionDefinition(Name)]
public sealed class SharedArea : ICollectionFixture<SealedSite>
{
    public const string Name = "area";
}
