using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fachinfo.Diagnostics;

namespace Fachinfo.Commands;

/// <summary>Shows findings: for people and editors, for a forge's annotations, or for programs.</summary>
internal sealed class FindingWriter(Host host, FindingFormat format, string content, string? theme)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Whether there is no error among them.</returns>
    public bool Write(IEnumerable<Diagnostic> findings)
    {
        var good = true;
        foreach (var finding in findings)
        {
            good &= finding.Severity != Severity.Error;
            host.Error.WriteLine(format switch
            {
                FindingFormat.Github => Github(finding),
                FindingFormat.Json => AsJson(finding),
                _ => Text(finding),
            });
        }

        return good;
    }

    private string Text(Diagnostic finding)
    {
        var text = new StringBuilder();
        if (PathOf(finding) is { } path)
        {
            text.Append(path);
            if (finding.Location.Line > 0)
            {
                text.Append('(').Append(finding.Location.Line).Append(',').Append(finding.Location.Column).Append(')');
            }

            text.Append(": ");
        }

        return text.Append(Word(finding.Severity)).Append(' ').Append(finding.Code).Append(": ").Append(finding.Message).ToString();
    }

    /// <summary>Workflow commands of GitHub Actions; values are escaped as its documentation asks.</summary>
    private string Github(Diagnostic finding)
    {
        var command = finding.Severity == Severity.Info ? "notice" : Word(finding.Severity);
        var place = PathOf(finding) is { } path
            ? $"file={EscapeProperty(path)}{(finding.Location.Line > 0 ? $",line={finding.Location.Line},col={finding.Location.Column}" : "")},"
            : "";
        return $"::{command} {place}title={finding.Code}::{Escape(finding.Message)}";
    }

    private string AsJson(Diagnostic finding) => new JsonObject
    {
        ["code"] = finding.Code,
        ["severity"] = Word(finding.Severity),
        ["file"] = PathOf(finding),
        ["line"] = finding.Location.Line,
        ["column"] = finding.Location.Column,
        ["message"] = finding.Message,
    }.ToJsonString(Json);

    public string? PathOf(Diagnostic finding)
    {
        var path = finding.Location.Path;
        if (path.Value is null)
        {
            return null;
        }

        return path.IsTheme
            ? Join(theme ?? SiteRun.DefaultTheme, path.Value[SourcePath.ThemePrefix.Length..])
            : Join(content, path.Value);
    }

    private static string Join(string folder, string path) => folder.TrimEnd('/', Path.DirectorySeparatorChar) is { Length: > 0 } start and not "." ? start + "/" + path : path;

    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => Escape(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
