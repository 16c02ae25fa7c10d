using Fachinfo.Diagnostics;
using Fachinfo.Preview;

namespace Fachinfo.Commands;

/// <summary>Turns findings into what the preview shows: the path as it is printed, and the line of the source.</summary>
internal sealed class SourceExcerpts(SiteRun run)
{
    private const int LongestExcerpt = 200;

    /// <summary>Lines of larger files are not shown: a finding there is hardly about a line.</summary>
    private const long LargestFile = 1024 * 1024;

    private readonly FindingWriter writer = run.Writer();

    public PreviewFinding ToPreview(Diagnostic finding)
    {
        var path = writer.PathOf(finding);
        return new PreviewFinding(
            finding.Code,
            FindingWriter.Word(finding.Severity),
            path ?? "",
            finding.Location.Line,
            finding.Location.Column,
            finding.Message,
            finding.Severity != Severity.Info && path is not null && finding.Location.Line > 0 ? LineOf(path, finding.Location.Line) : "");
    }

    private static string LineOf(string path, int line)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: <= LargestFile })
            {
                return "";
            }

            var text = (File.ReadLines(path).Skip(line - 1).FirstOrDefault() ?? "").TrimEnd();
            return text.Length > LongestExcerpt ? text[..LongestExcerpt] + " …" : text;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
