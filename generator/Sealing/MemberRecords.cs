using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Fachinfo.Model;

namespace Fachinfo.Sealing;

/// <summary>The records that codes open, in 256 files, between dummies: the host sees one file of 256 fetched, not who fetches it.</summary>
public sealed class MemberRecords
{
    public const int Files = 256;

    private const int LocatorSize = 16;
    private const int LengthStep = 256;
    private const int FewestInFile = 4;

    private readonly SiteSecret secret;
    private readonly byte[] saltKey;
    private readonly string state;
    private readonly int plainLength;
    private readonly int perFile;
    private readonly ILookup<byte, Record> records;

    private sealed record Record(byte[] Locator, AccessCode Code, byte[] Body);

    /// <param name="audiences">The audiences of the site, in its order.</param>
    /// <param name="contact">Whom to ask about a code that is no longer good; may be empty.</param>
    public MemberRecords(SiteSecret secret, MemberRoster roster, IEnumerable<string> audiences, string contact)
    {
        this.secret = secret;
        saltKey = secret.SaltKey;
        var keys = audiences.Select(id => new RecordKey(id, roster.PeriodOf(id), secret.KeyFor(id, roster.PeriodOf(id)))).ToImmutableArray();
        var all = Bodies(roster, keys, contact, "").ToList();
        state = StateOf(roster, all.Select(entry => entry.Body));
        var written = Bodies(roster, keys, contact, state).Select(entry =>
        {
            var code = secret.CodeFor(entry.Id, entry.Serial);
            return new Record(code.Locator, code, entry.Body);
        }).ToList();
        var longest = written.Count == 0 ? 0 : written.Max(record => record.Body.Length);
        plainLength = (longest + LengthStep - 1) / LengthStep * LengthStep;
        plainLength = Math.Max(plainLength, LengthStep);
        records = written.ToLookup(record => record.Locator[0]);
        var fullest = records.Select(group => group.Count()).DefaultIfEmpty(0).Max();
        perFile = Math.Max(FewestInFile, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)fullest));
    }

    /// <summary>Gets what the cache may hold to notice other records.</summary>
    public string Fingerprint => Convert.ToHexStringLower(Kdf.Derive(secret.Bytes, 16, "records", state, Number(plainLength), Number(perFile)));

    /// <summary>Where the records lie whose locator starts with this byte.</summary>
    public static string AddressOf(byte first) => "/mitglieder/k/" + Hex(first) + ".bin";

    /// <summary>One file: the length of a record as u32, big-endian, then the records sorted by locator.</summary>
    public byte[] File(byte first)
    {
        var entries = records[first]
            .Select(Seal)
            .Concat(Enumerable.Range(0, perFile - records[first].Count()).Select(index => Dummy(first, index)))
            .ToList();
        entries.Sort((left, right) => left.AsSpan(0, LocatorSize).SequenceCompareTo(right.AsSpan(0, LocatorSize)));
        var file = new byte[4 + (perFile * RecordLength)];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(file, (uint)RecordLength);
        for (var i = 0; i < entries.Count; i++)
        {
            entries[i].CopyTo(file, 4 + (i * RecordLength));
        }

        return file;
    }

    private int RecordLength => LocatorSize + Sealer.SaltSize + plainLength + ChunkCipher.TagSize;

    private static IEnumerable<(string Id, string Serial, byte[] Body)> Bodies(
        MemberRoster roster, ImmutableArray<RecordKey> keys, string contact, string state)
    {
        foreach (var member in roster.Members)
        {
            if (member.Removed is null)
            {
                yield return (member.Id, member.Serial, RecordBody.Member(member.Name, [.. keys.Where(key => member.Audiences.Contains(key.Audience))], contact, state));
            }

            foreach (var serial in member.Removed is null ? member.Revoked : member.Revoked.Add(member.Serial))
            {
                yield return (member.Id, serial, RecordBody.Revoked(contact, state));
            }
        }
    }

    /// <summary>Changes with every period and with every record, so that real records and dummies always change together.</summary>
    private static string StateOf(MemberRoster roster, IEnumerable<byte[]> bodies)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var audience in roster.Audiences)
        {
            hash.AppendData(Kdf.Info("period", audience.Id, audience.Period));
        }

        foreach (var body in bodies)
        {
            hash.AppendData(SHA256.HashData(body));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private byte[] Seal(Record record)
    {
        var address = "k/" + Convert.ToHexStringLower(record.Locator);
        var plain = new byte[plainLength];
        record.Body.CopyTo(plain, 0);
        using var hash = Sealer.StartSalt(saltKey, address);
        hash.AppendData(plain);
        var salt = hash.GetHashAndReset();
        using var cipher = new ChunkCipher(Kdf.DeriveSalted(record.Code.Bytes, salt, 32, "record", address), address);
        var bytes = new byte[RecordLength];
        record.Locator.CopyTo(bytes, 0);
        salt.CopyTo(bytes, LocatorSize);
        cipher.Seal(plain, 0, isLast: true, bytes.AsSpan(LocatorSize + Sealer.SaltSize));
        return bytes;
    }

    /// <summary>Bytes that look like a record: a locator that stays, and a rest that changes whenever the records do.</summary>
    private byte[] Dummy(byte first, int index)
    {
        var file = Hex(first);
        var locator = Kdf.Derive(secret.Bytes, LocatorSize, "dummy", file, Number(index));
        locator[0] = first;
        var bytes = new byte[RecordLength];
        locator.CopyTo(bytes, 0);
        var fields = (string[])[file, Number(index), state, Number(plainLength)];
        Kdf.Derive(secret.Bytes, Sealer.SaltSize, "dummy-salt", fields).CopyTo(bytes, LocatorSize);
        using var cipher = new ChunkCipher(Kdf.Derive(secret.Bytes, 32, "dummy-rest", fields), file);
        cipher.Seal(new byte[plainLength], 0, isLast: true, bytes.AsSpan(LocatorSize + Sealer.SaltSize));
        return bytes;
    }

    private static string Hex(byte value) => value.ToString("x2", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An audience in a record.</summary>
internal sealed record RecordKey(string Audience, string Period, ContentKey Key);
