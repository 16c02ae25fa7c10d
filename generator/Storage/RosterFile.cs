using System.Text;

namespace Fachinfo.Storage;

/// <summary>Writes <c>mitglieder.yml</c> whole or not at all.</summary>
public static class RosterFile
{
    public static byte[]? Read(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    public static void Write(string path, string text)
    {
        var temporary = path + ".new";
        File.WriteAllText(temporary, text, new UTF8Encoding(false));
        File.Move(temporary, path, overwrite: true);
    }
}
