using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Fachinfo.Model;
using Fachinfo.Sealing;
using FsCheck.Fluent;

namespace Fachinfo.Tests;

/// <summary>Keys, sealed objects, codes and records.</summary>
public class SealingTests
{
    private static readonly SiteSecret Secret = new(new byte[32]);
    private static readonly ContentKey Key = Secret.KeyFor("members", "a");
    private static readonly SealedHeader Header = new("file", "Titel", "members") { FileName = "a.txt" };

    [Fact]
    public void What_is_sealed_opens_to_the_same_bytes() => Property.Holds(
        Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(),
        40,
        body =>
        {
            Assert.Equal(body, SealOpener.Open(Key.Bytes, Key.AddressOf("/a/"), Sealer.SealText(Key, "/a/", Header, body)).Body);
            Assert.Equal(body, SealOpener.Open(Key.Bytes, Key.AddressOf("/a/"), Seal("/a/", body)).Body);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1024 * 1024) - 200)]
    [InlineData(1024 * 1024)]
    [InlineData((2 * 1024 * 1024) + 1)]
    public void Files_of_any_number_of_chunks_open(int length)
    {
        var body = new byte[length];
        body.AsSpan().Fill(7);
        var bytes = Seal("/datei", body);
        Assert.Equal(body, SealOpener.Open(Key.Bytes, Key.AddressOf("/datei"), bytes).Body);
        Assert.Equal(bytes, Seal("/datei", body));
    }

    [Fact]
    public void Any_changed_byte_is_noticed() => Property.Holds(
        Gen.Choose(0, 100_000).Two(),
        60,
        place =>
        {
            var bytes = Seal("/a/", [1, 2, 3]);
            bytes[place.Item1 % bytes.Length] ^= (byte)(1 << (place.Item2 % 8));
            Assert.ThrowsAny<CryptographicException>(() => SealOpener.Open(Key.Bytes, Key.AddressOf("/a/"), bytes));
        });

    [Fact]
    public void Missing_added_and_moved_chunks_are_noticed()
    {
        const int Chunk = (1024 * 1024) + 16;
        var bytes = Seal("/a/", new byte[(3 * 1024 * 1024) - 500]);
        Assert.Equal(36 + (3 * Chunk), bytes.Length);
        var (first, second) = (bytes[36..(36 + Chunk)], bytes[(36 + Chunk)..(36 + (2 * Chunk))]);
        byte[][] changed = [bytes[..^Chunk], [.. bytes, 0], [.. bytes, .. first], [.. bytes[..36], .. second, .. first, .. bytes[(36 + (2 * Chunk))..]]];
        Assert.All(changed, one => Assert.ThrowsAny<CryptographicException>(() => SealOpener.Open(Key.Bytes, Key.AddressOf("/a/"), one)));
    }

    [Fact]
    public void Object_opens_at_its_own_address_only() =>
        Assert.ThrowsAny<CryptographicException>(() => SealOpener.Open(Key.Bytes, Key.AddressOf("/b/"), Seal("/a/", [1])));

    [Fact]
    public void Another_period_or_audience_has_other_keys_and_addresses()
    {
        Assert.NotEqual(Key.AddressOf("/a/"), Secret.KeyFor("members", "b").AddressOf("/a/"));
        Assert.NotEqual(Key.AddressOf("/a/"), Secret.KeyFor("other", "a").AddressOf("/a/"));
        Assert.NotEqual(Kdf.Info("x", "ab", "c"), Kdf.Info("x", "a", "bc"));
    }

    [Fact]
    public void Edited_text_gets_another_salt()
    {
        var (one, other) = (Seal("/a/", [1]), Seal("/a/", [2]));
        Assert.NotEqual(one[4..36], other[4..36]);
        Assert.Equal(one.Length, other.Length);
    }

    [Fact]
    public void File_that_changes_while_it_is_sealed_gives_no_object()
    {
        var opened = 0;
        foreach (var body in new SealedBody[] { new(1, into => into.WriteByte((byte)opened++)), new(1, into => into.Write([1, 2])), new(2, into => into.Write([1])) })
        {
            using var into = new MemoryStream();
            Assert.Throws<IOException>(() => Sealer.SealFile(Key, "/a", Header, body, into));
            Assert.True(into.Length < 4096, "The last chunk was written.");
        }
    }

    [Fact]
    public void Padding_never_shortens_and_costs_an_eighth_at_most_above_the_powers_of_two() => Property.Holds(
        Gen.Choose(1, int.MaxValue).Select(value => (long)value * 7),
        200,
        length =>
        {
            var padded = PaddedLength.Of(length);
            Assert.True(padded >= length);
            Assert.True(length <= 262_144 || padded <= length * 1.12);
        });

    [Theory]
    [InlineData("fachinfo1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", true)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", true)]
    [InlineData("++++++++++++++++++++++++++++++++++++++++++8", true)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB", false)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", false)]
    [InlineData("ein sehr langes und gutes Kennwort, das sich jede", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_32_bytes_in_base64_are_a_secret(string? text, bool isGood) => Assert.Equal(isGood, SiteSecret.TryParse(text) is not null);

    [Fact]
    public void Code_is_read_however_it_is_typed() => Property.Holds(
        Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(AccessCode.SizeInBytes),
        60,
        bytes =>
        {
            var text = new AccessCode(bytes).Reveal();
            Assert.Matches("^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$", text);
            var typed = text.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace("-", " – ", StringComparison.Ordinal);
            Assert.Equal(bytes, AccessCode.TryParse(text)!.Bytes.ToArray());
            Assert.Equal(bytes, AccessCode.TryParse(typed)!.Bytes.ToArray());
            Assert.Equal(bytes, AccessCode.TryParse(text.Replace('-', '\u2212'))!.Bytes.ToArray());
        });

    [Fact]
    public void Every_wrong_symbol_and_every_swap_is_a_typing_error()
    {
        var code = Secret.CodeFor("a", "b").Reveal().Replace("-", "", StringComparison.Ordinal);
        for (var i = 0; i < code.Length; i++)
        {
            foreach (var symbol in AccessCode.Symbols.Where(symbol => symbol != code[i]))
            {
                Assert.Null(AccessCode.TryParse(code[..i] + symbol + code[(i + 1)..]));
            }

            for (var j = i + 1; j < code.Length; j++)
            {
                var swapped = code.ToCharArray();
                (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                Assert.True(code[i] == code[j] || AccessCode.TryParse(new string(swapped)) is null);
            }
        }

        Assert.Null(AccessCode.TryParse(code + "0"));
        Assert.Null(AccessCode.TryParse(code[1..]));
        Assert.Null(AccessCode.TryParse(""));
    }

    [Fact]
    public void Records_open_for_their_codes_and_look_alike_to_others()
    {
        var members = Enumerable.Range(0, 60).Select(i => new Member($"m{i}", $"Stadt {new string('x', i)}", ["members"], $"s{i}", [], null)).ToImmutableArray();
        var records = new MemberRecords(Secret, new MemberRoster("", [new("members", "p", "")], members), ["members"], "");
        foreach (var member in members)
        {
            var record = SealOpener.OpenRecord(Secret.CodeFor(member.Id, member.Serial), records.File)!.Value;
            Assert.Equal(member.Name, record.GetProperty("name").GetString());
            Assert.Equal(Secret.KeyFor("members", "p").Bytes.ToArray(), record.GetProperty("audiences")[0].GetProperty("key").GetBytesFromBase64());
        }

        Assert.Single(Enumerable.Range(0, MemberRecords.Files).Select(i => records.File((byte)i).Length).Distinct());
        Assert.Null(SealOpener.OpenRecord(Secret.CodeFor("nobody", "s"), records.File));
    }

    [Fact]
    public void All_records_change_together_and_locators_stay()
    {
        var roster = new MemberRoster("", [new("members", "p", "")], [new Member("a", "A", ["members"], "s", [], null)]);
        var (before, after) = (Records(roster), Records(roster with { Audiences = [new("members", "q", "")] }));
        var length = (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(before.File(0));
        for (var i = 0; i < MemberRecords.Files; i++)
        {
            var (old, fresh) = (before.File((byte)i)[4..].Chunk(length).ToList(), after.File((byte)i)[4..].Chunk(length).ToList());
            Assert.Equal(old.Select(record => Convert.ToHexString(record[..16])), fresh.Select(record => Convert.ToHexString(record[..16])));
            Assert.All(old.Zip(fresh), pair => Assert.NotEqual(pair.First[16..48], pair.Second[16..48]));
        }

        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
    }

    [Theory]
    [InlineData("bericht.pdf", "bericht.pdf")]
    [InlineData("../../etc/passwd", "-..-etc-passwd")]
    [InlineData("a\u202Efdp.exe", "a-fdp.exe")]
    [InlineData("C:\\x\ty", "C--x-y")]
    [InlineData("...", "datei")]
    public void File_name_is_safe_to_save(string name, string expected) => Assert.Equal(expected, SealedHeader.SafeFileName(name));

    private static MemberRecords Records(MemberRoster roster) => new(Secret, roster, ["members"], "");

    private static byte[] Seal(string path, byte[] body)
    {
        using var bytes = new MemoryStream();
        Sealer.SealFile(Key, path, Header, new SealedBody(body.Length, into => into.Write(body)), bytes);
        return bytes.ToArray();
    }
}
