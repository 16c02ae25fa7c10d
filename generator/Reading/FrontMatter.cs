using Fachinfo.Diagnostics;

namespace Fachinfo.Reading;

/// <summary>A file cut into front matter and body.</summary>
/// <param name="BodyLine">The lines before the body.</param>
internal sealed record FrontMatter(YamlMap Map, string Body, int BodyLine)
{
    private const string Fence = "---";

    /// <summary>Cuts a text; <see langword="null"/> with a finding if it has no usable front matter.</summary>
    public static FrontMatter? Split(SourcePath path, ReadOnlySpan<char> text, ICollection<Diagnostic> findings, int largestYaml = YamlReader.LargestText)
    {
        var firstEnd = LineEnd(text, 0);
        if (text[..firstEnd].TrimEnd() is not Fence)
        {
            findings.Add(Codes.FrontMatterMissing.At(new SourceLocation(path, 1, 1)));
            return null;
        }

        var line = 1;
        for (var start = firstEnd + 1; start < text.Length; start = LineEnd(text, start) + 1)
        {
            line++;
            var end = LineEnd(text, start);
            if (text[start..end].TrimEnd() is not Fence)
            {
                continue;
            }

            var yaml = text[Math.Min(firstEnd + 1, start)..start].ToString();
            if (YamlReader.ReadMap(path, yaml, 1, findings, largestYaml) is not { } map)
            {
                return null;
            }

            if (map.Entries.Count == 0)
            {
                findings.Add(Codes.FrontMatterEmpty.At(new SourceLocation(path, 1, 1)));
                return null;
            }

            return new FrontMatter(map, end + 1 < text.Length ? text[(end + 1)..].ToString() : "", line);
        }

        findings.Add(Codes.FrontMatterNotClosed.At(new SourceLocation(path, 1, 1)));
        return null;
    }

    private static int LineEnd(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOf('\n');
        return length < 0 ? text.Length : start + length;
    }
}
