using Fachinfo.Execution;
using Microsoft.Win32.SafeHandles;

namespace Fachinfo.Storage;

/// <summary>A file of the cache to which parts are appended and from which they are read back by their place.</summary>
/// <param name="path">Made with its folder when the first part comes.</param>
internal sealed class AppendedFile(string path) : IDisposable
{
    private const int BufferSize = 1024 * 1024;

    private readonly Lock appending = new();
    private SafeFileHandle? file = File.Exists(path) ? Open(path) : null;
    private byte[]? buffer;
    private int buffered;
    private long written = File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>Gets the length of what is in the file by now.</summary>
    public long Length => written;

    /// <returns>Where the part begins.</returns>
    public long Append(ReadOnlySpan<byte> part)
    {
        lock (appending)
        {
            var offset = written + buffered;
            AppendPart(part);
            return offset;
        }
    }

    /// <summary>Reads as much as there is from a place on.</summary>
    /// <returns>The number of bytes.</returns>
    public int Read(long offset, Span<byte> into)
    {
        if (offset + into.Length > Volatile.Read(ref written))
        {
            Flush();
        }

        return into.IsEmpty || file is null ? 0 : RandomAccess.Read(file, into, offset);
    }

    /// <summary>Writes what is still in memory.</summary>
    public void Flush()
    {
        lock (appending)
        {
            FlushBuffer();
        }
    }

    /// <summary>Forgets everything; without a file there is nothing to do.</summary>
    public void Clear()
    {
        (written, buffered) = (0, 0);
        if (file is not null)
        {
            RandomAccess.SetLength(file, 0);
        }
    }

    /// <summary>Copies some parts to a new file in the place of this one.</summary>
    /// <returns>Their new places, in the same order.</returns>
    /// <exception cref="CacheDamagedException">There is less in the file than was said to be.</exception>
    public long[] Compact(IReadOnlyList<(long Offset, int Length)> parts)
    {
        var temporary = path + ".new";
        var places = new long[parts.Count];
        long length = 0;
        using (var target = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write))
        {
            for (var i = 0; i < places.Length; i++)
            {
                using var bytes = new RentedBytes(parts[i].Length);
                if (Read(parts[i].Offset, bytes.Span) < bytes.Span.Length)
                {
                    throw new CacheDamagedException("The document store is shorter than its manifest says.");
                }

                RandomAccess.Write(target, bytes.Span, length);
                places[i] = length;
                length += parts[i].Length;
            }
        }

        file?.Dispose();
        File.Move(temporary, path, overwrite: true);
        file = Open(path);
        written = length;
        return places;
    }

    public void Dispose() => file?.Dispose();

    private static SafeFileHandle Open(string path) => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

    private void AppendPart(ReadOnlySpan<byte> bytes)
    {
        buffer ??= new byte[BufferSize];
        if (buffered + bytes.Length > BufferSize)
        {
            FlushBuffer();
        }

        if (bytes.Length > BufferSize)
        {
            RandomAccess.Write(Opened(), bytes, written);
            Volatile.Write(ref written, written + bytes.Length);
            return;
        }

        bytes.CopyTo(buffer.AsSpan(buffered));
        buffered += bytes.Length;
    }

    private void FlushBuffer()
    {
        if (buffered > 0)
        {
            RandomAccess.Write(Opened(), buffer.AsSpan(0, buffered), written);
            Volatile.Write(ref written, written + buffered);
            buffered = 0;
        }
    }

    private SafeFileHandle Opened()
    {
        if (file is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            file = Open(path);
        }

        return file;
    }
}
