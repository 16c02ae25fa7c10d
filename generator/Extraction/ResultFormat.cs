using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Extraction;

/// <summary>How results are kept: one list of facts for each part of the cache, and a compressed text for each file that has one.</summary>
internal static class ResultFormat
{
    /// <summary>Changes when any reader finds something else in the same bytes: then all files are read again.</summary>
    private const string Magic = "fachinfo-files-1";

    public static byte[] WriteFacts(IEnumerable<ExtractedFile> files)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        var sorted = files.OrderBy(file => (file.Hash.High, file.Hash.Low)).ToList();
        writer.Write(Magic);
        writer.Write(sorted.Count);
        foreach (var file in sorted)
        {
            writer.Write(file.Hash.High);
            writer.Write(file.Hash.Low);
            writer.Write(file.SizeInBytes);
            writer.Write(file.Kind.Id);
            writer.Write(file.Sha512.AsSpan());
            writer.Write(file.PageCount);
            writer.Write(file.Created?.DayNumber ?? -1);
            writer.Write(file.Modified?.DayNumber ?? -1);
            writer.Write(file.HasText);
            writer.Write(file.PictureSize.Width);
            writer.Write(file.PictureSize.Height);
            writer.Write((byte)file.Problem);
        }

        writer.Flush();
        return memory.ToArray();
    }

    /// <returns>Nothing if another version of the program wrote them, or they are damaged.</returns>
    public static IReadOnlyList<ExtractedFile> ReadFacts(Stream stream, bool isMembersOnly)
    {
        try
        {
            using var reader = new BinaryReader(new BufferedStream(stream), Encoding.UTF8);
            var files = new List<ExtractedFile>();
            if (reader.ReadString() != Magic)
            {
                return [];
            }

            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                files.Add(ReadFile(reader, isMembersOnly));
            }

            return files;
        }
        catch (Exception damage) when (damage is IOException or FormatException or ArgumentException)
        {
            return [];
        }
    }

    public static byte[] WriteText(FileText text)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(new DeflateStream(memory, CompressionLevel.Fastest), Encoding.UTF8))
        {
            writer.Write(text.IsCut);
            writer.Write(text.Pages.Length);
            foreach (var page in text.Pages)
            {
                writer.Write(page.Title);
                writer.Write(page.Paragraphs.Length);
                foreach (var paragraph in page.Paragraphs)
                {
                    writer.Write(paragraph);
                }
            }
        }

        return memory.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are damaged; also <see cref="IOException"/>.</exception>
    public static FileText ReadText(Stream stream)
    {
        using var reader = new BinaryReader(new DeflateStream(stream, CompressionMode.Decompress), Encoding.UTF8);
        var isCut = reader.ReadBoolean();
        var pages = ImmutableArray.CreateBuilder<FileTextPage>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var title = reader.ReadString();
            var paragraphs = ImmutableArray.CreateBuilder<string>();
            for (var count = reader.ReadInt32(); count > 0; count--)
            {
                paragraphs.Add(reader.ReadString());
            }

            pages.Add(new FileTextPage(title, paragraphs.ToImmutable()));
        }

        return new FileText(pages.ToImmutable(), isCut);
    }

    private static ExtractedFile ReadFile(BinaryReader reader, bool isMembersOnly)
    {
        var hash = new ContentHash(reader.ReadUInt64(), reader.ReadUInt64());
        var file = new ExtractedFile(hash, reader.ReadInt64(), FileKind.ById(reader.ReadString()), [.. reader.ReadBytes(SHA512.HashSizeInBytes)])
        {
            IsMembersOnly = isMembersOnly,
            PageCount = reader.ReadInt32(),
            Created = Day(reader.ReadInt32()),
            Modified = Day(reader.ReadInt32()),
            HasText = reader.ReadBoolean(),
            PictureSize = (reader.ReadInt32(), reader.ReadInt32()),
            Problem = (ExtractionProblem)reader.ReadByte(),
        };
        return file with { HasPicture = file.PictureSize.Width > 0 };
    }

    private static DateOnly? Day(int number) => number < 0 ? null : DateOnly.FromDayNumber(number);
}
