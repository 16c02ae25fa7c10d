namespace Fachinfo.Preview;

/// <summary>A finding as the browser shows it.</summary>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="File">The path as the command line would print it; empty for the site as a whole.</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Excerpt">The line of the source, or empty.</param>
public sealed record PreviewFinding(string Code, string Severity, string File, int Line, int Column, string Message, string Excerpt)
{
    public bool IsError => Severity == "error";

    /// <summary>Gets <c>content/seiten/a.md(3,8)</c>.</summary>
    public string Place => Line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}({Line},{Column})") : File;
}
