namespace Fachinfo.Storage;

/// <summary>Writes <c>mitglieder.yml</c> whole or not at all.</summary>
public static class RosterFile
{
    public static byte[]? Read(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    public static void Write(string path, string text) => WholeFile.Write(path, text);
}
