namespace Fachinfo.Storage;

/// <summary>Writes files that a command makes in a content folder, and never over what is there.</summary>
public sealed class NewFiles(string folder)
{
    private readonly string root = Path.GetFullPath(folder);

    public enum Outcome
    {
        /// <summary>The file is new.</summary>
        Written,

        /// <summary>It was there with these bytes.</summary>
        Same,

        /// <summary>It was there with others, and stays.</summary>
        Kept,
    }

    /// <summary>Tells what <see cref="Write"/> would do.</summary>
    /// <param name="path">Below the folder, with slashes.</param>
    /// <exception cref="ArgumentException">The path leads out of the folder.</exception>
    public Outcome Find(string path, ReadOnlySpan<byte> bytes)
    {
        var target = FullPath(path);
        return !File.Exists(target) ? Outcome.Written : File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes) ? Outcome.Same : Outcome.Kept;
    }

    /// <inheritdoc cref="Find"/>
    public Outcome Write(string path, ReadOnlySpan<byte> bytes)
    {
        var outcome = Find(path, bytes);
        if (outcome == Outcome.Written)
        {
            var target = FullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target + ".new", bytes);
            File.Move(target + ".new", target);
        }

        return outcome;
    }

    private string FullPath(string path)
    {
        var target = Path.GetFullPath(Path.Combine(root, path));
        return target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? target : throw new ArgumentException($"{path} leads out of the folder.", nameof(path));
    }
}
