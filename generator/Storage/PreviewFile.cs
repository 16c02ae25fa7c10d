namespace Fachinfo.Storage;

/// <summary>A file of a preview: its bytes, or where it lies on disk.</summary>
public sealed class PreviewFile
{
    private readonly string? path;

    private PreviewFile(byte[]? bytes, string? path, long length) => (Bytes, this.path, Length) = (bytes, path, length);

    public byte[]? Bytes { get; }

    public long Length { get; }

    /// <summary>Gets a value indicating whether a file on disk has not been moved away since.</summary>
    public bool IsThere => path is null || File.Exists(path);

    public static PreviewFile Of(byte[] bytes) => new(bytes, null, bytes.Length);

    public static PreviewFile Of(string path, long length) => new(null, path, length);

    /// <summary>Opens the file for reading.</summary>
    /// <exception cref="IOException">A file on disk was moved away after the last build, or another program keeps it locked.</exception>
    public Stream Open() => Bytes is not null
        ? new MemoryStream(Bytes, writable: false)
        : new FileStream(path!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 128 * 1024, FileOptions.SequentialScan);
}
