using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>The output folder: files are staged beside it and moved into place whole, so that a killed build tears nothing.</summary>
/// <remarks>
/// <c>.fachinfo-files</c> in the output tells what is ours: before files are moved it lists the old and the new ones, afterwards
/// the new ones only. So whatever a killed build left is known to be ours and is put right by the next one.
/// </remarks>
public sealed class FolderOutput : IOutput, IDisposable
{
    public const string OwnershipFile = ".fachinfo-files";

    private readonly string root;
    private readonly string staging;
    private readonly FileStream stagingLock;
    private readonly Task<Ownership> reading;
    private readonly bool clean;
    private readonly bool isFirst;
    private readonly ConcurrentDictionary<string, bool> directories = new(StringComparer.Ordinal);

    // Where each file is staged, by its path; not on a first build, where the whole tree is moved.
    private readonly ConcurrentDictionary<string, string> staged = new(StringComparer.Ordinal);
    private int stagedCount;

    // The list as it is on the disk by now, once it was written.
    private byte[]? listed;

    private FolderOutput(string folder, bool clean, FileStream stagingLock)
    {
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        staging = StagingOf(root);
        this.clean = clean;
        this.stagingLock = stagingLock;
        isFirst = !Directory.Exists(root);

        // Nobody asks for the list before the content is listed.
        reading = Task.Run(() => Ownership.Read(Path.Combine(root, OwnershipFile)));
    }

    private Ownership Owned => reading.GetAwaiter().GetResult();

    [field: MaybeNull]
    private OutputTree Tree => field ??= new OutputTree(root, Owned);

    /// <summary>Opens the output for one build at a time.</summary>
    /// <param name="clean">Whether foreign files may be deleted.</param>
    /// <returns><see langword="null"/> if another build is writing there.</returns>
    /// <exception cref="IOException">The folder beside the output is not writable.</exception>
    public static FolderOutput? TryOpen(string folder, bool clean)
    {
        var beside = StagingOf(Path.GetFullPath(folder));
        Directory.CreateDirectory(beside);
        var held = BuildLock.TryAcquire(Path.Combine(beside, "lock"));
        if (held is null)
        {
            return null;
        }

        // What a killed build left.
        var files = Path.Combine(beside, "files");
        if (Directory.Exists(files))
        {
            Directory.Delete(files, recursive: true);
        }

        return new FolderOutput(folder, clean, held);
    }

    public void Dispose()
    {
        stagingLock.Dispose();
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    public void Begin()
    {
        // Opening it emptied the folder beside the output.
    }

    public IReadOnlyList<Diagnostic> FindObstacles(IEnumerable<string> paths)
    {
        if (clean || isFirst)
        {
            return [];
        }

        if (Owned.Count == 0)
        {
            var foreign = Directory.EnumerateFileSystemEntries(root).Select(Path.GetFileName).Where(name => name != OwnershipFile).Order(StringComparer.Ordinal).FirstOrDefault();
            return foreign is null ? [] : [Codes.ForeignOutput.ForSite(root, foreign)];
        }

        return
        [
            .. paths.Where(path => !Owned.Contains(path))
                .Select(FindObstacle)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(path => Codes.ForeignFile.ForSite(path)),
        ];
    }

    /// <summary>Finds what is in the place of a new file, or of a folder above it.</summary>
    private string? FindObstacle(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (!Owned.Contains(path[..slash]) && File.Exists(Path.Combine(root, path[..slash])))
            {
                return path[..slash];
            }
        }

        var target = Path.Combine(root, path);
        return File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Any(IsForeign)) ? path : null;
    }

    private bool IsForeign(string file) => !Owned.Contains(Tree.RelativePath(file));

    public bool OwnsExactly(IReadOnlyCollection<string> paths) => Owned.Count == paths.Count && paths.All(Owned.Contains);

    public bool Holds(string path, OutputEntry entry, bool verify)
    {
        var file = new FileInfo(Path.Combine(root, path));
        if (!file.Exists || file.Length != entry.Length)
        {
            return false;
        }

        if (!verify)
        {
            return file.LastWriteTimeUtc.Ticks == entry.Modified && Owned.Contains(path);
        }

        using var stream = file.OpenRead();
        return SHA512.HashData(stream).AsSpan().SequenceEqual(entry.Sha512.AsSpan());
    }

    public Stream Open(string path) => File.OpenRead(Path.Combine(root, path));

    public Staged Stage(string path, ReadOnlySpan<byte> content)
    {
        var sha512 = SHA512.HashData(content);
        if (Unchanged(path, sha512, content.Length) is { } known)
        {
            return known;
        }

        var target = StagingPath(path);
        long modified;
        using (var handle = File.OpenHandle(target, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            RandomAccess.Write(handle, content, 0);
            modified = File.GetLastWriteTimeUtc(handle).Ticks;
        }

        NoteStaged(path, target);
        return new Staged(sha512, content.Length, modified, true);
    }

    public Staged Stage(string path, Stream content) => Stage(path, into => content.CopyTo(into, 256 * 1024));

    public Staged Stage(string path, Action<Stream> write)
    {
        var target = StagingPath(path);
        byte[] sha512;
        long length;
        using (var file = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None, 0))
        using (var hashing = new HashingStream(file))
        {
            write(hashing);
            length = file.Length;
            sha512 = hashing.Sha512();
        }

        if (Unchanged(path, sha512, length) is { } known)
        {
            File.Delete(target);
            return known;
        }

        NoteStaged(path, target);
        return new Staged(sha512, length, File.GetLastWriteTimeUtc(target).Ticks, true);
    }

    public int Commit(IReadOnlyDictionary<string, OutputEntry> files)
    {
        if (clean && Directory.Exists(root))
        {
            Tree.RemoveForeign(path => files.ContainsKey(path) || path == OwnershipFile);
        }

        var lines = Ownership.Lines(files);
        if (isFirst)
        {
            // The staged tree as a whole becomes the output.
            var stagedTree = Path.Combine(staging, "files");
            Directory.CreateDirectory(stagedTree);
            File.WriteAllBytes(Path.Combine(stagedTree, OwnershipFile), lines);
            Directory.CreateDirectory(Path.GetDirectoryName(root)!);
            Directory.Move(stagedTree, root);
            return 0;
        }

        // Whatever lies in the output is on its list at any time: new files before they come, stale ones until they have gone.
        var stale = Owned.Paths.Where(path => !files.ContainsKey(path)).ToList();
        if (staged.Keys.Any(path => !Owned.Contains(path)))
        {
            WriteList(lines, stale);
        }

        Tree.MoveIntoPlace(staged);
        var removed = stale.Count(Tree.Remove);
        WriteList(lines, []);
        return removed;
    }

    private static string StagingOf(string root)
    {
        var folder = root.TrimEnd(Path.DirectorySeparatorChar);
        return Path.Combine(Path.GetDirectoryName(folder) ?? folder, "." + Path.GetFileName(folder) + ".staging");
    }

    /// <summary>Tells whether the output holds these very bytes already; the hash on our list alone is no proof.</summary>
    private Staged? Unchanged(string path, byte[] sha512, long length)
    {
        if (clean || !Owned.Contains(path, sha512))
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(root, path));
        if (!file.Exists || file.Length != length)
        {
            return null;
        }

        using var stream = file.OpenRead();
        return SHA512.HashData(stream).AsSpan().SequenceEqual(sha512) ? new Staged(sha512, length, file.LastWriteTimeUtc.Ticks, false) : null;
    }

    private void NoteStaged(string path, string target)
    {
        if (!isFirst)
        {
            staged[path] = target;
        }
    }

    /// <summary>Where a file is staged: in a tree that becomes the output, or else in one folder, from which it is moved.</summary>
    private string StagingPath(string path)
    {
        var target = Path.Combine(staging, "files", isFirst ? path : Interlocked.Increment(ref stagedCount).ToString(CultureInfo.InvariantCulture));
        var directory = Path.GetDirectoryName(target)!;
        if (!directories.ContainsKey(directory))
        {
            Directory.CreateDirectory(directory);

            // Most pages are alone in their folder; there are too many of those to remember.
            if (!target.EndsWith("/index.html", StringComparison.Ordinal))
            {
                directories.TryAdd(directory, true);
            }
        }

        return target;
    }

    /// <param name="stale">What is on the list too as long as it lies there.</param>
    private void WriteList(byte[] lines, List<string> stale)
    {
        if (stale.Count == 0 && (listed ?? Owned.List).AsSpan().SequenceEqual(lines))
        {
            return;
        }

        var temporary = Path.Combine(staging, "ownership");
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            Owned.WriteWith(lines, stale, file);
        }

        File.Move(temporary, Path.Combine(root, OwnershipFile), overwrite: true);
        listed = stale.Count == 0 ? lines : [];
    }
}
