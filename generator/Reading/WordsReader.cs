using Fachinfo.Diagnostics;

namespace Fachinfo.Reading;

/// <summary>A word of a theme or site.</summary>
/// <param name="Key">The names of the maps that it lies in, joined with points: <c>notice.updated</c>.</param>
/// <param name="Location">The place of the key.</param>
public sealed record ThemeWord(string Key, string Text, SourceLocation Location);

/// <summary>Reads the strings of a theme: nested maps of words, joined to keys with points.</summary>
public static class WordsReader
{
    public static IReadOnlyList<ThemeWord> Read(SourcePath path, byte[] bytes, ICollection<Diagnostic> findings)
    {
        var words = new List<ThemeWord>();
        if (SourceText.Decode(path, bytes, findings) is { } text && YamlReader.ReadMap(path, text, 0, findings) is { } map)
        {
            Collect(path, map, "", words, findings);
        }

        return words;
    }

    private static void Collect(SourcePath path, YamlMap map, string prefix, List<ThemeWord> words, ICollection<Diagnostic> findings)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (value is YamlMap nested)
            {
                Collect(path, nested, prefix + key.Value + ".", words, findings);
            }
            else if (value is YamlScalar { IsEmpty: true })
            {
                findings.Add(Codes.KeyWithoutValue.At(new SourceLocation(path, key.Line, key.Column), key.Value));
            }
            else if (value is YamlScalar word)
            {
                words.Add(new ThemeWord(prefix + key.Value, word.Value, new SourceLocation(path, key.Line, key.Column)));
            }
            else
            {
                findings.Add(Codes.WrongShape.At(new SourceLocation(path, value.Line, value.Column), key.Value, "eine Liste", "ein Text", key.Value + ": Text"));
            }
        }
    }
}
