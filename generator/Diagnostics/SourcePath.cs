namespace Fachinfo.Diagnostics;

/// <summary>Names a source file, independent of where the folder lies: <c>mitteilungen/2024/145.md</c>.</summary>
/// <remarks>
/// Always with forward slashes and composed umlauts, relative to the content folder; files of the theme start with <c>@theme/</c>.
/// Compared and sorted ordinally, so that the order is the same on every machine.
/// </remarks>
public readonly record struct SourcePath(string Value) : IComparable<SourcePath>
{
    public const string ThemePrefix = "@theme/";

    public bool IsTheme => Value.StartsWith(ThemePrefix, StringComparison.Ordinal);

    /// <summary>Gets the folder without a slash at the end; empty for a file at the top.</summary>
    public string Folder => Value.LastIndexOf('/') is var at and >= 0 ? Value[..at] : "";

    public string FileName => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>Gets the extension in lower case with its dot; empty if there is none.</summary>
    public string Extension
    {
        get
        {
            var extension = Path.GetExtension(Value.AsSpan(Value.LastIndexOf('/') + 1));
            return extension is ".md" ? ".md" : extension.ToString().ToLowerInvariant();
        }
    }

    /// <summary>Gets a value indicating whether the file explains its folder to people who work there; it is never published.</summary>
    public bool IsReadme => Value.AsSpan(Value.LastIndexOf('/') + 1).Equals("README.md", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the file name without its extension.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(FileName);

    /// <summary>Resolves a relative reference such as <c>../2023/077.md</c> against the folder of this file.</summary>
    /// <returns><see langword="null"/> if the reference climbs out of the content folder or is empty.</returns>
    public SourcePath? Resolve(string reference)
    {
        var segments = new List<string>();
        if (Folder.Length > 0)
        {
            segments.AddRange(Folder.Split('/'));
        }

        foreach (var segment in reference.Split('/'))
        {
            switch (segment)
            {
                case "" or ".":
                    break;
                case ".." when segments.Count == 0:
                    return null;
                case "..":
                    segments.RemoveAt(segments.Count - 1);
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return segments.Count == 0 ? null : new SourcePath(string.Join('/', segments));
    }

    public int CompareTo(SourcePath other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(SourcePath left, SourcePath right) => left.CompareTo(right) < 0;

    public static bool operator >(SourcePath left, SourcePath right) => left.CompareTo(right) > 0;

    public static bool operator <=(SourcePath left, SourcePath right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SourcePath left, SourcePath right) => left.CompareTo(right) >= 0;
}
