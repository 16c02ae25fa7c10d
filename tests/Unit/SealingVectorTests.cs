using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fachinfo.Model;
using Fachinfo.Sealing;

namespace Fachinfo.Tests;

/// <summary>The committed vectors of <c>tests/Vectors/sealing.json</c>: sealed here, opened in the browser tests too.</summary>
/// <remarks>A vector that changes means that every published members' area has to be built anew: think twice.</remarks>
public class SealingVectorTests
{
    private const string Page = "<main id=\"haupt_inhalt\"><h1>Prüfstein</h1><p>Text für Mitglieder: ä ö ü ß.</p></main>";
    private const string PagePath = "/mitteilungen/2024/146/";
    private const string FilePath = "/mitteilungen/2024/145/dateien/pruefung.txt";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SiteSecret Secret = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private static readonly MemberRoster Roster = new(
        Secret.Check,
        [new AudienceState("members", "2026-11-23-0123456789abcdef", "")],
        [
            new Member("beispielstadt", "Stadt Beispielstadt", ["members"], "00112233445566ff", ["ffeeddccbbaa9988"], null),
            new Member("musterdorf", "Gemeinde Musterdorf", ["members"], "1111111111111111", [], new DateOnly(2026, 11, 1)),
        ]);

    [Fact]
    public void Vectors_are_as_they_were()
    {
        var made = Make().ToJsonString(Format) + "\n";
        GoldenFiles.Compare(Repository.PathOf("tests", "Vectors"), new Dictionary<string, string> { ["sealing.json"] = made });
    }

    [Fact]
    public void Vectors_open()
    {
        var vectors = JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "Vectors", "sealing.json")))!;
        var secret = SiteSecret.TryParse((string)vectors["secret"]!)!;
        var key = secret.KeyFor("members", (string)vectors["period"]!);
        var page = SealOpener.Open(key.Bytes, (string)vectors["page"]!["address"]!, Convert.FromBase64String((string)vectors["page"]!["sealed"]!));
        Assert.Equal(Page, Encoding.UTF8.GetString(page.Body));
        Assert.Equal("Prüfstein", page.Header.GetProperty("title").GetString());
        var file = SealOpener.Open(key.Bytes, (string)vectors["file"]!["address"]!, Convert.FromBase64String((string)vectors["file"]!["sealed"]!));
        Assert.Equal((string)vectors["file"]!["body"]!, Encoding.UTF8.GetString(file.Body));
        foreach (var code in vectors["codes"]!.AsArray())
        {
            var record = SealOpener.OpenRecord(AccessCode.TryParse((string)code!["code"]!)!, _ => Convert.FromBase64String((string)code["recordFile"]!));
            Assert.Equal((string)code["kind"]!, record!.Value.GetProperty("kind").GetString());
        }
    }

    private static JsonObject Make()
    {
        var key = Secret.KeyFor("members", Roster.Audiences[0].Period);
        var records = new MemberRecords(Secret, Roster, ["members"], "post@verband.example");
        return new JsonObject
        {
            ["note"] = "Invented keys. Derivations: see generator/docs/members-area.md.",
            ["secret"] = Secret.Reveal(),
            ["period"] = Roster.Audiences[0].Period,
            ["check"] = Secret.Check,
            ["kdf"] = new JsonArray(
                Derivation(Secret.Bytes, "", 32, "content", "members", "2026-11-23-0123456789abcdef"),
                Derivation(key.Bytes, "", 16, "address", PagePath),
                Derivation(key.Bytes, "c2FsdA==", 32, "object", "/mitglieder/o/ä.bin"),
                Derivation(Secret.CodeFor("beispielstadt", "00112233445566ff").Bytes, "", 16, "locator")),
            ["contentKey"] = Convert.ToBase64String(key.Bytes),
            ["page"] = new JsonObject
            {
                ["path"] = PagePath,
                ["address"] = key.AddressOf(PagePath),
                ["body"] = Page,
                ["sealed"] = Convert.ToBase64String(Sealer.SealText(key, PagePath, new SealedHeader("page", "Prüfstein", "members") { PublicTwin = PagePath }, Encoding.UTF8.GetBytes(Page))),
            },
            ["file"] = SealedFile(key),
            ["codes"] = new JsonArray(
                Code(records, "member", "beispielstadt", "00112233445566ff"),
                Code(records, "revoked", "beispielstadt", "ffeeddccbbaa9988"),
                Code(records, "revoked", "musterdorf", "1111111111111111")),
            ["padding"] = new JsonArray([.. new long[] { 1, 4096, 4097, 262144, 262145, 1_000_000, 100_000_000 }.Select(length => (JsonNode)new JsonArray(length, PaddedLength.Of(length)))]),
        };
    }

    private static JsonObject SealedFile(ContentKey key)
    {
        var body = "Eine Datei für Mitglieder.\n";
        var bytes = Encoding.UTF8.GetBytes(body);
        var header = new SealedHeader("file", "Prüfung", "members") { FileName = "prüfung.txt", MediaType = "text/plain" };
        using var sealedBytes = new MemoryStream();
        Sealer.SealFile(key, FilePath, header, new SealedBody(bytes.Length, into => into.Write(bytes)), sealedBytes);
        return new JsonObject
        {
            ["path"] = FilePath,
            ["address"] = key.AddressOf(FilePath),
            ["body"] = body,
            ["sealed"] = Convert.ToBase64String(sealedBytes.ToArray()),
        };
    }

    private static JsonObject Derivation(ReadOnlySpan<byte> key, string salt, int length, string label, params string[] fields) => new()
    {
        ["key"] = Convert.ToBase64String(key),
        ["salt"] = salt,
        ["label"] = label,
        ["fields"] = new JsonArray([.. fields.Select(field => (JsonNode)field)]),
        ["length"] = length,
        ["derived"] = Convert.ToBase64String(Kdf.DeriveSalted(key, Convert.FromBase64String(salt), length, label, fields)),
    };

    private static JsonObject Code(MemberRecords records, string kind, string id, string serial)
    {
        var code = Secret.CodeFor(id, serial);
        return new JsonObject
        {
            ["kind"] = kind,
            ["code"] = code.Reveal(),
            ["bytes"] = Convert.ToBase64String(code.Bytes),
            ["locator"] = Convert.ToHexStringLower(code.Locator),
            ["recordAddress"] = MemberRecords.AddressOf(code.Locator[0]),
            ["recordFile"] = Convert.ToBase64String(records.File(code.Locator[0])),
        };
    }
}
