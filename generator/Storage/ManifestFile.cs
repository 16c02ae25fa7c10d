using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>The manifest as a binary file: fast to read whole, with a hash at its end that finds every damage.</summary>
internal static class ManifestFile
{
    private const string Magic = "fachinfo-manifest-6";
    private const int HashLength = 32;
    private const int BufferSize = 64 * 1024;

    /// <summary>Tells who wrote a manifest, without reading it.</summary>
    public static bool IsBy(string programId, string path)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            return reader.ReadString() == Magic && reader.ReadString() == programId;
        }
        catch (Exception damage) when (damage is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    /// <param name="storeLength">The length of the document store; a shorter one than the manifest knows is damaged.</param>
    /// <returns>The manifest with its hash; <see langword="null"/> if there is none that can be used.</returns>
    public static (Manifest Manifest, byte[] Hash)? Read(string path, string programId, long storeLength)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            if (bytes.Length < HashLength || !SHA256.HashData(bytes.AsSpan(..^HashLength)).AsSpan().SequenceEqual(bytes.AsSpan(^HashLength..)))
            {
                return null;
            }

            using var reader = new BinaryReader(new MemoryStream(bytes, 0, bytes.Length - HashLength), Encoding.UTF8);
            if (reader.ReadString() != Magic || reader.ReadString() != programId || reader.ReadInt64() > storeLength)
            {
                return null;
            }

            // A file as new as the manifest may have been changed again within the same tick of the clock.
            return (Read(reader, File.GetLastWriteTimeUtc(path).Ticks), bytes[^HashLength..]);
        }
        catch (Exception damage) when (damage is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <returns>The hash of the manifest.</returns>
    public static byte[] Write(string path, string programId, Manifest manifest, long storeLength)
    {
        var temporary = path + ".new";
        byte[] hash;
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 0))
        {
            // It has megabytes: they go to the file as they are made.
            using var sha256 = SHA256.Create();
            using (var hashing = new CryptoStream(file, sha256, CryptoStreamMode.Write, leaveOpen: true))
            using (var writer = new BinaryWriter(new BufferedStream(hashing, BufferSize), Encoding.UTF8))
            {
                writer.Write(Magic);
                writer.Write(programId);
                writer.Write(storeLength);
                Write(writer, manifest);
            }

            hash = sha256.Hash!;
            file.Write(hash);
        }

        File.Move(temporary, path, overwrite: true);
        return hash;
    }

    public static ImmutableArray<Diagnostic> ReadFindings(BinaryReader reader)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            findings.Add(new Diagnostic(
                reader.ReadString(),
                (Severity)reader.ReadByte(),
                new SourceLocation(reader.ReadBoolean() ? new SourcePath(reader.ReadString()) : default, reader.ReadInt32(), reader.ReadInt32()),
                reader.ReadString()));
        }

        return findings.ToImmutable();
    }

    public static void WriteFindings(BinaryWriter writer, ImmutableArray<Diagnostic> findings)
    {
        writer.Write(findings.Length);
        foreach (var finding in findings)
        {
            writer.Write(finding.Code);
            writer.Write((byte)finding.Severity);
            writer.Write(finding.Location.Path.Value is not null);
            if (finding.Location.Path.Value is { } path)
            {
                writer.Write(path);
            }

            writer.Write(finding.Location.Line);
            writer.Write(finding.Location.Column);
            writer.Write(finding.Message);
        }
    }

    private static Manifest Read(BinaryReader reader, long writtenAt)
    {
        var key = ReadHash(reader);
        var options = ReadHash(reader);
        var theme = ReadHash(reader);
        var watch = ReadHash(reader);
        var pipelines = ReadStrings(reader);
        var count = reader.ReadInt32();
        var sources = new Dictionary<SourcePath, SourceEntry>(count);
        for (var i = 0; i < count; i++)
        {
            var path = new SourcePath(reader.ReadString());
            var (length, modified) = (reader.ReadInt64(), reader.ReadInt64());
            sources.Add(path, new SourceEntry(
                length,
                modified,
                ReadHash(reader),
                pipelines[reader.ReadByte()],
                ReadHash(reader),
                reader.ReadInt64(),
                reader.ReadInt32(),
                reader.ReadInt64(),
                reader.ReadInt32(),
                modified >= writtenAt));
        }

        count = reader.ReadInt32();
        var outputs = new Dictionary<string, OutputEntry>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            outputs.Add(
                reader.ReadString(),
                new OutputEntry(ReadHash(reader), ImmutableCollectionsMarshal.AsImmutableArray(reader.ReadBytes(SHA512.HashSizeInBytes)), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt32()));
        }

        var late = ReadStrings(reader);
        return new Manifest(key, sources, outputs, ReadFindings(reader)) { Options = options, Theme = theme, Late = late, Watch = watch };
    }

    private static void Write(BinaryWriter writer, Manifest manifest)
    {
        WriteHash(writer, manifest.Key);
        WriteHash(writer, manifest.Options);
        WriteHash(writer, manifest.Theme);
        WriteHash(writer, manifest.Watch);
        var pipelines = manifest.Sources.Values.Select(entry => entry.Pipeline).Distinct().Order(StringComparer.Ordinal).ToList();
        WriteStrings(writer, pipelines);
        writer.Write(manifest.Sources.Count);
        foreach (var (path, entry) in manifest.Sources)
        {
            writer.Write(path.Value);
            writer.Write(entry.Length);
            writer.Write(entry.Modified);
            WriteHash(writer, entry.Hash);
            writer.Write((byte)pipelines.IndexOf(entry.Pipeline));
            WriteHash(writer, entry.Facts);
            writer.Write(entry.Offset);
            writer.Write(entry.PayloadLength);
            writer.Write(entry.BodyOffset);
            writer.Write(entry.BodyLength);
        }

        writer.Write(manifest.Outputs.Count);
        foreach (var (path, entry) in manifest.Outputs)
        {
            writer.Write(path);
            WriteHash(writer, entry.Fingerprint);
            writer.Write(entry.Sha512.AsSpan());
            writer.Write(entry.Length);
            writer.Write(entry.Modified);
            writer.Write(entry.BodyStart);
        }

        WriteStrings(writer, manifest.Late);
        WriteFindings(writer, manifest.Findings);
    }

    private static List<string> ReadStrings(BinaryReader reader)
    {
        var strings = new List<string>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            strings.Add(reader.ReadString());
        }

        return strings;
    }

    private static void WriteStrings(BinaryWriter writer, IReadOnlyCollection<string> strings)
    {
        writer.Write(strings.Count);
        foreach (var text in strings)
        {
            writer.Write(text);
        }
    }

    private static ContentHash ReadHash(BinaryReader reader) => new(reader.ReadUInt64(), reader.ReadUInt64());

    private static void WriteHash(BinaryWriter writer, ContentHash hash)
    {
        writer.Write(hash.High);
        writer.Write(hash.Low);
    }
}
