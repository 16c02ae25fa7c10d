namespace Fachinfo.Execution;

/// <summary>The files of one folder that a command reads and changes. Paths are relative, with slashes, and never leave the folder.</summary>
public interface IFileStore
{
    /// <summary>Lists all files below the folder, sorted; links are not followed.</summary>
    IReadOnlyList<string> List();

    /// <summary>Reads a file; <see langword="null"/> if there is none.</summary>
    byte[]? Read(string path);

    /// <summary>Writes a file whole or not at all.</summary>
    void Write(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Deletes a file if it is there.</summary>
    void Delete(string path);
}
