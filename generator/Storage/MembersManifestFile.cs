using System.Collections.Immutable;
using System.Text;
using Fachinfo.Diagnostics;

namespace Fachinfo.Storage;

/// <summary>What belongs to the manifest and is not for the public: findings about members' texts. It names the manifest that it belongs to.</summary>
internal static class MembersManifestFile
{
    /// <param name="manifestHash">Of the manifest beside the folder: another one means that one of both was copied or kept alone.</param>
    /// <param name="storeLength">The length of the members' documents.</param>
    /// <returns><see langword="null"/> if there is none that can be used.</returns>
    public static ImmutableArray<Diagnostic>? Read(string path, ReadOnlySpan<byte> manifestHash, long storeLength)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(path)), Encoding.UTF8);
            return reader.ReadBytes(manifestHash.Length).AsSpan().SequenceEqual(manifestHash) && reader.ReadInt64() <= storeLength
                ? ManifestFile.ReadFindings(reader)
                : null;
        }
        catch (Exception damage) when (damage is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    public static void Write(string path, ReadOnlySpan<byte> manifestHash, long storeLength, ImmutableArray<Diagnostic> findings)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(manifestHash);
            writer.Write(storeLength);
            ManifestFile.WriteFindings(writer, findings);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".new", memory.ToArray());
        File.Move(path + ".new", path, overwrite: true);
    }
}
