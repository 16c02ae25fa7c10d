using Fachinfo.Diagnostics;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Reads the strings of a theme: nested maps of words, joined to keys with points.</summary>
public static class WordsReader
{
    /// <summary>Reads several files; a later one replaces words of an earlier one.</summary>
    public static Words Read(IEnumerable<(SourcePath Path, byte[] Bytes)> files, ICollection<Diagnostic> findings)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, bytes) in files)
        {
            if (SourceText.Decode(path, bytes, findings) is { } text && YamlReader.ReadMap(path, text, 0, findings) is { } map)
            {
                Collect(path, map, "", words, findings);
            }
        }

        return new Words(words);
    }

    private static void Collect(SourcePath path, YamlMap map, string prefix, Dictionary<string, string> words, ICollection<Diagnostic> findings)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (value is YamlMap nested)
            {
                Collect(path, nested, prefix + key.Value + ".", words, findings);
            }
            else if (value is YamlScalar word)
            {
                words[prefix + key.Value] = word.Value;
            }
            else
            {
                findings.Add(Codes.WrongShape.At(new SourceLocation(path, value.Line, value.Column), key.Value, "eine Liste", "ein Text", key.Value + ": Text"));
            }
        }
    }
}
