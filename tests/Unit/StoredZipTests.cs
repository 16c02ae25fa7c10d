using System.IO.Compression;
using System.Text;
using Fachinfo.Pages;
using FsCheck.Fluent;

namespace Fachinfo.Tests;

/// <summary>The archive of all downloads: any unpacker reads it, and it is as long as it was said to be.</summary>
public class StoredZipTests
{
    [Fact]
    public void Files_come_out_as_they_went_in() => Property.Holds(
        Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().ArrayOf(),
        30,
        contents =>
        {
            var zip = new StoredZip([.. contents.Select((bytes, i) => File($"datei-{i}.bin", bytes))]);
            using var written = new MemoryStream();
            zip.Write(written);
            Assert.Equal(zip.Length, written.Length);
            using var archive = new ZipArchive(written, ZipArchiveMode.Read);
            Assert.Equal(contents.Select((_, i) => $"datei-{i}.bin"), archive.Entries.Select(entry => entry.FullName));
            Assert.All(archive.Entries.Zip(contents), pair => Assert.Equal(pair.Second, Read(pair.First)));
        });

    [Theory]
    [InlineData("", 0x00000000)]
    [InlineData("123456789", 0xCBF43926)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339)]
    public void Checksum_is_that_of_the_standard(string text, uint expected)
    {
        var checksum = new Crc32();
        checksum.Add(Encoding.ASCII.GetBytes(text));
        Assert.Equal(expected, checksum.Value);
        var inParts = new Crc32();
        foreach (var value in Encoding.ASCII.GetBytes(text))
        {
            inParts.Add([value]);
        }

        Assert.Equal(expected, inParts.Value);
    }

    /// <summary>Lengths stand before the bytes and no system is named, so that strict unpackers and other machines agree.</summary>
    [Fact]
    public void Bytes_are_the_same_everywhere()
    {
        using var written = new MemoryStream();
        new StoredZip([File("a.txt", "A"u8.ToArray())]).Write(written);
        Assert.Equal(
            "504B03041400000000000000210" + "08B9ED9D301000000010000000500000" + "0612E74787441"
            + "504B010214001400000000000000210" + "08B9ED9D3010000000100000005000000000000000000000000000000" + "0000612E747874"
            + "504B0506000000000100010033000000240000000000",
            Convert.ToHexString(written.ToArray()));
    }

    [Fact]
    public void File_that_changes_while_it_is_packed_gives_no_archive()
    {
        var opened = 0;
        Assert.Throws<IOException>(() => new StoredZip([new StoredFile("a", 1, () => new MemoryStream([(byte)opened++]))]).Write(Stream.Null));
        Assert.Throws<IOException>(() => new StoredZip([new StoredFile("a", 2, () => new MemoryStream([1]))]).Write(Stream.Null));
    }

    private static StoredFile File(string name, byte[] bytes) => new(name, bytes.Length, () => new MemoryStream(bytes));

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
