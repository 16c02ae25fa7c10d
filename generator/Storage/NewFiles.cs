using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>Writes files that a command makes in a content folder, and never over what is there.</summary>
public sealed class NewFiles(IFileStore folder)
{
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
    public Outcome Find(string path, ReadOnlySpan<byte> bytes) =>
        folder.Read(path) is not { } known ? Outcome.Written : known.AsSpan().SequenceEqual(bytes) ? Outcome.Same : Outcome.Kept;

    /// <inheritdoc cref="Find"/>
    public Outcome Write(string path, ReadOnlySpan<byte> bytes)
    {
        var outcome = Find(path, bytes);
        if (outcome == Outcome.Written)
        {
            folder.Write(path, bytes);
        }

        return outcome;
    }
}
