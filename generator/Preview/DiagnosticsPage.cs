using System.Net;
using System.Text;

namespace Fachinfo.Preview;

/// <summary>All findings on one page, and the page that stands in while there is no site to show. No script is needed to read them.</summary>
internal static class DiagnosticsPage
{
    public static string Of(PreviewState state)
    {
        var build = state.Build;
        var text = Start("Meldungen der Vorschau");
        if (build.Problem.Length > 0)
        {
            text.Append("<p class=\"problem\">").Append(WebUtility.HtmlEncode(build.Problem)).Append("</p>\n");
        }

        text.Append("<p>").Append(build.IsGood ? "Die Vorschau ist auf dem neuesten Stand." : "Die Vorschau zeigt den letzten guten Stand.").Append("</p>\n");
        foreach (var (severity, title) in new[] { ("error", "Fehler"), ("warning", "Warnungen"), ("info", "Hinweise") })
        {
            var findings = build.Findings.Where(finding => finding.Severity == severity).ToList();
            if (findings.Count > 0)
            {
                AppendList(text, $"{title} ({findings.Count})", severity, findings);
            }
        }

        if (build.Findings.IsEmpty && build.Problem.Length == 0)
        {
            text.Append("<p>Es gibt keine Meldungen.</p>\n");
        }

        return text.Append("<p><a href=\"/\">Zur Startseite</a></p>\n</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Stands in where the output has no page: before the first good build, or where a host shows one of its own.</summary>
    public static string Instead(int status) => Start(status switch
    {
        401 or 403 => "Nur für Mitglieder",
        404 => "Hier ist keine Seite",
        _ => "Noch keine Seite",
    }).Append(status switch
    {
        401 or 403 => "<p>Der Server würde hier nach einer Anmeldung fragen. Wählen Sie unten rechts, als wer Sie die Website ansehen.</p>\n",
        404 => "<p>Unter dieser Adresse gibt es nichts.</p>\n",
        _ => "<p>Sobald die Website ohne Fehler gebaut ist, erscheint sie hier von selbst.</p>\n",
    }).Append("<p><a href=\"/__diagnostics\">Alle Meldungen</a></p>\n</main>\n</body>\n</html>\n").ToString();

    private static StringBuilder Start(string title) => new StringBuilder("<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .Append("<title>").Append(title).Append("</title>\n<link rel=\"stylesheet\" href=\"").Append(PageInjection.Folder).Append("page.css\">\n</head>\n<body>\n<main>\n<h1>").Append(title).Append("</h1>\n");

    private static void AppendList(StringBuilder text, string title, string severity, IEnumerable<PreviewFinding> findings)
    {
        text.Append("<h2>").Append(title).Append("</h2>\n<ul>\n");
        foreach (var finding in findings)
        {
            text.Append("<li class=\"").Append(severity).Append("\"><p class=\"place\">").Append(WebUtility.HtmlEncode(finding.Place)).Append(" <span class=\"code\">").Append(finding.Code)
                .Append("</span></p>\n<p>").Append(WebUtility.HtmlEncode(finding.Message)).Append("</p>\n");
            if (finding.Excerpt.Length > 0)
            {
                text.Append("<pre tabindex=\"0\">").Append(WebUtility.HtmlEncode(finding.Excerpt)).Append("</pre>\n");
            }

            text.Append("</li>\n");
        }

        text.Append("</ul>\n");
    }
}
