namespace Fachinfo.Execution;

/// <summary>An address of the site, from its root: <c>/mitteilungen/2024/145/</c> or <c>/sitemap.xml</c>.</summary>
/// <remarks>Starts with a slash, is ASCII, and holds neither query nor fragment. The path of the base URL is not part of it.</remarks>
public readonly record struct Route(string Path) : IComparable<Route>
{
    public static readonly Route Home = new("/");

    public bool IsFolder => Path.EndsWith('/');

    /// <summary>Gets the file below the output folder: <c>mitteilungen/2024/145/index.html</c>.</summary>
    public string OutputPath => IsFolder ? string.Concat(Path.AsSpan(1), "index.html") : Path[1..];

    /// <summary>Appends a segment and a slash.</summary>
    public Route Folder(string segment) => new(string.Concat(Path, segment, "/"));

    public Route File(string name) => new(Path + name);

    public int CompareTo(Route other) => string.CompareOrdinal(Path, other.Path);

    public override string ToString() => Path;

    public static bool operator <(Route left, Route right) => left.CompareTo(right) < 0;

    public static bool operator >(Route left, Route right) => left.CompareTo(right) > 0;

    public static bool operator <=(Route left, Route right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Route left, Route right) => left.CompareTo(right) >= 0;
}
