namespace Fachinfo.Reading;

/// <summary>A piece of YAML with its place in the file, counted from 1.</summary>
internal abstract record YamlNode(int Line, int Column);

/// <param name="IsQuoted">Whether it was written in quotes; an empty plain scalar is a missing value.</param>
internal sealed record YamlScalar(string Value, bool IsQuoted, int Line, int Column) : YamlNode(Line, Column)
{
    public bool IsEmpty => !IsQuoted && Value is "" or "~" or "null";
}

internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column);

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
